"""When a point may be put to the vote and what is carried: the law, without a database. All people are invented."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.deciding.session import rules
from kinoqor.deciding.session.rules import counting
from kinoqor.deciding.session.words import Broken, Hall, ListCase, Standing, Tally
from kinoqor.funding.award.words import Abstention, Level, Majority, Voting
from kinoqor.judging.panel.rules import photograph
from kinoqor.judging.panel.words import Bar, Body, BodyKind, Ground, Member, Photograph, Vote

DAY, FIRST, ACT = date(2031, 3, 10), date(2031, 1, 1), "Order 5, clause 3"
BODY = Body("council", BodyKind.COUNCIL, quorum=3)
PEOPLE = ("a", "b", "c", "d", "e")
MEMBERS = tuple(Member(one, "Order 12", FIRST, chair=one == "a") for one in PEOPLE)
HALL = Hall(BODY, ACT, MEMBERS, {one: one.upper() for one in PEOPLE}, present=frozenset("abcd"))
PLAIN = Voting()
F, A, NEITHER = Vote.FOR, Vote.AGAINST, Vote.ABSTAINED

votings = st.builds(
    Voting, majority=st.sampled_from(list(Majority)), level=st.sampled_from(list(Level)),
    abstention=st.sampled_from(list(Abstention)),
)  # fmt: skip
voted = st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(list(Vote)))
out = st.frozensets(st.sampled_from(PEOPLE))


def seen(shut: frozenset[str] = frozenset()) -> Photograph:
    return photograph(BODY, MEMBERS, DAY, shut)


def carried(voting: Voting = PLAIN, quorum: int = 3, shut: str = "", **votes: Vote) -> bool:
    return counting.outcome(counting.tally(seen(frozenset(shut)), votes), quorum, voting).carried


def test_a_lawful_body_with_its_quorum_may_put_a_point_to_the_vote() -> None:
    assert rules.faults(HALL) == []
    assert rules.may_put(Standing.WAITING, HALL, True, False, False)


def test_a_barred_member_makes_the_whole_body_unlawful_with_reason_clause_and_way_out() -> None:
    bar = Bar(Ground.DIRECTOR, "The Test Steppe (2030)", "clause 7.2")
    said = rules.may_put(Standing.WAITING, replace(HALL, bars={"b": (bar,)}), True, False, False)
    assert not said
    assert "B may not sit on the body" in str(said.reason)
    assert "The Test Steppe (2030)" in str(said.reason)
    assert said.clause == "clause 7.2"
    assert str(said.way)


def test_a_barred_member_who_stays_at_home_makes_it_unlawful_as_well() -> None:
    hall = replace(HALL, bars={"e": (Bar(Ground.OWNER, "Studio"),)})
    assert "e" not in hall.present
    assert not rules.composed(hall)


@pytest.mark.parametrize(
    ("members", "said"),
    [
        (tuple(replace(one, chair=False) for one in MEMBERS), "no chair"),
        (MEMBERS[:2], "2 members today, and its quorum is 3"),
        ((*MEMBERS[:4], replace(MEMBERS[4], act=" ")), "No act appoints E"),
        ((), "0 members"),
    ],
)
def test_an_unlawful_composition_is_refused_by_the_clause_of_its_act(
    members: tuple[Member, ...], said: str
) -> None:
    verdict = rules.composed(replace(HALL, members=members))
    assert not verdict
    assert said in str(verdict.reason)
    assert verdict.clause == ACT
    assert str(verdict.way)


def test_whoever_is_noted_as_present_without_a_seat_makes_it_unlawful() -> None:
    verdict = rules.composed(replace(HALL, unseated=("Z",)))
    assert "Z is noted as present, but has no seat" in str(verdict.reason)


def test_every_fault_is_told_not_only_the_first() -> None:
    hall = replace(HALL, members=MEMBERS[1:3], bars={"b": (Bar(Ground.ACTOR), Bar(Ground.OWNER))})
    assert len(rules.faults(hall)) == 4


def test_who_is_shut_out_does_not_make_a_quorum() -> None:
    assert rules.quorate(replace(HALL, shut_out=frozenset("d")))
    short = rules.quorate(replace(HALL, shut_out=frozenset("cd")))
    assert not short
    assert "there and may vote: 2" in str(short.reason)
    assert "(2)" in str(short.reason)
    assert short.clause == ACT


@given(out, st.frozensets(st.sampled_from(PEOPLE)))
def test_a_quorum_is_those_who_are_there_and_have_a_vote(
    shut: frozenset[str], present: frozenset[str]
) -> None:
    hall = replace(HALL, shut_out=shut, present=present)
    assert bool(rules.quorate(hall)) == (len(present - shut) >= BODY.quorum)


@given(voted, out, votings)
def test_a_vote_of_who_is_shut_out_changes_nothing(
    votes: dict[str, Vote], shut: frozenset[str], voting: Voting
) -> None:
    fewer = {person: vote for person, vote in votes.items() if person not in shut}
    assert counting.tally(seen(shut), votes) == counting.tally(seen(shut), fewer)


@given(voted, votings, st.sampled_from(PEOPLE))
def test_one_vote_more_for_never_turns_a_carried_vote(
    votes: dict[str, Vote], voting: Voting, one: str
) -> None:
    before = counting.outcome(counting.tally(seen(), votes), 0, voting)
    after = counting.outcome(counting.tally(seen(), votes | {one: F}), 0, voting)
    assert after.carried or not before.carried


@given(voted, votings)
def test_nothing_is_carried_without_a_quorum(votes: dict[str, Vote], voting: Voting) -> None:
    found = counting.outcome(counting.tally(seen(), votes), len(votes) + 1, voting)
    assert not found.quorate
    assert not found.carried


@given(voted, votings, st.integers(0, 5))
def test_those_who_decide_are_those_without_whom_it_comes_out_otherwise(
    votes: dict[str, Vote], voting: Voting, quorum: int
) -> None:
    whole = counting.outcome(counting.tally(seen(), votes), quorum, voting).carried
    for one in PEOPLE:
        again = photograph(BODY, [each for each in MEMBERS if each.person != one], DAY)
        rest = {person: vote for person, vote in votes.items() if person != one}
        other = counting.outcome(counting.tally(again, rest), quorum, voting).carried
        assert (one in counting.deciding(seen(), votes, quorum, voting)) == (other != whole)


@given(voted, votings, st.integers(0, 5))
def test_a_closed_vote_is_firm_where_no_member_would_decide_it(
    votes: dict[str, Vote], voting: Voting, quorum: int
) -> None:
    # In a closed vote the chair's is not known: the same people without a chair.
    at = photograph(BODY, [replace(one, chair=False) for one in MEMBERS], DAY)
    told = counting.counts(votes.values(), len(PEOPLE))
    assert counting.firm(told, quorum, voting) == (counting.deciding(at, votes, quorum, voting) == [])


def test_a_level_vote_is_decided_by_the_chair_or_falls() -> None:
    assert carried(a=F, b=A, c=F, d=A)
    assert not carried(a=A, b=F, c=F, d=A)
    assert not carried(Voting(level=Level.FALLS), a=F, b=A, c=F, d=A)
    assert not carried(shut="a", quorum=2, a=F, b=F, c=A)


def test_a_closed_vote_that_is_level_falls_since_nobody_knows_the_chairs() -> None:
    assert not counting.outcome(counting.counts([F, A, F, A], 5), 3, PLAIN).carried


def test_abstentions_count_as_the_call_says() -> None:
    votes = {"b": F, "c": F, "d": A, "e": NEITHER, "a": NEITHER}
    assert carried(**votes)
    assert not carried(Voting(abstention=Abstention.AGAINST), **votes)


def test_most_of_all_members_and_two_thirds_ask_for_more() -> None:
    votes = {"a": F, "b": F, "c": A}
    assert carried(**votes)
    assert carried(Voting(majority=Majority.THIRDS), **votes)
    assert not carried(Voting(majority=Majority.MEMBERS), **votes)
    assert carried(Voting(majority=Majority.MEMBERS), shut="de", **votes)
    assert not carried(Voting(majority=Majority.THIRDS), **votes, d=A)


def test_a_list_waits_for_the_lines_of_its_films_that_are_shut_to_somebody_there() -> None:
    told = rules.may_put_list(ListCase(apart=(7, 9), lines={9: True}, films=12))
    assert "№ 7" in str(told.reason)
    assert "9" not in str(told.reason)
    assert rules.may_put_list(ListCase(apart=(7, 9), lines={7: True, 9: True}, films=12))


def test_a_list_with_a_line_that_fell_or_a_departure_nobody_voted_on_is_not_put() -> None:
    assert "№ 7" in str(rules.may_put_list(ListCase(lines={7: False, 9: True})).reason)
    assert "2" in str(rules.may_put_list(ListCase(departures=2)).reason)
    assert not rules.may_put_list(ListCase(computed=False))
    assert not rules.may_put_list(ListCase(films=0))


def test_a_vote_is_cast_once_by_who_is_seated_free_and_there_while_it_is_open() -> None:
    open_ = Standing.OPEN
    assert rules.may_cast("a", HALL, open_, False)
    assert "cast once" in str(rules.may_cast("a", HALL, open_, True).reason)
    assert "not being voted on yet" in str(rules.may_cast("a", HALL, Standing.WAITING, False).reason)
    assert "This vote is closed" in str(rules.may_cast("a", HALL, Standing.DECIDED, False).reason)
    assert "not noted as present" in str(rules.may_cast("e", HALL, open_, False).reason)
    assert "no seat" in str(rules.may_cast("z", HALL, open_, False).reason)
    shut = replace(HALL, shut_out=frozenset("a"))
    assert "conflict of interest" in str(rules.may_cast("a", shut, open_, False).reason)


def test_a_vote_without_a_quorum_of_votes_can_only_be_broken_off() -> None:
    why = Broken.QUORUM
    assert "Votes so far: 2; the quorum is 3" in str(
        rules.may_close(Standing.OPEN, 2, 3, True, 0, None).reason
    )
    assert rules.may_close(Standing.OPEN, 2, 3, True, 0, why)
    assert "has changed" in str(rules.may_close(Standing.OPEN, 3, 3, False, 0, None).reason)
    assert "somebody who has voted" in str(rules.may_close(Standing.OPEN, 3, 3, True, 1, None).reason)
    assert rules.may_close(Standing.OPEN, 3, 3, True, 1, Broken.CONFLICT)
    assert rules.may_close(Standing.OPEN, 3, 3, True, 0, None)
    for said in ("", "because"):
        assert "Say why" in str(rules.may_close(Standing.OPEN, 2, 3, True, 0, said).reason)
    assert not rules.may_close(Standing.DECIDED, 3, 3, True, 0, why)


def test_a_sitting_ends_once_every_point_is_decided_or_dropped() -> None:
    assert not rules.may_end(True, False, [Standing.DECIDED, Standing.WAITING])
    assert not rules.may_end(False, False, [])
    assert not rules.may_end(True, True, [])
    assert rules.may_end(True, False, [Standing.DECIDED, Standing.DROPPED])


def test_only_one_point_is_voted_on_at_a_time_in_an_open_sitting() -> None:
    assert not rules.may_put(Standing.WAITING, HALL, True, False, True)
    assert not rules.may_put(Standing.WAITING, HALL, False, False, False)
    assert not rules.may_put(Standing.WAITING, HALL, True, True, False)
    assert not rules.may_put(Standing.DECIDED, HALL, True, False, False)


def test_taking_away_a_member_lowers_what_most_of_all_members_means() -> None:
    told = Tally(3, 2, 0, 6)
    voting = Voting(majority=Majority.MEMBERS)
    assert not counting.outcome(told, 3, voting).carried
    assert not counting.firm(told, 3, voting)
