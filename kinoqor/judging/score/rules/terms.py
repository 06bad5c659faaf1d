"""From what a call and its reviews say to what the law of scores takes. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from kinoqor.funding.manner.words import Criterion, Manner
from kinoqor.judging.score.rules.marks import criteria_of, terms_of
from kinoqor.judging.score.words import Mark, Terms
from kinoqor.kit.canonical import digest

HUNDRED = 100


def terms(criteria: Sequence[Criterion], manner: Manner) -> Terms:
    """The terms of a stage, as its call fixed them. Refused where the criteria cannot be counted."""
    said = manner.scores
    return replace(
        terms_of(criteria_of(criteria)),
        correct=said.correct,
        trust=said.trust,
        fewest=said.fewest,
        level=Fraction(said.level, HUNDRED),
        admission=said.admission,
        plus=None if said.plus is None else Fraction(said.plus),
        pluses=said.pluses,
        places=said.places,
        least=None if said.least is None else Fraction(said.least, HUNDRED),
        ties=said.ties,
        first=said.first,
        clause=manner.clause,
    )


def marks(reviews: Iterable[tuple[int, int, Mapping[str, int | None]]]) -> Iterator[Mark]:
    """The marks of reviews, given as (reader, application, marks by criterion); what does not apply stays None."""
    for reader, film, given in reviews:
        for criterion, value in given.items():
            yield Mark(str(reader), str(film), criterion, None if value is None else Fraction(value))


def digest_of(marked: Iterable[Mark], by: Terms) -> str:
    """SHA-256 of marks and terms in canonical JSON: whatever rests on the same ones has the same digest."""
    rows = sorted(
        [each.reader, each.film, each.criterion, None if each.value is None else str(each.value)]
        for each in marked
    )  # fmt: skip
    asked = [[each.code, str(each.lowest), str(each.highest), str(each.weight)] for each in by.criteria]
    numbers = [
        str(each)
        for each in (
            by.correct, by.trust, by.most, by.reach, by.fewest, by.crossing, by.uneven, by.level, by.widening,
            by.admission, by.plus, by.pluses, by.places, by.least, list(by.ties), by.first,
        )
    ]  # fmt: skip
    return digest({"criteria": asked, "marks": rows, "terms": numbers})
