"""Tiles out of the database: the log goes on from the files that lie there, or is made again from its first leaf."""

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from kinoqor.kit.growth import Growth, edge_root, edge_widths
from kinoqor.kit.merkle import SIZE, leaf_hash
from kinoqor.kit.tiles import HEIGHT, WIDTH, Checkpoint, Tile, cut
from kinoqor.kit.verdict import Refused, no
from kinoqor.ledger.log.adapters.folder import Folder

Written = Callable[[int, int], Iterable[tuple[int, str, str]]]
WAY = _("Bring the database back from a backup. No head is signed until then.")


def grow(store: Folder, last: Checkpoint | None, count: int, written: Written, whole: bool) -> Growth:
    """Lay down the tiles of the first `count` leaves; `whole` where all of them are to be made again.

    Refused where the leaves in the database are not those that were signed.
    """
    log = Growth() if whole or last is None else _from_edge(store, last, written) or Growth()
    if last is not None and log.size == 0:
        for entry in _entries(written, 0, last.size):
            _lay(store, log.add(entry))
        if log.root() != last.root:
            said = _("The first %(size)s leaves in the database are not those that were signed.")
            raise Refused(no(said % {"size": last.size}, way=WAY))
    for entry in _entries(written, log.size, count):
        _lay(store, log.add(entry))
    _lay(store, log.unfinished())
    return log


def _lay(store: Folder, made: Iterable[tuple[Tile, bytes]]) -> None:
    for tile, raw in made:
        store.put(tile.path, raw)


def _entries(written: Written, begin: int, end: int) -> Iterator[bytes]:
    """The entries as they are kept, each looked at: none missing, none other than its hash."""
    at = begin
    for index, text, hashed in written(begin, end):
        if index != at:
            break
        if leaf_hash(text.encode()).hex() != hashed:
            said = _(
                "Leaf %(index)s of the public record is not what was written: it was changed in the database."
            )
            raise Refused(no(said % {"index": index}, way=WAY))
        yield text.encode()
        at += 1
    if at != end:
        said = _("Leaf %(index)s of the public record is missing in the database.")
        raise Refused(no(said % {"index": at}, way=WAY))


def _from_edge(store: Folder, last: Checkpoint, written: Written) -> Growth | None:
    """The log as it was signed last, from its right edge; None where the files do not make its root."""
    widths = edge_widths(last.size)
    entries = list(_entries(written, last.size - last.size % WIDTH, last.size))
    edge = [[leaf_hash(each) for each in entries]]
    for level, width in enumerate(widths[1:], start=1):
        hashes: list[bytes] = []
        if width:
            tile = Tile(level, last.size >> (HEIGHT * (level + 1)), width)
            try:
                hashes = cut(store.read(tile.path))
            except FileNotFoundError:
                return None
        if len(hashes) != width or any(len(each) != SIZE for each in hashes):
            return None
        edge.append(hashes)
    return Growth(last.size, edge, entries) if edge_root(edge) == last.root else None
