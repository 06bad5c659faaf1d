"""Tests by points: what is enough, what is not, and what is still open."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.points import Element, Met, PointsTest, read, reckon

WORDS = {"en": "x"}


def made(weights: list[int], points: int = 0, share: Fraction | None = None) -> PointsTest:
    elements = tuple(Element(f"e{number}", WORDS, weight) for number, weight in enumerate(weights))
    return PointsTest("t", WORDS, WORDS, "", elements, points, share)


def test_enough_points_pass_though_others_are_open() -> None:
    told = reckon(made([3, 2, 1], 4), {"e0": Met.YES, "e2": Met.YES})
    assert (told.met, told.got, told.open, told.missing) == (Met.YES, 4, 2, 0)


def test_what_is_open_keeps_a_test_open_only_while_it_could_turn_it() -> None:
    assert reckon(made([3, 2, 1], 4), {"e0": Met.YES, "e1": Met.NO}).met is Met.OPEN
    assert reckon(made([3, 2, 1], 4), {"e0": Met.NO}).met is Met.NO


def test_a_share_is_taken_of_the_points_that_apply_and_rounded_up() -> None:
    told = reckon(made([4, 3, 2], share=Fraction(1, 2)), {"e0": Met.APART, "e1": Met.YES, "e2": Met.NO})
    assert (told.possible, told.needed, told.met) == (5, 3, Met.YES)


def test_an_element_that_is_not_of_the_test_is_refused() -> None:
    with pytest.raises(ValueError, match="no element zz"):
        reckon(made([1], 1), {"zz": Met.YES})


@given(st.lists(st.integers(1, 5), min_size=1, max_size=8), st.data())
def test_a_verdict_never_turns_over_when_more_becomes_known(weights: list[int], data: st.DataObject) -> None:
    test = made(weights, data.draw(st.integers(1, sum(weights))))
    some = {
        element.code: data.draw(st.sampled_from([Met.YES, Met.NO, Met.OPEN])) for element in test.elements
    }
    whole = {
        code: data.draw(st.sampled_from([Met.YES, Met.NO])) if met is Met.OPEN else met
        for code, met in some.items()
    }
    before, after = reckon(test, some).met, reckon(test, whole).met
    assert before in (Met.OPEN, after)
    assert after is not Met.OPEN


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"code": "t", "elements": []},
        {"points": 9},
        {"points": 0},
        {"share": [1, 2]},
        {"elements": [{"code": "a", "name": WORDS, "weight": 0}]},
        {"elements": [{"code": "a", "name": WORDS, "weight": True}]},
        {"elements": [{"code": "a", "name": WORDS, "weight": 1}, {"code": "a", "name": WORDS, "weight": 1}]},
    ],
)
def test_what_cannot_be_a_test_is_refused_in_a_sentence(wrong: dict[str, object]) -> None:
    right = {
        "code": "t",
        "name": WORDS,
        "clause": WORDS,
        "points": 1,
        "elements": [{"code": "a", "name": WORDS, "weight": 1}],
    }
    assert read(right).most == 1
    with pytest.raises(ValueError, match=r"\.$"):
        read(right | wrong if wrong else wrong)
