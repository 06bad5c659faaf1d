"""A programme given to the solver: CP-SAT, one thread, a fixed seed; only what is proved is taken."""

import time
from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _
from ortools.sat.python import cp_model

from kinoqor.deciding.allocation.rules.program import Program
from kinoqor.kit.verdict import Refused, Verdict, no

MOST = 1 << 62  # a sum of gains has to be below


class Nothing(Exception):
    """No list keeps all limits."""


class Chooser:
    """A programme given to the solver; `end`: when its time is over, on the monotonic clock."""

    def __init__(
        self,
        made: Program,
        end: float,
        fixed: Mapping[int, int] | None = None,
        known: Collection[int] = (),
    ) -> None:
        """`fixed`: variables with their values; `known`: the films of a list to begin from."""
        self.made, self.end = made, end
        self.model = cp_model.CpModel()
        fixed = fixed or {}
        self.taken = [
            self.model.new_constant(fixed[at]) if at in fixed else self.model.new_bool_var("")
            for at in range(len(made.gains))
        ]
        for bound in made.bounds:
            self.model.add(self.sum(bound.terms) <= bound.most)
        for at in (at for at in range(made.films) if known and at not in fixed):
            self.model.add_hint(self.taken[at], at in known)

    def sum(self, terms: Collection[tuple[int, int]]) -> cp_model.LinearExprT:
        """A sum of variables."""
        return cp_model.LinearExpr.weighted_sum([self.taken[at] for at, _f in terms], [f for _at, f in terms])

    @property
    def gain(self) -> cp_model.LinearExprT:
        """What the films gain."""
        return self.sum([(at, gain) for at, gain in enumerate(self.made.gains) if gain])

    def solve(self) -> tuple[int, ...]:
        """The films of the proved answer, by their places. Raises Nothing where there is none, Refused where the time
        is over.
        """
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.linearization_level = (
            2  # a linear relaxation of everything: five times as fast here
        )
        solver.parameters.max_time_in_seconds = max(0.0, self.end - time.monotonic())
        outcome = solver.solve(self.model)
        if outcome == cp_model.INFEASIBLE:
            raise Nothing
        if outcome != cp_model.OPTIMAL:
            raise Refused(_unproved())
        return tuple(at for at in range(self.made.films) if solver.boolean_value(self.taken[at]))


def _unproved() -> Verdict:
    reason = _("No list is proved to be the best in the time that was set, so none is shown.")
    return no(reason, way=_("Give it more time. Nothing was changed."))
