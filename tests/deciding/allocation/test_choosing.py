"""The exact choice: the same as by trying all, always the same, and only with proof."""

import time
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from ortools.sat.python import cp_model

from kinoqor.deciding.allocation.rules.checking import check
from kinoqor.deciding.allocation.rules.choosing import allocate, before, best
from kinoqor.deciding.allocation.rules.pricing import SCALE, prices
from kinoqor.deciding.allocation.rules.program import program
from kinoqor.deciding.allocation.rules.table import table
from kinoqor.deciding.allocation.words import Case, Impossible, Stream
from kinoqor.kit.verdict import Refused
from tests.deciding.allocation.invented import best_by_trying, case, cases, file


@hypothesis(max_examples=150, deadline=None)
@given(cases())
def test_no_list_that_trying_all_finds_is_better(tried: Case) -> None:
    held = table(tried)
    wanted = best_by_trying(held)
    try:
        found = allocate(tried)
    except Impossible:
        assert wanted is None
        return
    assert wanted is not None
    assert found.computed == tuple(sorted(held.rows[at].file.code for at in wanted))
    assert check(tried, found) == []


def test_a_list_that_is_not_proved_in_time_is_refused() -> None:
    chance = Random(3)
    files = [file(f"f{at}", chance.randint(5000, 9000), chance.randint(1000, 9999)) for at in range(200)]
    tried = case(files, 100_000, seconds=0)
    with pytest.raises(Refused) as told:
        allocate(tried)
    assert told.value.verdict.reason and told.value.verdict.way


def test_an_answer_that_is_only_good_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cp_model.CpSolver, "solve", lambda _self, _model: cp_model.FEASIBLE)
    with pytest.raises(Refused):
        allocate(case([file("a", 9000)]))


def test_the_order_of_the_files_changes_nothing() -> None:
    chance = Random(4)
    files = [file(f"f{at}", 100 * chance.randint(60, 70), 5 * chance.randint(1, 3)) for at in range(25)]
    tried = case(files, 60)
    chance.shuffle(files)
    assert allocate(tried) == allocate(replace(tried, files=tuple(files)))


def test_equal_films_follow_the_published_order_and_the_lot_where_the_rule_says_so() -> None:
    files = [file("a", 8000, place=2), file("b", 8000, place=1), file("c", 8000, place=3)]
    assert allocate(case(files, 20)).computed == ("a", "b")
    drawn = {allocate(case(files, 20, lots="ties", seed=f"{at:02x}")).computed for at in range(12)}
    assert len(drawn) == 3


def test_all_films_of_a_stream_are_cut_to_its_step_and_no_lower_than_the_applicant_ticked() -> None:
    files = [file("a", 9000, 100, levels=(70, 85, 100)), file("b", 8000, 100)]
    tried = case(files, 185)
    tried = replace(tried, settings=replace(tried.settings, streams=(Stream("main", 185, 85, (100, 85)),)))
    assert [(each.money, each.level) for each in allocate(tried).awards] == [(85, 85), (100, 100)]


def test_the_rest_goes_to_the_next_film_near_its_line_and_not_to_the_bottom() -> None:
    files = [file("a", 9000, 20), file("dear", 8900, 15), file("near", 8700, 5), file("far", 8600, 5)]
    found = allocate(case(files, 30, rest=300))
    assert [(each.code, each.way) for each in found.awards] == [("a", "list"), ("near", "rest")]


def test_among_lists_of_one_value_the_better_placed_film_decides() -> None:
    files = [file("a", 8000, 21), file("b", 8000, 10, kind="short"), file("c", 8000, 10, kind="short")]
    made = program(table(case(files, 21, unit=20)))
    assert made.gains == [84, 40, 40]
    assert best(made, time.monotonic() + 9) == (0,)
    made.gains[0] = 80
    assert best(made, time.monotonic() + 9) == (0,)
    assert before(made, time.monotonic() + 9, (1, 2)) == (0,)
    assert before(made, time.monotonic() + 9, (0,)) is None


def test_lists_are_compared_in_a_unit_and_the_limits_stand_to_the_last() -> None:
    files = [file("a", 9000, 1_234_567_89), file("b", 8000, 1_000_000_01)]
    tried = case(files, 2_234_567_89)
    assert tried.unit == 100_000
    assert allocate(tried).computed == ("a",) and allocate(tried).value == 111_111
    assert len(allocate(case(files, 2_234_567_90)).computed) == 2


@hypothesis(max_examples=150, deadline=None)
@given(cases())
def test_what_is_sure_by_its_price_is_so_in_the_best_list(tried: Case) -> None:
    held = table(tried)
    made, wanted = program(held), best_by_trying(held)
    priced = prices(made)
    if priced is None or wanted is None:
        return
    assert made.gain(wanted) * SCALE <= priced.bound
    sure = priced.sure(priced.slack(made.gain(wanted)))
    assert all((at in wanted) == bool(sure[at]) for at in range(made.films) if at in sure)
