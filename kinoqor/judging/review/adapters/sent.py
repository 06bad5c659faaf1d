"""What a reader has sent, turned into marks and words."""

from collections.abc import Iterable, Mapping
from typing import Any

from kinoqor.funding.manner.words import Criterion
from kinoqor.judging.review.words import LANGUAGES, Given

ABSENT = "none"  # what a form sends for "does not apply"
_FAR = 10**6  # a mark of more digits is outside of every scale all the same


def given(sent: Mapping[str, Any], criteria: Iterable[Criterion], language: str) -> Given:
    """The marks and words of a form. A mark that is no number is outside of every scale; an empty one was not given."""
    marks: dict[str, int | None] = {}
    reasons: dict[str, str] = {}
    for each in criteria:
        mark = str(sent.get(f"mark.{each.code}", "")).strip()
        if mark:
            marks[each.code] = None if mark == ABSENT else _number(mark)
        words = _plain(sent.get(f"words.{each.code}", ""))
        if words:
            reasons[each.code] = words
    asked = str(sent.get("language", ""))
    return Given(marks, reasons, _plain(sent.get("council", "")), asked if asked in LANGUAGES else language)


def revision(sent: Mapping[str, Any]) -> int:
    """The revision that a page was made from; 0 where it says none."""
    said = str(sent.get("revision", ""))
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else -_FAR


def _plain(text: Any) -> str:
    """Words as they are kept: one kind of line end, nothing around them, no signs that a database refuses."""
    return str(text).replace("\r\n", "\n").replace("\x00", "").strip()
