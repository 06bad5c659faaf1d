"""The plan of the best fit, exactly, with the prices that prove it.

A large case is solved over the most promising pairs first; the prices found there are tried on all pairs, the pairs
that they do not rule out are added, and so on until they rule out every other: the answer is the best over all pairs,
not over a list.
"""

import time
from collections.abc import Callable

import numpy as np
from django.utils.translation import gettext as _

from kinoqor.judging.assignment.rules.bottleneck import bottleneck
from kinoqor.judging.assignment.rules.exact import exact
from kinoqor.judging.assignment.rules.flow import best_flow
from kinoqor.judging.assignment.rules.network import network
from kinoqor.judging.assignment.rules.pricing import prices
from kinoqor.judging.assignment.rules.table import Found, Marks, Numbers, Table, crosses, narrow, table
from kinoqor.judging.assignment.words import Case, Plan, Progress, Settings, Short, silent
from kinoqor.kit.verdict import Refused, no

WHOLE = 1_000_000  # pairs up to which all are taken at once
LIST = 60  # promising pairs of each file and each reader at first


Clock = Callable[[str, int, int], None]


def clock(settings: Settings, progress: Progress) -> Clock:
    """Tells how far it is, and raises Refused once the time is over."""
    end = time.monotonic() + settings.seconds

    def tell(what: str, done: int, of: int) -> None:
        progress(what, done, of)
        if time.monotonic() > end:
            way = _("Give it more time, or assign each section by itself. Nothing was changed.")
            raise Refused(no(_("The time that was set for the assignment is over."), way=way))

    return tell


def best(
    case: Case, settings: Settings, seed: bytes, progress: Progress = silent
) -> tuple[Plan, dict[str, int]]:
    """The plan of the best fit, the same for every order of the rows, and the prices that prove it.

    Raises Short with the bottleneck where no plan keeps the limits, Refused where the time is over. There are no prices
    only where a house has strong and weak readers of one file and no prices exist (see `exact`).
    """
    found = solve(case, settings, seed, 1, 1, clock(settings, progress))
    pairs = found.pairs(case)
    return Plan(pairs, pairs, 1, seed, found.narrowed), found.asked(case)


def solve(case: Case, settings: Settings, seed: bytes, cap: int, of: int, tell: Clock) -> Found:
    """The best units of a read for every pair, none above the cap. Raises Short, Refused."""
    held = table(case, settings, seed)
    crossing = crosses(held)
    if crossing and of > 1:
        narrow(held)
    tell(_("Looking for the best plan"), 0, 1)
    found = by_flow(held, held.value, cap, of, tell)
    if found is None:
        raise Short(bottleneck(case, settings, seed, cap, of))
    if crossing and of == 1 and crowded(held, found.units):
        units = exact(held, settings.seconds)
        if units is None:
            raise Short(bottleneck(case, settings, seed, cap, of))
        found = Found(held, units, of, prices(held, held.open, units, held.value, cap, of))
    tell(_("The plan is proved"), 1, 1)
    found.narrowed = crossing and of > 1
    return found


def crowded(held: Table, units: Numbers) -> bool:
    """Whether a file has two readers of one house."""
    houses = range(int(held.house.max(initial=-1)) + 1)
    return any((units[:, held.house == name].sum(axis=1) > 1).any() for name in houses)


def by_flow(
    held: Table, value: Numbers, cap: int, of: int, tell: Clock, keep: Marks | None = None
) -> Found | None:
    """The best units by flows over a growing list of pairs; None where even all pairs do not allow a plan."""
    size = LIST * max(1, of // cap)
    mask = promising(held, value, size)
    if keep is not None:
        mask |= keep & held.open
    for turn in range(1, 100):
        net = network(held, mask, cap, of)
        flow = best_flow(held, net, value)
        whole = bool((mask == held.open).all())
        tell(_("Looking for the best plan"), turn, turn + (0 if whole else 1))
        if flow is None:
            if whole:
                return None
            size *= 4
            mask = promising(held, value, size)
            continue
        units = np.zeros(held.shape, dtype=np.int16)
        units[net.rows, net.columns] = flow[: net.pairs]
        del net, flow
        asked = prices(held, mask, units, value, cap, of)
        missing = held.open & ~mask if whole or asked is None else ruled_in(held, mask, units, value, asked)
        if not missing.any():
            return Found(held, units, of, asked)
        mask |= missing
    return None


def ruled_in(held: Table, mask: Marks, units: Numbers, value: Numbers, asked: Numbers) -> Marks:
    """The pairs outside a mask that a file would rather have at these prices than one that it has."""
    found = np.zeros(held.shape, dtype=bool)
    for row in range(held.shape[0]):
        net = value[row] - asked
        mine = net[units[row] > 0]
        if len(mine):
            found[row] = held.open[row] & ~mask[row] & (net > mine.min())
    return found


def promising(held: Table, value: Numbers, size: int) -> Marks:
    """The best so many pairs of each file and each reader; all where there are few, or the lists are half of them."""
    files, readers = held.shape
    if files * readers <= WHOLE or 2 * size >= min(files, readers):
        return held.open.copy()
    worth = np.where(held.open, value, -1)
    mask = np.zeros(held.shape, dtype=bool)
    per_reader = max(size, int(2 * held.most.max()))
    rows = np.argpartition(worth, readers - size, axis=1)[:, readers - size :]
    np.put_along_axis(mask, rows, True, axis=1)
    if per_reader < files:
        columns = np.argpartition(worth, files - per_reader, axis=0)[files - per_reader :]
        np.put_along_axis(mask, columns, True, axis=0)
    return mask & held.open
