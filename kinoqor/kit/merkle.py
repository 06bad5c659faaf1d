"""Merkle trees after RFC 6962: many leaves under one root, with short proofs that a leaf is in it and that it only grew.

A tree of n leaves is known by its *nodes*: node (level, number) is the root over the 2**level leaves from
number * 2**level on. A node never changes once its leaves are there, so a proof is a list of roots of ranges, and each
range is a few nodes. Whoever keeps the nodes hands in `read`, which answers for many at once.

Checks follow the reference implementation where it is stricter than the text: an empty tree proves nothing about a
later one.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256

Node = tuple[int, int]
Read = Callable[[Sequence[Node]], Sequence[bytes]]
SIZE = 32  # bytes of a hash
EMPTY = sha256(b"").digest()  # the root of no leaves


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two hashes that stand side by side."""
    return sha256(b"\x01" + left + right).digest()


def root(hashes: Sequence[bytes]) -> bytes:
    """The root over hashes of leaves, or over roots of equal whole trees of which the last alone may be smaller."""
    if not hashes:
        return EMPTY
    level = list(hashes)
    while len(level) > 1:
        above = [node_hash(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
        level = above + level[len(above) * 2 :]
    return level[0]


def nodes_of(begin: int, end: int) -> list[Node]:
    """The nodes that make the leaves from `begin` to before `end`, the largest first.

    `begin` is a multiple of every node's width, as in a proof and for a whole tree (begin 0).
    """
    found: list[Node] = []
    while begin < end:
        level = (end - begin).bit_length() - 1
        found.append((level, begin >> level))
        begin += 1 << level
    return found


def folded(hashes: Sequence[bytes]) -> bytes:
    """The root of the nodes that `nodes_of` names."""
    if not hashes:
        return EMPTY
    found = hashes[-1]
    for each in reversed(hashes[:-1]):
        found = node_hash(each, found)
    return found


def root_of(size: int, read: Read) -> bytes:
    """The root of the first `size` leaves."""
    return folded(read(nodes_of(0, size)))


def inclusion(index: int, size: int, read: Read) -> list[bytes]:
    """The proof that leaf `index` is in the tree of `size` leaves. ValueError where it is not."""
    if not 0 <= index < size:
        raise ValueError(f"A tree of {size} leaves has no leaf {index}.")
    return _roots(_beside(index, 0, size), read)


def _beside(index: int, begin: int, end: int) -> list[tuple[int, int]]:
    """The ranges of leaves beside the way from a leaf up to the root, the lowest first."""
    ranges: list[tuple[int, int]] = []
    while end - begin > 1:
        middle = begin + _half(end - begin)
        if index < middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((begin, middle))
            begin = middle
    return ranges[::-1]


def consistency(old: int, new: int, read: Read) -> list[bytes]:
    """The proof that the tree of `new` leaves begins with that of `old` leaves; empty where old is 0 or new itself."""
    if not 0 <= old <= new:
        raise ValueError(f"A tree of {new} leaves does not begin with one of {old}.")
    if old in (0, new):
        return []
    ranges: list[tuple[int, int]] = []
    begin, end = 0, new
    while old != end:
        middle = begin + _half(end - begin)
        if old <= middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((begin, middle))
            begin = middle
    if begin:
        ranges.append((begin, end))
    return _roots(ranges[::-1], read)


def _half(count: int) -> int:
    """The largest power of two below a number."""
    return 1 << ((count - 1).bit_length() - 1)


def _roots(ranges: Sequence[tuple[int, int]], read: Read) -> list[bytes]:
    """The roots of ranges of leaves, all their nodes read at once."""
    pieces = [nodes_of(begin, end) for begin, end in ranges]
    hashes, at, found = read([node for piece in pieces for node in piece]), 0, []
    for piece in pieces:
        found.append(folded(hashes[at : at + len(piece)]))
        at += len(piece)
    return found


def includes(index: int, size: int, leaf: bytes, proof: Sequence[bytes], head: bytes) -> bool:
    """Whether a proof shows that the leaf of this hash stands at `index` under the root of `size` leaves."""
    if not 0 <= index < size or not _whole(leaf, *proof):
        return False
    at, last, found = index, size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(each, found)
            at, last = _up(at, last)
        else:
            found = node_hash(found, each)
        at, last = at >> 1, last >> 1
    return last == 0 and found == head


def _up(at: int, last: int) -> tuple[int, int]:
    """Past the levels on which a node at the right edge stands alone."""
    while at and not at & 1:
        at, last = at >> 1, last >> 1
    return at, last


def extends(old: int, new: int, before: bytes, after: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that the root `after` of `new` leaves begins with the root `before` of `old` leaves."""
    if not 0 <= old <= new or not _whole(*proof):
        return False
    if old == new:
        return not proof and before == after
    if old == 0:
        return False
    path = list(proof) if old & (old - 1) else [before, *proof]
    if not path:
        return False
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    first = second = path[0]
    for each in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            first, second = node_hash(each, first), node_hash(each, second)
            at, last = _up(at, last)
        else:
            second = node_hash(second, each)
        at, last = at >> 1, last >> 1
    return last == 0 and first == before and second == after


def _whole(*hashes: bytes) -> bool:
    return all(len(each) == SIZE for each in hashes)
