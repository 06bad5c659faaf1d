import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.text import CONTROL, DIRECTION, INVISIBLE, REPLACEMENT, clean, suspicious


def test_control_direction_and_zero_width_signs_vanish() -> None:
    assert clean("Қыз\u202e \u200bЖі\x00бек\x1b", 100) == "Қыз Жібек"


def test_white_space_of_any_kind_becomes_one_space() -> None:
    assert clean("  Мың\t\r\n\u00a0\u2003бала ", 100) == "Мың бала"


def test_a_letter_in_two_signs_becomes_one() -> None:
    assert clean("и\u0306", 10) == "й"


def test_the_limit_counts_what_is_left() -> None:
    assert clean("\u200f" * 50 + "Шал " + "a" * 500, 5) == "Шал a"


def test_what_a_field_must_not_hold_is_named_once() -> None:
    assert suspicious("a\x07b\x07\u202ec\ufffdd\u200b") == [CONTROL, DIRECTION, REPLACEMENT, INVISIBLE]


def test_an_ordinary_title_is_not_suspicious() -> None:
    assert suspicious("«Қыз Жібек»: Ёлки — 2, l’été 影片") == []


@given(st.text(), st.integers(0, 50))
def test_cleaning_twice_changes_nothing_and_keeps_the_limit(text: str, limit: int) -> None:
    once = clean(text, limit)
    assert len(once) <= limit
    assert clean(once, limit) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not {CONTROL, DIRECTION, INVISIBLE} & set(suspicious(once.replace("\u00ad", "")))
