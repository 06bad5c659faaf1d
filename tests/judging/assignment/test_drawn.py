"""The drawn plan: exact limits in every draw, no pair likelier than the cap, the same seed the same plan."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis

from kinoqor.judging.assignment.rules.drawing import drawn
from kinoqor.judging.assignment.rules.fitting import clock, solve
from kinoqor.judging.assignment.rules.proof import check_proof
from kinoqor.judging.assignment.rules.rings import whole
from kinoqor.judging.assignment.words import Case, Reader, Settings, Short, silent
from kinoqor.kit.draw import Numbers
from tests.judging.assignment.invented import SEED, cases, large


@hypothesis(max_examples=120, deadline=None)
@given(cases())
def test_every_draw_keeps_every_limit_and_its_chances_are_proved_the_best(
    given: tuple[Case, Settings],
) -> None:
    case, settings = given
    try:
        plan, prices = drawn(case, settings, SEED)
    except Short as short:
        assert short.verdict.reason
        return
    proof = check_proof(case, settings, plan, prices)
    # With a cap of one the chances are whole, and house and strength may cross as in a plan without a draw.
    assert proof or (settings.cap == 1 and proof.bound > proof.reached > 0)
    chances = Counter({pair.file: 0 for pair in plan.chances})
    for pair in plan.chances:
        low = (pair.file, pair.reader) in case.warned
        assert Fraction(pair.units, plan.of) <= (min(settings.cap, settings.warned) if low else settings.cap)
        chances[pair.file] += pair.units
    assert all(
        chances[file.code] == case.reads(file, settings) * plan.of
        for file in case.files
        if file.code in chances
    )
    assert {(one.file, one.reader) for one in plan.pairs} <= {(one.file, one.reader) for one in plan.chances}


@pytest.mark.parametrize("cap", [Fraction(1, 2), Fraction(2, 5)])
def test_each_pair_is_drawn_as_often_as_its_chance_says(cap: Fraction) -> None:
    case = large(12, 12, 2)
    case = replace(case, readers=[replace(one, house=f"h{at // 2}") for at, one in enumerate(case.readers)])
    settings, times = Settings(reads=2, cap=cap), 2000
    likely = solve(case, settings, SEED, cap.numerator, cap.denominator, clock(settings, silent))
    numbers, counts = Numbers(SEED), Counter[tuple[int, int]]()
    for _each in range(times):
        units = whole(likely, cap.numerator, numbers.below)
        assert (units.sum(axis=1) == 2).all() and units.max() == 1
        counts.update(zip(*(each.tolist() for each in units.nonzero()), strict=True))
    for row, column in zip(*likely.units.nonzero(), strict=True):
        chance = float(likely.units[row, column]) / cap.denominator
        error = (times * chance * (1 - chance)) ** 0.5
        assert abs(counts[int(row), int(column)] - times * chance) <= 4.5 * error


def test_the_same_seed_draws_the_same_plan_and_another_seed_another() -> None:
    case, settings = large(40, 16, 3), Settings(reads=3)
    plan, prices = drawn(case, settings, SEED)
    assert (plan, prices) == drawn(case, settings, SEED)
    turned = replace(case, files=case.files[::-1], fit=case.fit[::-1])
    assert (plan, prices) == drawn(turned, settings, SEED)
    assert drawn(case, settings, b"another")[0].pairs != plan.pairs


def test_nobody_who_suits_perfectly_is_sure_to_read_the_file_and_the_price_is_told() -> None:
    case = large(40, 16, 3)
    friend = replace(case, fit=[[1000, *row[1:]] if at == 0 else row for at, row in enumerate(case.fit)])
    plan, _prices = drawn(friend, Settings(reads=3), SEED)
    units = {(pair.file, pair.reader): pair.units for pair in plan.chances}
    assert Fraction(units["f0", "r0"], plan.of) == Fraction(1, 2)
    assert plan.best is not None and 0 < plan.price < Fraction(1, 2)
    assert plan.expected == (1 - plan.price) * plan.best
    got = [drawn(friend, Settings(reads=3), bytes([seed]))[0] for seed in range(60)]
    assert 10 < sum("r0" in each.readers("f0") for each in got) < 50


def test_a_cap_that_needs_more_readers_than_there_are_is_explained() -> None:
    case = Case(large(1, 4, 1).files, [Reader(f"r{at}", 3) for at in range(4)], [[5, 5, 5, 5]])
    with pytest.raises(Short) as caught:
        drawn(case, Settings(reads=3), SEED)
    found = caught.value.bottleneck
    assert (found.needed, found.free) == (3, 2)
    assert [(change.what, change.to) for change in found.changes] == [("readers", 2), ("reads", 2)]


def test_a_cap_lies_between_nothing_and_one() -> None:
    with pytest.raises(ValueError, match="cap"):
        drawn(large(2, 4, 1), Settings(reads=1, cap=Fraction(3, 2)), SEED)


@pytest.mark.parametrize("strong", [0, 1])
def test_two_halves_of_a_house_never_both_become_whole(strong: int) -> None:
    case = large(24, 12, 3)
    case = replace(case, readers=[replace(one, house=f"h{at // 2}") for at, one in enumerate(case.readers)])
    settings = Settings(reads=3, strong=strong, strong_from=400)
    house = {one.code: one.house for one in case.readers}
    for seed in range(30):
        plan, prices = drawn(case, settings, bytes([seed]))
        assert check_proof(case, settings, plan, prices)
        for file in case.files:
            of = [house[each] for each in plan.readers(file.code)]
            assert len(set(of)) == len(of) == 3
