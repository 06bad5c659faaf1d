"""The bars of a week. No database."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kinoqor.portal.desk.rules import bars

DAY = date(2026, 11, 1)


def parts(*numbers: int) -> list[int]:
    return [bar.parts for bar in bars([(DAY, n) for n in numbers])]


def test_the_busiest_day_has_the_whole_bar() -> None:
    assert parts(3, 6, 12) == [3, 6, 12]
    assert parts(1, 2) == [6, 12]


def test_a_day_without_deeds_has_no_bar() -> None:
    assert parts(0, 5) == [0, 12]
    assert parts(0, 0) == [0, 0]


@given(st.lists(st.integers(0, 10**6), max_size=7))
def test_whatever_was_done_is_seen_and_no_bar_is_too_long(numbers: list[int]) -> None:
    for bar in bars([(DAY, n) for n in numbers]):
        assert (bar.parts > 0) == (bar.n > 0)
        assert bar.parts <= 12
