"""The best plan, and the proof that there is no better one."""

import subprocess
import sys
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis

from kinoqor.judging.assignment.rules import fitting
from kinoqor.judging.assignment.rules.fitting import best
from kinoqor.judging.assignment.rules.proof import check_proof
from kinoqor.judging.assignment.words import Case, Pair, Settings, Short
from kinoqor.kit.verdict import Refused
from tests.judging.assignment.invented import SEED, best_by_trying, case_of, cases, large


@hypothesis(max_examples=150, deadline=None)
@given(cases())
def test_no_plan_that_trying_all_finds_is_better(drawn: tuple[Case, Settings]) -> None:
    case, settings = drawn
    wanted = best_by_trying(case, settings)
    try:
        plan, prices = best(case, settings, SEED)
    except Short as short:
        assert wanted is None
        assert short.verdict.reason and short.verdict.way
        return
    assert plan.total == wanted
    proof = check_proof(case, settings, plan, prices)
    assert proof or (settings.houses and settings.strong and proof.bound > proof.reached > 0)


@hypothesis(max_examples=60, deadline=None)
@given(cases(crossing=False))
def test_without_houses_every_best_plan_has_prices_that_prove_it(drawn: tuple[Case, Settings]) -> None:
    case, settings = drawn
    try:
        plan, prices = best(case, settings, SEED)
    except Short:
        return
    assert check_proof(case, settings, plan, prices)


def test_the_order_of_the_rows_changes_nothing() -> None:
    case, settings = large(60, 15, 3), Settings(reads=3)
    flat = replace(case, fit=[[min(fit, 3) for fit in row] for row in case.fit])  # many ties
    chance = Random(5)
    files, readers = list(range(60)), list(range(15))
    chance.shuffle(files)
    chance.shuffle(readers)
    turned = Case(
        [flat.files[at] for at in files],
        [flat.readers[at] for at in readers],
        [[flat.fit[row][column] for column in readers] for row in files],
    )
    one, other = best(flat, settings, SEED), best(turned, settings, SEED)
    assert one == other
    assert best(flat, settings, b"another seed")[0].pairs != one[0].pairs


def test_a_plan_that_is_not_the_best_has_no_proof() -> None:
    case, settings = large(30, 10, 3), Settings(reads=3)
    plan, prices = best(case, settings, SEED)
    assert check_proof(case, settings, plan, prices)
    dear = max(prices, key=prices.__getitem__)
    wrong = prices | {dear: prices[dear] + (900 << 16)}
    assert not check_proof(case, settings, plan, wrong)
    richer = replace(
        case,
        fit=[[fit + 500 if at == 0 and fit >= 0 else fit for at, fit in enumerate(row)] for row in case.fit],
    )
    lied = replace(plan, pairs=fits(richer, plan.pairs), chances=fits(richer, plan.chances))
    assert not check_proof(richer, settings, lied, prices)


def fits(case: Case, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The same pairs with the fits of a case."""
    return tuple(replace(pair, fit=case.fit[int(pair.file[1:])][int(pair.reader[1:])]) for pair in pairs)


@pytest.mark.parametrize("broken", ["missing", "twice", "stranger", "lied", "nowhere"])
def test_a_plan_that_breaks_a_limit_is_named(broken: str) -> None:
    case, settings = large(20, 8, 3), Settings(reads=3)
    plan, prices = best(case, settings, SEED)
    first = plan.pairs[0]
    pairs = {
        "missing": plan.pairs[1:],
        "twice": (*plan.pairs, first),
        "stranger": (*plan.pairs[1:], replace(first, reader="x")),
        "lied": (*plan.pairs[1:], replace(first, fit=first.fit + 1)),
        "nowhere": (*plan.pairs, replace(first, file="x")),
    }[broken]
    proof = check_proof(case, settings, replace(plan, pairs=pairs, chances=pairs), prices)
    assert not proof
    assert proof.verdict.reason


def test_a_house_sends_one_reader_and_its_own_film_none() -> None:
    case = case_of([[9, 8, 1]], houses=["A", "A"])
    assert best(case, Settings(reads=2), SEED)[0].readers("f0") == ("r0", "r2")
    own = replace(case, files=[replace(case.files[0], house="A")])
    assert best(own, Settings(reads=1), SEED)[0].readers("f0") == ("r2",)


def test_where_house_and_strength_cross_the_best_is_still_found() -> None:
    case = case_of([[5, 4, 3, 2]], houses=["A", "A", "B", "B"])
    settings = Settings(reads=2, strong=1, strong_from=5)
    assert best(case, settings, SEED)[0].readers("f0") == ("r0", "r2")


def test_a_list_of_promising_pairs_ends_at_the_best_over_all(monkeypatch: pytest.MonkeyPatch) -> None:
    case, settings = large(60, 40, 3), Settings(reads=3)
    whole = best(case, settings, SEED)[0]
    monkeypatch.setattr(fitting, "WHOLE", 0)
    monkeypatch.setattr(fitting, "LIST", 4)
    plan, prices = best(case, settings, SEED)
    assert plan == whole
    assert check_proof(case, settings, plan, prices)


def test_progress_is_told_and_time_that_is_over_is_refused() -> None:
    told: list[tuple[str, int, int]] = []
    best(large(20, 8, 3), Settings(reads=3), SEED, lambda *at: told.append(at))
    assert told[0][1] == 0 and told[-1][1] == told[-1][2]
    with pytest.raises(Refused, match="time"):
        best(large(20, 8, 3), Settings(reads=3, seconds=0.0), SEED)


def test_nothing_to_read_is_a_plan_without_pairs() -> None:
    case = replace(case_of([[5]]), files=[], fit=[])
    assert best(case, Settings(), SEED)[0].pairs == ()


def test_a_proof_is_checked_without_the_solver_and_without_a_library_of_numbers() -> None:
    asks = (
        "import sys; import kinoqor.judging.assignment.rules.proof; "
        "print([name for name in ('ortools', 'numpy') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
