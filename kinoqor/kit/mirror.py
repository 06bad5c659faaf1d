"""Whether a whole log that lies somewhere as files is what its checkpoint says: everything is made again and compared."""

from collections.abc import Callable

from kinoqor.kit import merkle
from kinoqor.kit.growth import Growth
from kinoqor.kit.note import Key, Unreadable, read_note, signs
from kinoqor.kit.tiles import CHECKPOINT, ENTRIES, WIDTH, Tile, read_checkpoint, unbundle

ReadFile = Callable[[str], bytes]


def faults(read: ReadFile, key: Key) -> list[str]:
    """The files of a log that are not what they should be, by their paths; empty where everything is right.

    `read` gives the bytes of a file and raises FileNotFoundError where there is none. Entries decide: where they make
    the signed root, a tile that differs is wrong; where they do not, so is each bundle that is not that of its tile,
    and if there is none, the checkpoint.
    """
    try:
        note = read_note(read(CHECKPOINT))
        head = read_checkpoint(note)
    except (Unreadable, FileNotFoundError):
        return [CHECKPOINT]
    if not signs(key, note) or head.origin != key.name:
        return [CHECKPOINT]
    log = Growth()
    bundles: list[Tile] = []
    differing: list[Tile] = []
    for tile in _bundles(head.size):
        try:
            entries = unbundle(read(tile.path))
        except (Unreadable, FileNotFoundError):
            entries = []
        if len(entries) != tile.width:
            return [tile.path]
        made = [each for entry in entries for each in log.add(entry)]
        if tile.width < WIDTH:
            made += log.unfinished()
        for other, raw in made:
            if other.level != ENTRIES and not _same(read, other, raw):
                (bundles if other.level == 0 else differing).append(other)
    if not head.size % WIDTH:
        differing += [each for each, raw in log.unfinished() if not _same(read, each, raw)]
    if log.root() == head.root:
        return [each.path for each in (*bundles, *differing)]
    return [Tile(ENTRIES, each.number, each.width).path for each in bundles] or [CHECKPOINT]


def _bundles(size: int) -> list[Tile]:
    whole = [Tile(ENTRIES, number) for number in range(size // WIDTH)]
    return whole + ([Tile(ENTRIES, size // WIDTH, size % WIDTH)] if size % WIDTH else [])


def _same(read: ReadFile, tile: Tile, raw: bytes) -> bool:
    try:
        return read(tile.path) == raw
    except FileNotFoundError:
        return False


def grew(before: tuple[int, bytes], after: tuple[int, bytes], read: merkle.Read) -> bool:
    """Whether a later head (size, root) goes on from an earlier one, by the nodes of the later log."""
    if before[0] == 0:
        return before[1] == merkle.EMPTY
    if before[0] > after[0]:
        return False
    proof = merkle.consistency(before[0], after[0], read)
    return merkle.extends(before[0], after[0], before[1], after[1], proof)
