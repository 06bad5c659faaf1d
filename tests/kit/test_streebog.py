"""Streebog against the examples of RFC 6986, section 10, and against its own rules."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinoqor.kit.streebog import streebog256, streebog512

FIRST = b"012345678901234567890123456789012345678901234567890123456789012"
SECOND = "Се ветри, Стрибожи внуци, веютъ с моря стрелами на храбрыя плъкы Игоревы".encode("cp1251")
EXAMPLES = [
    (
        FIRST,
        "1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa"
        "00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48",
        "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500",
    ),
    (
        SECOND,
        "1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376"
        "035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28",
        "9dd2fe4e90409e5da87f53976d7405b0c0cac628fc669a741d50063c557e8f50",
    ),
]


@pytest.mark.parametrize(("text", "long", "short"), EXAMPLES, ids=["63 bytes", "72 bytes"])
def test_the_examples_of_the_standard_come_out(text: bytes, long: str, short: str) -> None:
    assert streebog512(text).hex() == long
    assert streebog256(text).hex() == short


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 10_000))
def test_a_changed_bit_changes_the_digest(text: bytes, place: int) -> None:
    other = bytearray(text or b"\x00")
    same = bytes(other)
    other[place % len(other)] ^= 1 << place % 8
    assert streebog512(bytes(other)) != streebog512(same)


@pytest.mark.parametrize("length", [0, 1, 63, 64, 65, 128])
def test_noughts_at_the_end_are_not_lost_at_any_length(length: int) -> None:
    digests = {streebog512(b"\x00" * each) for each in (length, length + 1, length + 64)}
    assert len(digests) == 3
    assert {len(each) for each in digests} == {64}
