"""Signed notes: right ones are read back as they were, and whatever else is refused."""

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit import note
from kinoqor.kit.tiles import proves, read_checkpoint, read_proof
from tests.kit.thirdparty import vectors

SECRET = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"a key of the tests").digest())
OTHER = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"another key of the tests").digest())
NAME = "fund.example/record"
KEY = note.public_key(NAME, SECRET)
TEXTS = st.lists(
    st.text(st.characters(blacklist_categories=["Cs"], min_codepoint=32), max_size=20), min_size=1, max_size=5
)


def test_the_published_notes_are_signed_by_their_keys() -> None:
    checked = 0
    for case in vectors("signed_notes.json"):
        read = note.read_note(case["note"].encode())
        assert note.signs(note.read_key(case["vkey"]), read), case["source"]
        assert str(read) == case["note"]
        assert str(note.read_key(case["vkey"])) == case["vkey"]
        checked += 1
    assert checked == 3


def test_the_published_log_of_a_thousand_decisions_is_read_and_its_witness_believed() -> None:
    sample = vectors("project_sample_proof.json")
    proof = read_proof(sample["tlog_proof"])
    key = note.read_key(sample["vkey"])
    assert str(proof) == sample["tlog_proof"]
    assert proof.index == sample["entry_index"]
    assert note.signs(key, proof.checkpoint)
    assert proves(proof, sample["entry"].encode())
    assert not proves(proof, sample["entry"].replace("12500000777", "12500000778").encode())
    cosigned = note.read_note(sample["cosigned_checkpoint"].encode())
    assert read_checkpoint(cosigned) == read_checkpoint(proof.checkpoint)
    assert note.signs(note.read_key(sample["witness_vkey"]), cosigned)
    assert note.signs(key, cosigned)


@given(TEXTS)
def test_what_was_signed_is_read_back_and_believed(lines: list[str]) -> None:
    text = "".join(f"{each}\n" for each in lines)
    made = note.sign(text, NAME, [SECRET])
    read = note.read_note(str(made).encode())
    assert read == made
    assert note.signs(KEY, read)
    assert not note.signs(note.public_key(NAME, OTHER), read)


@given(st.data())
def test_a_flipped_byte_anywhere_in_a_note_is_found(data: st.DataObject) -> None:
    raw = str(note.sign("fund.example/record\n7\nroot\n", NAME, [SECRET])).encode()
    at, bit = data.draw(st.integers(0, len(raw) - 1)), data.draw(st.integers(0, 7))
    spoilt = bytes([*raw[:at], raw[at] ^ (1 << bit), *raw[at + 1 :]])
    try:
        believed = note.signs(KEY, note.read_note(spoilt))
    except note.Unreadable:
        believed = False
    assert not believed


def test_a_witness_says_when_and_cannot_be_made_to_say_another_moment() -> None:
    line = note.cosign("a\n1\nb\n", "paper.example", OTHER, 1_790_000_000)
    key = note.public_key("paper.example", OTHER, note.COSIGNATURE)
    assert note.signs(key, note.Note("a\n1\nb\n", (line,)))
    assert note.cosigned_at(line) == 1_790_000_000
    later = note.Signature(line.name, line.key_id, (1_790_000_001).to_bytes(8, "big") + line.said[8:])
    assert not note.signs(key, note.Note("a\n1\nb\n", (later,)))
    assert not note.signs(key, note.Note("a\n1\nb\n", (note.Signature(line.name, line.key_id, b"short"),)))


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"text\n", b"text\n\n", b"text\n\n- fund.example AAAAAAAA\n", "text\n\n— a b AAAAAAAA\n".encode(),
        "text\n\n— a AAAAAAAA".encode(), "text\n\n— a AAAA\n".encode(), "te\txt\n\n— a AAAAAAAA\n".encode(),
        "text\n\n— a+b AAAAAAAA\n".encode(), "text\n\n— a AAAAAAAB=\n".encode(), b"\xff\n\n",
        b"a" * 1_000_001, ("text\n\n" + "— a AAAAAAAA\n" * 101).encode(),
    ],
)  # fmt: skip
def test_what_is_no_note_is_refused(raw: bytes) -> None:
    with pytest.raises(note.Unreadable):
        note.read_note(raw)


@pytest.mark.parametrize(
    "text", ["", "a+00000000+AAAA", str(KEY)[:-4], str(KEY).replace("+", "+0", 1), f"b{KEY}", f"{KEY} "]
)
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(note.Unreadable):
        note.read_key(text)


@pytest.mark.parametrize("name", ["", "with space", "with+plus"])
def test_a_name_that_could_be_misread_is_given_to_no_key(name: str) -> None:
    with pytest.raises(note.Unreadable):
        note.public_key(name, SECRET)
