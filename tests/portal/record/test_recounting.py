"""The verifier counts by itself what the house counts, and finds the same; whatever was altered it names."""

import json
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

from kinoqor.deciding.allocation.rules import frozen
from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.rules.making import made
from kinoqor.deciding.allocation.rules.table import table
from kinoqor.deciding.allocation.words import Case, Impossible, Result
from kinoqor.judging.score.rules import judged
from kinoqor.judging.score.words import Criterion, Mark, Terms
from kinoqor.kit.canonical import canonical
from kinoqor.portal.record.verifier.draws import check_draw
from kinoqor.portal.record.verifier.lists import lists_of
from kinoqor.portal.record.verifier.lists_of_money import check_list
from kinoqor.portal.record.verifier.lots import follows
from kinoqor.portal.record.verifier.marks import Terms as Published
from kinoqor.portal.record.verifier.marks import given_of
from kinoqor.portal.record.verifier.rings import drawn_again
from kinoqor.portal.record.verifier.scores import corrects, scored, strictness
from kinoqor.portal.record.verifier.sharing import passed_over, shares
from kinoqor.portal.record.verifier.solving import best_list, solver
from tests.deciding.allocation import invented
from tests.deciding.allocation.invented import cases, lists
from tests.judging.assignment.test_checking import published
from tests.portal.record.telling import told


def documents(case: Case, found: Result) -> tuple[Any, Any]:
    """A case and its result as they are published."""
    text, seed = frozen.frozen(case), case.settings.seed
    return json.loads(text), json.loads(frozen.result(found, text, seed))


@settings(max_examples=60, deadline=None)
@given(cases())
def test_every_list_of_a_case_is_found_to_be_what_the_house_makes_of_it(case: Case) -> None:
    held = table(case)
    for at, rows in enumerate(lists(held)):
        codes = [row.file.code for row in rows]
        before, after = documents(case, made(held, codes))
        of = shares(before, case.settings.seed)
        due = follows(of, codes)
        assert {key: after[key] for key in due} == due
        assert list(passed_over(of, codes)) == []
        if at > 8:
            return


@settings(max_examples=25, deadline=None)
@given(cases())
def test_the_solver_of_the_verifier_finds_the_same_best_list(case: Case) -> None:
    before = json.loads(frozen.frozen(case))
    found = best_list(solver(), shares(before, case.settings.seed))
    try:
        due = sorted(allocate(case).computed)
    except Impossible:
        assert found is None
    else:
        assert found is not None
        assert sorted(found) == due


def simple() -> tuple[Any, Any]:
    """Four films, two of one company, one quota: three get money."""
    films = [
        invented.file("a", 900, 10, company="X"), invented.file("b", 800, 10, company="X"),
        invented.file("c", 700, 10, attributes=frozenset({"debut"})), invented.file("d", 600, 10),
    ]  # fmt: skip
    case = invented.case(films, 30, [invented.quota("debut", least=1)], company_films=2)
    return documents(case, allocate(case))


def test_a_right_list_is_right_in_every_language() -> None:
    for lang in ("en", "kk", "ru"):
        lines, wrong = told(check_list, *simple(), lang=lang)
        assert (len(lines), wrong) == (1, [])


ALTERED = [
    (lambda case, result: result["awards"][0].__setitem__(1, 11), "The award of film a"),
    (lambda case, result: result["refusals"][0].__setitem__(1, "pass"), "The reason of film d"),
    (lambda case, result: result["lines"][0].__setitem__(3, 1), "The cut-off of main, feature, — is stated"),
    (lambda case, result: result.__setitem__("value", 1), "“value”: 1"),
    (lambda case, result: result["computed"].remove("a"), "The justice rule: film a was passed over by"),
    (lambda case, result: case["streams"][0].__setitem__(1, 20), "The envelope main is overspent by 10"),
    (lambda case, result: case["quotas"][0].__setitem__(3, 2), "The quota debut does not hold"),
    (lambda case, result: case["rules"].__setitem__("company_films", 1), "Company X has more"),
    (lambda case, result: case["files"][3].__setitem__(3, 950), "The justice rule: film d was passed over"),
    (lambda case, result: result["awards"].append(["z", 1, 100, "list"]), "Film z is in the list"),
    (lambda case, result: result.pop("lines"), "cannot be read"),
]


