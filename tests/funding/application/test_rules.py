"""The law of an application, without a database."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.application.rules import (
    Case,
    Repair,
    differences,
    may_change,
    may_have_crew,
    may_save_again,
    may_withdraw,
    titles,
    unchanged_since,
)  # fmt: skip
from kinoqor.funding.application.words import APPLICANT, FLOW, MOST_CREW, OPEN, SAVES_A_MINUTE, SIGNS, State
from kinoqor.kit.verdict import no

NOW = datetime(2030, 3, 10, tzinfo=UTC)
SHUT = no("shut")


def test_every_state_has_a_name_for_both_and_a_sign() -> None:
    assert set(FLOW.states) == set(SIGNS) == set(State)
    assert set(APPLICANT) <= set(State)


def test_any_open_state_can_be_withdrawn_and_no_other() -> None:
    assert {state for state in State if may_withdraw(state)} == set(OPEN)


def test_a_draft_is_changed_while_the_window_is_open_and_never_after() -> None:
    assert may_change(Case(State.DRAFT), "title_kk", NOW)
    assert may_change(Case(State.DRAFT, SHUT), "title_kk", NOW) == SHUT


def test_a_repair_changes_the_named_points_and_no_others() -> None:
    case = Case(State.INCOMPLETE, SHUT, Repair(frozenset({"title_kk", "places.2", "file:script"}), NOW))
    before = NOW - timedelta(seconds=1)
    assert may_change(case, "title_kk", before)
    assert may_change(case, "places.2.days", before)
    assert not may_change(case, "places.1.days", before)
    assert not may_change(case, "title_ru", before)
    assert not may_change(case, "title_kk", NOW)


@pytest.mark.parametrize("state", [State.FILED, State.ADMITTED, State.REFUSED, State.WITHDRAWN])
def test_what_was_filed_is_changed_by_nobody(state: str) -> None:
    refusal = may_change(Case(state), "title_kk", NOW)
    assert not refusal and refusal.reason and refusal.way


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_a_part_is_saved_only_over_what_was_seen(seen: int, newest: int) -> None:
    assert bool(unchanged_since(seen, newest)) == (seen >= newest)


@given(st.dictionaries(st.sampled_from("abc"), st.sampled_from(["", "x", "y", None, False, [], ["z"]])))
def test_a_version_never_differs_from_itself(values: dict[str, object]) -> None:
    assert list(differences(values, dict(values))) == []


def test_an_answer_that_was_not_given_is_like_an_empty_one_but_no_is_an_answer() -> None:
    assert list(differences({"a": ""}, {})) == []
    assert [each.place for each in differences({"a": False}, {})] == ["a"]


def test_titles_are_those_that_were_given() -> None:
    assert titles({"title_kk": " Сынақ ", "title_ru": "", "title_en": None}) == {"kk": "Сынақ"}


def test_a_crew_and_a_minute_have_an_end() -> None:
    assert may_have_crew([0] * MOST_CREW) and not may_have_crew([0] * (MOST_CREW + 1))
    assert may_save_again(SAVES_A_MINUTE - 1) and not may_save_again(SAVES_A_MINUTE)


def test_a_repair_that_was_kept_is_read_back() -> None:
    kept = {"places": ["title_kk"], "until": NOW.isoformat(), "notice": 3}
    assert Repair.read(kept) == Repair(frozenset({"title_kk"}), NOW)
    assert Repair.read({}) == Repair()
