"""The draw itself, repeated: chances become whole reads by shifting units around rings, with numbers of the seed."""

from collections import Counter
from typing import Any

from kinoqor.portal.record.verifier.chance import Counted
from kinoqor.portal.record.verifier.lists import Lists, by_file, seed_order


class Arcs:
    """Reader to house or part or file, house to part, part to file, source to reader: what each arc carries."""

    def __init__(self, of: int) -> None:
        self.tails: list[int] = []
        self.heads: list[int] = []
        self.carried: list[int] = []
        self.at: dict[int, list[int]] = {}
        self.of = of

    def add(self, tail: int, head: int, carried: int) -> None:
        """One more arc."""
        self.tails.append(tail)
        self.heads.append(head)
        self.carried.append(carried)

    def stand(self) -> None:
        """Note at each node which arcs with a part of a read stand there, in the order of the arcs."""
        for arc, amount in enumerate(self.carried):
            if amount % self.of:
                self.at.setdefault(self.tails[arc], []).append(arc)
                self.at.setdefault(self.heads[arc], []).append(arc)

    def open_at(self, node: int, but: int) -> int:
        """An arc at a node with a part of a read, other than one; -1 where there is none."""
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


def drawn_again(lists: Lists, chances: list[Any], seed: bytes, of: int) -> tuple[set[tuple[str, str]], int]:
    """The pairs that the draw takes from chances by a seed, and how many numbers it has counted off for that."""
    arcs, pairs = _network(lists, chances, seed, of)
    arcs.stand()
    numbers = Counted(seed)
    for start in list(arcs.at):
        _walk(arcs, start, numbers)
    return {pair for at, pair in enumerate(pairs) if arcs.carried[at] // of}, numbers.at


def _network(lists: Lists, chances: list[Any], seed: bytes, of: int) -> tuple[Arcs, list[tuple[str, str]]]:
    files, readers = seed_order(lists.files, seed), seed_order(lists.readers, seed)
    row_of, column_of = ({at: number for number, at in enumerate(each)} for each in (files, readers))
    count, wide = len(files), len(readers)
    names = dict.fromkeys(lists.house[at] for at in readers if lists.house[at] and lists.houses)
    numbered = {name: number for number, name in enumerate(names)}
    held = by_file(lists, chances)
    cells = sorted(
        (row_of[at], column_of[place], units, fit < lists.strong_from)
        for at, code in enumerate(lists.files)
        for place, (fit, units) in held.get(code, {}).items()
    )
    limited = [lists.weak(lists.needed[at]) < lists.needed[at] for at in files]
    first = wide + 2 * count
    crowd_of = [(row, numbered.get(lists.house[readers[at]], -1), weak) for row, at, _units, weak in cells]
    shared = _shared(crowd_of, first)
    arcs, ends, brought = Arcs(of), dict[int, int](), dict[int, int]()
    sums = [0] * wide
    for (row, column, units, weak), key in zip(cells, crowd_of, strict=True):
        goal = wide + row + (count if weak and limited[row] else 0)
        crowd = shared.get(key)
        if crowd is not None:
            ends[crowd] = goal
            goal = crowd
        arcs.add(column, goal, units)
        brought[goal] = brought.get(goal, 0) + units
        sums[column] += units
    pairs = [(lists.files[files[row]], lists.readers[readers[column]]) for row, column, _u, _w in cells]
    for node in sorted(ends):
        arcs.add(node, ends[node], brought[node])
        brought[ends[node]] = brought.get(ends[node], 0) + brought[node]
    for row in range(count):
        if limited[row]:
            arcs.add(wide + count + row, wide + row, brought.get(wide + count + row, 0))
    for column, carried in enumerate(sums):
        arcs.add(first + len(shared), column, carried)
    return arcs, pairs


def _shared(crowd_of: list[tuple[int, int, bool]], first: int) -> dict[tuple[int, int, bool], int]:
    """A node for each house that several readers of a file are of, weak and strong apart."""
    many = Counter(key for key in crowd_of if key[1] >= 0)
    return {key: first + at for at, key in enumerate(sorted(key for key in many if many[key] > 1))}


def _walk(arcs: Arcs, start: int, numbers: Counted) -> None:
    """Walk from a node along arcs with a part of a read, and shift each ring as it closes."""
    path: list[tuple[int, int]] = []
    seen = {start: 0}
    node, came = start, -1
    while True:
        arc = arcs.open_at(node, came)
        if arc < 0:
            return
        node = arcs.heads[arc] if arcs.tails[arc] == node else arcs.tails[arc]
        path.append((arc, node))
        came = arc
        if node not in seen:
            seen[node] = len(path)
            continue
        ring = path[seen[node] :]
        _shift(arcs, ring, numbers)
        for _arc, left in ring[:-1]:
            del seen[left]
        del path[seen[node] :]
        came = path[-1][0] if path else -1


def _shift(arcs: Arcs, ring: list[tuple[int, int]], numbers: Counted) -> None:
    of = arcs.of
    ahead = [arcs.heads[arc] == node for arc, node in ring]
    parts = [arcs.carried[arc] % of for arc, _node in ring]
    forth = min(of - part if along else part for part, along in zip(parts, ahead, strict=True))
    back = min(part if along else of - part for part, along in zip(parts, ahead, strict=True))
    step = forth if numbers.below(forth + back) < back else -back
    for (arc, _node), along in zip(ring, ahead, strict=True):
        arcs.carried[arc] += step if along else -step
