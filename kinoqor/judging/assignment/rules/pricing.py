"""Prices of the readers' time that prove a plan: shortest ways among readers over the exchanges that files could make.

Where a file could give up a unit of reader b for one of reader c and loses S[b] - S[c] by it, the price of b may be no
more than that above the price of c. A reader below the most files costs nothing or less, one above the least nothing or
more. Such prices exist if and only if no round of exchanges gains anything, which is what the best means.
"""

import numpy as np

from kinoqor.judging.assignment.rules.table import Marks, Numbers, Table

FAR = np.int64(1) << 60


def prices(held: Table, mask: Marks, units: Numbers, value: Numbers, cap: int, of: int) -> Numbers | None:
    """Whole prices by column that prove the units (a matrix) the best among the pairs of a mask; None where they are
    not.
    """
    readers = held.shape[1]
    gap = exchanges(held, mask, units, value, cap, of)
    loads = units.sum(axis=0, dtype=np.int64)
    gap[:readers, readers] = np.where(loads < held.most * of, 0, FAR)
    gap[readers, :readers] = np.where(loads > held.least * of, 0, FAR)
    found = np.zeros(readers + 1, dtype=np.int64)
    for _round in range(readers + 2):
        lower = np.minimum(found, (gap + found).min(axis=1))
        if (lower == found).all():
            at: Numbers = found[:readers] - found[readers]
            return at
        found = lower
    return None


def exchanges(held: Table, mask: Marks, units: Numbers, value: Numbers, cap: int, of: int) -> Numbers:
    """For each two readers the least that any file loses when it gives up a unit of the first for one of the second."""
    readers = held.shape[1]
    gap = np.full((readers + 1, readers + 1), FAR, dtype=np.int64)
    open_to: Marks = mask & (units < held.caps(cap, of))
    full = full_houses(held, units, of)
    free = open_to if full is None else open_to & ~full
    tight = np.where(held.strong, 0, units).sum(axis=1) >= held.weak * of
    for each in np.flatnonzero(units.any(axis=0)):
        rows = np.flatnonzero(units[:, each])
        may: Marks = free[rows]
        only = tight[rows] & held.strong[rows, each]  # a strong reader makes room for a strong one alone
        if only.any():
            may = may & (held.strong[rows] | ~only[:, None])
        if full is not None and full[rows, each].any():
            same = held.strong[rows] == held.strong[rows, each][:, None]
            mates = open_to[rows] & same & (held.house == held.house[each]) & full[rows, each][:, None]
            may = may | mates
        losses = np.where(may, value[rows, each][:, None] - value[rows], FAR)
        gap[each, :readers] = losses.min(axis=0)
    return gap


def full_houses(held: Table, units: Numbers, of: int) -> Marks | None:
    """Which readers' houses have all their room at a file, strong and weak counted apart; None where no house counts."""
    if held.house.max(initial=-1) < 0:
        return None
    full = np.zeros(held.shape, dtype=bool)
    for name in range(int(held.house.max()) + 1):
        columns = np.flatnonzero(held.house == name)
        mine, strong = units[:, columns], held.strong[:, columns]
        for part in (strong, ~strong):
            crowded = np.where(part, mine, 0).sum(axis=1) >= of
            full[:, columns] |= part & crowded[:, None]
    return full