@pytest.mark.parametrize(("alter", "said"), ALTERED, ids=[said for _alter, said in ALTERED])
def test_whatever_is_altered_in_a_list_is_named(alter: Any, said: str) -> None:
    case, result = simple()
    alter(case, result)
    _lines, wrong = told(check_list, case, result)
    assert any(said in line for line in wrong), wrong


@pytest.mark.parametrize("source", ["drand", "numbers"])
def test_a_draw_is_repeated_and_proved_without_any_library_of_numbers(source: str) -> None:
    before, after = (text.encode() for text in published(source))
    lines, wrong = told(check_draw, before, after)
    assert wrong == []
    said = " ".join(lines)
    assert "The prices prove" in said and "repeated, gives the same 72 readings" in said
    assert "as its own prices prove" in said


DRAWN = [
    (lambda before, after: before["fit"][0].__setitem__(0, 5), "of other lists"),
    (lambda before, after: after["pairs"].__setitem__(0, after["pairs"][1]), "stands twice"),
    (lambda before, after: after["prices"].update({"r1": 77}), "The prices do not prove"),
    (lambda before, after: after.update(counted=after["counted"] + 1), "counts another number"),
    (lambda before, after: after.update(best=after["best"] + 1), "What the draw costs is not proved"),
    (lambda before, after: after.update(seed="00" * 32), "The seed is not made"),
    (lambda before, after: after.pop("chances"), "contradicts itself"),
]


@pytest.mark.parametrize(("alter", "said"), DRAWN, ids=[said for _alter, said in DRAWN])
def test_whatever_is_altered_in_a_draw_is_named(alter: Any, said: str) -> None:
    before, after = (json.loads(text) for text in published())
    alter(before, after)
    _lines, wrong = told(check_draw, canonical(before).encode(), canonical(after).encode())
    assert any(said in line for line in wrong), wrong


def test_the_draw_again_takes_the_very_pairs_and_numbers_of_the_house() -> None:
    before, after = (json.loads(text) for text in published())
    pairs, counted = drawn_again(
        lists_of(before), after["chances"], bytes.fromhex(after["seed"]), after["of"]
    )
    assert (pairs, counted) == ({tuple(pair) for pair in after["pairs"]}, after["counted"])


@pytest.mark.parametrize("strict", [0, 2, 3])
def test_scores_come_out_as_in_the_house_to_the_hundredth(strict: int) -> None:
    chance = Random(strict)
    craft = Criterion("craft", Fraction(0), Fraction(5), Fraction(2))
    terms = Terms((Criterion("plot", Fraction(1), Fraction(10)), craft))

    def mark(reader: int, low: int, high: int) -> Fraction:
        return Fraction(max(low, chance.randint(low, high) - (0 if reader else strict)))

    marks = [
        Mark(f"r{reader}", f"f{film}", code, mark(reader, low, high))
        for film in range(40)
        for reader in chance.sample(range(8), 4)
        for code, low, high in (("plot", 1, 10), ("craft", 0, 5))
    ]
    due = judged(marks, terms)
    criteria = {each.code: (each.lowest, each.highest, each.weight) for each in terms.criteria}
    by = Published(
        criteria, terms.lowest, terms.highest, True, terms.trust, terms.most, terms.reach, terms.fewest, terms.crossing,
        terms.uneven, terms.level, terms.widening,
    )  # fmt: skip
    own = given_of([[each.reader, each.film, each.criterion, str(each.value)] for each in marks], by)
    found = strictness(own, by)
    assert corrects(own, by, {}, found) == bool(due.correction.verdict)
    taken = {name: each.counted for name, each in found.items()} if due.correction.verdict else None
    assert scored(own, by, taken) == {
        film: [int(each * 100) for each in (one.raw, one.score, one.low, one.high)]
        for film, one in due.scores.items()
    }
