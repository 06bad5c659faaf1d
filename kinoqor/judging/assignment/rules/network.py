"""The network of a table: source, readers, houses of a file, weak part of a file, file. All in units of a read.

source -> reader            between least and most
reader -> house, part, file one cap, where the pair is open; the lower one under a warning
house of a file -> its part one read
weak part -> file           what is left beside the strong readers
"""

from dataclasses import dataclass

import numpy as np

from kinoqor.judging.assignment.rules.table import Marks, Numbers, Table


@dataclass(slots=True)
class Network:
    """Arcs by number: first the pairs (`rows`, `columns`), then houses to parts, then parts to files."""

    rows: Numbers
    columns: Numbers
    tails: Numbers
    heads: Numbers
    room: Numbers
    nodes: int  # the source is the last but one, the sink the last
    of: int

    @property
    def pairs(self) -> int:
        """How many of the arcs are pairs."""
        return len(self.rows)


def network(held: Table, mask: Marks, cap: int, of: int, drawn: bool = False) -> Network:
    """The arcs of the pairs in a mask. Nodes: readers, files, weak parts, houses of files, source, sink.

    A house whose caps cannot pass one read needs no node in a flow; where single reads are `drawn` it does, since two
    halves could both become whole.
    """
    files, readers = held.shape
    rows, columns = (each.astype(np.int64) for each in np.nonzero(mask))
    weak = ~held.strong[rows, columns]
    limited = held.weak < held.needed
    goal = readers + rows + np.where(weak & limited[rows], files, 0)
    first = readers + 2 * files
    tails, heads, room = [columns], [goal], [np.broadcast_to(held.caps(cap, of), held.shape)[rows, columns]]
    crowd = held.house[columns] >= 0
    width = 2 * (int(held.house.max(initial=-1)) + 1)
    keys = rows[crowd] * width + 2 * held.house[columns[crowd]] + weak[crowd]
    _keys, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    shared = counts > 1 if drawn else counts * cap > of
    number = np.cumsum(shared) - 1
    inside = np.flatnonzero(crowd)[shared[inverse]]
    houses = first + number[inverse][shared[inverse]]
    ends = np.zeros(int(shared.sum()), dtype=np.int64)
    ends[houses - first] = goal[inside]
    goal[inside] = houses
    parts = np.flatnonzero(limited)
    tails += [first + np.arange(len(ends)), readers + files + parts]
    heads += [ends, readers + parts]
    room += [np.full(len(ends), of, dtype=np.int64), held.weak[parts] * of]
    nodes = first + len(ends) + 2
    joined = [np.concatenate(each) for each in (tails, heads, room)]
    return Network(rows, columns, joined[0], joined[1], joined[2], nodes, of)
