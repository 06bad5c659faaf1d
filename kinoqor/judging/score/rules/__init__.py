"""The law of the scores: from marks to a list, and the same list without a reader. Nothing here reads or keeps a record.

The rule stands in `strictness` and `scores`, both to be read by whoever is bound by them; the numbers of the rule are the
call's (`Terms`). What can be printed is rounded before it is used, so that the printed tables give the printed list.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from kinoqor.judging.score.rules.admission import Beside as Beside
from kinoqor.judging.score.rules.admission import ranked
from kinoqor.judging.score.rules.marks import averages, reads_of
from kinoqor.judging.score.rules.scores import half_width, scores
from kinoqor.judging.score.rules.strictness import correction
from kinoqor.judging.score.words import Influence, Mark, Read, Standing, Terms, Worked


def judged(
    marks: Sequence[Mark],
    terms: Terms,
    sections: Mapping[str, str] | None = None,
    lots: Mapping[str, int] | None = None,
) -> Standing:
    """The whole round from its marks. `sections` by film; `lots`: the film's number in the public draw, lowest first."""
    beside = Beside(averages(marks, terms.first), lots or {})
    return standing(reads_of(marks, terms), terms, sections, beside)


def standing(
    reads: Iterable[Read],
    terms: Terms,
    sections: Mapping[str, str] | None = None,
    beside: Beside | None = None,
) -> Standing:
    """The whole round from its reads; in which order they come changes nothing."""
    own = tuple(sorted(reads, key=lambda each: (each.film, each.reader)))
    told = correction(own, terms, sections)
    found, spread = scores(own, told, terms)
    places, line = ranked(found, own, terms, beside or Beside())
    return Standing(terms, own, told, found, places, line, spread)


def without(
    marks: Sequence[Mark],
    gone: Iterable[str],
    terms: Terms,
    sections: Mapping[str, str] | None = None,
    lots: Mapping[str, int] | None = None,
) -> Standing:
    """The round as it would be if these readers had never read: what a court asks for when a member was not lawful."""
    barred = frozenset(gone)
    return judged([mark for mark in marks if mark.reader not in barred], terms, sections, lots)


def influence(told: Standing, other: Standing, reader: str) -> Influence:
    """How the list without a reader differs from the list: a film that he alone had read leaves it."""
    before = {each.film: each.place for each in told.places}
    after = {each.film: each.place for each in other.places}
    moves = [abs(place - after[film]) for film, place in before.items() if film in after]
    entering, leaving = other.admitted - told.admitted, told.admitted - other.admitted
    return Influence(
        reader, tuple(sorted(entering)), tuple(sorted(leaving)), max(moves, default=0), bool(other.correction.verdict)
    )  # fmt: skip


def influences(
    marks: Sequence[Mark],
    terms: Terms,
    sections: Mapping[str, str] | None = None,
    lots: Mapping[str, int] | None = None,
) -> tuple[Influence, ...]:
    """What the list would be without each reader, the one whose absence changes most first."""
    return tuple(most_first(each_influence(marks, terms, sections, lots)))


def each_influence(
    marks: Sequence[Mark],
    terms: Terms,
    sections: Mapping[str, str] | None = None,
    lots: Mapping[str, int] | None = None,
) -> Iterator[Influence]:
    """The same one by one, in the order of the readers: a large round takes its time, and whoever waits is told."""
    reads = reads_of(marks, terms)

    def told(gone: str) -> Standing:
        beside = Beside(averages((mark for mark in marks if mark.reader != gone), terms.first), lots or {})
        return standing((read for read in reads if read.reader != gone), terms, sections, beside)

    whole = judged(marks, terms, sections, lots)
    for each in sorted({mark.reader for mark in marks}):
        yield influence(whole, told(each), each)


def most_first(found: Iterable[Influence]) -> list[Influence]:
    """The reader without whom most films come in or go out first, then the one who moves a film furthest."""
    return sorted(found, key=lambda each: (-len(each.entering) - len(each.leaving), -each.furthest))


def worked(told: Standing, film: str) -> Worked | None:
    """How the score of a film came about, with every number that was used; None where nobody marked it."""
    score, place = told.scores.get(film), told.place_of(film)
    if score is None or place is None:
        return None
    return Worked(
        score,
        place,
        tuple(told.correction.readers[row.reader] for row in score.rows),
        bool(told.correction.verdict),
        sum((row.given for row in score.rows), Fraction(0)),
        sum((row.counted for row in score.rows), Fraction(0)),
        half_width(len(score.rows), told.spread, told.terms),
        told.line,
    )
