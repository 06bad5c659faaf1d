"""Working days are counted on what is known, and a window ends by the wall clock whatever the clocks do."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.calendar import (
    FARTHEST,
    Calendar,
    Counted,
    Reckoned,
    Special,
    UnknownYear,
    Window,
    end_of,
    moments,
)

YEARS = {2024: True, 2025: True, 2026: False}
# 8 May off and 4 May worked for it; 9 March off by a rumour.
SPECIALS = [
    Special(date(2024, 5, 1), False),
    Special(date(2024, 5, 4), True),
    Special(date(2024, 5, 8), False),
    Special(date(2024, 5, 9), False),
    Special(date(2025, 3, 10), False, verified=False),
]
CALENDAR = Calendar(SPECIALS, YEARS)
days = st.dates(date(2024, 1, 1), date(2025, 9, 30))
terms = st.integers(1, 40)


def test_a_moved_day_off_and_a_worked_saturday_are_counted_as_they_are() -> None:
    assert CALENDAR.works(date(2024, 5, 4)) and not CALENDAR.works(date(2024, 5, 8))
    assert not CALENDAR.works(date(2024, 5, 5))
    assert CALENDAR.after(date(2024, 5, 3), 3).day == date(2024, 5, 7)


def test_the_day_of_a_notice_itself_is_not_counted() -> None:
    assert CALENDAR.after(date(2024, 2, 5), 3).day == date(2024, 2, 8)


def test_calendar_days_run_over_days_off() -> None:
    assert CALENDAR.after(date(2024, 5, 1), 7, Counted.CALENDAR) == Reckoned(date(2024, 5, 8))


def test_a_year_that_is_not_known_is_refused_and_named() -> None:
    with pytest.raises(UnknownYear, match="2027"):
        CALENDAR.after(date(2026, 12, 30), 5)
    with pytest.raises(UnknownYear, match="2023"):
        CALENDAR.works(date(2023, 5, 1))


def test_a_term_of_calendar_days_needs_no_calendar() -> None:
    assert Calendar([], {}).after(date(2030, 1, 1), 15, Counted.CALENDAR).day == date(2030, 1, 16)


def test_a_date_that_rests_on_an_unverified_day_says_so() -> None:
    assert CALENDAR.after(date(2025, 3, 6), 2).unsure == (date(2025, 3, 10),)
    assert CALENDAR.after(date(2025, 3, 11), 2).unsure == ()


def test_a_date_in_a_year_that_is_not_verified_as_a_whole_says_so() -> None:
    assert CALENDAR.after(date(2025, 12, 30), 3).unsure == (date(2026, 1, 1),)


@pytest.mark.parametrize("wrong", [0, -1, FARTHEST + 1])
def test_a_number_of_days_that_is_no_term_is_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match="A term has between"):
        CALENDAR.after(date(2024, 1, 1), wrong)


@given(days, terms)
def test_a_term_ends_on_a_working_day_and_holds_as_many_as_it_says(start: date, term: int) -> None:
    end = CALENDAR.after(start, term).day
    assert CALENDAR.works(end) and CALENDAR.between(start, end) == term


@given(days, terms, terms)
def test_two_terms_one_after_the_other_are_one(start: date, one: int, other: int) -> None:
    assert CALENDAR.after(CALENDAR.after(start, one).day, other).day == CALENDAR.after(start, one + other).day


@given(days, days, terms)
def test_who_begins_later_never_ends_earlier(one: date, other: date, term: int) -> None:
    early, late = min(one, other), max(one, other)
    assert CALENDAR.after(early, term).day <= CALENDAR.after(late, term).day


@given(days)
def test_the_first_working_day_from_a_day_on_is_itself_or_the_next(day: date) -> None:
    found = CALENDAR.on_or_after(day).day
    assert CALENDAR.works(found) and found >= day
    assert found == day or CALENDAR.after(day, 1).day == found


def wall(text: str) -> datetime:
    """A time as it stands on a wall, without a zone."""
    return datetime.fromisoformat(text)


MARCH = Window(wall("2025-03-05T00:00:00"), wall("2025-03-12T23:59:59"), "Asia/Tashkent")


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo("Asia/Tashkent"))  # type: ignore[misc, arg-type]


def test_the_last_second_counts_in_whole_and_the_next_does_not() -> None:
    assert MARCH.holds(at(2025, 3, 12, 23, 59, 59))
    assert MARCH.holds(at(2025, 3, 12, 23, 59, 59, 999999))
    assert not MARCH.holds(at(2025, 3, 13, 0, 0, 0))
    assert MARCH.over(at(2025, 3, 13, 0, 0, 0)) and not MARCH.over(at(2025, 3, 12, 23, 59, 59))


def test_the_first_second_counts_and_the_one_before_does_not() -> None:
    assert MARCH.holds(at(2025, 3, 5, 0, 0, 0)) and MARCH.began(at(2025, 3, 5))
    assert not MARCH.holds(at(2025, 3, 4, 23, 59, 59, 999999))


def test_the_same_moment_counts_whatever_clock_the_asker_wears() -> None:
    assert MARCH.holds(datetime(2025, 3, 12, 18, 59, 59, tzinfo=UTC))
    assert not MARCH.holds(datetime(2025, 3, 12, 19, 0, 0, tzinfo=UTC))


def test_where_the_clocks_are_set_back_over_the_end_the_later_reading_counts() -> None:
    window = Window(wall("2025-10-20T00:00:00"), wall("2025-10-26T03:30:00"), "Europe/Riga")
    assert window.holds(datetime(2025, 10, 26, 1, 30, tzinfo=UTC))  # the second 03:30 of that night
    assert window.shuts == datetime(2025, 10, 26, 1, 30, 1, tzinfo=UTC)


def test_where_a_country_changes_its_hour_for_good_its_last_evening_counts_twice() -> None:
    window = Window(wall("2024-02-20T00:00:00"), wall("2024-02-29T23:59:59"), "Asia/Almaty")
    assert window.shuts == datetime(2024, 2, 29, 19, 0, tzinfo=UTC)  # by the new hour, UTC+5
    assert end_of(date(2024, 2, 29), "Asia/Almaty") == window.shuts


def test_an_end_that_the_clocks_jump_over_is_never_earlier_than_written() -> None:
    early, late = moments(wall("2025-03-30T03:30:00"), "Europe/Riga")
    assert (early, late) == (
        datetime(2025, 3, 30, 0, 30, tzinfo=UTC),
        datetime(2025, 3, 30, 1, 30, tzinfo=UTC),
    )


ZONES = st.sampled_from(
    ["Asia/Tashkent", "Europe/Riga", "America/New_York", "Australia/Lord_Howe", "Etc/UTC"]
)
walls = st.datetimes(wall("2019-01-01T00:00:00"), wall("2028-01-01T00:00:00")).map(
    lambda wall: wall.replace(microsecond=0)
)


@given(walls, st.timedeltas(timedelta(hours=3), timedelta(days=60)), ZONES)
def test_a_window_holds_its_first_and_last_second_and_no_moment_outside(
    first: datetime, length: timedelta, zone: str
) -> None:
    window = Window(first, first + timedelta(seconds=int(length.total_seconds())), zone)
    tick = timedelta(microseconds=1)
    assert window.holds(window.opens) and window.holds(window.shuts - tick)
    assert not window.holds(window.opens - tick) and not window.holds(window.shuts)


@given(walls, walls, ZONES, st.datetimes(wall("2019-01-01T00:00:00"), wall("2028-01-01T00:00:00")))
def test_a_moment_is_before_in_or_after_a_window_and_only_one_of_them(
    one: datetime, other: datetime, zone: str, naive: datetime
) -> None:
    window = Window(min(one, other), max(one, other), zone)
    moment = naive.replace(tzinfo=UTC)
    assert [not window.began(moment), window.holds(moment), window.over(moment)].count(True) == 1
