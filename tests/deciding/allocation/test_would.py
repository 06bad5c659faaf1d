"""What it would have taken, each answer tried; differences, departures, and quotas tried before a call opens."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from kinoqor.deciding.allocation.rules.checking import check
from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.rules.differing import departed, difference, feasible, price
from kinoqor.deciding.allocation.rules.would import with_more, with_points, would
from kinoqor.deciding.allocation.words import Case, Impossible
from kinoqor.kit.verdict import Refused
from tests.deciding.allocation.invented import case, cases, file, quota

FILES = [
    file("a", 9000),
    file("b", 8000),
    file("c", 7000),
    file("new", 6000, attributes=frozenset({"debut"})),
]
CASE = case(FILES, 30, [quota("debut", least=1)])


def plain(tried: Case) -> Case:
    return replace(tried, settings=replace(tried.settings, lots="none"))


@hypothesis(max_examples=60, deadline=None)
@given(cases(7), st.integers(1, 900))
def test_more_points_never_turn_a_yes_into_a_no(tried: Case, more: int) -> None:
    tried = plain(tried)
    try:
        found = allocate(tried)
    except Impossible:
        return
    for each in tried.files:
        if each.code in found.funded:
            assert each.code in allocate(with_points(tried, each.code, each.points + more)).funded


@hypothesis(max_examples=25, deadline=None)
@given(cases(7))
def test_with_the_points_that_are_named_it_is_in_and_with_one_less_it_is_not(tried: Case) -> None:
    tried = plain(tried)
    try:
        found = allocate(tried)
    except Impossible:
        return
    for each in found.refusals[:2]:
        told = would(tried, found, each.code)
        if told.points is not None:
            assert each.code in allocate(with_points(tried, each.code, told.points)).funded
            assert each.code not in allocate(with_points(tried, each.code, told.points - 1)).funded
        if told.envelope is not None:
            stream = next(one.stream for one in tried.files if one.code == each.code)
            assert each.code in allocate(with_more(tried, stream, told.envelope)).funded


@hypothesis(max_examples=60, deadline=None)
@given(cases(7), st.integers(0, 900))
def test_the_short_way_to_the_points_says_the_same_as_the_whole_round_solved_again(
    tried: Case, more: int
) -> None:
    tried = plain(tried)
    try:
        found = allocate(tried)
    except Impossible:
        return
    for each in found.refusals:
        told = would(tried, found, each.code)
        if each.reason in ("sum", "envelope", "departure") or told.points is None:
            continue
        file_ = next(one for one in tried.files if one.code == each.code)
        again = with_points(tried, each.code, file_.points + more)
        assert (each.code in allocate(again).funded) == (file_.points + more >= told.points)


def test_what_is_not_worked_out_in_time_is_refused_and_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = allocate(CASE)
    monkeypatch.setattr(cp_model.CpSolver, "solve", lambda _self, _model: cp_model.UNKNOWN)
    with pytest.raises(Refused):
        would(CASE, found, "c")


def test_a_film_that_a_quota_passed_is_told_by_which_film_and_which_quota() -> None:
    told = would(CASE, allocate(CASE), "c")
    assert (told.points, told.envelope, told.passed) == (8001, 10, (("new", ("debut",)),))


def test_a_departure_names_who_loses_and_what_it_costs() -> None:
    cost = price(CASE, allocate(CASE), "c", True)
    assert (cost.entering, cost.leaving, cost.films) == (("c",), ("b",), 0)
    assert cost.value == (70 - 80) * 10
    after = departed(CASE, "c", True)
    assert check(after, allocate(after)) == []
    without = departed(CASE, "a", False)
    assert allocate(without).computed == ("b", "c", "new")
    assert check(without, allocate(without)) == []


def test_a_departure_that_breaks_a_quota_is_impossible_and_says_which() -> None:
    told = feasible(departed(CASE, "new", False))
    assert told.clash is not None and told.clash.quotas == ("debut",)
    assert "clause debut" in str(told.clash.verdict.reason)


def test_two_quotas_that_cannot_hold_together_are_named_with_the_smallest_change() -> None:
    both = [quota("debut", least=2), quota("woman", least=2), quota("region", least=1)]
    marks = [frozenset({"debut"}), frozenset({"woman"}), frozenset({"region"})]
    files = [
        file(f"{at}{each}", 9000 - each, attributes=mark)
        for at, mark in enumerate(marks)
        for each in range(2)
    ]
    told = feasible(case(files, 30, both[:2])).clash
    assert told is not None and told.quotas == ("debut", "woman")
    assert [(change.quota, change.to) for change in told.changes] == [("debut", 1), ("woman", 1)]
    assert "lower the least of clause debut to 1" in str(told.verdict.way)
    assert feasible(case(files, 50, both)).clash is None


def test_another_envelope_shows_who_comes_in() -> None:
    told = difference(allocate(CASE), allocate(with_more(CASE, "main", 10)))
    assert (told.entering, told.leaving, told.money, told.films) == (("c",), (), 10, 1)


def test_shares_that_stop_the_money_are_seen_before_the_call_opens() -> None:
    files = [*FILES[:3], FILES[3]]
    told = feasible(case(files, 30, [quota("debut", least=50, counted="share")]))
    assert told.clash is None and (told.money, told.without) == (20, 30)
