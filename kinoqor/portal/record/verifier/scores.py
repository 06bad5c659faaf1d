"""The corrected scores, counted again from anonymous marks by the published rule.

Of each reader: the middle of the gaps between his mark and the average of the others on the same film, trusted n of
n + 7, never more than a sixth of the scale, in two passes; far marks pulled in towards the middle of the film; averaged.
"""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, sqrt
from statistics import NormalDist, median
from typing import Any

from kinoqor.portal.record.verifier.marks import (
    NOTHING,
    Given,
    Terms,
    by_film,
    clamped,
    given_of,
    hundredth,
    terms_of,
)
from kinoqor.portal.record.verifier.telling import BROKEN, Telling, first_few, understood


@dataclass(frozen=True)
class Strict:
    """How strict a reader was found."""

    gaps: list[Fraction]
    middle: Fraction
    counted: Fraction
    known: bool


def strictness(given: list[Given], terms: Terms) -> dict[str, Strict]:
    """What each reader's strictness is, after two passes."""
    found: dict[str, Strict] = {}
    for _pass in range(2):
        found = _once_over(given, terms, found)
    return found


def _once_over(given: list[Given], terms: Terms, before: dict[str, Strict]) -> dict[str, Strict]:
    seen = {each: each.mark - (before[each.reader].counted if before else NOTHING) for each in given}
    gaps: dict[str, list[Fraction]] = {each.reader: [] for each in given}
    for own in by_film(given).values():
        total = sum((seen[each] for each in own), NOTHING)
        for each in own if len(own) > 1 else ():
            gaps[each.reader].append(each.mark - (total - seen[each]) / (len(own) - 1))
    middles = {reader: median(own) if own else NOTHING for reader, own in gaps.items()}
    capped = {
        reader: clamped(middles[reader] * Fraction(len(own), len(own) + terms.trust), terms.most)
        if own
        else NOTHING
        for reader, own in gaps.items()
    }
    known = {reader for reader, own in gaps.items() if len(own) >= terms.fewest}
    centre = sum((capped[each] for each in known), NOTHING) / len(known) if known else NOTHING
    return {
        reader: Strict(
            own, middles[reader],
            hundredth(clamped(capped[reader] - centre, terms.most)) if reader in known else NOTHING, reader in known,
        )
        for reader, own in gaps.items()
    }  # fmt: skip


def corrects(given: list[Given], terms: Terms, sections: dict[str, str], found: dict[str, Strict]) -> bool:
    """Whether marks are corrected: the readers hang together, share enough films, and differ enough."""
    if not terms.correct or len(_groups(given)) > 1:
        return False
    shared = Counter(each.reader for own in by_film(given).values() if len(own) > 1 for each in own)
    if not any(many >= terms.fewest for many in shared.values()) or not _crossed(given, terms, sections):
        return False
    total = _variance([each.mark for each in given])
    known = [each for each in found.values() if each.known]
    share = max(NOTHING, _differ(known)) / total if total else NOTHING
    return bool(share and share >= terms.uneven)


def _groups(given: list[Given]) -> list[set[str]]:
    groups: list[set[str]] = []
    for own in by_film(given).values():
        joined, apart = {each.reader for each in own}, []
        for group in groups:
            if group & joined:
                joined |= group
            else:
                apart.append(group)
        groups = [*apart, joined]
    return groups


def _crossed(given: list[Given], terms: Terms, sections: dict[str, str]) -> bool:
    counts: dict[str, Counter[str]] = {}
    for each in given:
        counts.setdefault(each.reader, Counter())[sections.get(each.film, "")] += 1
    home = {reader: min(own, key=lambda name: (-own[name], name)) for reader, own in counts.items()}
    names = sorted({sections.get(each.film, "") for each in given})
    for name in names if len(names) > 1 else ():
        sides = [(sections.get(each.film, "") == name, home[each.reader] == name) for each in given]
        touching = sum(film or reader for film, reader in sides)
        crossing = sum(film != reader for film, reader in sides)
        if touching and Fraction(crossing, touching) < terms.crossing:
            return False
    return True


