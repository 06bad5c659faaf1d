"""A log as plain files after C2SP tlog-tiles: hashes in tiles of 256, entries in bundles of 256, a checkpoint on top.

checkpoint                  origin, size and root, signed
tile/<level>/<number>       256 hashes of 32 bytes: roots of 256**level leaves each
tile/entries/<number>       256 entries, each with its length in two bytes before it
….p/<width>                 the same at the right edge of the log, with fewer than 256
"""

import base64
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kinoqor.kit import merkle
from kinoqor.kit.note import Note, Unreadable, from_base64, read_note

HEIGHT = 8  # levels of the tree in a tile
WIDTH = 1 << HEIGHT
MOST_ENTRY = 0xFFFF  # bytes, since its length is written in two
MOST_SIZE = 1 << 63
CHECKPOINT = "checkpoint"
PROOF = "c2sp.org/tlog-proof@v1"
ENTRIES = "entries"
ReadFile = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Tile:
    """Which tile: its level (or "entries"), its number, and how many it holds, 256 when it is whole."""

    level: int | str
    number: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Where it lies under the address of the log."""
        digits = f"{self.number:03}"
        digits = digits.zfill(-(-len(digits) // 3) * 3)
        groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
        number = "/".join([f"x{each}" for each in groups[:-1]] + groups[-1:])
        return f"tile/{self.level}/{number}" + (f".p/{self.width}" if self.width < WIDTH else "")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a log: whose it is, how many leaves it has, and their root."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True)
class Proof:
    """That one leaf is in a log: its index, the hashes beside its way up, and the signed checkpoint at the top."""

    index: int
    path: tuple[bytes, ...]
    checkpoint: Note

    def __str__(self) -> str:
        """The text of a .tlog-proof file."""
        hashes = "".join(f"{base64.b64encode(each).decode()}\n" for each in self.path)
        return f"{PROOF}\nindex {self.index}\n{hashes}\n{self.checkpoint}"


def tiles_at(size: int) -> Iterator[Tile]:
    """Every tile and bundle that a log of this size consists of."""
    if size:
        yield from _row(ENTRIES, size)
    level = 0
    while size >> (HEIGHT * level):
        yield from _row(level, size >> (HEIGHT * level))
        level += 1


def _row(level: int | str, count: int) -> Iterator[Tile]:
    for number in range(count // WIDTH):
        yield Tile(level, number)
    if count % WIDTH:
        yield Tile(level, count // WIDTH, count % WIDTH)


def tile_of(level: int, number: int, size: int) -> Tile:
    """The tile of a level that holds the hash of this number, as wide as it is in a log of this size."""
    tile = number // WIDTH
    return Tile(level, tile, min(WIDTH, (size >> (HEIGHT * level)) - tile * WIDTH))


def reader(size: int, read: ReadFile) -> merkle.Read:
    """Read nodes of a tree out of the tiles of a log of this size, each tile once."""
    held: dict[Tile, bytes] = {}

    def hashes(tile: Tile) -> bytes:
        if tile not in held:
            held[tile] = read(tile.path)
            if len(held[tile]) != tile.width * merkle.SIZE:
                raise Unreadable(f"{tile.path} does not hold {tile.width} hashes.")
        return held[tile]

    def node(level: int, number: int) -> bytes:
        above = level % HEIGHT
        tile = tile_of(level // HEIGHT, number << above, size)
        first = (number << above) % WIDTH
        return merkle.root(cut(hashes(tile))[first : first + (1 << above)])

    return lambda nodes: [node(level, number) for level, number in nodes]


def cut(raw: bytes) -> list[bytes]:
    """The hashes of a tile."""
    return [raw[at : at + merkle.SIZE] for at in range(0, len(raw), merkle.SIZE)]


def bundle(entries: Iterable[bytes]) -> bytes:
    """Entries as they are written; ValueError where one is too long."""
    pieces = []
    for each in entries:
        if len(each) > MOST_ENTRY:
            raise ValueError(f"An entry has at most {MOST_ENTRY} bytes.")
        pieces += [len(each).to_bytes(2, "big"), each]
    return b"".join(pieces)


def unbundle(raw: bytes) -> list[bytes]:
    """The entries of a bundle."""
    found, at = [], 0
    while at < len(raw):
        end = at + 2 + int.from_bytes(raw[at : at + 2], "big")
        if at + 2 > len(raw) or end > len(raw):
            raise Unreadable("A bundle of entries ends in the middle of one.")
        found.append(raw[at + 2 : end])
        at = end
    return found


def read_checkpoint(note: Note) -> Checkpoint:
    """What a checkpoint says; signatures are not checked here."""
    lines = note.text.split("\n")
    if len(lines) < 4 or not lines[0]:
        raise Unreadable("A checkpoint is an origin, a size and a root, each on its line.")
    raw = from_base64(lines[2])
    if len(raw) != merkle.SIZE:
        raise Unreadable("The root of a checkpoint has 32 bytes.")
    return Checkpoint(lines[0], _number(lines[1]), raw)


def read_proof(text: str) -> Proof:
    """A .tlog-proof file; signatures and hashes are not checked here."""
    head, gap, note = text.partition("\n\n")
    lines = head.split("\n")
    if not gap or lines[0] != PROOF:
        raise Unreadable(f"A proof begins with {PROOF}.")
    lines = [each for each in lines[1:2] if not each.startswith("extra ")] + lines[2:]
    if not lines or not lines[0].startswith("index "):
        raise Unreadable("A proof names the index of its leaf.")
    path = tuple(from_base64(each) for each in lines[1:])
    return Proof(_number(lines[0].removeprefix("index ")), path, read_note(note.encode()))


def proves(proof: Proof, entry: bytes) -> bool:
    """Whether a proof shows that this entry is under its checkpoint; whose signature that carries is asked apart."""
    head = read_checkpoint(proof.checkpoint)
    return merkle.includes(proof.index, head.size, merkle.leaf_hash(entry), proof.path, head.root)


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or (text != "0" and text[0] == "0") or len(text) > 19:
        raise Unreadable("A number is written in digits alone, without noughts before it.")
    return int(text)
