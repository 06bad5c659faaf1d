"""Chance that anyone can repeat: numbers counted off from a seed, whole numbers without bias, and a fair shuffle.

Number c of a seed is SHA-256(seed ‖ "|" ‖ c), where c = 0, 1, 2 … stands in decimal digits; its first eight bytes are
read as a big-endian whole number. To choose among n equally, a number that is not below the largest multiple of n under
2^64 is passed over and the next one taken; the choice is its remainder by n. A shuffle goes from the last place to the
second and exchanges each with a place chosen among those up to and including it (Fisher and Yates). No generator of a
language is used, so every program that knows SHA-256 finds the same. Examples to test another program by:
`tests/kit/test_draw.py`.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
Below = Callable[[int], int]  # a number below another one, each equally likely

SPAN = 1 << 64  # how many different numbers there are


@dataclass(slots=True)
class Numbers:
    """The numbers of a seed, in order. `at` is the count of the next one: kept, the numbers can be taken up again
    there.
    """

    seed: bytes
    at: int = 0
    _start: "hashlib._Hash" = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._start = hashlib.sha256(self.seed + b"|")

    def next(self) -> int:
        """The next number, from 0 to 2^64 - 1."""
        digest = self._start.copy()
        digest.update(str(self.at).encode("ascii"))
        self.at += 1
        return int.from_bytes(digest.digest()[:8])

    def below(self, count: int) -> int:
        """A whole number from 0 to count - 1, each equally likely. Raises ValueError for a count that is not in
        1..2^64.
        """
        if not 1 <= count <= SPAN:
            raise ValueError(f"Nothing can be chosen among {count}.")
        fair = SPAN - SPAN % count
        while True:
            number = self.next()
            if number < fair:
                return number % count


def shuffled(things: Iterable[T], below: Below) -> list[T]:
    """The same things in a random order, every order equally likely."""
    found = list(things)
    for last in range(len(found) - 1, 0, -1):
        other = below(last + 1)
        found[last], found[other] = found[other], found[last]
    return found


def seed_of(purpose: str, *parts: bytes) -> bytes:
    """One seed made of what was frozen and of public randomness: SHA-256 of the purpose and of each part with its
    length.
    """
    digest = hashlib.sha256(purpose.encode())
    for part in parts:
        digest.update(len(part).to_bytes(8) + part)
    return digest.digest()
