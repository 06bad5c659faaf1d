"""The list: films in the order that the call's rule gives them, ties by the stated rules, and where the line lies."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import groupby, pairwise
from statistics import median

from kinoqor.judging.score.rules.strictness import ZERO
from kinoqor.judging.score.words import Admission, Counted, Place, Read, Score, Stand, Terms, Tie


@dataclass(frozen=True, slots=True)
class Beside:
    """What ties are broken by besides the scores: averages on the named criterion, and the order that was drawn."""

    averages: Mapping[str, Fraction] = field(default_factory=dict)
    lots: Mapping[str, int] = field(default_factory=dict)


def shares(reads: Sequence[Read]) -> dict[tuple[str, str], Fraction]:
    """Per reader and film: which share of the other films on his list it stands above; films that are level count half. A
    reader of one film says nothing.
    """
    lists: dict[str, list[Read]] = defaultdict(list)
    for read in reads:
        lists[read.reader].append(read)
    found = {}
    for reader, own in lists.items():
        for read in own if len(own) > 1 else ():
            above = sum(each.mark < read.mark for each in own)
            level = sum(each.mark == read.mark for each in own) - 1
            found[reader, read.film] = Fraction(2 * above + level, 2 * (len(own) - 1))
    return found


def in_favour(rows: Sequence[Counted], terms: Terms) -> Fraction:
    """How many readers are in favour, by the marks that they gave."""
    return Fraction(0 if terms.plus is None else sum(row.given >= terms.plus for row in rows))


def values_of(score: Score, terms: Terms, ranks: Mapping[tuple[str, str], Fraction]) -> list[Fraction]:
    """What each reader adds to the film's value under the rule of the call."""
    if terms.admission == Admission.PLUSES:
        return [in_favour([row], terms) for row in score.rows]
    if terms.admission == Admission.RANK:
        return [ranks[row.reader, score.film] for row in score.rows if (row.reader, score.film) in ranks]
    return [row.counted for row in score.rows]


def value(values: Sequence[Fraction], terms: Terms) -> Fraction:
    """The film's value from what each reader adds; nothing said is nothing earned."""
    if not values or terms.admission == Admission.PLUSES:
        return sum(values, ZERO)
    return median(values) if terms.admission == Admission.MEDIAN else sum(values, ZERO) / len(values)


def ranked(
    scores: Mapping[str, Score], reads: Sequence[Read], terms: Terms, beside: Beside
) -> tuple[tuple[Place, ...], Fraction | None]:
    """The list and the line: the least value where the call names one, else halfway between the last film above the line
    and the first one below it; None where there is none.
    """
    ranks = shares(reads) if terms.admission == Admission.RANK else {}
    parts = {film: values_of(score, terms, ranks) for film, score in scores.items()}
    worth = {film: _worth(scores[film], own, terms) for film, own in parts.items()}
    keys = {film: (worth[film], *_ties(scores[film], terms, beside)) for film in scores}
    order = sorted(scores, key=lambda film: (*(-part for part in keys[film]), film))
    places = _stood(_placed(order, keys, terms), terms)
    line = _line(places, terms)
    return tuple(replace(each, crosses=_crosses(scores, parts, each, terms, line)) for each in places), line


def _worth(score: Score, parts: Sequence[Fraction], terms: Terms) -> Fraction:
    return score.score if terms.admission == Admission.MEAN else value(parts, terms)


def _ties(score: Score, terms: Terms, beside: Beside) -> list[Fraction]:
    """The film's part of each tie rule, in the order of the call: the higher one is better."""
    film = score.film
    parts: dict[str, Callable[[], Fraction]] = {
        Tie.SCORE: lambda: score.score,
        Tie.CRITERION: lambda: beside.averages.get(film, ZERO),
        Tie.LOWEST: lambda: min(row.given for row in score.rows),
        Tie.PLUSES: lambda: in_favour(score.rows, terms),
        Tie.DRAW: lambda: Fraction(-beside.lots.get(film, 0)),
    }
    return [parts[name]() for name in terms.ties]


def _placed(order: Sequence[str], keys: Mapping[str, tuple[Fraction, ...]], terms: Terms) -> list[Place]:
    """The places: films that no rule tells apart share one."""
    by = {}
    for above, below in pairwise(order):
        differ = [
            number
            for number, pair in enumerate(zip(keys[above], keys[below], strict=True))
            if len({*pair}) > 1
        ]
        by[below] = terms.ties[differ[0] - 1] if differ and differ[0] else ""
    found, number = [], 1
    for key, group in groupby(order, key=lambda film: keys[film]):
        level = list(group)
        found += [Place(film, number, key[0], Stand.OUT, by.get(level[0], "")) for film in level]
        number += len(level)
    return found


def _stood(places: Sequence[Place], terms: Terms) -> list[Place]:
    least = Fraction(terms.pluses) if terms.admission == Admission.PLUSES else terms.least
    good = [each for each in places if least is None or each.value >= least]
    room = len(good) if terms.places is None else terms.places
    stands = {}
    for number, level in groupby(good, key=lambda each: each.place):
        films = [each.film for each in level]
        held = number - 1 + len(films) <= room
        stand = Stand.IN if held else Stand.OUT if number > room else Stand.TIED
        stands.update(dict.fromkeys(films, stand))
    return [replace(each, stand=stands.get(each.film, Stand.OUT)) for each in places]


def _line(places: Sequence[Place], terms: Terms) -> Fraction | None:
    least = Fraction(terms.pluses) if terms.admission == Admission.PLUSES else terms.least
    inside = [each.value for each in places if each.stand != Stand.OUT]
    outside = [
        each.value for each in places if each.stand == Stand.OUT and (least is None or each.value >= least)
    ]
    if inside and outside:
        return (min(inside) + max(outside)) / 2
    return least


def _crosses(
    scores: Mapping[str, Score],
    parts: Mapping[str, Sequence[Fraction]],
    place: Place,
    terms: Terms,
    line: Fraction | None,
) -> bool:
    """By the interval where the average counts. Elsewhere no interval is honest: there the line is crossed where the film
    would lie on its other side with one of its readers less, or, under the pluses, with one other answer of a reader.
    """
    if line is None:
        return False
    if terms.admission == Admission.MEAN:
        return scores[place.film].low <= line <= scores[place.film].high
    own = parts[place.film]
    if terms.admission == Admission.PLUSES:
        other = [place.value + 1 - 2 * each for each in own]
    else:
        other = (
            [value([*own[:number], *own[number + 1 :]], terms) for number in range(len(own))]
            if own[1:]
            else []
        )
    return any((each >= line) != (place.value >= line) for each in other)
