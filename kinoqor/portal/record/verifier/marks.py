"""From marks on criteria to one mark of a reader for a film, exactly, in fractions."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any

NOTHING = Fraction(0)


def hundredth(value: Fraction) -> Fraction:
    """Rounded to hundredths, the half away from nought: what is printed is what counts."""
    whole = Fraction(floor(abs(value) * 100 + Fraction(1, 2)), 100)
    return whole if value >= 0 else -whole


def clamped(value: Fraction, most: Fraction) -> Fraction:
    """The value, never further than `most` from nought."""
    return max(-most, min(most, value))


@dataclass(frozen=True)
class Terms:
    """The published rule of the scores; see docs/reference/round-folder.md."""

    criteria: dict[str, tuple[Fraction, Fraction, Fraction]]  # lowest, highest, weight
    lowest: Fraction
    highest: Fraction
    correct: bool
    trust: int
    most: Fraction
    reach: Fraction
    fewest: int
    crossing: Fraction
    uneven: Fraction
    level: Fraction
    widening: Fraction


@dataclass(frozen=True)
class Given:
    """One reader's mark of one film on the common scale."""

    reader: str
    film: str
    mark: Fraction


def terms_of(said: Any) -> Terms:
    """The terms of scores.json. Raises what BROKEN names."""
    told = said["terms"]
    criteria = {code: (Fraction(a), Fraction(b), Fraction(c)) for code, a, b, c in said["criteria"]}
    part = {
        name: Fraction(told[name])
        for name in ("lowest", "highest", "most", "reach", "crossing", "uneven", "level", "widening")
    }
    return Terms(
        criteria=criteria, correct=bool(told["correct"]), trust=int(told["trust"]), fewest=int(told["fewest"]), **part
    )  # fmt: skip


def given_of(rows: list[Any], terms: Terms) -> list[Given]:
    """One mark of each reader for each film: the weighted average of what applies. ValueError off the scale."""
    parts: dict[tuple[str, str], dict[str, Fraction]] = {}
    for reader, film, criterion, value in rows:
        own = parts.setdefault((reader, film), {})
        lowest, highest, _weight = terms.criteria[criterion]
        if criterion in own or (value is not None and not lowest <= Fraction(value) <= highest):
            raise ValueError(f"{reader} {film} {criterion}")
        if value is not None:
            own[criterion] = Fraction(value)
    found = []
    for (reader, film), own in sorted(parts.items()):
        weight = sum((terms.criteria[code][2] for code in own), NOTHING)
        if weight:
            total = NOTHING
            for code, value in own.items():
                lowest, highest, heavy = terms.criteria[code]
                total += heavy * (value - lowest) / (highest - lowest)
            found.append(Given(reader, film, terms.lowest + (terms.highest - terms.lowest) * total / weight))
    return sorted(found, key=lambda each: (each.film, each.reader))


def by_film(given: list[Given]) -> dict[str, list[Given]]:
    """The marks of each film."""
    found: dict[str, list[Given]] = {}
    for each in given:
        found.setdefault(each.film, []).append(each)
    return found
