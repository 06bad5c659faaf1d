"""How the number and digits of a paper are read from what somebody types. Pure."""

import re

from kinoqor.ledger.paper.words import Found

DIGITS = 16  # of the seal, as they are printed for typing
_NUMBER = re.compile(r"[^0-9A-Za-z-]")
_DIGITS = re.compile(r"[^0-9a-f]")


def number_of(text: str) -> str:
    """A paper's number as it is kept, however it was spaced: capitals, digits and hyphens."""
    return _NUMBER.sub("", text).upper()[:60]


def digits_of(text: str) -> str:
    """The digits of a seal as they are kept, however they were spaced; all that were typed."""
    return _DIGITS.sub("", text.casefold())[:64]


def printed(seal: str) -> str:
    """The first digits of a seal in groups of four, as they stand on the paper."""
    return " ".join(seal[at : at + 4] for at in range(0, DIGITS, 4))


def compared(seal: str | None, digits: str) -> Found:
    """What typed digits say of a paper of this seal (None: there is no paper of the number)."""
    if seal is None:
        return Found.UNKNOWN
    return Found.GENUINE if len(digits) >= DIGITS and seal.startswith(digits) else Found.OTHER
