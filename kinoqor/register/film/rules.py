"""How what was asked for in an address is read. Pure; what cannot be understood is passed over, never refused."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kinoqor.register.card.words import Axis, Sureness
from kinoqor.register.film.words import (
    LISTS,
    LONGEST_CODE,
    MAY_BE_UNKNOWN,
    MOST_CODES,
    SUBJECTS,
    SUPPORTED,
    UNKNOWN,
    Doubt,
    Order,
)

_REF = re.compile(r"[a-z]{1,3}\d{1,9}", re.ASCII)
_DECADE = re.compile(r"[12]\d\d0", re.ASCII)
_YEAR = re.compile(r"[12]\d\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader wants to see: codes by axis (any of them fits, all axes must), years, doubts, order."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first: int | None = None
    last: int | None = None
    doubts: tuple[str, ...] = ()
    order: str = Order.OLD

    @property
    def narrowed(self) -> bool:
        """Whether any film may be left out."""
        return bool(self.chosen or self.doubts or self.first or self.last)


def pairs(wanted: Wanted) -> list[tuple[str, str]]:
    """What is wanted as the parameters of an address; `read` gives the same again."""
    found = [(str(axis), code) for axis, chosen in wanted.chosen.items() for code in chosen]
    found += [(name, str(year)) for name, year in (("from", wanted.first), ("to", wanted.last)) if year]
    found += [("doubt", doubt) for doubt in wanted.doubts]
    return found + ([("order", wanted.order)] if wanted.order != Order.OLD else [])


def read(asked: Mapping[str, Sequence[str]], codes: Mapping[str, Collection[str]]) -> Wanted:
    """Read the parameters of an address.

    `codes`: for each axis named by a controlled list, the codes of that list. Years are `from` and `to`; the wrong
    way round they are turned. Unknown codes, years that are none and anything too long are passed over.
    """
    chosen = {
        axis: found for axis in LISTS if (found := _codes(axis, asked.get(axis, ()), codes.get(axis, ())))
    }
    first, last = _year(asked.get("from", ())), _year(asked.get("to", ()))
    if first and last and first > last:
        first, last = last, first
    doubts = tuple(each for each in Doubt.values if each in asked.get("doubt", ()))
    order = next((each for each in asked.get("order", ()) if each in Order.values), Order.OLD)
    return Wanted(chosen, first, last, doubts, str(order))


def _codes(axis: str, given: Sequence[str], listed: Collection[str]) -> tuple[str, ...]:
    short = (each for each in given[:MOST_CODES] if len(each) <= LONGEST_CODE)
    return tuple(dict.fromkeys(each for each in short if _known(axis, each, listed)))


def _known(axis: str, code: str, listed: Collection[str]) -> bool:
    if code == UNKNOWN:
        return axis in MAY_BE_UNKNOWN
    if axis in SUBJECTS:
        return bool(_REF.fullmatch(code))
    if axis == Axis.DECADE:
        return bool(_DECADE.fullmatch(code))
    if axis == Axis.SURENESS:
        return code in Sureness.values
    return code in (SUPPORTED if axis == Axis.SUPPORT else listed)


def _year(given: Sequence[str]) -> int | None:
    return next((int(each) for each in given[:1] if _YEAR.fullmatch(each.strip())), None)


def first_choices(
    counts: Mapping[str, int], chosen: Collection[str], listed: Sequence[str], most: int
) -> list[str]:
    """The codes offered on an axis: the chosen first, then those with films; at most `most` and the chosen.

    In the order of `listed` where one is given, else those with most films first.
    """
    place = {code: number for number, code in enumerate(listed)}
    order: Any = (
        (lambda code: (place.get(code, len(place)), code)) if listed else (lambda code: (-counts[code], code))
    )
    with_films = sorted((code for code, n in counts.items() if n), key=order)
    return [*chosen, *(code for code in with_films if code not in chosen)][: max(most, len(chosen))]
