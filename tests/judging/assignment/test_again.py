"""After the plan: a recusal moves as little as possible, and a second phase adds readers to named files only."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from kinoqor.judging.assignment.rules.again import mended, moved
from kinoqor.judging.assignment.rules.drawing import drawn
from kinoqor.judging.assignment.rules.fitting import best
from kinoqor.judging.assignment.rules.further import further
from kinoqor.judging.assignment.rules.proof import check_proof
from kinoqor.judging.assignment.words import Settings, Short
from tests.judging.assignment.invented import SEED, case_of, large

CASE, SETTINGS = large(30, 12, 3), Settings(reads=3)


@hypothesis(max_examples=30, deadline=None)
@given(st.integers(0, 89))
def test_a_conflict_moves_one_pair_where_somebody_has_time(which: int) -> None:
    plan, _prices = best(CASE, SETTINGS, SEED)
    pair = plan.pairs[which]
    changed = replace(CASE, conflicts={(pair.file, pair.reader)})
    after = mended(changed, SETTINGS, plan)
    assert (
        check_proof(changed, SETTINGS, after, {}).reached > 0
    )  # every limit is kept; it need not be the best
    gone, new = moved(plan, after)
    assert pair in gone
    assert len(gone) == len(new) <= 2  # one, or two where only a busy reader may take the file
    assert all(len(after.readers(file.code)) == 3 for file in CASE.files)


def test_a_plan_that_still_holds_is_kept_even_where_a_better_one_has_come() -> None:
    plan, _prices = drawn(CASE, SETTINGS, SEED)
    assert moved(plan, mended(CASE, SETTINGS, plan)) == ((), ())
    richer = replace(CASE, fit=[[fit if fit < 0 else 999 - fit for fit in row] for row in CASE.fit])
    assert moved(plan, mended(richer, SETTINGS, plan)) == ((), ())


def test_a_reader_who_leaves_gives_up_their_files_and_few_others_move() -> None:
    plan, _prices = best(CASE, SETTINGS, SEED)
    without = [replace(one, most=0, least=0) if one.code == "r3" else one for one in CASE.readers]
    gone, new = moved(plan, mended(replace(CASE, readers=without), SETTINGS, plan))
    theirs = plan.loads["r3"]
    assert theirs <= len(gone) == len(new) <= 2 * theirs
    assert sum(pair.reader == "r3" for pair in gone) == theirs


def test_a_file_that_is_withdrawn_takes_its_pairs_with_it() -> None:
    plan, _prices = best(CASE, SETTINGS, SEED)
    loose = replace(CASE, readers=[replace(one, least=0) for one in CASE.readers])
    left = replace(loose, files=loose.files[1:], fit=loose.fit[1:])
    gone, new = moved(plan, mended(left, SETTINGS, plan))
    assert {pair.file for pair in gone} == {"f0"} and new == ()


def test_where_nobody_can_take_over_it_is_said() -> None:
    case, settings = case_of([[5, 4]]), Settings(reads=2)
    plan, _prices = best(case, settings, SEED)
    with pytest.raises(Short):
        mended(replace(case, conflicts={("f0", "r0")}), settings, plan)


def test_a_second_phase_adds_readers_to_named_files_only_and_nobody_reads_twice() -> None:
    houses = replace(
        CASE, readers=[replace(one, house=f"h{at // 2}", most=14) for at, one in enumerate(CASE.readers)]
    )
    first, _prices = best(houses, SETTINGS, SEED)
    again = further(houses, first, {"f1": 2, "f7": 1})
    second, prices = best(again, SETTINGS, b"a second seed")
    assert check_proof(again, SETTINGS, second, prices)
    assert sorted(pair.file for pair in second.pairs) == ["f1", "f1", "f7"]
    house = {one.code: one.house for one in houses.readers}
    for file in ("f1", "f7"):
        all_of_them = [*first.readers(file), *second.readers(file)]
        assert len({house[reader] for reader in all_of_them}) == len(all_of_them)
    for one in houses.readers:
        assert first.loads.get(one.code, 0) + second.loads.get(one.code, 0) <= one.most
