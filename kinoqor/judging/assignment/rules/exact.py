"""The one case that no flow can say: a house has strong and weak readers of one file, and both limits bind.

Solved to the proved optimum by CP-SAT, on one thread and from a fixed seed; a good answer that is not proved is a
failure.
"""

import numpy as np
from django.utils.translation import gettext as _
from ortools.sat.python import cp_model

from kinoqor.judging.assignment.rules.table import Numbers, Table
from kinoqor.kit.verdict import Refused, Verdict, no

MOST_PAIRS = 300_000


def exact(held: Table, seconds: float) -> Numbers | None:
    """The best plan as a matrix of 0 and 1; None where there is none. Raises Refused where it is too large or takes
    too long.
    """
    rows, columns = np.nonzero(held.open)
    if len(rows) > MOST_PAIRS:
        raise Refused(_too_much())
    model = cp_model.CpModel()
    chosen = [model.new_bool_var("") for _pair in rows]
    at = np.full(held.shape, -1, dtype=np.int64)
    at[rows, columns] = np.arange(len(rows))
    for row in range(held.shape[0]):
        here = np.flatnonzero(held.open[row])
        model.add(sum(chosen[at[row, column]] for column in here) == int(held.needed[row]))
        weak = [chosen[at[row, column]] for column in here if not held.strong[row, column]]
        model.add(sum(weak) <= int(held.weak[row]))
        for name in np.unique(held.house[here]):
            if name >= 0:
                model.add_at_most_one(
                    chosen[at[row, column]] for column in here if held.house[column] == name
                )
    for column in range(held.shape[1]):
        load = sum(chosen[each] for each in at[:, column] if each >= 0)
        model.add_linear_constraint(load, int(held.least[column]), int(held.most[column]))
    model.maximize(sum(int(held.value[r, c]) * one for r, c, one in zip(rows, columns, chosen, strict=True)))
    return _answer(held, model, chosen, seconds, (rows, columns))


def _answer(
    held: Table,
    model: cp_model.CpModel,
    chosen: list[cp_model.IntVar],
    seconds: float,
    places: tuple[Numbers, Numbers],
) -> Numbers | None:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_time_in_seconds = seconds
    outcome = solver.solve(model)
    if outcome == cp_model.INFEASIBLE:
        return None
    if outcome != cp_model.OPTIMAL:
        raise Refused(_too_much())
    units = np.zeros(held.shape, dtype=np.int16)
    units[places] = [int(solver.boolean_value(one)) for one in chosen]
    return units


def _too_much() -> Verdict:
    reason = _(
        "Strong readers and one reader of a house together are too much to reckon for so many files at once."
    )
    return no(reason, way=_("Assign each section by itself, or do without one of the two limits."))
