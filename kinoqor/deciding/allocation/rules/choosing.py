"""The exact choice: the most points times money that all limits and the justice rule allow, proved, and always the same.

CP-SAT, one thread, a fixed seed. Only a proved optimum is taken: where the time ends before, nothing is decided. Among
lists of one and the same value the one is taken that has the better-placed film where two of them first differ in the
order; that no list of the value is before it is proved by one more search.
"""

import time
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from ortools.sat.python import cp_model

from kinoqor.deciding.allocation.rules.clashing import clash
from kinoqor.deciding.allocation.rules.making import made
from kinoqor.deciding.allocation.rules.program import Program, program
from kinoqor.deciding.allocation.rules.solving import MOST, Chooser, Nothing
from kinoqor.deciding.allocation.rules.table import table
from kinoqor.deciding.allocation.words import Case, Impossible, Result
from kinoqor.kit.verdict import Refused, no


def best(made: Program, end: float, fixed: Mapping[int, int] | None = None) -> tuple[int, ...]:
    """The places of the films of the best list, the first in the order among those of its value. Raises Nothing,
    Refused.
    """
    if sum(made.gains) >= MOST:
        raise Refused(
            no(_("Points times money are too large to be reckoned exactly: count the money in whole units."))
        )
    chooser = Chooser(made, end, fixed)
    chooser.model.maximize(chooser.gain)
    found = chooser.solve()
    while True:
        better = before(made, end, found, fixed)
        if better is None:
            return found
        found = better


def before(
    made: Program, end: float, found: Sequence[int], fixed: Mapping[int, int] | None = None
) -> tuple[int, ...] | None:
    """A list of the same value that stands before this one: where they first differ it has the film. None: proved that
    there is none.
    """
    fixed = fixed or {}
    inside = set(found)
    chooser = Chooser(made, end, fixed)
    model, first = chooser.model, []
    same: cp_model.IntVar | None = None
    model.add(chooser.gain >= sum(made.gains[at] for at in found))
    for at in range(made.films):
        if at in fixed:
            continue
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
    if not first:
        return None
    model.add_bool_or(first)
    try:
        return chooser.solve()
    except Nothing:
        return None


def allocate(case: Case) -> Result:
    """The list of a case with everything that follows from it. Raises Impossible with the clash where no list keeps all
    limits, Refused where none is proved to be the best in time, ValueError for a case that contradicts itself.
    """
    held = table(case)
    end = time.monotonic() + case.settings.seconds
    try:
        places = best(program(held), end)
    except Nothing:
        raise Impossible(clash(case, end)) from None
    return made(held, [held.rows[at].file.code for at in places])
