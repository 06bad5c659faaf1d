"""How someone is told something: in their language, in the manner that they have chosen."""

from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from kinoqor.accounts.notice.queries import chosen
from kinoqor.accounts.notice.rules import manner_of
from kinoqor.accounts.notice.words import Manner, Notice
from kinoqor.accounts.user.queries import person
from kinoqor.ledger.deed.actions import Line
from kinoqor.ledger.letter.letters import Receiver, Words, write_letter
from kinoqor.ledger.letter.words import State

STATES = {Manner.AT_ONCE: State.WAITING, Manner.DAILY: State.HELD, Manner.HERE: State.DROPPED}
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def tell(
    line: Line, user: int, notice: Notice, template: str, values: dict[str, Any], about: str = ""
) -> int | None:
    """Write to a person inside the deed of `line`; `template` is "room/letters/name" without ".kk.txt".

    Gives the letter's number; nobody is written to once their account is erased.
    """
    someone = person(user)
    if someone is None or someone.erased:
        return None
    manner = manner_of(notice, chosen(user))
    to = Receiver(someone.doer.voice, someone.email, someone.language or own_language(), someone.name)
    return write_letter(line, to, Words(notice, template, about), values, STATES[manner]).pk


def tell_address(
    line: Line,
    address: str,
    user: int | None,
    template: str,
    values: dict[str, Any],
    notice: Notice,
    about: str = "",
) -> int:
    """Write to an address at once, whether or not an account has it; a letter about security keeps only its digest."""
    someone = person(user) if user else None
    language = someone.language if someone and someone.language else own_language()
    to = (
        Receiver(someone.doer.voice, address, language, someone.name)
        if someone
        else Receiver("", address, language)
    )
    return write_letter(line, to, Words(notice, template, about, notice == Notice.SECURITY), values).pk


def own_language() -> str:
    """The language of the page, if letters are written in it; else the first of the house."""
    now = get_language() or ""
    return now if now in LANGUAGES else LANGUAGES[0]
