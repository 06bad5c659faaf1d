"""What the marks of a pitching come to: exact, and rounded once at the end.

Per member the weighted average of the criteria that apply, brought onto the common scale where criteria have their own;
the points of a film are the average over its members, in hundredths. Nothing is corrected: members of a section hear the
same films.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinoqor.deciding.pitching.words import Sheet
from kinoqor.funding.manner.words import Criterion
from kinoqor.judging.score.rules.marks import criteria_of, hundredth, reads_of, terms_of
from kinoqor.judging.score.words import Mark


@dataclass(frozen=True, slots=True)
class Points:
    """The points of a film: exact, rounded to hundredths, and what each member's marks came to."""

    film: str
    exact: Fraction
    rounded: Fraction
    members: Mapping[str, Fraction]


def points(sheets: Mapping[tuple[str, str], Sheet], criteria: Sequence[Criterion]) -> dict[str, Points]:
    """The points of each film that has any mark, from the sheets by film and member. Raises Refused where the criteria
    cannot be counted or a mark lies off its scale.
    """
    terms = terms_of(criteria_of([each for each in criteria if each.lowest is not None]))
    marks = [
        Mark(member, film, code, None if mark is None else Fraction(mark))
        for (film, member), sheet in sorted(sheets.items())
        for code, mark in sorted(sheet.marks.items())
    ]
    own: dict[str, dict[str, Fraction]] = {}
    for read in reads_of(marks, terms):
        own.setdefault(read.film, {})[read.reader] = read.mark
    return {film: _average(film, members) for film, members in own.items()}


def without(
    sheets: Mapping[tuple[str, str], Sheet], gone: Iterable[str], criteria: Sequence[Criterion]
) -> dict[str, Points]:
    """The points as they would be if these members had never marked: for a member who was not lawful."""
    barred = frozenset(gone)
    return points({key: sheet for key, sheet in sheets.items() if key[1] not in barred}, criteria)


def _average(film: str, members: Mapping[str, Fraction]) -> Points:
    exact = sum(members.values(), Fraction(0)) / len(members)
    return Points(film, exact, hundredth(exact), members)
