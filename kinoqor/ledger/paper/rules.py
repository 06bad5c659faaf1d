"""How the number and digits of a paper are read from what somebody types. Pure."""

import re

from kinoqor.ledger.paper.words import Found

DIGITS = 16  # of the digest, as they are printed for typing
_NUMBER = re.compile(r"[^0-9A-Za-z-]")
_DIGITS = re.compile(r"[^0-9a-f]")


def number_of(text: str) -> str:
    """A paper's number as it is kept, however it was spaced: capitals, digits and hyphens."""
    return _NUMBER.sub("", text).upper()[:60]


def digits_of(text: str) -> str:
    """The digits of a digest as they are kept, however they were spaced; all that were typed."""
    return _DIGITS.sub("", text.casefold())[:64]


def compared(digest: str | None, digits: str) -> Found:
    """What typed digits say of a paper of this digest (None: there is no paper of the number)."""
    if digest is None:
        return Found.UNKNOWN
    return Found.GENUINE if len(digits) >= DIGITS and digest.startswith(digits) else Found.OTHER
