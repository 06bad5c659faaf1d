"""The network of a table: source, readers, houses of a file, weak part of a file, file. All in units of a read.

source -> reader            between least and most
reader -> house, part, file one cap, where the pair is open
house of a file -> its part one read
weak part -> file           what is left beside the strong readers
"""

from dataclasses import dataclass

import numpy as np
from ortools.graph.python import max_flow, min_cost_flow

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


def network(held: Table, mask: Marks, cap: int, of: int) -> Network:
    """The arcs of the pairs in a mask. Nodes: readers, files, weak parts, houses of files, source, sink."""
    files, readers = held.shape
    rows, columns = (each.astype(np.int64) for each in np.nonzero(mask))
    weak = ~held.strong[rows, columns]
    limited = held.weak < held.needed
    goal = readers + rows + np.where(weak & limited[rows], files, 0)
    first = readers + 2 * files
    tails, heads, room = [columns], [goal], [np.full(len(rows), cap, dtype=np.int64)]
    crowd = held.house[columns] >= 0
    width = 2 * (int(held.house.max(initial=-1)) + 1)
    keys = rows[crowd] * width + 2 * held.house[columns[crowd]] + weak[crowd]
    _keys, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    shared = counts * cap > of
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


def best_flow(held: Table, net: Network, value: Numbers) -> Numbers | None:
    """The flow of most value on all arcs, every file full and every load kept; None where there is none."""
    files, readers = held.shape
    spare = int(held.needed.sum() - held.least.sum()) * net.of
    if spare < 0:
        return None
    solver = min_cost_flow.SimpleMinCostFlow()
    costs = np.zeros(len(net.tails), dtype=np.int64)
    costs[: net.pairs] = -value[net.rows, net.columns]
    arcs = solver.add_arcs_with_capacity_and_unit_cost(net.tails, net.heads, net.room, costs)
    source = np.full(readers, net.nodes - 2)
    free = (held.most - held.least) * net.of
    solver.add_arcs_with_capacity_and_unit_cost(
        source, np.arange(readers), free, np.zeros(readers, dtype=np.int64)
    )
    solver.set_nodes_supplies(np.arange(readers), held.least * net.of)
    solver.set_nodes_supplies(readers + np.arange(files), -held.needed * net.of)
    solver.set_node_supply(net.nodes - 2, spare)
    if solver.solve() != solver.OPTIMAL:
        return None
    return np.asarray(solver.flows(arcs), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Cut:
    """How much can flow, how much is wanted, and the narrowest place: rows and columns on the side of the sink."""

    flow: int
    wanted: int
    rows: Numbers
    columns: Numbers


def widest(held: Table, net: Network, loads: Numbers) -> Cut:
    """The most reads that readers with these loads can give the files, and the narrowest place before the files."""
    files, readers = held.shape
    source, sink = net.nodes - 2, net.nodes - 1
    solver = max_flow.SimpleMaxFlow()
    solver.add_arcs_with_capacity(net.tails, net.heads, net.room)
    solver.add_arcs_with_capacity(np.full(readers, source), np.arange(readers), loads * net.of)
    solver.add_arcs_with_capacity(readers + np.arange(files), np.full(files, sink), held.needed * net.of)
    solver.solve(source, sink)
    side = np.asarray(solver.get_sink_side_min_cut(), dtype=np.int64)
    rows = np.sort(side[(side >= readers) & (side < readers + files)] - readers)
    return Cut(
        int(solver.optimal_flow()), int(held.needed.sum()) * net.of, rows, np.sort(side[side < readers])
    )
