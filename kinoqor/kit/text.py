"""Text that came from outside: made safe to show and to search, or described so that it can be refused."""

import re
import unicodedata
from decimal import Decimal

CONTROL = "control character"
DIRECTION = "right-to-left mark"
INVISIBLE = "invisible character"
REPLACEMENT = "replacement character"

_DIRECTION_MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACE = re.compile(r"\s+")


def _hidden(sign: str) -> bool:
    """Whether a sign can be neither seen nor counted as white space (categories Cc, Cf, Cs, Co, Cn)."""
    return unicodedata.category(sign)[0] == "C" and sign not in "\t\n\v\f\r\x85\x1c\x1d\x1e\x1f"


def clean(text: str, limit: int) -> str:
    """One line of NFC text of at most `limit` code points, without control, direction or zero-width signs.

    White space of any kind folds to single spaces; the ends are bare. The cut may fall inside a word.
    """
    if limit < 0:
        raise ValueError("limit must not be negative")
    visible = text if text.isprintable() else "".join(sign for sign in text if not _hidden(sign))
    one_line = _SPACE.sub(" ", unicodedata.normalize("NFC", visible)).strip()
    return one_line[:limit].rstrip()


def suspicious(text: str) -> list[str]:
    """What a field of a data file must not hold, each kind named once, in order of first appearance.

    Line breaks and tabs count as control characters: a field is one line.
    """
    if text.isprintable() and "\ufffd" not in text:
        return []
    found: dict[str, None] = {}
    for sign in text:
        if sign == "\ufffd":
            found.setdefault(REPLACEMENT)
        elif sign in _DIRECTION_MARKS:
            found.setdefault(DIRECTION)
        elif (category := unicodedata.category(sign)) == "Cc" or category in {"Cs", "Co", "Cn"}:
            found.setdefault(CONTROL)
        elif category == "Cf" and sign != "\u00ad":
            found.setdefault(INVISIBLE)
    return list(found)


def percent(hundredths: int, lang: str) -> str:
    """Hundredths of a per cent as a reader writes them: "12.5%", "12,5 %"."""
    number = f"{Decimal(hundredths) / 100:f}"
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return f"{number}%" if lang == "en" else f"{number.replace('.', ',')}\u00a0%"
