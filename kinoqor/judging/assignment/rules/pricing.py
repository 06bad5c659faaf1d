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
    files, readers = held.shape
    caps = np.broadcast_to(held.caps(cap, of), held.shape)
    gap = np.full((readers + 1, readers + 1), FAR, dtype=np.int64)
    for row in range(files):
        mine = np.flatnonzero(units[row])
        open_to = mask[row] & (units[row] < caps[row])
        strong = held.strong[row]
        full = _full_houses(held, units[row], mine, strong, of)
        tight = int(units[row][~strong].sum()) >= int(held.weak[row]) * of
        plain = open_to & ~full & ~(~strong if tight else np.zeros_like(strong))
        for each in mine:
            may = plain if not (tight and not strong[each]) else open_to & ~full
            if full[each]:
                mates = open_to & (held.house == held.house[each]) & (strong == strong[each])
                may = may | mates
            np.minimum(
                gap[each, :readers],
                np.where(may, value[row, each] - value[row], FAR),
                out=gap[each, :readers],
            )
    return gap


def _full_houses(held: Table, row: Numbers, mine: Numbers, strong: Marks, of: int) -> Marks:
    """The readers whose house has all its room at a file, strong and weak counted apart."""
    full = np.zeros(len(row), dtype=bool)
    for each in mine:
        name = held.house[each]
        if name >= 0:
            mates = (held.house == name) & (strong == strong[each])
            if row[mates].sum() >= of:
                full |= mates
    return full
