"""The digests of a sketch in few bytes: read a thousand at once, on any machine the same."""

import sys
from array import array

from kinoqor.kit.shingles import Sketch

_DIGEST = "Q"  # eight bytes; a digest has seven


def packed(sketch: Sketch) -> bytes:
    """The smallest digests, the lowest byte of each first."""
    return _turned(array(_DIGEST, sketch.smallest)).tobytes()


def unpacked(pieces: int, smallest: bytes) -> Sketch:
    """The sketch again."""
    found = array(_DIGEST)
    found.frombytes(smallest)
    return Sketch(pieces, tuple(_turned(found)))


def _turned(digests: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        digests.byteswap()
    return digests
