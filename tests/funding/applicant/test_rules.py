"""Whether an applicant meets a call's conditions: each with its reason and clause, or left to a person."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.applicant import rules
from kinoqor.funding.call.words import Condition, Trial
from tests.kit.question.papers import texts

NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)
GOOD: dict[str, Any] = {
    "country": "KG", "activity": "59111", "tax_debt": 100, "tax_date": "2025-03-01", "bankrupt": False,
}  # fmt: skip


def condition(test: str, **more: Any) -> Condition:
    return Condition(
        code=test, text=texts("Condition"), reason=texts("No."), way=texts("Way."), clause="point 1", test=Trial(test),
        question=texts("Question?"), good="yes", **more,
    )  # fmt: skip


ALL = [
    condition("registered"), condition("activity", codes=("5911",)), condition("debt", limit=100),
    condition("solvent"), condition("certificate", days=10),
]  # fmt: skip


def fit(values: dict[str, Any], *conditions: Condition) -> list[Any]:
    return [verdict for _one, verdict in rules.fit(values, conditions or ALL, NOW, {"KG"})]


def test_a_company_that_meets_all_conditions_fits() -> None:
    assert all(fit(GOOD))
    assert rules.refusals(rules.fit(GOOD, ALL, NOW, {"KG"})) == []


@pytest.mark.parametrize(
    ("at", "values"),
    [
        (0, {"country": "TR"}), (1, {"activity": "47111"}), (2, {"tax_debt": 101}), (3, {"bankrupt": True}),
        (4, {"tax_date": "2025-02-01"}),
    ],
)  # fmt: skip
def test_a_condition_that_is_not_met_is_refused_by_its_own_reason(at: int, values: dict[str, Any]) -> None:
    found = fit(GOOD | values)
    assert [bool(each) for each in found] == [number != at for number in range(5)]
    assert (found[at].reason, found[at].clause, found[at].way) == ("No.", "point 1", "Way.")


@pytest.mark.parametrize("written", ["59111", "59.11.1", "59.11"])
@pytest.mark.parametrize("named", ["59.11", "5911"])
def test_an_activity_is_the_same_with_points_and_without(written: str, named: str) -> None:
    asked = condition("activity", codes=(named,))
    assert fit(GOOD | {"activity": written}, asked)[0]
    assert not fit(GOOD | {"activity": "59200"}, asked)[0]


def test_what_is_not_answered_leads_to_the_company_file() -> None:
    found = fit({})
    assert not any(found)
    assert {each.to for each in found} == {"company-file"}


def test_what_only_a_person_can_tell_is_left_to_one() -> None:
    assert (
        fit(GOOD, condition("none"), condition("activity"), condition("debt"), condition("certificate"))
        == [None] * 4
    )
    assert rules.fit(GOOD, [condition("registered")], NOW)[0][1] is None


def test_a_certificate_of_tomorrow_is_none() -> None:
    assert "has not come yet" in str(fit(GOOD | {"tax_date": "2025-03-06"})[4].reason)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_debt_of_just_the_limit_is_no_obstacle(limit: int, owed: int) -> None:
    assert bool(fit({"tax_debt": owed}, condition("debt", limit=limit))[0]) is (owed <= limit)


@given(
    st.dictionaries(
        st.sampled_from(list(GOOD)),
        st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text()),
    )
)
def test_whatever_was_typed_is_answered(values: dict[str, Any]) -> None:
    assert len(fit(values)) == 5


@given(st.dates(date(2024, 1, 1), date(2025, 3, 5)))
def test_a_certificate_holds_as_long_as_the_call_says(given_on: date) -> None:
    verdict = fit({"tax_date": given_on.isoformat()}, condition("certificate", days=10))[0]
    assert bool(verdict) is ((date(2025, 3, 5) - given_on).days <= 10)


def test_the_file_speaks_of_the_company_that_holds_the_seat() -> None:
    assert rules.same_number({"bin": "1"}, "1")
    assert rules.same_number({}, "1")
    assert "another number: 2" in str(rules.same_number({"bin": "1"}, "2").reason)


def test_a_file_that_somebody_saved_meanwhile_is_not_saved_over() -> None:
    assert rules.may_save(3, 3)
    assert not rules.may_save(4, 3)
