"""The law of filing and the one text of a value, without a database."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.application.rules import Case, OpenPoint, Repair
from kinoqor.funding.application.words import State
from kinoqor.funding.filing.rules import in_order, may_file, may_file_with, receipt_number
from kinoqor.kit.canonical import canonical, digest
from kinoqor.kit.verdict import no

NOW = datetime(2030, 3, 10, tzinfo=UTC)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_a_value_has_one_text_and_is_read_back_from_it(value: object) -> None:
    assert json.loads(canonical(value)) == value
    assert digest(json.loads(canonical(value))) == digest(value)


def test_the_order_of_keys_and_the_spaces_are_given() -> None:
    assert canonical({"b": [1, True, None], "a": "Ә"}) == '{"a":"Ә","b":[1,true,null]}'


@pytest.mark.parametrize("value", [1.5, {1: "a"}, {"a": object()}])
def test_what_has_more_than_one_text_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_a_draft_is_filed_while_the_window_is_open_and_the_limit_holds() -> None:
    shut, full = no("shut"), no("full")
    assert may_file(Case(State.DRAFT), NOW)
    assert may_file(Case(State.DRAFT, window=shut), NOW) == shut
    assert may_file(Case(State.DRAFT, limit=full), NOW) == full
    assert may_file(Case(State.PACKAGE_DUE, limit=full), NOW)


def test_a_repair_is_filed_until_its_last_moment_whatever_the_window() -> None:
    case = Case(State.INCOMPLETE, no("shut"), Repair(frozenset({"a"}), NOW))
    assert may_file(case, NOW - timedelta(microseconds=1))
    assert not may_file(case, NOW)


@pytest.mark.parametrize("state", [State.FILED, State.WITHDRAWN, State.LAPSED, State.REFUSED])
def test_what_is_filed_or_over_is_not_filed(state: str) -> None:
    assert not may_file(Case(state), NOW)


def test_open_points_and_titles() -> None:
    point = OpenPoint("a", "Missing.")
    assert may_file_with([], False, True) and may_file_with([point], True, True)
    assert not may_file_with([point], False, True) and not may_file_with([], True, False)


def test_a_receipt_is_numbered_and_a_stage_is_its_own() -> None:
    assert receipt_number(12, 1) == "000012-1"
    assert in_order("script", "script") and not in_order("package", "script")
