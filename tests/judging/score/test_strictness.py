"""Strictness is found where readers overlap, bounded, and left alone where nobody can tell."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinoqor.judging.score.rules import standing
from kinoqor.judging.score.rules.strictness import connected, correction
from tests.judging.score.effects import correlation, effects
from tests.judging.score.round import TERMS, changed, played, read

PLANTED = [-1.2, -0.8, -0.5, -0.2, 0.0, 0.0, 0.2, 0.5, 0.8, 1.2]
ALWAYS = replace(TERMS, uneven=Fraction(0))


def test_planted_strictness_is_found() -> None:
    """Twenty films a reader; the mean of eight rounds, one of which alone may lie a little lower."""
    found = []
    for seed in range(8):
        told = correction(played(seed, 40, PLANTED)[0], TERMS)
        found.append(correlation(PLANTED, [float(told.of(name)) for name in sorted(told.readers)]))
    assert sum(found) / len(found) > 0.9 and min(found) > 0.8


def test_the_rule_agrees_with_the_full_random_effects_model() -> None:
    reads, _truth = played(2, 200, [*PLANTED, *PLANTED])
    found = standing(reads, TERMS)
    films, readers = effects(reads, 1.278, 0.5, 1.268)
    names = sorted(films)
    assert (
        correlation([float(found.scores[name].score) for name in names], [films[name] for name in names])
        > 0.97
    )
    people = sorted(readers)
    told = [float(found.correction.of(name)) for name in people]
    assert correlation(told, [readers[name] for name in people]) > 0.97


def test_the_corrected_order_is_nearer_to_the_truth_than_the_raw_one() -> None:
    raw = right = 0.0
    for seed in range(5):
        reads, truth = played(seed, 150, [*PLANTED, *PLANTED])
        found = standing(reads, TERMS)
        names = sorted(truth)
        quality = [truth[name] for name in names]
        raw += correlation([float(found.scores[name].raw) for name in names], quality)
        right += correlation([float(found.scores[name].score) for name in names], quality)
    assert right > raw + 0.04


def test_a_constant_of_one_reader_moves_the_scores_little_once_corrected() -> None:
    """What is left is what the rule says: the doubt of n + 7, and what his colleagues are moved by."""
    reads, _truth = played(3, 60, PLANTED, noise=0.3, whole=False)
    reads = [
        replace(each, mark=(each.mark + 11) / 3) for each in reads
    ]  # within 4..7, so that no end of the scale bites
    shift = 0.9
    before, after = standing(reads, ALWAYS), standing(changed(reads, "r04", shift), ALWAYS)
    his = {each.film for each in reads if each.reader == "r04"}
    moves = {name: float(after.scores[name].score - before.scores[name].score) for name in before.scores}
    rest = [move for name, move in moves.items() if name not in his]
    level = sum(rest) / len(rest)
    raw = float(after.scores[min(his)].raw - before.scores[min(his)].raw)
    assert raw == pytest.approx(shift / 5, abs=0.011)
    assert max(abs(moves[name] - level) for name in his) < raw * 0.45


def test_beyond_the_cap_a_constant_counts_for_no_more_than_the_cap() -> None:
    reads, _truth = played(4, 60, PLANTED)
    found = correction(changed(reads, "r04", 9), ALWAYS)
    assert found.of("r04") == TERMS.most
    assert all(abs(found.of(name)) <= TERMS.most for name in found.readers)


@given(st.integers(0, 10**6))
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_reads_changes_nothing(seed: int) -> None:
    reads, _truth = played(seed, 30, PLANTED[::2], 3)
    turned = list(reads)
    Random(seed).shuffle(turned)
    assert standing(turned, TERMS) == standing(reads, TERMS)


@given(st.integers(0, 10**6), st.permutations([f"r{number:02}" for number in range(5)]))
@settings(max_examples=15, deadline=None)
def test_the_names_of_the_readers_change_no_score(seed: int, names: list[str]) -> None:
    reads, _truth = played(seed, 30, PLANTED[::2], 3)
    other = [replace(each, reader=names[int(each.reader[1:])]) for each in reads]
    mine, theirs = standing(reads, ALWAYS), standing(other, ALWAYS)
    assert {name: each.score for name, each in mine.scores.items()} == {
        name: each.score for name, each in theirs.scores.items()
    }


def test_groups_that_share_no_film_are_not_corrected_and_it_is_said() -> None:
    reads = [
        read(f"{side}{number}", f"{side}-{film}", 3 + number)
        for side in "ab"
        for number in range(3)
        for film in range(9)
    ]
    found = standing(reads, TERMS)
    assert not found.correction.verdict and "2" in str(found.correction.verdict.reason)
    assert found.correction.verdict.way
    assert all(score.score == score.raw for score in found.scores.values())
    assert all(row.counted == row.given for score in found.scores.values() for row in score.rows)


def test_readers_of_few_films_are_not_corrected() -> None:
    reads = [read(f"r{number}", f"f{film}", 3 + number) for number in range(3) for film in range(7)]
    assert "8" in str(correction(reads, TERMS).verdict.reason)
    more = [
        *reads,
        *(read(f"r{number}", f"f{film}", 3 + number) for number in range(2) for film in range(7, 9)),
    ]
    found = correction(more, TERMS)
    assert found.verdict and not found.readers["r2"].known and found.of("r2") == 0


def test_a_section_that_too_few_reads_cross_is_named() -> None:
    section = {f"{side}{film}": side for side in "ab" for film in range(10)}
    apart = [
        read(f"{side}-{number}", f"{side}{film}", 4 + number)
        for side in "ab"
        for number in range(3)
        for film in range(10)
    ]
    one = [*apart, read("a-1", "b1", 5)]
    verdict = connected(one, TERMS, section)
    assert not verdict and "1" in str(verdict.reason)
    six = [*one, *(read("a-1", f"b{film}", 5) for film in range(2, 8))]
    assert connected(six, TERMS, section)


def test_readers_who_are_equally_strict_are_left_alone() -> None:
    reads, _truth = played(6, 60, [0.0] * 10)
    assert not correction(reads, TERMS).verdict


def test_a_call_may_say_that_marks_count_as_given() -> None:
    reads, _truth = played(1, 40, PLANTED)
    found = standing(reads, replace(TERMS, correct=False, clause="7"))
    assert not found.correction.verdict and found.correction.verdict.clause == "7"
    assert all(score.score == score.raw for score in found.scores.values())
