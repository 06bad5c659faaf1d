"""The exact choice: the most points times money that the limits and the justice rule allow, proved, and always the same.

CP-SAT, one thread, a fixed seed. Only a proved optimum is taken: where the time ends before, nothing is decided. Lists
are compared in whole points times the unit of the case; what they have to keep stands to the minor unit.

Most films are sure before any search: prices (`pricing`) prove how much a list loses that has a film against its sign. So
films that cost little are searched first; whatever list that gives says how much the best one may lose at most, and the
films that may be otherwise within that are searched again, until the search was as wide as the proof asks for.

Among lists of one and the same value the one is taken that has the better-placed film where two of them first differ. The
last search proves both at once: that no list is worth more, and that none of this value stands before. More points never
hurt by it: a film that has more of them only stands further before.
"""

import time
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from kinoqor.deciding.allocation.rules.clashing import clash
from kinoqor.deciding.allocation.rules.making import made
from kinoqor.deciding.allocation.rules.pricing import SCALE, Prices, prices
from kinoqor.deciding.allocation.rules.program import Program, program
from kinoqor.deciding.allocation.rules.solving import MOST, Chooser, Nothing
from kinoqor.deciding.allocation.rules.table import table
from kinoqor.deciding.allocation.words import Case, Impossible, Result
from kinoqor.kit.verdict import Refused, no

PART = 64  # what a film of the middle is worth, by this: how much the first search lets a film lose
WIDER = 4  # times, each search


def best(made: Program, end: float) -> tuple[int, ...]:
    """The places of the films of the best list, of its value the one that stands first. Raises Nothing, Refused."""
    if sum(made.gains) >= MOST:
        words = _(
            "Points times money are too large to be reckoned exactly: count the money in a larger unit."
        )
        raise Refused(no(words))
    priced = prices(made)
    found = _good(made, priced, end)
    while True:
        sure = {} if priced is None else priced.sure(priced.slack(made.gain(found)))
        better = before(made, end, found, sure)
        if better is None:
            return found
        found = better


def _good(made: Program, priced: Prices | None, end: float) -> tuple[int, ...]:
    """A list to begin from: the best one of those whose films lose little each; nearly always the best of all."""
    if priced is None:
        return most(made, end)
    may_lose = SCALE * max(1, _middle(made) // PART)
    while True:
        fixed = priced.sure(may_lose)
        try:
            found = most(made, end, fixed)
        except Nothing:
            if not fixed:
                raise
        else:
            if priced.slack(made.gain(found)) <= WIDER * may_lose:
                return found
        may_lose *= WIDER


def _middle(made: Program) -> int:
    gains = sorted(gain for gain in made.gains if gain)
    return gains[len(gains) // 2] if gains else 0


def most(made: Program, end: float, fixed: Mapping[int, int] | None = None) -> tuple[int, ...]:
    """A list that is worth the most of those that have the fixed variables so. Raises Nothing, Refused."""
    chooser = Chooser(made, end, fixed)
    chooser.model.maximize(chooser.gain)
    return chooser.solve()


def beaten(made: Program, end: float, found: Sequence[int], by: int) -> bool:
    """Whether any list with this film beats one without it; where the prices say that none does, none is searched."""
    priced = prices(made)
    fixed = {} if priced is None else priced.sure(priced.slack(made.gain(found)))
    return fixed.get(by) != 0 and before(made, end, found, {**fixed, by: 1}) is not None


def before(
    made: Program, end: float, found: Sequence[int], fixed: Mapping[int, int] | None = None
) -> tuple[int, ...] | None:
    """The best list that is worth more than this one, or as much and stands before it: where they first differ it has the
    film. None: proved that there is none.
    """
    inside, fixed, value = set(found), fixed or {}, made.gain(found)
    chooser = Chooser(made, end, fixed, inside)
    model = chooser.model
    more = model.new_bool_var("")
    model.add(chooser.gain >= value)
    model.add(chooser.gain > value).only_enforce_if(more)
    first, same = [more], None
    for at in (at for at in range(made.films) if fixed.get(at, -1) != (at in inside)):
        one = chooser.taken[at]
        if at not in inside:
            here = model.new_bool_var("")
            model.add_implication(here, one)
            if same is not None:
                model.add_implication(here, same)
            first.append(here)
        further = model.new_bool_var("")  # equal up to here
        model.add_implication(further, one if at in inside else ~one)
        if same is not None:
            model.add_implication(further, same)
        same = further
    model.add_bool_or(first)
    model.maximize(chooser.gain)
    try:
        return chooser.solve()
    except Nothing:
        return None


def allocate(case: Case, end: float | None = None) -> Result:
    """The list of a case with everything that follows from it. `end`: of its time, on the monotonic clock.

    Raises Impossible with the clash where no list keeps all limits, Refused where none is proved to be the best in time,
    ValueError for a case that contradicts itself.
    """
    held = table(case)
    end = time.monotonic() + case.settings.seconds if end is None else end
    try:
        places = best(program(held), end)
    except Nothing:
        raise Impossible(clash(case, end)) from None
    return made(held, [held.rows[at].file.code for at in places])
