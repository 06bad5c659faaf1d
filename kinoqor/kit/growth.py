"""How a log grows: entries come in one by one, whole tiles fall out, and its root is known at every moment.

Only the right edge is held: for each level of tiles the hashes of the last, unfinished one. A log that was published
goes on from its edge; nothing before it is read again.
"""

from collections.abc import Iterable, Iterator, Sequence

from kinoqor.kit import merkle
from kinoqor.kit.tiles import ENTRIES, HEIGHT, WIDTH, Tile, bundle

Made = tuple[Tile, bytes]


class Growth:
    """A log that grows from nothing, or from its edge at `size` leaves.

    `edge` are the hashes of the unfinished tile of each level, the lowest first; `entries` those of the last bundle.
    """

    def __init__(
        self, size: int = 0, edge: Iterable[Iterable[bytes]] = (), entries: Iterable[bytes] = ()
    ) -> None:
        self.size = size
        self.edge = [list(each) for each in edge]
        self.entries = list(entries)
        if [len(each) for each in self.edge] != edge_widths(size) or len(self.entries) != size % WIDTH:
            raise ValueError(f"This is not the edge of a log of {size} leaves.")

    def add(self, entry: bytes) -> Iterator[Made]:
        """Take one entry in; gives the tiles that became whole by it."""
        self.entries.append(entry)
        self.size += 1
        found, level = merkle.leaf_hash(entry), 0
        while True:
            if level == len(self.edge):
                self.edge.append([])
            self.edge[level].append(found)
            if len(self.edge[level]) < WIDTH:
                return
            number = (self.size >> (HEIGHT * (level + 1))) - 1
            if level == 0:
                yield Tile(ENTRIES, number), bundle(self.entries)
                self.entries = []
            yield Tile(level, number), b"".join(self.edge[level])
            found, self.edge[level] = merkle.root(self.edge[level]), []
            level += 1

    def unfinished(self) -> Iterator[Made]:
        """The unfinished tiles of the right edge."""
        if self.entries:
            yield Tile(ENTRIES, self.size // WIDTH, len(self.entries)), bundle(self.entries)
        for level, hashes in enumerate(self.edge):
            if hashes:
                yield Tile(level, self.size >> (HEIGHT * (level + 1)), len(hashes)), b"".join(hashes)

    def root(self) -> bytes:
        """The root of everything that came in."""
        return edge_root(self.edge)


def edge_root(edge: Sequence[Sequence[bytes]]) -> bytes:
    """The root of a log of which this is the right edge."""
    below: list[bytes] = []
    for hashes in edge:
        together = [*hashes, *below]
        below = [merkle.root(together)] if together else []
    return below[0] if below else merkle.EMPTY


def edge_widths(size: int) -> list[int]:
    """How many hashes the last, unfinished tile of each level holds in a log of this size."""
    widths = []
    while size:
        widths.append(size % WIDTH)
        size >>= HEIGHT
    return widths
