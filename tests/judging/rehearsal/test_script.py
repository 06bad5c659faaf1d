"""What the invented experts say."""

from collections import Counter
from statistics import mean

import pytest

from kinoqor.judging.rehearsal.adapters.files import script as read
from kinoqor.judging.rehearsal.rules import Script, language, level, marks, reasons
from tests.house.tree import ROOT

SCALE = {"plot": (1, 10), "dramaturgy": (1, 10), "themes": (0, 5)}
FILES = [f"file {number}" for number in range(200)]


@pytest.fixture(scope="module")
def script() -> Script:
    found = read(ROOT / "packs" / "kz")
    assert found is not None
    return found


def test_every_sentence_stands_in_every_language(script: Script) -> None:
    texts = [each for levels in script.said.values() for some in levels.values() for each in some]
    assert all(set(each) == {"kk", "ru", "en"} and all(each.values()) for each in texts)
    assert all(set(levels) == {"low", "mid", "high"} for levels in script.said.values())


def test_every_mark_lies_on_its_scale_and_comes_out_the_same_again(script: Script) -> None:
    for expert in script.experts:
        for file in FILES[:30]:
            given = marks(expert, file, SCALE)
            assert given == marks(expert, file, SCALE)
            assert all(SCALE[code][0] <= mark <= SCALE[code][1] for code, mark in given.items())


def test_who_is_said_to_be_strict_is_strict(script: Script) -> None:
    given = {each.code: mean(marks(each, file, SCALE)["plot"] for file in FILES) for each in script.experts}
    strict, mild = (pick(script.experts, key=lambda each: each.lean) for pick in (min, max))
    assert given[mild.code] - given[strict.code] > (mild.lean - strict.lean) / 10 - 0.7


def test_marks_of_one_file_are_told_apart_by_level_and_given_a_reason(script: Script) -> None:
    levels = Counter(
        level(marks(each, file, SCALE)["plot"], 1, 10) for each in script.experts for file in FILES
    )
    assert set(levels) == {"low", "mid", "high"}
    said = reasons(script, {"plot": "low", "dramaturgy": "high"}, "file", "kk")
    assert set(said) == {"plot", "dramaturgy"} and all(said.values())


def test_a_reader_writes_in_the_language_of_the_file_where_they_can(script: Script) -> None:
    some = next(each for each in script.experts if "en" not in each.languages)
    assert language(some, "ru") == "ru"
    assert language(some, "en") == some.languages[0]
