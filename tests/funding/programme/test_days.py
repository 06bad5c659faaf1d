"""The working days and parameters of the pack, as the sources give them."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.programme.adapters.files import described, folders
from kinoqor.kit.calendar import Calendar, UnknownYear

PACK = Path(__file__).resolve().parents[3] / "packs" / "kz"
SAID = described(folders(PACK)[0])
CALENDAR = Calendar([day.special for day in SAID.days], {year.year: year.verified for year in SAID.years})


def working(year: int, month: int) -> int:
    first = date(year, month, 1)
    last = date(year + month // 12, month % 12 + 1, 1)
    return CALENDAR.between(first, last) + CALENDAR.works(first) - CALENDAR.works(last)


@pytest.mark.parametrize(
    ("year", "month", "days"),
    [
        # https://help.inbuh.kz/6801/ : the balance of working time of 2024, five-day week
        (2024, 1, 21), (2024, 2, 21), (2024, 3, 17), (2024, 4, 22), (2024, 5, 20), (2024, 7, 22), (2024, 8, 21),
        (2024, 9, 21), (2024, 10, 22), (2024, 11, 21), (2024, 12, 21),
        # https://alau.kz/novyj-god-2026-utverzhdjon-oficialnyj-kalendar-vyhodnyh/ : 19 working days
        (2026, 1, 19),
    ],
)  # fmt: skip
def test_a_month_has_the_working_days_that_the_balance_says(year: int, month: int, days: int) -> None:
    assert working(year, month) == days


def test_three_working_days_reach_over_a_moved_day() -> None:
    # 8 May 2024 was off and Saturday 4 May was worked instead: 3, 4 and 6 May.
    assert CALENDAR.after(date(2024, 5, 2), 3).day == date(2024, 5, 6)
    # 20 working days from the end of the window of March 2025, over Nauryz with its two days in lieu.
    assert CALENDAR.after(date(2025, 3, 13), 20).day == date(2025, 4, 15)


def test_a_day_that_was_moved_twice_is_worked() -> None:
    assert CALENDAR.works(date(2020, 5, 11))
    assert not CALENDAR.works(date(2020, 5, 8))


def test_the_day_of_the_constitution_has_moved() -> None:
    assert CALENDAR.works(date(2026, 8, 31))
    assert not CALENDAR.works(date(2027, 3, 15))


def test_a_year_that_nobody_has_compared_with_the_act_is_marked() -> None:
    assert CALENDAR.after(date(2026, 12, 28), 5).unsure
    assert not CALENDAR.after(date(2025, 3, 13), 20).unsure


def test_a_year_that_is_not_known_is_refused() -> None:
    with pytest.raises(UnknownYear):
        CALENDAR.after(date(2027, 12, 20), 30)


@given(st.dates(date(2019, 1, 1), date(2027, 10, 1)), st.integers(1, 40))
def test_a_term_ends_on_a_working_day_and_counts_as_many(start: date, days: int) -> None:
    end = CALENDAR.after(start, days).day
    assert CALENDAR.works(end)
    assert CALENDAR.between(start, end) == days


def test_every_value_has_its_source_and_the_years_of_the_law_are_all_there() -> None:
    assert {value.since.year for value in SAID.values} == set(range(2019, 2027))
    assert all(value.source.startswith("http") for value in SAID.values)
    assert [value.value for value in SAID.values if value.since == date(2025, 1, 1)] == [393_200]
