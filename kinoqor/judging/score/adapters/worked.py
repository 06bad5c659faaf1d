"""One film worked out step by step: marks on the criteria, strictness of its readers, marks as counted, interval."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.funding.manner.words import Criterion
from kinoqor.judging.score.adapters.shown import between, shown, signed, whole
from kinoqor.judging.score.words import Counted, Stand, Strictness, Terms, Worked
from kinoqor.kit.question import said


@dataclass(frozen=True, slots=True)
class Given:
    """A criterion with its weight and the mark of each reader on it, in the readers' order."""

    name: str
    weight: str
    marks: Sequence[str]


@dataclass(frozen=True, slots=True)
class Mark:
    """One reader's mark: given, strictness, without it, as it counts."""

    name: str
    given: str
    strictness: str
    corrected: str
    counted: str
    pulled: bool
    far: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """How a reader's strictness was found."""

    name: str
    films: int
    middle: str
    trust: str
    trusted: str
    capped: str
    counted: str
    known: bool


def numbered(many: int) -> list[str]:
    """Readers who are not named: by number."""
    return [_("reader %(number)s") % {"number": number} for number in range(1, many + 1)]


def given(criteria: Sequence[Criterion], marks: Sequence[Mapping[str, int | None]]) -> list[Given]:
    """The marks on the criteria, one column a reader; what did not apply is said so, and is never nought."""
    return [
        Given(
            said(each.name), "" if each.weight is None else str(each.weight),
            [_mark(own.get(each.code)) for own in marks],
        )
        for each in criteria
    ]  # fmt: skip


def _mark(value: int | None) -> str:
    return _("does not apply") if value is None else str(value)


def counted(of: Worked, names: Sequence[str]) -> list[Mark]:
    """The marks of the film, each with what was taken off and how it counts."""
    return [_counted(row, name) for row, name in zip(of.score.rows, names, strict=True)]


def _counted(row: Counted, name: str) -> Mark:
    return Mark(
        name, whole(row.given), signed(row.strictness), shown(row.corrected), shown(row.counted), row.pulled, row.far
    )  # fmt: skip


def strict(readers: Sequence[Strictness], names: Sequence[str], terms: Terms) -> list[Reader]:
    """How strict each reader of the film was found to be, step by step."""
    return [
        Reader(
            name, len(each.gaps), signed(each.middle), f"{len(each.gaps)} / {len(each.gaps) + terms.trust}",
            signed(each.trusted), signed(each.capped), signed(each.counted), each.known,
        )
        for each, name in zip(readers, names, strict=True)
    ]  # fmt: skip


def sums(of: Worked) -> dict[str, Any]:
    """The sums under the tables, and the interval, in words."""
    many = len(of.score.rows)
    return {
        "many": many, "sum_given": shown(of.sum_given), "sum_counted": shown(of.sum_counted),
        "raw": shown(of.score.raw), "score": shown(of.score.score), "middle": shown(of.score.middle),
        "half": shown(of.half), "within": between(of.score.low, of.score.high),
        "line": "" if of.line is None else shown(of.line), "crosses": of.place.crosses,
        "stand": Stand(of.place.stand).label, "place": of.place.place, "corrected": of.corrected,
    }  # fmt: skip
