"""The proof by prices that no better plan exists: weak duality of linear programmes, with nothing but sums.

Every reader has a price. Take it off each fit and let every file choose as if there were no loads; add what the loads are
worth at those prices. Nobody can pass that sum, and a plan that reaches it is the best there is.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kinoqor.portal.record.verifier.lists import (
    Lists,
    by_file,
    choice_fault,
    loads_fault,
    open_to,
    seed_order,
)

UNPROVED = "The prices do not prove that the plan is the best."


@dataclass
class Proved:
    """What a plan reaches and what none can pass; `fault` says in words what is wrong, `told` of what."""

    reached: int = 0
    bound: int = 0
    fault: str = ""
    told: dict[str, Any] | None = None

    def because(self, fault: str, **told: Any) -> "Proved":
        """The same with a fault."""
        self.fault, self.told = fault, told
        return self


@dataclass(frozen=True)
class Planned:
    """A plan to be proved: the pairs that were drawn, their chances, units of a read, seed, and whether houses with a
    strong reader of a file were narrowed to those."""

    pairs: list[Any]
    chances: list[Any]
    of: int
    seed: bytes
    narrowed: bool


def proved(lists: Lists, plan: Planned, prices: dict[str, int]) -> Proved:
    """Whether a plan keeps every limit, and whether its prices prove that none has more fit."""
    found = Proved()
    try:
        drawn, likely = by_file(lists, plan.pairs), by_file(lists, plan.chances)
    except ValueError as error:
        return found.because("A pair stands twice, or names nobody: {pair}.", pair=error)
    order = seed_order(lists.readers, plan.seed)
    asked = [int(prices.get(code, 0)) for code in lists.readers]
    for at, code in enumerate(lists.files):
        may = open_to(lists, plan.seed, at, order, plan.narrowed)
        mine = likely.get(code, {})
        for rows, each in ((mine, plan.of), (drawn.get(code, {}), 1)):
            fault = choice_fault(lists, at, rows, may, each)
            if fault:
                reader = next((lists.readers[one] for one in rows if one not in may), "")
                reader = reader or next((lists.readers[one] for one in rows), "")
                return found.because(fault, file=code, reader=reader)
        found.reached += sum(may[place] * units for place, (_fit, units) in mine.items())
        found.bound += _best(lists, at, may, asked, plan.of)
    for pairs, each in ((plan.pairs, 1), (plan.chances, plan.of)):
        reader = loads_fault(lists, pairs, each)
        if reader:
            return found.because("Reader {reader} has more or fewer files than agreed.", reader=reader)
    for price, least, most in zip(asked, lists.least, lists.most, strict=True):
        found.bound += plan.of * price * (most if price > 0 else least)
    if found.reached != found.bound:
        found.because(UNPROVED)
    return found


def _best(lists: Lists, at: int, may: dict[int, int], asked: list[int], each: int) -> int:
    """The most that a file can choose at these prices, as far as its limits let it."""
    needed = lists.needed[at]
    left, weak, total = needed * each, lists.weak(needed) * each, 0
    cap, low = lists.caps(each)
    taken: dict[tuple[str, bool], int] = {}
    for net, place in _dearest([(value - asked[place], place) for place, value in may.items()]):
        strong = lists.fit[at][place] >= lists.strong_from
        most = low if (lists.files[at], lists.readers[place]) in lists.warned else cap
        units = min(most, left) if strong else min(most, left, weak)
        house = lists.house[place]
        if house and lists.houses:
            units = min(units, each - taken.get((house, strong), 0))
            taken[house, strong] = taken.get((house, strong), 0) + units
        total += net * units
        left -= units
        weak -= 0 if strong else units
        if not left:
            break
    return total


def _dearest(nets: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    yield from heapq.nlargest(40, nets)
    yield from sorted(nets, reverse=True)[40:]
