"""Which films are sure before the search: an exact bound from prices, so that only the doubtful few are searched.

The linear relaxation gives every bound of the programme a price. Rounded to whole numbers, any prices that are not below
nought prove something: take the prices off each gain, and no list is worth more than what the bounds cost plus what is
left of the gains above nought (weak duality). A list that has a film against the sign of what is left of its gain loses
at least that much of this bound. Where so little remains that a list already known is worth more, the film is sure.
Counted in whole numbers: the floating point of the relaxation only chooses the prices.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ortools.linear_solver import pywraplp

from kinoqor.deciding.allocation.rules.program import Program

SCALE = 1 << 20  # of the prices


@dataclass(frozen=True, slots=True)
class Prices:
    """What no list is worth more than, and what is left of each gain; both times `SCALE`."""

    bound: int
    left: tuple[int, ...]

    def slack(self, known: int) -> int:
        """How much a list that is worth `known` may still lose against the bound, times `SCALE`."""
        return self.bound - SCALE * known

    def sure(self, slack: int) -> dict[int, int]:
        """The variables that every list has so that loses no more than this; each with its value."""
        return {at: int(left > 0) for at, left in enumerate(self.left) if abs(left) > slack}


def prices(made: Program) -> Prices | None:
    """The prices of a programme; None where its relaxation has no answer."""
    solver = pywraplp.Solver.CreateSolver("GLOP")
    taken = [solver.NumVar(0, 1, "") for _gain in made.gains]
    rows = []
    for bound in made.bounds:
        row = solver.Constraint(-solver.infinity(), bound.most)
        for at, factor in bound.terms:
            row.SetCoefficient(taken[at], factor)
        rows.append(row)
    goal = solver.Objective()
    for at, gain in enumerate(made.gains):
        goal.SetCoefficient(taken[at], gain)
    goal.SetMaximization()
    if solver.Solve() != pywraplp.Solver.OPTIMAL:
        return None
    return priced(made, [max(0, round(SCALE * row.dual_value())) for row in rows])


def priced(made: Program, asked: Sequence[int]) -> Prices:
    """What whole prices prove, one for each bound."""
    left = [SCALE * gain for gain in made.gains]
    cost = 0
    for bound, price in zip(made.bounds, asked, strict=True):
        if price:
            cost += price * bound.most
            for at, factor in bound.terms:
                left[at] -= price * factor
    return Prices(cost + sum(each for each in left if each > 0), tuple(left))
