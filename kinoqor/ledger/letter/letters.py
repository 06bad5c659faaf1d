"""How a letter is written: inside another deed, in its transaction, with a job that sends it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kinoqor.kit.jobs import call
from kinoqor.ledger.deed.actions import Line
from kinoqor.ledger.letter.models import Letter, Sending
from kinoqor.ledger.letter.rules import NAME, digest, split
from kinoqor.ledger.letter.words import State

INVENTED = _("This is a played demonstration: people, companies and films are invented. No money is given.")
SEND = "kinoqor.ledger.letter.clock.send"  # the job that sends one letter


@dataclass(frozen=True, slots=True)
class Receiver:
    """To whom: the voice of an account (or ""), the mail address (or ""), the language, the name (or "")."""

    voice: str
    address: str
    language: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said: the kind of notice, the letter's template without ".kk.txt", and what it is about ("f038")."""

    kind: str
    template: str
    about: str = ""
    secret: bool = False


def write_letter(
    line: Line, to: Receiver, words: Words, values: dict[str, Any], state: State = State.WAITING
) -> Letter:
    """Write a letter in the receiver's language; it is kept whatever becomes of its sending.

    Called inside the deed of `line`. The template's first line is the subject; values are put in as they are,
    since a letter is plain text. The receiver's name is kept apart, so that the letter stays whole when it is erased.
    """
    said = {"address": settings.ADDRESS, "language": to.language, "name": NAME if to.name else "", **values}
    with override(to.language):
        page = get_template(f"{words.template}.{to.language}.txt")
        text = page.template.render(Context(said, autoescape=False))  # type: ignore[attr-defined]
    subject, body = split(text)
    if values.get("invented"):
        with override(to.language):
            body = f"{INVENTED}\n\n{body}"
    letter = Letter.objects.create(
        deed=line.deed,
        receiver=to.voice,
        kind=words.kind,
        language=to.language,
        subject_line=subject,
        body="" if words.secret else body,
        digest=digest(subject, body),
        about=words.about,
        at=timezone.now(),
    )
    Sending.objects.create(
        letter=letter,
        address=to.address,
        name=to.name,
        state=state if to.address else State.DROPPED,
        secret_body=body if words.secret else "",
        message_id=f"<letter-{letter.pk}.{letter.digest[:16]}@{_host()}>",
        changed=letter.at,
    )
    if to.address and state == State.WAITING:
        call(SEND, letter.pk)
    return letter


def _host() -> str:
    return str(urlsplit(settings.ADDRESS).hostname or "localhost")
