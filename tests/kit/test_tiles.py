"""A log as files: what grew is there, whole and provable; one flipped byte anywhere is found and named."""

import base64
import hashlib
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from kinoqor.kit import merkle, note, tiles
from kinoqor.kit.canonical import canonical
from kinoqor.kit.growth import Growth, edge_root
from kinoqor.kit.mirror import faults, grew
from tests.kit.thirdparty import vectors

SECRET = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"a key of the tests").digest())
NAME = "fund.example/record"
KEY = note.public_key(NAME, SECRET)
SIZES = st.one_of(st.integers(1, 700), st.sampled_from([255, 256, 257, 511, 512, 513]))


def entry(number: int) -> bytes:
    return f"decision {number}".encode()


def signed(size: int, root: bytes) -> bytes:
    return str(note.sign(tiles.Checkpoint(NAME, size, root).text, NAME, [SECRET])).encode()


def grown(size: int) -> dict[str, bytes]:
    log = Growth()
    files = {tile.path: raw for each in range(size) for tile, raw in log.add(entry(each))}
    files |= {tile.path: raw for tile, raw in log.unfinished()}
    return files | {tiles.CHECKPOINT: signed(size, log.root())}


def whole(text: str) -> int | float:
    """56.0 is 56 in every JSON."""
    return int(float(text)) if float(text).is_integer() and "e" not in text.lower() else float(text)


def missing(files: dict[str, bytes]) -> tiles.ReadFile:
    def read(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(path)
        return files[path]

    return read


def test_the_published_canonical_texts_are_made_byte_for_byte() -> None:
    """One of the six has broken numbers: the house refuses them, so that no leaf rests on how they are written."""
    made = refused = 0
    for case in vectors("jcs_rfc8785.json"):
        value = json.loads(case["input"], parse_float=whole)
        try:
            assert canonical(value).encode().hex() == "".join(case["outhex"].split()).lower(), case["name"]
            made += 1
        except TypeError:
            refused += 1
    assert (made, refused) == (5, 1)


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (tiles.Tile(0, 0), "tile/0/000"), (tiles.Tile(1, 67, 5), "tile/1/067.p/5"),
        (tiles.Tile(0, 1234067), "tile/0/x001/x234/067"), (tiles.Tile("entries", 1000, 1), "tile/entries/x001/000.p/1"),
    ],
)  # fmt: skip
def test_a_tile_lies_where_the_specification_says(tile: tiles.Tile, path: str) -> None:
    assert tile.path == path


@settings(max_examples=25)
@given(SIZES)
def test_a_log_has_exactly_the_files_of_its_size_and_all_are_right(size: int) -> None:
    files = grown(size)
    assert {each.path for each in tiles.tiles_at(size)} <= set(files)
    assert faults(missing(files), KEY) == []


@settings(max_examples=25)
@given(SIZES, st.data())
def test_a_flipped_byte_in_any_file_is_found_and_its_file_named(size: int, data: st.DataObject) -> None:
    files = grown(size)
    path = data.draw(st.sampled_from([*(each.path for each in tiles.tiles_at(size)), tiles.CHECKPOINT]))
    at = data.draw(st.integers(0, len(files[path]) - 1))
    raw = bytearray(files[path])
    raw[at] ^= 1 << data.draw(st.integers(0, 7))
    assert path in faults(missing(files | {path: bytes(raw)}), KEY)
    without = {name: each for name, each in files.items() if name != path}
    assert path in faults(missing(without), KEY)


@settings(max_examples=25)
@given(SIZES, st.data())
def test_every_leaf_is_proved_out_of_the_tiles(size: int, data: st.DataObject) -> None:
    files, index = grown(size), data.draw(st.integers(0, size - 1))
    head = note.read_note(files[tiles.CHECKPOINT])
    path = merkle.inclusion(index, size, tiles.reader(size, missing(files)))
    proof = tiles.read_proof(str(tiles.Proof(index, tuple(path), head)))
    assert tiles.proves(proof, entry(index))
    assert not tiles.proves(proof, entry(index + 1))


@settings(max_examples=25)
@given(SIZES, st.data())
def test_a_log_goes_on_from_its_edge_as_if_it_had_never_stopped(size: int, data: st.DataObject) -> None:
    stop = data.draw(st.integers(0, size))
    first = Growth()
    for each in range(stop):
        list(first.add(entry(each)))
    again = Growth(stop, first.edge, first.entries)
    for each in range(stop, size):
        list(again.add(entry(each)))
    assert (
        again.root()
        == edge_root(again.edge)
        == merkle.root([merkle.leaf_hash(entry(n)) for n in range(size)])
    )
    nodes = tiles.reader(size, missing(grown(size)))
    assert grew((stop, first.root()), (size, again.root()), nodes)
    if stop:
        assert not grew((stop, merkle.leaf_hash(b"another past")), (size, again.root()), nodes)
    assert grew((size + 1, again.root()), (size, again.root()), nodes) is False


def test_an_edge_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="not the edge"):
        Growth(3, [[b""]], [b""])


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_entries_come_out_of_their_bundle_as_they_went_in(entries: list[bytes]) -> None:
    assert tiles.unbundle(tiles.bundle(entries)) == entries


def test_an_entry_of_more_than_two_bytes_of_length_is_refused_and_a_torn_bundle_too() -> None:
    assert len(tiles.bundle([b"a" * 65_535])) == 65_537
    with pytest.raises(ValueError, match="65535"):
        tiles.bundle([b"a" * 65_536])
    for torn in (b"\x00", b"\x00\x02a"):
        with pytest.raises(note.Unreadable):
            tiles.unbundle(torn)


@pytest.mark.parametrize("size", ["01", "-1", "+1", "1e3", "", "٣", "1" * 20])
def test_a_size_that_is_no_plain_number_is_refused(size: str) -> None:
    root = base64.b64encode(merkle.EMPTY).decode()
    with pytest.raises(note.Unreadable):
        tiles.read_checkpoint(note.Note(f"a\n{size}\n{root}\n", ()))


@pytest.mark.parametrize("text", ["a\n1\n", "\n1\nAAAA\n", "a\n1\nAAAA\n"])
def test_a_checkpoint_that_lacks_a_line_or_half_its_root_is_refused(text: str) -> None:
    with pytest.raises(note.Unreadable):
        tiles.read_checkpoint(note.Note(text, ()))


@pytest.mark.parametrize(
    "text", ["", "index 1\n\n", f"{tiles.PROOF}\n\na", f"{tiles.PROOF}\nindex x\n\na\n\nb"]
)
def test_what_is_no_proof_is_refused(text: str) -> None:
    with pytest.raises(note.Unreadable):
        tiles.read_proof(text)
