"""From marks on criteria to one mark of a read."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.manner.words import Criterion as Asked
from kinoqor.judging.score.rules.marks import criteria_of, hundredth, measurable, reads_of, terms_of, within
from kinoqor.judging.score.words import Criterion, Terms
from kinoqor.kit.verdict import Refused
from tests.judging.score.round import SCALE, mark

TWO = Terms((Criterion("script", *SCALE, Fraction(3)), Criterion("crew", *SCALE, Fraction(1))))


def asked(code: str, lowest: int | None = 0, highest: int | None = 10, weight: int | None = None) -> Asked:
    return Asked(code, {"en": code}, {}, lowest, highest, weight)


def test_criteria_count_by_their_weights() -> None:
    (found,) = reads_of([mark("ada", "Dune", "script", 8), mark("ada", "Dune", "crew", 4)], TWO)
    assert found.mark == 7


def test_what_does_not_apply_is_absent_and_never_zero() -> None:
    (found,) = reads_of([mark("ada", "Dune", "script", 8), mark("ada", "Dune", "crew", None)], TWO)
    assert found.mark == 8
    assert reads_of([mark("ada", "Dune", "script", None)], TWO) == ()


def test_scales_of_different_length_are_brought_onto_one() -> None:
    terms = terms_of(
        [Criterion("script", Fraction(0), Fraction(40)), Criterion("crew", Fraction(0), Fraction(10))]
    )
    assert (terms.lowest, terms.highest, terms.most) == (1, 10, Fraction(3, 2))
    (found,) = reads_of([mark("ada", "Dune", "script", 40), mark("ada", "Dune", "crew", 0)], terms)
    assert found.mark == Fraction(11, 2)


def test_criteria_of_one_scale_keep_it_and_a_sixth_of_it_counts() -> None:
    terms = terms_of([Criterion("script", Fraction(0), Fraction(12))])
    assert (terms.lowest, terms.highest, terms.most, terms.reach) == (0, 12, 2, 2)


@pytest.mark.parametrize("value", [0, 11, -3])
def test_a_mark_off_its_scale_is_refused_with_the_scale(value: int) -> None:
    wrong = mark("ada", "Dune", "script", value)
    assert "1" in str(within(wrong, TWO).reason) and "10" in str(within(wrong, TWO).reason)
    with pytest.raises(Refused):
        reads_of([wrong], TWO)


def test_a_criterion_that_the_call_does_not_have_is_refused() -> None:
    assert not within(mark("ada", "Dune", "luck", 5), TWO)


def test_two_marks_for_one_place_are_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="twice"):
        reads_of([mark("ada", "Dune", "script", 5), mark("ada", "Dune", "script", 6)], TWO)


def test_criteria_without_weights_all_weigh_the_same() -> None:
    assert {each.weight for each in criteria_of([asked("script"), asked("crew")])} == {Fraction(1)}


@pytest.mark.parametrize(
    "criteria",
    [
        [],
        [asked("script", lowest=None)],
        [asked("script", weight=3), asked("crew")],
        [asked("script", weight=0)],
    ],
)
def test_criteria_that_cannot_be_counted_are_refused_with_a_reason(criteria: list[Asked]) -> None:
    verdict = measurable(criteria)
    assert not verdict and verdict.reason


@given(st.fractions(-100, 100), st.fractions(-100, 100))
def test_rounding_keeps_the_order_and_is_even_handed(left: Fraction, right: Fraction) -> None:
    assert hundredth(-left) == -hundredth(left)
    assert hundredth(min(left, right)) <= hundredth(max(left, right))
    assert abs(hundredth(left) - left) <= Fraction(1, 200)
