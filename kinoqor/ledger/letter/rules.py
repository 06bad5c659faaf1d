"""What a letter is made of, and when it may be sent again."""

import hashlib
import re

from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import YES, Verdict, no
from kinoqor.ledger.letter.words import State

_BREAKS = re.compile(r"[\r\n\x00-\x1f]+")


def split(text: str) -> tuple[str, str]:
    """(subject line, body) of a rendered letter, whose first line is its subject. No break gets into a subject."""
    first, _break, rest = text.strip().partition("\n")
    return one_line(first)[:200], rest.strip() + "\n"


# Stands in a kept letter where its receiver's name is; the name itself is kept beside it and goes with the account.
NAME = "⟦name⟧"


def addressed(text: str, name: str) -> str:
    """A kept letter as its receiver reads it, with their name; where that was erased, the mark stays."""
    return text.replace(NAME, name) if name else text


def one_line(text: str) -> str:
    """The text without line breaks and control signs, as a header of a mail may hold it."""
    return _BREAKS.sub(" ", text).strip()


def digest(subject: str, body: str) -> str:
    """SHA-256 of subject and body: what proves later which letter was written."""
    return hashlib.sha256(f"{subject}\n\n{body}".encode()).hexdigest()


def may_be_sent_again(state: str, address: str) -> Verdict:
    """A letter is sent again only where it failed, or where nobody knows, and its address is still kept."""
    if state not in (State.UNSURE, State.FAILED):
        return no(
            _("Only a letter that failed, or of which nobody knows, is sent again."),
            way=_("It stands in its receiver’s letters here."),
        )
    if not address:
        return no(
            _("The address of this letter was erased."), way=_("Its receiver can no longer be written to.")
        )
    return YES


def is_refusal_for_good(code: int) -> bool:
    """Whether a mail server's answer means that it will never take this letter (RFC 5321, 4.2.1: 5yz)."""
    return 500 <= code < 600
