"""The two questions that a solver answers on a network: the flow of most value, and the narrowest place."""

from dataclasses import dataclass

import numpy as np
from ortools.graph.python import max_flow, min_cost_flow

from kinoqor.judging.assignment.rules.network import Network
from kinoqor.judging.assignment.rules.table import Numbers, Table


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
