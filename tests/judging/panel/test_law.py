"""Who may sit and what a vote comes to: the law, without a database. All people are invented."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kinoqor.judging.panel.rules import (
    bars,
    may_appoint,
    photograph,
    rested_at,
)
from kinoqor.judging.panel.words import Bar, BarRules, Body, BodyKind, Ground, Known, Member

RULES = BarRules(
    working={"director": Ground.DIRECTOR, "actor": Ground.ACTOR}, rounds_on=2, rounds_off=1,
    clauses={Ground.DIRECTOR: "7.2"},
)  # fmt: skip
BODY = Body("council", BodyKind.COUNCIL, quorum=3)
DAY = date(2031, 3, 10)
FIRST = date(2031, 1, 1)


def member(person: str, **more: object) -> Member:
    return Member(person, "order 12", FIRST, **more)  # type: ignore[arg-type]


def grounds(known: Known) -> list[Ground]:
    return [one.ground for one in bars(known, RULES, 2031, 10)]


def test_working_directors_and_actors_may_not_sit_and_those_of_long_ago_may() -> None:
    assert grounds(Known("a", roles={"director": (2028, "Steppe"), "actor": (2031, "Taiga")})) == [
        Ground.ACTOR,
        Ground.DIRECTOR,
    ]
    assert grounds(Known("a", roles={"director": (2027, "Steppe"), "composer": (2031, "Taiga")})) == []


def test_a_bar_names_what_shows_it_and_its_clause() -> None:
    assert bars(Known("a", roles={"director": (2030, "Steppe")}), RULES, 2031, 10) == [
        Bar(Ground.DIRECTOR, "Steppe", "7.2")
    ]


def test_owners_and_applicants_of_the_year_may_not_sit_and_every_reason_is_given() -> None:
    known = Known("a", owns=("Studio", "Other"), applies=("file 7",))
    assert grounds(known) == [Ground.OWNER, Ground.OWNER, Ground.APPLICANT]
    free = BarRules(owners=False, applicants=False)
    assert bars(known, free, 2031, 10) == []


def test_after_two_rounds_in_a_row_one_stays_away_for_one() -> None:
    assert grounds(Known("a", rounds=(8, 9))) == [Ground.ROTATION]
    assert rested_at((8, 9), RULES, 10) == 11
    assert grounds(Known("a", rounds=(7, 8))) == []
    assert grounds(Known("a", rounds=(7, 9))) == []
    assert rested_at((8, 9), BarRules(), 10) == 10


@given(st.sets(st.integers(1, 20)), st.integers(1, 20), st.integers(0, 4), st.integers(0, 3))
def test_one_may_always_sit_again_after_the_rest(rounds: set[int], turn: int, on: int, off: int) -> None:
    rules = BarRules(rounds_on=on, rounds_off=off)
    back = rested_at(rounds, rules, turn)
    assert turn <= back <= turn + off
    assert rested_at([each for each in rounds if each < turn], rules, back) == back


def test_a_seat_needs_an_act_days_in_order_and_nobody_sits_twice() -> None:
    assert may_appoint(member("a"), [], [])
    noes = [
        may_appoint(Member("a", " ", FIRST), [], []),
        may_appoint(Member("a", "order", DAY, FIRST), [], []),
        may_appoint(member("a"), [], [member("a")]),
        may_appoint(member("a", chair=True), [], [member("b", chair=True)]),
        may_appoint(member("a"), [Bar(Ground.OWNER, "Studio", "7.3")], []),
    ]
    assert not any(noes)
    assert len({str(one.reason) for one in noes}) == len(noes)
    assert (noes[-1].clause, "Studio" in str(noes[-1].reason)) == ("7.3", True)


def test_a_term_that_is_over_stands_in_nobodys_way() -> None:
    over = Member("a", "order 3", date(2029, 1, 1), date(2030, 12, 31), chair=True)
    assert may_appoint(member("a", chair=True), [], [over])
    assert not may_appoint(Member("a", "order 12", date(2030, 12, 31)), [], [over])


def test_the_photograph_holds_those_who_sit_that_day_and_is_the_same_for_any_order() -> None:
    there = [member("b"), member("a", chair=True), member("late", until=date(2031, 3, 9))]
    one, other = photograph(BODY, there, DAY, ["b", "stranger"]), photograph(BODY, there[::-1], DAY, ["b"])
    assert one == other
    assert ([each.person for each in one.members], one.shut_out) == (["a", "b"], {"b"})
    assert photograph(BODY, there, DAY).digest != one.digest
