"""DER is read as it must be written, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit import der
from kinoqor.kit.der import Unreadable, read, written


def test_a_thing_with_parts_is_read_and_written_again() -> None:
    whole = written(der.SEQUENCE, written(der.INTEGER, b"\x05") + written(der.OCTETS, b"abc"))
    found = read(whole)
    assert der.integer(found.part(0, der.INTEGER)) == 5
    assert der.octets(found.part(1)) == b"abc"
    assert found.whole == whole
    assert found.tagged(der.OCTETS) == found.part(1)
    assert found.tagged(der.SET) is None


@pytest.mark.parametrize(
    ("said", "name"),
    [("2a864886f70d010702", "1.2.840.113549.1.7.2"), ("2a830e030a01010202", "1.2.398.3.10.1.1.2.2"),
     ("550403", "2.5.4.3"), ("8837", "2.999")],
)  # fmt: skip
def test_names_of_kinds_are_read(said: str, name: str) -> None:
    assert der.oid(read(written(der.OID, bytes.fromhex(said)))) == name


@given(st.binary(max_size=400))
def test_whatever_is_in_it_comes_back(inside: bytes) -> None:
    assert der.octets(read(written(der.OCTETS, inside))) == inside


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_in_words(given_: bytes) -> None:
    try:
        found = read(given_)
    except Unreadable as refused:
        assert str(refused)
    else:
        assert found.whole == given_


@pytest.mark.parametrize(
    "broken",
    [
        "", "30", "3005", "040561", "0400040161", "308004000000", "04810161", "0482000161", "1f0100", "3003020105ff",
        "04850000000001", "30020401",
    ],
)  # fmt: skip
def test_what_is_not_written_as_it_must_be_is_refused(broken: str) -> None:
    with pytest.raises(Unreadable):
        read(bytes.fromhex(broken))


def test_numbers_names_and_texts_that_are_not_what_they_should_be_are_refused() -> None:
    for tag, inside, reader in (
        (der.INTEGER, b"", der.integer), (der.INTEGER, b"\x00\x01", der.integer), (der.OCTETS, b"1", der.integer),
        (der.OID, b"", der.oid), (der.OID, b"\x2a\x80\x01", der.oid), (der.OID, b"\x2a\x86", der.oid),
        (der.BITS, b"\x01\x80", der.bits), (der.OCTETS, b"", der.text), (0x0C, b"\xff", der.text),
        (der.SET, b"", der.octets),
    ):  # fmt: skip
        with pytest.raises(Unreadable):
            reader(read(written(tag, inside)))
    with pytest.raises(Unreadable):
        read(written(der.SEQUENCE, b"")).part(0)
    with pytest.raises(Unreadable):
        _ = read(written(der.OCTETS, b"")).parts


def test_what_is_too_deep_or_too_large_is_not_read() -> None:
    nested = b""
    for _level in range(60):
        nested = written(der.SEQUENCE, nested)
    with pytest.raises(Unreadable, match="deeper"):
        read(nested)
    with pytest.raises(Unreadable, match="larger"):
        read(written(der.OCTETS, b"\x00" * der.MOST))
