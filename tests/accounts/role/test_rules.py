"""The law of seats: who may be seated, and on which days a seat is held."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.rules import Term, may_be_ended, may_be_seated
from kinoqor.accounts.role.words import HELD_IN, Role

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
TERMS = st.builds(
    lambda since, length: Term(since, None if length is None else since + timedelta(days=length)),
    DAYS,
    st.none() | st.integers(0, 900),
)
YEAR = Term(date(2026, 1, 1), date(2026, 12, 31))


def seat(role: Role = Role.OFFICER, kind: OrganisationKind = OrganisationKind.FUND, act: str = "Order 1",
         term: Term = YEAR, others: tuple[Term, ...] = (), by_oneself: bool = False) -> str:  # fmt: skip
    """Why the seat may not be given; nothing where it may."""
    return str(may_be_seated(role, kind, act, term, others, by_oneself).reason)


def test_a_seat_with_an_act_and_a_term_may_be_given() -> None:
    assert seat() == ""


def test_nobody_gives_a_seat_to_themselves() -> None:
    assert "themselves" in seat(by_oneself=True)


@pytest.mark.parametrize("role", Role)
def test_a_role_is_held_only_in_the_kinds_of_organisation_that_have_it(role: Role) -> None:
    may = {kind for kind in OrganisationKind if not seat(role, kind)}
    assert may == HELD_IN[role]


def test_a_seat_without_an_act_is_refused() -> None:
    assert "act" in seat(act="  ")


def test_a_term_that_ends_before_it_begins_is_refused() -> None:
    assert "ends before" in seat(term=Term(date(2026, 5, 2), date(2026, 5, 1)))


def test_the_same_seat_twice_at_once_is_refused_and_one_after_the_other_is_not() -> None:
    assert "already holds" in seat(others=(Term(date(2026, 12, 31)),))
    assert seat(others=(Term(date(2027, 1, 1)), Term(date(2025, 1, 1), date(2025, 12, 31)))) == ""


@given(TERMS, DAYS)
def test_a_term_holds_on_its_first_and_last_day_and_on_no_day_outside(term: Term, day: date) -> None:
    assert term.holds_on(term.since)
    assert term.until is None or (
        term.holds_on(term.until) and not term.holds_on(term.until + timedelta(days=1))
    )
    assert term.holds_on(day) == (term.since <= day <= (term.until or date.max))


@given(TERMS, TERMS)
def test_two_terms_meet_if_and_only_if_a_day_is_in_both(one: Term, other: Term) -> None:
    assert one.meets(other) == other.meets(one)
    assert one.meets(other) == (one.holds_on(other.since) or other.holds_on(one.since))


def test_an_expert_may_sit_on_several_bodies_at_once() -> None:
    assert seat(Role.EXPERT, others=(YEAR,)) == ""
    assert seat(Role.OFFICER, others=(YEAR,)) != ""


def test_a_seat_is_not_made_longer_by_ending_it() -> None:
    assert not may_be_ended(YEAR, date(2027, 1, 1))
    assert may_be_ended(YEAR, date(2026, 3, 1))
