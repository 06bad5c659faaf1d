"""What a paper is made of, and what a check of one finds."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Form:
    """How a paper is to be made: its kind ("receipt"), its template without ".kk.typ", its language, its holder."""

    kind: str
    template: str
    language: str
    holder: str


class Found(StrEnum):
    """What a check of a paper has found."""

    GENUINE = "genuine"
    OTHER = "other"  # the number is of this house, the bytes or the digits are not those of that paper
    UNKNOWN = "unknown"
