"""Who may sit and what a vote comes to: the law, without a database. All people are invented."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kinoqor.judging.panel.rules import (
    bars,
    deciding,
    may_appoint,
    may_vote,
    outcome,
    photograph,
    rested_at,
)
from kinoqor.judging.panel.words import Bar, BarRules, Body, BodyKind, Ground, Known, Member, Vote

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


def test_only_members_without_a_conflict_vote() -> None:
    at = photograph(BODY, [member("a"), member("b")], DAY, ["b"])
    assert may_vote("a", at)
    assert not may_vote("b", at)
    assert not may_vote("c", at)


def voted(
    *votes: Vote, shut_out: tuple[str, ...] = (), body: Body = BODY
) -> tuple[object, dict[str, Vote], list[str]]:
    names = "abcdefgh"[: len(votes)]
    at = photograph(body, [member(name, chair=name == "a") for name in names], DAY, shut_out)
    given_ = dict(zip(names, votes, strict=True))
    return outcome(body, at, given_), given_, deciding(body, at, given_)


def test_a_vote_is_carried_by_more_for_than_against_and_a_tie_is_not() -> None:
    for votes, carried in (
        ((Vote.FOR, Vote.FOR, Vote.AGAINST), True),
        ((Vote.FOR, Vote.AGAINST, Vote.ABSTAINED), False),
        ((Vote.FOR, Vote.FOR), False),
    ):
        assert voted(*votes)[0].carried is carried  # type: ignore[attr-defined]


def test_the_chair_breaks_a_tie_where_the_body_says_so() -> None:
    body = Body("council", BodyKind.COUNCIL, 2, chair_breaks_ties=True)
    assert voted(Vote.FOR, Vote.AGAINST, body=body)[0].carried  # type: ignore[attr-defined]
    assert not voted(Vote.AGAINST, Vote.FOR, body=body)[0].carried  # type: ignore[attr-defined]


def test_whose_conflict_shuts_them_out_makes_no_quorum_and_has_no_vote() -> None:
    found, _votes, _who = voted(Vote.FOR, Vote.FOR, Vote.FOR, shut_out=("c",))
    assert (found.votes_for, found.quorate, found.carried) == (2, False, False)  # type: ignore[attr-defined]


def test_the_members_who_decided_are_named() -> None:
    assert voted(Vote.FOR, Vote.FOR, Vote.AGAINST, Vote.AGAINST, Vote.FOR)[2] == ["a", "b", "e"]
    assert voted(*[Vote.FOR] * 5)[2] == []


@given(st.lists(st.sampled_from(list(Vote)), min_size=1, max_size=8), st.data())
def test_a_vote_for_more_never_loses_what_was_carried(votes: list[Vote], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(votes) - 1))
    better = [*votes[:place], Vote.FOR, *votes[place + 1 :]]
    assert voted(*better)[0].carried >= voted(*votes)[0].carried  # type: ignore[attr-defined]


@given(st.lists(st.sampled_from(list(Vote)), min_size=1, max_size=8), st.data())
def test_left_out_is_counted_as_if_never_there(votes: list[Vote], data: st.DataObject) -> None:
    names = "abcdefgh"[: len(votes)]
    gone = data.draw(st.sets(st.sampled_from(names)))
    everybody = [member(name, chair=name == "a") for name in names]
    given_ = dict(zip(names, votes, strict=True))
    whole = photograph(BODY, everybody, DAY)
    rest = photograph(BODY, [one for one in everybody if one.person not in gone], DAY)
    assert outcome(BODY, whole, given_, gone) == outcome(BODY, rest, given_)
