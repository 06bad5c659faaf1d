"""One plan of whole reads out of chances, drawn with numbers that all can repeat; no solver is needed for it.

A read is `of` units. The draw walks along pairs that have a part of a read until it closes a ring (source, readers,
houses, parts and files all count), and shifts units around the ring until one of its pairs is whole: as far forward as
it goes or as far back, with chances that keep every pair's own. So every file has exactly its readers, no load, house
or cap is passed, and each pair is drawn with its chance.
"""

from dataclasses import dataclass

import numpy as np

from kinoqor.judging.assignment.rules.network import network
from kinoqor.judging.assignment.rules.table import Found, Numbers
from kinoqor.kit.draw import Below


@dataclass(slots=True)
class Walk:
    """The arcs that carry a part of a read: where they lead from and to, what they carry, and which stand at a node."""

    tails: list[int]
    heads: list[int]
    carried: list[int]
    at: dict[int, list[int]]
    of: int

    def open_at(self, node: int, but: int) -> int:
        """An arc at a node with a part of a read, other than one; those that are whole by now are forgotten."""
        here = self.at[node]
        while here and self.carried[here[-1]] % self.of == 0:
            here.pop()
        if here and here[-1] == but:
            for place in range(len(here) - 2, -1, -1):
                if self.carried[here[place]] % self.of:
                    here[place], here[-1] = here[-1], here[place]
                    break
            else:
                return -1
        return here[-1] if here else -1


def whole(likely: Found, cap: int, below: Below) -> Numbers:
    """One plan of whole reads out of chances, as a matrix of 0 and 1."""
    held, of = likely.held, likely.of
    rows, columns = np.nonzero(likely.units)
    walk, pairs = _walk(likely, cap)
    for start in list(walk.at):
        _rings(walk, start, below)
    units = np.zeros(held.shape, dtype=np.int16)
    units[rows, columns] = [carried // of for carried in walk.carried[:pairs]]
    return units


def _walk(likely: Found, cap: int) -> tuple[Walk, int]:
    """All arcs of the network that carry anything, the pairs first; each carries what its pairs bring."""
    held, of = likely.held, likely.of
    net = network(held, likely.units > 0, cap, of, drawn=True)
    files, readers = held.shape
    brought = np.zeros(net.nodes, dtype=np.int64)
    carried = np.zeros(len(net.tails), dtype=np.int64)
    carried[: net.pairs] = likely.units[net.rows, net.columns]
    np.add.at(brought, net.heads[: net.pairs], carried[: net.pairs])
    first = readers + 2 * files
    for arcs in (
        np.flatnonzero(net.tails >= first),
        np.flatnonzero((net.tails >= readers) & (net.tails < first)),
    ):
        carried[arcs] = brought[net.tails[arcs]]
        np.add.at(brought, net.heads[arcs], carried[arcs])
    tails = [*net.tails.tolist(), *[net.nodes - 2] * readers]
    heads = [*net.heads.tolist(), *range(readers)]
    amounts = [*carried.tolist(), *likely.units.sum(axis=0, dtype=np.int64).tolist()]
    at: dict[int, list[int]] = {}
    for arc, amount in enumerate(amounts):
        if amount % of:
            at.setdefault(tails[arc], []).append(arc)
            at.setdefault(heads[arc], []).append(arc)
    return Walk(tails, heads, amounts, at, of), net.pairs


def _rings(walk: Walk, start: int, below: Below) -> None:
    """Walks from a node until nothing in part is left there, shifting each ring as it closes."""
    path: list[tuple[int, int]] = []  # an arc and the node that it was left to
    seen = {start: 0}
    node, came = start, -1
    while True:
        arc = walk.open_at(node, came)
        if arc < 0:
            return
        node = walk.heads[arc] if walk.tails[arc] == node else walk.tails[arc]
        path.append((arc, node))
        came = arc
        if node not in seen:
            seen[node] = len(path)
            continue
        ring = path[seen[node] :]
        shift(walk, ring, below)
        for _arc, left in ring[:-1]:
            del seen[left]
        del path[seen[node] :]
        came = path[-1][0] if path else -1
        if path and walk.carried[came] % walk.of == 0:
            raise AssertionError("An arc before the ring cannot have become whole.")


def shift(walk: Walk, ring: list[tuple[int, int]], below: Below) -> None:
    """Shifts units around a ring, forward as far as it goes or back, so that no pair's chance changes."""
    of = walk.of
    ahead = [walk.heads[arc] == node for arc, node in ring]
    parts = [walk.carried[arc] % of for arc, _node in ring]
    forth = min(of - part if along else part for part, along in zip(parts, ahead, strict=True))
    back = min(part if along else of - part for part, along in zip(parts, ahead, strict=True))
    step = forth if below(forth + back) < back else -back
    for (arc, _node), along in zip(ring, ahead, strict=True):
        walk.carried[arc] += step if along else -step
