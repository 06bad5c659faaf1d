"""The published sum of a fit, houses of readers, stand-ins, and the documents of a draw."""

import json
from collections import Counter
from fractions import Fraction

import pytest

from kinoqor.funding.application.models import Application
from kinoqor.judging.assignment.adapters.case import languages_of
from kinoqor.judging.assignment.rules.drawing import drawn
from kinoqor.judging.assignment.rules.fit import fit
from kinoqor.judging.assignment.rules.frozen import (
    case_of,
    code,
    frozen,
    moment_of,
    ordered,
    plan_of,
    randomness,
    result,
    seed,
)
from kinoqor.judging.assignment.rules.houses import houses
from kinoqor.judging.assignment.rules.standin import Candidate, Wanted, candidates, stand_in
from kinoqor.judging.assignment.words import Case, File, Reader, Settings
from kinoqor.kit.announced import key_string, mixed
from tests.judging.assignment.drawing import NOW
from tests.judging.assignment.invented import SEED, large
from tests.judging.assignment.invented import case_of as invented

HALF, FIFTH = Fraction(1, 2), Fraction(1, 5)


@pytest.mark.parametrize(
    ("medium", "media", "languages", "reads", "before", "is_"),
    [
        (
            "feature",
            ["feature"],
            ["kk"],
            ["kk", "ru"],
            9,
            1000,
        ),  # everything suits, and experience counts up to 100
        ("feature", [], ["kk"], [], 0, 600),  # a body for everything, a reader of any language
        ("feature", ["feature"], ["en"], ["kk"], 0, 600),
        ("animation", ["feature"], ["en"], ["kk"], 0, 300),
        ("feature", ["feature"], [], ["kk"], 2, 790),  # a file that names no language
    ],
)
def test_a_fit_is_a_sum_that_anyone_can_reckon(
    medium: str, media: list[str], languages: list[str], reads: list[str], before: int, is_: int
) -> None:
    assert fit(medium, media, languages, reads, before) == is_


def test_readers_who_share_a_company_are_of_one_house_even_through_a_third() -> None:
    found = houses({"a": ["x"], "b": ["x", "y"], "c": ["y"], "d": ["z"], "e": []})
    assert found["a"] == found["b"] == found["c"] != found["d"]
    assert found["e"] == ""


def test_a_frozen_document_gives_the_same_case_again_and_names_nobody() -> None:
    plain = Case(
        [File("f2", "kk", "feature"), File("f1", "ru")],
        [
            Reader("r2", 3, 1, "h", frozenset({"kk"})),
            Reader("r1", 2, 0, "", frozenset(), frozenset({"animation"})),
        ],
        [[500, 600], [700, 800]],
        {("f1", "r1")},
        {("f2", "r2")},
    )
    case = ordered(plain)
    assert [each.code for each in case.files] == ["f1", "f2"]
    # f1 is Russian, which r2 does not read; f2 is a feature, which r1 does not judge.
    assert case.fit == [[800, -1], [-1, 500]]
    text = frozen(case, Settings(reads=1), {"call": "test"}, NOW)
    assert moment_of(json.loads(text)) == NOW.replace(microsecond=0)
    read, settings = case_of(json.loads(text))
    assert (read, settings) == (case, Settings(reads=1))
    assert "feature" not in text and '"kk"' not in text


def test_two_draws_of_one_seed_are_one_document() -> None:
    case, settings = ordered(large(20, 8, 2)), Settings(reads=2)
    text = frozen(case, settings, {}, NOW)
    sown = seed(text, randomness("drand", "ab" * 48))
    assert (
        sown != seed(text + " ", randomness("drand", "ab" * 48)) != seed(text, randomness("drand", "ac" * 48))
    )
    documents = {result(*drawn(case, settings, sown), text, "ab" * 48) for _time in range(2)}
    (document,) = documents
    plan, prices = plan_of(json.loads(document))
    assert (plan, prices) == drawn(case, settings, sown)


def test_announced_numbers_are_strung_as_the_rfc_says() -> None:
    sources = [[9, 18, 2], [7]]
    assert randomness("numbers", key_string(sources)) == mixed(sources)


def test_a_code_without_its_salt_tells_nothing() -> None:
    assert code("one", "member:3") != code("other", "member:3")


def test_a_stand_in_comes_as_often_as_the_rule_says_and_the_same_each_time() -> None:
    given = [
        Candidate("a", Fraction(1, 4), HALF),
        Candidate("b", HALF, HALF),
        Candidate("c", Fraction(0), FIFTH),
    ]
    counts = Counter(stand_in(SEED, f"f{number}", 0, given) for number in range(3000))
    assert stand_in(SEED, "f1", 0, given) == stand_in(SEED, "f1", 0, list(reversed(given)))
    assert counts["b"] == 0  # whoever had the whole chance already has none left
    # a: (1/2 - 1/4) / (1 - 1/4) = 1/3, less where c comes first: 1/3 · (1 - 1/2 · 1/5) = 0.3
    assert abs(counts["a"] / 3000 - 0.3) < 0.04
    # c: 1/5, less where a comes first: 1/5 · (1 - 1/2 · 1/3) = 1/6
    assert abs(counts["c"] / 3000 - 1 / 6) < 0.04


def test_a_stand_in_may_read_the_file_has_room_and_is_of_no_house_that_reads_it() -> None:
    case = invented([[500, 500, 500, 500, 100, 500, 500]], most=2, houses=["", "h", "h"])
    case = Case(case.files, case.readers, case.fit, {("f0", "r3")}, {("f0", "r6")})
    wanted = Wanted("f0", frozenset({"r1"}), frozenset({"r0"}), {"r5": 2}, {("f0", "r6"): FIFTH})
    found = candidates(case, Settings(floor=200), wanted)
    # r0 has left, r1 reads it, r2 is of the house of r1, r3 has a conflict, r4 fits too little, r5 has no room.
    assert [(each.code, each.chance, each.cap) for each in found] == [("r6", FIFTH, FIFTH)]
    assert candidates(case, Settings(), Wanted("f9", frozenset(), frozenset(), {}, {})) == []


def test_a_file_that_lacks_strong_readers_gets_a_strong_stand_in() -> None:
    case = invented([[500, 900, 400]])
    wanted = Wanted("f0", frozenset({"r0"}), frozenset(), {}, {})
    found = candidates(case, Settings(strong=1, strong_from=800), wanted)
    assert [each.code for each in found] == ["r1"]


@pytest.mark.parametrize(
    ("values", "spoken"),
    [
        ({"script_language": "kk", "languages": ["ru", "en"]}, ["kk"]),
        ({"script_language": "", "languages": ["ru", "en"]}, ["ru", "en"]),
        ({"languages": "ru"}, ["ru"]),
        ({}, ["en"]),
    ],
)
def test_a_file_is_read_in_the_language_of_its_script_or_else_of_its_film(
    values: dict[str, object], spoken: list[str]
) -> None:
    assert languages_of(Application(values=values, language="en")) == spoken
