"""The score of a film: bounded, monotone, and with an interval that holds what it says."""

from dataclasses import replace
from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.judging.score.rules import standing, worked
from kinoqor.judging.score.rules.scores import reachable, scores
from kinoqor.judging.score.words import Correction
from kinoqor.kit.verdict import YES
from tests.judging.score.round import TERMS, changed, played, read

PLANTED = [-1.2, -0.8, -0.5, -0.2, 0.0, 0.0, 0.2, 0.5, 0.8, 1.2]
FREE = Correction(YES, {})  # marks far from the middle are pulled in, nobody is strict
GIVEN = st.lists(st.integers(1, 10), min_size=2, max_size=7)


def one(given: list[int]) -> Fraction:
    reads = [read(f"r{number}", "Dune", each) for number, each in enumerate(given)]
    return scores(reads, FREE, TERMS)[0]["Dune"].score


def test_a_mark_far_from_the_middle_counts_as_a_point_and_a_half_from_it() -> None:
    assert one([5, 6, 6, 7, 1]) == Fraction("5.7")  # 1 counts as 4.5
    assert one([5, 6, 6, 7, 10]) == Fraction("6.3")  # 10 counts as 7.5


@given(GIVEN, st.data())
def test_a_higher_mark_never_lowers_the_score(given: list[int], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(given) - 1))
    raised = [*given]
    raised[place] = data.draw(st.integers(given[place], 10))
    assert one(raised) >= one(given)


@given(GIVEN, st.integers(1, 10))
def test_whatever_one_reader_gives_a_film_its_score_moves_by_a_bounded_amount(
    given: list[int], other: int
) -> None:
    """By the gap between the middle marks of the others, and his own share of twice the reach."""
    low, high = median([*given[1:], 1]), median([*given[1:], 10])
    bound = high - low + 2 * TERMS.reach / len(given) + Fraction(1, 100)
    assert abs(one(given) - one([other, *given[1:]])) <= bound


def test_what_a_reader_could_have_done_to_a_film_is_told() -> None:
    reads = [read(f"r{number}", "Dune", each) for number, each in enumerate([5, 6, 6, 7, 1])]
    told = scores(reads, FREE, TERMS)[0]["Dune"]
    assert reachable(told, "r4", FREE, TERMS) == (Fraction("5.7"), Fraction("6.3"))


def test_a_corrupt_reader_gets_less_than_under_the_plain_average() -> None:
    reads, _truth = played(8, 60, PLANTED)
    film = next(each.film for each in reads if each.reader == "r04")
    mine = next(each for each in reads if each.reader == "r04" and each.film == film)
    before = standing(reads, TERMS)
    after = standing(changed(reads, "r04", float(10 - mine.mark), film), TERMS)
    gained = after.scores[film].score - before.scores[film].score
    assert Fraction(0) <= gained < after.scores[film].raw - before.scores[film].raw


@pytest.mark.parametrize("readers", [3, 5])
def test_the_interval_holds_the_truth_as_often_as_it_says(readers: int) -> None:
    held = many = 0
    for seed in range(4):
        reads, truth = played(seed, 120, PLANTED, readers)
        found = standing(reads, replace(TERMS, level=Fraction(9, 10)))
        held += sum(found.scores[name].low <= truth[name] <= found.scores[name].high for name in truth)
        many += len(truth)
    assert 0.85 < held / many < 0.95


def test_the_interval_narrows_with_more_readers() -> None:
    reads, _truth = played(5, 60, PLANTED, 3)
    few = standing(reads, TERMS).scores["f000"]
    more, _truth = played(5, 60, PLANTED, 7)
    many = standing(more, TERMS).scores["f000"]
    assert many.high - many.low < few.high - few.low


def test_one_reader_of_one_film_has_a_score_and_no_correction() -> None:
    found = standing([read("ada", "Dune", 7)], TERMS)
    assert found.scores["Dune"].score == 7 and not found.correction.verdict
    assert standing([], TERMS).places == ()


def test_a_mark_that_nobody_near_it_shares_asks_for_a_reason() -> None:
    reads = [
        read(f"r{number}", f"f{film}", 5 + (number + film) % 2) for number in range(5) for film in range(10)
    ]
    found = standing(changed(reads, "r3", 5, "f4"), TERMS)
    assert [row.reader for row in found.scores["f4"].rows if row.far] == ["r3"]


def test_the_worked_example_adds_up_to_the_score() -> None:
    reads, _truth = played(2, 60, PLANTED)
    found = standing(reads, TERMS)
    told = worked(found, "f007")
    assert told and told.corrected and worked(found, "nothing") is None
    assert round(told.sum_counted / len(told.score.rows), 2) == pytest.approx(told.score.score, abs=0.01)
    for row, reader in zip(told.score.rows, told.readers, strict=True):
        assert row.corrected == row.given - reader.counted
        assert reader.middle == median(gap.gap for gap in reader.gaps)
        assert reader.trusted == reader.middle * Fraction(len(reader.gaps), len(reader.gaps) + 7)
    assert told.score.low <= told.score.score <= told.score.high
