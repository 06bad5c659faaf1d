"""Long things in short pieces."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of up to `size` items in their order; the standard library has this from Python 3.12 on."""
    rest = iter(items)
    while piece := list(islice(rest, size)):
        yield piece
