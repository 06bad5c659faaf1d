"""Public randomness without a network: numbers that others announce on a day known beforehand (a lottery, a rate), after
RFC 3797.
"""

from collections.abc import Iterable, Sequence
from hashlib import md5, sha256


def key_string(sources: Iterable[Sequence[int]]) -> str:
    """The announced numbers as one string (RFC 3797, section 4): per source in rising order, each with a full stop, a
    stroke after the source.
    """
    return "".join("".join(f"{number}." for number in sorted(source)) + "/" for source in sources)


def mixed(sources: Iterable[Sequence[int]]) -> bytes:
    """The 32 bytes that announced numbers give for a draw of this house, in place of a round of the beacon."""
    return sha256(key_string(sources).encode()).digest()


def digest(key: str, number: int) -> int:
    """The number of one selection of RFC 3797: MD5 of the key between two copies of the counter, two bytes each."""
    counter = number.to_bytes(2, "big")
    return int.from_bytes(md5(counter + key.encode() + counter, usedforsecurity=False).digest(), "big")


def selected(key: str, pool: int, many: int) -> list[int]:
    """Which of a numbered pool (from 1) are drawn by RFC 3797, in the order of drawing."""
    if not 0 <= many <= pool:
        raise ValueError(f"{many} cannot be drawn from {pool}.")
    left = list(range(1, pool + 1))
    return [left.pop(digest(key, number) % len(left)) for number in range(many)]
