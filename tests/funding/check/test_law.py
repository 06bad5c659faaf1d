"""What an officer may do with a filed application: the law, without a database."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.check.rules import (
    Officer,
    may_admit,
    may_check,
    may_notify,
    may_refuse,
    may_repair,
    stands,
    term,
    working_days_left,
)
from kinoqor.funding.check.words import Judged, Stands
from kinoqor.kit.calendar import Calendar, Special, UnknownYear

NOW = datetime(2031, 3, 10, 12, tzinfo=UTC)
LATER, BEFORE = NOW + timedelta(seconds=1), NOW - timedelta(seconds=1)
YEAR = Calendar([Special(date(2031, 3, 21), False), Special(date(2031, 3, 15), True)], {2031: True})


def test_nobody_checks_a_company_in_which_they_sit_or_a_file_that_they_worked_on() -> None:
    assert may_check(Officer("user:1"))
    for officer in (Officer("user:1", seated=True), Officer("user:1", holds=True)):
        verdict = may_check(officer)
        assert not verdict
        assert verdict.reason
        assert verdict.way


def test_the_day_of_the_notice_does_not_count_and_days_off_do_not() -> None:
    thursday = date(2031, 3, 13)
    found = term(YEAR, thursday, 3, "Etc/UTC")  # Friday, the worked Saturday, Monday
    assert found.day == date(2031, 3, 17)
    assert found.shuts == datetime(2031, 3, 18, tzinfo=UTC)


def test_a_term_into_a_year_that_the_calendar_does_not_hold_is_refused() -> None:
    with pytest.raises(UnknownYear):
        term(YEAR, date(2031, 12, 30), 3, "Etc/UTC")


@given(st.dates(date(2031, 1, 1), date(2031, 11, 1)), st.integers(1, 20))
def test_a_term_has_as_many_working_days_as_it_says(told: date, days: int) -> None:
    found = term(YEAR, told, days, "Etc/UTC")
    assert working_days_left(YEAR, found.day, told) == days
    assert YEAR.works(found.day)


def test_days_left_below_nought_are_days_too_late() -> None:
    assert working_days_left(YEAR, date(2031, 3, 13), date(2031, 3, 17)) == -3
    assert working_days_left(YEAR, date(2031, 3, 13), date(2031, 3, 13)) == 0


def test_a_notice_names_points_and_there_is_one_for_a_filing() -> None:
    assert may_notify(["one"], 3, 0)
    assert not may_notify([], 3, 0)
    assert not may_notify(["one"], 0, 0)
    assert not may_notify(["one"], 3, 1)


def test_a_file_is_repaired_until_the_end_of_the_last_day() -> None:
    assert may_repair(LATER, NOW)
    assert not may_repair(NOW, NOW)
    assert not may_repair(None, NOW)
    assert "run out" in str(may_repair(BEFORE, NOW).reason)


def test_a_refusal_has_a_code_and_words_and_waits_for_the_end_of_the_term() -> None:
    assert may_refuse("late", ["late"], "It came on the next day.", None, NOW)
    assert may_refuse("late", ["late"], "It came on the next day.", NOW, NOW)
    assert not may_refuse("late", ["late"], "It came on the next day.", LATER, NOW)
    assert not may_refuse("dislike", ["late"], "It came on the next day.", None, NOW)
    assert not may_refuse("late", ["late"], " ", None, NOW)


def test_a_file_is_admitted_when_every_point_is_judged_and_none_is_a_fault() -> None:
    assert may_admit(["a", "b"], {"a": Judged.MET, "b": Judged.APART})
    assert not may_admit(["a", "b"], {"a": Judged.MET})
    assert not may_admit(["a", "b"], {"a": Judged.MET, "b": Judged.FAULT})
    assert may_admit([], {})


@pytest.mark.parametrize(
    ("state", "shuts", "expected"),
    [
        ("filed", None, Stands.WAITING),
        ("incomplete", LATER, Stands.REPAIR),
        ("incomplete", NOW, Stands.OVERDUE),
        ("refused", None, Stands.REFUSED),
        ("admitted", None, Stands.ADMITTED),
        ("later", None, Stands.ADMITTED),
    ],
)
def test_where_a_file_stands_is_asked_of_its_state_and_the_clock(
    state: str, shuts: datetime | None, expected: Stands
) -> None:
    assert stands(state, {"filed"}, {"incomplete"}, {"refused"}, shuts, NOW) == expected
