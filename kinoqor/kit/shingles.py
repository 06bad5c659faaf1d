"""How much of one text stands in another: pieces of three words, folded and without endings, counted in sketches.

A sketch keeps the smallest of the pieces' digests (bottom-k). Of a text with no more pieces than that it is the whole
set, and what is told of two such texts is exact; of longer ones it is an estimate, the nearer the more it keeps.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from kinoqor.kit.fold import fold
from kinoqor.kit.likeness import stem

WORDS = 3  # of a piece
KEPT = 256  # digests of a sketch
KEYS = 36  # of them by which texts are looked up
_BYTES = 7  # of a digest: a number that JSON and every database hold exactly

_stem = lru_cache(maxsize=65536)(stem)


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest digests of a text's pieces, in order, and how many different pieces it has."""

    pieces: int
    smallest: tuple[int, ...]

    @property
    def keys(self) -> tuple[int, ...]:
        """Those by which it is looked up: two texts much alike share at least one."""
        return self.smallest[:KEYS]


def sketch(text: str, kept: int = KEPT) -> Sketch:
    """The sketch of a text in any script; of one with fewer words than a piece it is empty."""
    words = [_stem(word) for word in fold_long(text)]
    pieces = {" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1)}
    digests = sorted(map(_digest, pieces))
    return Sketch(len(digests), tuple(digests[:kept]))


def fold_long(text: str) -> list[str]:
    """The folded words of a text."""
    return [word for line in text.splitlines() for word in fold(line).split()]


def _digest(piece: str) -> int:
    return int.from_bytes(hashlib.blake2b(piece.encode(), digest_size=_BYTES).digest())


def resemblance(one: Sketch, other: Sketch) -> float:
    """Of all pieces of both texts, the share that stands in both."""
    union = sorted({*one.smallest, *other.smallest})
    cut = [len(each.smallest) for each in (one, other) if each.pieces > len(each.smallest)]
    if cut:
        union = union[: min(cut)]
    shared = {*one.smallest} & {*other.smallest} & {*union}
    return len(shared) / len(union) if union else 0.0


def contained(one: Sketch, other: Sketch) -> float:
    """Of the pieces of the shorter text, the share that stands in the longer one."""
    shorter = min(one.pieces, other.pieces)
    if not shorter:
        return 0.0
    alike = resemblance(one, other)
    return min(1.0, alike * (one.pieces + other.pieces) / (1 + alike) / shorter)
