"""What happens after the plan: a reader falls out, and as little as possible moves."""

import numpy as np

from kinoqor.judging.assignment.rules.bottleneck import bottleneck
from kinoqor.judging.assignment.rules.choice import NOISE
from kinoqor.judging.assignment.rules.fitting import by_flow, clock, crowded
from kinoqor.judging.assignment.rules.table import crosses, narrow, table
from kinoqor.judging.assignment.words import Case, Pair, Plan, Progress, Settings, Short, silent


def mended(case: Case, settings: Settings, plan: Plan, progress: Progress = silent) -> Plan:
    """The plan for a case that has changed (a conflict, a load, a reader or file gone): the fewest pairs that hold now
    are given up, and among such plans the one of most fit. Raises Short where there is none.
    """
    held = table(case, settings, plan.seed)
    old: dict[str, set[str]] = {}
    for pair in plan.pairs:
        old.setdefault(pair.file, set()).add(pair.reader)
    keep = np.zeros(held.shape, dtype=bool)
    columns = {case.readers[at].code: column for column, at in enumerate(held.readers)}
    for row, at in enumerate(held.files):
        for reader in old.get(case.files[at].code, ()):
            if reader in columns:
                keep[row, columns[reader]] = True
    keep &= held.open
    fit = np.where(held.open, held.value >> NOISE, 0)
    more_than_all = 2 * int(held.needed.sum()) * (int(fit.max(initial=0)) + 1)
    value = fit + np.where(keep, more_than_all, 0)
    tell = clock(settings, progress)
    found = by_flow(held, value, 1, 1, tell, keep)
    narrowed = found is not None and crosses(held) and crowded(held, found.units)
    if narrowed:
        narrow(held)
        found = by_flow(held, value, 1, 1, tell, keep)
    if found is None:
        raise Short(bottleneck(case, settings, plan.seed))
    pairs = found.pairs(case)
    return Plan(pairs, pairs, 1, plan.seed, narrowed)


def moved(before: Plan, after: Plan) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """The pairs that were given up and the pairs that are new."""
    old = {(pair.file, pair.reader): pair for pair in before.pairs}
    new = {(pair.file, pair.reader): pair for pair in after.pairs}
    gone = tuple(old[key] for key in sorted(old.keys() - new.keys()))
    return gone, tuple(new[key] for key in sorted(new.keys() - old.keys()))
