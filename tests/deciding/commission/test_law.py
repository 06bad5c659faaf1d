"""What the commission may say of a film: its sums, its quorum, its reasons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.deciding.commission import rules
from kinoqor.deciding.commission.words import Cut, Decision, Film, Ruling, Seats

SEATS = Seats(frozenset({1, 2, 3}), 2, "Test act")
FILM = Film(7, "c7", 1000)
REASON = {"reason": "The budget of the crew is padded.", "clause": "Test rules, clause 4"}


def said(what: str = Ruling.APPROVED, award: int = 1000, *cuts: tuple[str, int], **more: object) -> Decision:
    return Decision(what, award, tuple(Cut(*each) for each in cuts), **(REASON | more))  # type: ignore[arg-type]


def why(of: Decision, film: Film = FILM, seats: Seats = SEATS, least: int | None = 300) -> str:
    verdict = rules.may_rule(film, of, seats, least, ("crew", "music"))
    assert not verdict and verdict.reason
    return str(verdict.reason)


def test_each_of_the_four_rulings_is_allowed_with_a_reason_and_a_clause() -> None:
    for of in (
        said(), said(Ruling.CUT, 700, ("crew", 200), ("music", 100)), said(Ruling.REFUSED, 0), said(Ruling.RETURNED, 0),
    ):  # fmt: skip
        assert rules.may_rule(FILM, of, SEATS, 300, ("crew", "music"))


def test_each_fault_of_a_ruling_is_refused_with_its_own_reason() -> None:
    assert "Say what the commission decided" in why(said("perhaps"))
    assert "Give the reason" in why(said(reason=" "))
    assert "Name the clause" in why(said(clause=""))
    assert "too long" in why(said(reason="x" * 4001))
    assert "withdrawn" in why(said(), Film(7, "c7", 1000, withdrawn=True))
    assert "sum of the council and nothing else" in why(said(Ruling.APPROVED, 999))
    assert "sum of the council and nothing else" in why(said(Ruling.APPROVED, 1000, ("crew", 1)))
    assert "gets no sum" in why(said(Ruling.REFUSED, 1))
    assert "gets no sum" in why(said(Ruling.RETURNED, 0, ("crew", 1)))
    assert "Say what is cut" in why(said(Ruling.CUT, 700))
    assert "named twice" in why(said(Ruling.CUT, 700, ("crew", 200), ("crew", 100)))
    assert "no such chapter" in why(said(Ruling.CUT, 700, ("horses", 300)))
    assert "above nought" in why(said(Ruling.CUT, 1100, ("crew", -100)))
    assert "do not add up" in why(said(Ruling.CUT, 700, ("crew", 299)))
    assert "below the least award" in why(said(Ruling.CUT, 299, ("crew", 701)))
    assert "below the least award" in why(said(Ruling.CUT, 0, ("crew", 1000)), least=None)


def test_whom_a_film_is_shut_to_makes_no_quorum_and_took_no_part() -> None:
    one, two = Film(7, "c7", 1000, out=frozenset({3})), Film(7, "c7", 1000, out=frozenset({2, 3}))
    assert "shut to members" in why(said(), one)
    assert rules.may_rule(one, said(apart=True), SEATS, 300, ())
    assert "Only 1 member" in why(said(apart=True), two)
    assert "Only 2 members" in why(said(), seats=Seats(frozenset({1, 2}), 3))


@given(
    st.integers(1, 10**13), st.dictionaries(st.sampled_from(["crew", "music"]), st.integers(1, 10**13)),
    st.integers(0, 10**9),
)  # fmt: skip
def test_a_cut_holds_exactly_where_its_sums_add_up_and_leave_the_least_award(
    council: int, cuts: dict[str, int], least: int
) -> None:
    left = council - sum(cuts.values())
    of = said(Ruling.CUT, left, *cuts.items())
    lawful = bool(cuts) and left > 0 and left >= least
    assert bool(rules.sums_up(council, of, least, ("crew", "music"))) == lawful
    off = said(Ruling.CUT, left + 1, *cuts.items())
    assert not rules.sums_up(council, off, least, ("crew", "music"))


def test_a_list_is_ruled_on_once_adopted_by_a_commission_that_there_is_and_no_order_binds() -> None:
    assert rules.may_begin(True, False, SEATS)
    assert "not adopted" in str(rules.may_begin(False, False, SEATS).reason)
    assert "laid out for signing or signed" in str(rules.may_begin(True, True, SEATS).reason)
    assert rules.may_begin(True, False, None).to == "desk-panels"


def test_the_rest_is_approved_only_as_it_was_seen() -> None:
    films = [Film(1, "a", 10), Film(2, "b", 10), Film(3, "c", 10, withdrawn=True)]
    assert [each.application for each in rules.unruled(films, {2})] == [1]
    assert rules.may_approve_rest([2, 1], [1, 2])
    assert "has changed" in str(rules.may_approve_rest([1], [1, 2]).reason)
    assert "has a ruling" in str(rules.may_approve_rest([], []).reason)


@pytest.mark.parametrize(("ruled", "left"), [(set(), 2), ({1}, 1), ({1, 2}, 0)])
def test_all_is_settled_when_every_film_that_was_not_withdrawn_has_a_ruling(
    ruled: set[int], left: int
) -> None:
    films = [Film(1, "a", 10), Film(2, "b", 10), Film(3, "c", 10, withdrawn=True)]
    verdict = rules.settled(films, ruled)
    assert bool(verdict) == (left == 0)
    assert not left or str(left) in str(verdict.reason)