def _variance(values: list[Fraction]) -> Fraction:
    if len(values) < 2:
        return NOTHING
    mean = sum(values, NOTHING) / len(values)
    return sum(((each - mean) ** 2 for each in values), NOTHING) / len(values)


def _differ(readers: list[Strict]) -> Fraction:
    if len(readers) < 2:
        return NOTHING
    chance = sum((_variance(each.gaps) / len(each.gaps) for each in readers), NOTHING) / len(readers)
    return _variance([each.middle for each in readers]) - Fraction(355, 226) * chance


def scored(given: list[Given], terms: Terms, taken: dict[str, Fraction] | None) -> dict[str, list[int]]:
    """Of each film, in hundredths: the plain average, the score, the ends of its interval. `taken`: the strictness of
    each reader, None where marks are not corrected.
    """
    less = taken or {}
    films = {
        film: [(each.mark, each.mark - less.get(each.reader, NOTHING)) for each in own]
        for film, own in sorted(by_film(given).items())
    }
    squares, freedom = 0.0, 0
    for own in films.values():
        mean = sum((corrected for _mark, corrected in own), NOTHING) / len(own)
        squares += float(sum(((corrected - mean) ** 2 for _mark, corrected in own), NOTHING))
        freedom += len(own) - 1
    spread = squares / freedom if freedom else 0.0
    found = {}
    for film, own in films.items():
        middle = median(corrected for _mark, corrected in own)
        near = [
            middle + clamped(each - middle, terms.reach) if taken is not None else each for _mark, each in own
        ]
        score = hundredth(sum(near, NOTHING) / len(near))
        half = NormalDist().inv_cdf((1 + float(terms.level)) / 2) * sqrt(
            float(terms.widening) * spread / len(own)
        )
        raw = hundredth(sum((mark for mark, _corrected in own), NOTHING) / len(own))
        low, high = floor((float(score) - half) * 100), ceil((float(score) + half) * 100)
        found[film] = [int(raw * 100), int(score * 100), low, high]
    return found


def check_scores(tell: Telling, raw: bytes) -> dict[str, list[int]] | None:
    """Count all scores of a stage again from the marks; gives what they come to."""
    try:
        said = understood(raw)
        terms = terms_of(said)
        given = given_of(said["marks"], terms)
        found = strictness(given, terms)
        corrected = corrects(given, terms, dict(said["sections"]), found)
        due = scored(
            given, terms, {name: each.counted for name, each in found.items()} if corrected else None
        )
        stated = {film: numbers for film, *numbers in said["scores"]}
        strict = {reader: int(each.counted * 100) if corrected else 0 for reader, each in found.items()}
        other = [
            name for name, value in sorted(strict.items()) if dict(said["strictness"]).get(name) != value
        ]
        right = bool(said["corrected"]) == corrected
    except BROKEN as error:
        tell.wrong(
            "{file} was altered, it cannot be read: {error}.", file="scores.json", error=tell.trouble(error)
        )
        return None
    tell.either(right, "Whether marks are corrected follows from the rule.",
                "By the rule of this call it is the other way round whether marks are corrected.")  # fmt: skip
    for reader in first_few(other):
        tell.wrong("The strictness of reader {reader} is another one by the rule.", reader=reader)
    wrong = [film for film in sorted({*due, *stated}) if due.get(film) != stated.get(film)]
    for film in first_few(wrong):
        tell.wrong("The score of film {film} is stated as {said}; by the marks it is {due}.",
                   film=film, said=_shown(stated.get(film)), due=_shown(due.get(film)))  # fmt: skip
    if not wrong and not other:
        tell.right(
            "The scores of {films} films follow from {marks} marks.", films=len(due), marks=len(said["marks"])
        )
    return due


def _shown(numbers: Any) -> str:
    return f"{numbers[1] / 100:.2f}" if numbers else "—"
