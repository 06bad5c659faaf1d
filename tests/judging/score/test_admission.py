"""The list: every rule of admission, ties by the stated rule, the line and who crosses it, the list without a reader."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinoqor.judging.score.rules import Beside, influences, judged, standing, without
from kinoqor.judging.score.words import Admission, Criterion, Stand, Standing, Terms, Tie
from tests.judging.score.round import SCALE, TERMS, mark, marks_of, played, read

PLAIN = replace(TERMS, correct=False)


def listed(found: Standing) -> list[tuple[str, int, str]]:
    return [(each.film, each.place, each.stand) for each in found.places]


def rows(**films: list[int]) -> list:
    return [
        read(f"r{number}", film, each) for film, given in films.items() for number, each in enumerate(given)
    ]


def test_two_pluses_admit_and_one_does_not() -> None:
    terms = replace(PLAIN, admission=Admission.PLUSES, plus=Fraction(6), ties=(Tie.SCORE,))
    found = standing(rows(dune=[6, 7, 1], wind=[9, 5, 5], rain=[8, 8, 8], salt=[1, 1, 1]), terms)
    assert listed(found) == [
        ("rain", 1, Stand.IN), ("dune", 2, Stand.IN), ("wind", 3, Stand.OUT), ("salt", 4, Stand.OUT),
    ]  # fmt: skip
    assert {each.film for each in found.places if each.crosses} == {"dune", "wind"}


def test_the_middle_mark_is_not_moved_by_one_extreme() -> None:
    terms = replace(PLAIN, admission=Admission.MEDIAN, places=1)
    assert standing(rows(dune=[6, 6, 1], wind=[5, 5, 10]), terms).admitted == {"dune"}


def test_places_in_each_readers_own_order_do_not_know_who_is_strict() -> None:
    terms = replace(PLAIN, admission=Admission.RANK, places=1)
    reads = rows(dune=[9, 2, 8], wind=[8, 1, 9], rain=[1, 1, 1])
    assert standing(reads, terms).admitted == {"dune"}
    milder = [replace(each, mark=each.mark + (3 if each.reader == "r1" else 0)) for each in reads]
    assert listed(standing(milder, terms)) == listed(standing(reads, terms))


def test_who_lies_below_the_pass_mark_is_out_even_where_places_are_free() -> None:
    found = standing(rows(dune=[7, 7], wind=[5, 5]), replace(PLAIN, least=Fraction(6), places=9))
    assert listed(found) == [("dune", 1, Stand.IN), ("wind", 2, Stand.OUT)]
    assert found.line == 6


def test_the_line_lies_halfway_between_the_last_one_in_and_the_first_one_out() -> None:
    found = standing(rows(dune=[8, 8], wind=[7, 7], rain=[4, 4]), replace(PLAIN, places=1))
    assert found.line == Fraction(15, 2)


def test_a_film_whose_interval_holds_the_line_crosses_it() -> None:
    found = standing(
        rows(dune=[9, 8, 9], wind=[6, 7, 5], rain=[6, 5, 6], salt=[1, 2, 1]), replace(PLAIN, places=2)
    )
    assert [each.film for each in found.places if each.crosses] == ["wind", "rain"]


def test_a_tie_at_the_line_that_no_rule_decides_admits_nobody_silently() -> None:
    terms = replace(PLAIN, places=2, ties=(Tie.DRAW,))
    reads = rows(dune=[8, 8], wind=[6, 6], rain=[5, 7], salt=[2, 2])
    found = standing(reads, terms)
    assert listed(found) == [
        ("dune", 1, Stand.IN), ("rain", 2, Stand.TIED), ("wind", 2, Stand.TIED), ("salt", 4, Stand.OUT),
    ]  # fmt: skip
    drawn = standing(reads, terms, beside=Beside(lots={"wind": 1, "rain": 2}))
    assert drawn.admitted == {"dune", "wind"}
    assert drawn.places[2].by == Tie.DRAW


@pytest.mark.parametrize(("tie", "first"), [(Tie.LOWEST, "wind"), (Tie.PLUSES, "rain")])
def test_ties_are_broken_by_the_rule_that_the_call_states(tie: str, first: str) -> None:
    terms = replace(PLAIN, places=1, ties=(tie,), plus=Fraction(7))
    found = standing(rows(wind=[6, 6], rain=[5, 7]), terms)
    assert found.admitted == {first} and found.places[1].by == tie


def test_a_named_criterion_breaks_a_tie() -> None:
    both = (Criterion("script", *SCALE), Criterion("crew", *SCALE))
    terms = Terms(both, correct=False, places=1, ties=(Tie.CRITERION,), first="script")
    marks = [
        mark("ada", "dune", "script", 5), mark("ada", "dune", "crew", 7),
        mark("ada", "wind", "script", 7), mark("ada", "wind", "crew", 5),
    ]  # fmt: skip
    assert judged(marks, terms).admitted == {"wind"}


@given(st.integers(0, 10**6), st.sampled_from([*Admission]))
@settings(max_examples=20, deadline=None)
def test_a_better_mark_never_turns_a_yes_into_a_no_where_marks_count_as_given(seed: int, rule: str) -> None:
    reads, _truth = played(seed, 12, [0.0] * 5, 3)
    terms = replace(PLAIN, admission=rule, plus=Fraction(6), places=4, ties=(Tie.DRAW,))
    lots = Beside(lots={f"f{number:03}": number + 1 for number in range(12)})
    for film in standing(reads, terms, beside=lots).admitted:
        raised = [
            replace(each, mark=min(each.mark + 2, Fraction(10))) if each.film == film else each
            for each in reads
        ]
        assert film in standing(raised, terms, beside=lots).admitted


def test_the_list_without_a_reader_is_the_list_of_the_others() -> None:
    reads, _truth = played(9, 40, [-1.0, -0.5, 0.0, 0.5, 1.0, 0.2], 3)
    terms = replace(TERMS, places=10)
    gone = without(marks_of(reads), ["r02"], terms)
    assert gone == standing([each for each in reads if each.reader != "r02"], terms)
    assert "r02" not in gone.correction.readers


def test_the_reader_on_whom_the_list_hangs_is_named_first() -> None:
    reads = rows(dune=[6, 6, 6], wind=[5, 5, 10], rain=[2, 2, 2], salt=[1, 1, 2])
    found = influences(marks_of(reads), replace(PLAIN, places=1))
    assert (found[0].reader, found[0].entering, found[0].leaving) == ("r2", ("dune",), ("wind",))
    assert all(not each.entering for each in found[1:])
