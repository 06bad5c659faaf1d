"""The exact choice: the most points times money that all limits and the justice rule allow, proved, and always the same.

CP-SAT, one thread, a fixed seed. Only a proved optimum is taken: where the time ends before, nothing is decided.

Among lists of one and the same value the one is taken whose films' ties (16 bits of SHA-256 of seed, "|" and code) sum up
to the most: they are added below the last digit of the value, so that one search proves both. They do not depend on
points, so that more points still never hurt. Where there is no room for them below 2^62, the list is taken that has the
better-placed film where two of them first differ, proved by one more search.
"""

import hashlib
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

TIE = 16  # bits


def ties(made: Program) -> tuple[list[int], int]:
    """The tie of each film, and the bits that they need together: none where there is no room for them."""
    room = MOST.bit_length() - 1 - (sum(made.gains) + 1).bit_length()
    bits = TIE + made.films.bit_length()
    if bits > room:
        return [0] * made.films, 0
    seed = made.held.settings.seed
    digests = (hashlib.sha256(f"{seed}|{row.file.code}".encode()).digest() for row in made.held.rows)
    return [int.from_bytes(each[:2]) for each in digests], bits


def best(made: Program, end: float, fixed: Mapping[int, int] | None = None) -> tuple[int, ...]:
    """The places of the films of the best list, the one of its value that the ties say. Raises Nothing, Refused."""
    if sum(made.gains) >= MOST:
        words = _("Points times money are too large to be reckoned exactly: count the money in whole units.")
        raise Refused(no(words))
    chooser = Chooser(made, end, fixed)
    noise, bits = ties(made)
    worth = [(at, (made.gains[at] << bits) + noise[at]) for at in range(made.films) if made.gains[at]]
    chooser.model.maximize(chooser.sum(worth))
    found = chooser.solve()
    while not bits:
        better = before(made, end, found, fixed)
        if better is None:
            break
        found = better
    return found


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
