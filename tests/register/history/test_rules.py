"""Which day is asked for."""

from datetime import date

import pytest

from kinoqor.register.history.rules import day_asked

TODAY = date(2026, 11, 22)


def test_a_day_of_the_past_is_taken_as_it_is() -> None:
    asked = day_asked(" 2026-01-31 ", TODAY)
    assert (asked.day, str(asked.reason)) == (date(2026, 1, 31), "")


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2026-02-31", "31.01.2026", "0000-00-00", "2026-1-1", "9" * 10_000]
)
def test_a_day_that_cannot_be_is_answered_in_a_sentence(text: str) -> None:
    asked = day_asked(text, TODAY)
    assert asked.day is None and str(asked.reason).endswith(".")


def test_a_day_to_come_is_answered_with_today() -> None:
    asked = day_asked("2999-01-01", TODAY)
    assert asked.day == TODAY and "not come yet" in str(asked.reason)


def test_a_day_before_any_register_is_refused() -> None:
    assert day_asked("0001-01-01", TODAY).day is None
