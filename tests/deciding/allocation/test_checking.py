"""A result is checked without a solver: what was altered is found and named."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from kinoqor.deciding.allocation.rules.checking import check
from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.rules.frozen import case_of, frozen, result, result_of
from kinoqor.deciding.allocation.words import Award, Result
from tests.deciding.allocation.invented import case, file, quota

FILES = [
    file("a", 9000), file("b", 8000), file("c", 7000, attributes=frozenset({"debut"}), company="A"), file("d", 6500),
    file("e", 6400, kind="short"), file("f", 6300, attributes=frozenset({"debut"}), company="A"),
]  # fmt: skip
CASE = case(FILES, 34, [quota("debut", least=1)], passing=6350, company_films=1)

Alter = Callable[[Result], Result]
ALTERED: dict[str, Alter] = {
    "an award": lambda it: replace(it, awards=(replace(it.awards[0], money=11), *it.awards[1:])),
    "a film more": lambda it: replace(it, awards=(*it.awards, Award("d", 10, 100, "rest"))),
    "a film less": lambda it: replace(it, awards=it.awards[1:]),
    "another choice": lambda it: replace(it, computed=("a", "c", "d")),
    "the value": lambda it: replace(it, value=it.value + 1),
    "a way": lambda it: replace(it, awards=(replace(it.awards[0], way="rest"), *it.awards[1:])),
    "a reason": lambda it: replace(
        it, refusals=(replace(it.refusals[0], reason="company"), *it.refusals[1:])
    ),
    "no reason": lambda it: replace(it, refusals=it.refusals[1:]),
    "a line": lambda it: replace(it, lines=(replace(it.lines[0], points=1), *it.lines[1:])),
    "the band": lambda it: replace(it, band=("d",)),
}


def test_a_result_as_it_came_out_has_no_fault() -> None:
    assert check(CASE, allocate(CASE)) == []


@pytest.mark.parametrize("what", ALTERED)
def test_what_was_altered_in_a_result_is_found(what: str) -> None:
    faults = check(CASE, ALTERED[what](allocate(CASE)))
    assert faults and all(fault.words for fault in faults)


@pytest.mark.parametrize("money", [9, 29])
def test_an_overspent_envelope_is_found(money: int) -> None:
    streams = (replace(CASE.settings.streams[0], envelope=money),)
    faults = check(replace(CASE, settings=replace(CASE.settings, streams=streams)), allocate(CASE))
    assert "main" in {fault.code for fault in faults}


def test_a_case_and_its_result_come_back_from_their_documents() -> None:
    text = frozen(CASE)
    back = case_of(json.loads(text))
    assert frozen(back) == text
    assert sorted(back.files, key=lambda each: each.code) == sorted(CASE.files, key=lambda each: each.code)
    assert back.settings == replace(CASE.settings, unit=CASE.unit)
    found = allocate(back)
    assert result_of(json.loads(result(found, text))) == found == allocate(CASE)


def test_checking_needs_no_solver() -> None:
    code = (
        "import sys; import kinoqor.deciding.allocation.rules.checking, kinoqor.deciding.allocation.rules.frozen;"
        "print([name for name in sys.modules if name.split('.')[0] in ('ortools', 'numpy', 'pandas')])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_each_film_out_of_the_list_has_the_reason_that_fits() -> None:
    found = {each.code: (each.reason, each.quotas) for each in allocate(CASE).refusals}
    assert found == {"d": ("envelope", ()), "e": ("envelope", ()), "f": ("pass", ())}
