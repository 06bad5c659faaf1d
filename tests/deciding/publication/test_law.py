"""The law of a publication: on what it rests, from when it is seen, until when it is taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.deciding.publication import rules
from kinoqor.deciding.publication.words import Basis, Stand
from kinoqor.kit.calendar import Calendar
from kinoqor.kit.verdict import YES

NOW = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
SIGNED = Basis(money=True, there=True, signed=True, files=3)
VOTED = Basis(money=False, there=True, files=3)
WAITS = Stand(False, False, YES)
moments = st.integers(-100, 100).map(lambda minutes: NOW + timedelta(minutes=minutes))


def test_a_signed_order_or_a_carried_vote_is_published_for_a_moment_to_come() -> None:
    assert rules.may_prepare(SIGNED, False, LATER, NOW)
    assert rules.may_prepare(VOTED, False, LATER, NOW)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (replace(SIGNED, there=False, signed=False), "no order"),
        (replace(SIGNED, signed=False), "not signed"),
        (replace(SIGNED, gone=2), "2 films of the order were withdrawn"),
        (replace(VOTED, there=False), "has voted"),
        (replace(VOTED, last=True), "No stage comes after"),
        (replace(VOTED, files=0), "waits for a decision"),
        (replace(SIGNED, shut=True), "shut to you"),
        (replace(VOTED, annulled=True), "round was annulled"),
    ],
)
def test_what_does_not_rest_on_a_decision_is_refused_with_its_reason(on: Basis, said: str) -> None:
    found = rules.may_prepare(on, False, LATER, NOW)
    assert not found
    assert said in str(found.reason)


def test_a_stage_has_one_publication_and_no_moment_in_the_past() -> None:
    assert "prepared already" in str(rules.may_prepare(SIGNED, True, LATER, NOW).reason)
    assert "passed already" in str(rules.may_prepare(SIGNED, False, NOW, NOW).reason)


def test_it_is_withdrawn_only_before_its_moment_and_with_a_reason() -> None:
    assert rules.may_withdraw(WAITS, LATER, NOW, "A film has withdrawn.")
    assert "with a reason" in str(rules.may_withdraw(WAITS, LATER, NOW, " ").reason)
    assert "moment has come" in str(rules.may_withdraw(WAITS, NOW, NOW, "why").reason)
    assert "is out" in str(rules.may_withdraw(replace(WAITS, lifted=True), LATER, NOW, "why").reason)
    assert "already" in str(rules.may_withdraw(replace(WAITS, withdrawn=True), LATER, NOW, "why").reason)


def test_what_can_never_be_lifted_can_still_be_withdrawn_after_its_moment() -> None:
    fallen = Stand(False, False, rules.ANNULLED)
    assert not rules.may_lift(fallen, NOW, LATER)
    assert rules.may_withdraw(fallen, NOW, LATER, "The order was annulled.")


@given(st.booleans(), st.booleans(), moments, moments)
def test_nothing_is_ever_seen_that_was_not_lifted_or_before_its_moment(
    lifted: bool, withdrawn: bool, lifts: datetime, now: datetime
) -> None:
    seen = rules.visible(lifted, withdrawn, lifts, now)
    assert seen == (lifted and not withdrawn and now >= lifts)
    of = Stand(lifted, withdrawn, YES)
    assert not (rules.may_lift(of, lifts, now) and seen)  # what is out is not lifted again
    assert not (rules.may_lift(of, lifts, now) and rules.may_withdraw(of, lifts, now, "why"))


@given(st.integers(0, 10000) | st.none(), st.integers(0, 10000) | st.none())
def test_a_film_is_short_of_its_line_by_what_lies_between(points: int | None, line: int | None) -> None:
    short = rules.short(points, line)
    if points is None or line is None or points >= line:
        assert short is None
    else:
        assert short is not None
        assert short > 0
        assert points + short == line


def test_no_day_of_an_objection_is_guessed() -> None:
    calendar = Calendar([], {2026: True})
    assert rules.objection(calendar, date(2026, 4, 15), 10) == date(2026, 4, 29)
    assert rules.objection(calendar, date(2026, 4, 15), None) is None
    assert rules.objection(calendar, date(2027, 4, 15), 10) is None
