"""The check list of security: what levels 1 and 2 ask stands in it once each, and every test that it names exists."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.house.tree import ROOT

PAGE = ROOT / "docs" / "reference" / "security.md"
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.*) \|$", re.MULTILINE)
TEST = re.compile(r"`([\w/]+\.py)::((?:\w+::)?test_\w+)`")
STATES = {"met", "**partly**", "**not met**", "operator", "does not apply"}
# OWASP ASVS 5.0.0: the level of each requirement of a section, in their order.
LEVELS = {
    "1.1": "22", "1.2": "1111122223", "1.3": "112222222223", "1.4": "222", "1.5": "123",
    "2.1": "122", "2.2": "112", "2.3": "12223", "2.4": "23",
    "3.1": "3", "3.2": "113", "3.3": "12223", "3.4": "11222233", "3.5": "11122333", "3.6": "3", "3.7": "22333",
    "4.1": "12233", "4.2": "23333", "4.3": "22", "4.4": "1222",
    "5.1": "2", "5.2": "112333", "5.3": "113", "5.4": "222",
    "6.1": "122", "6.2": "111111112222", "6.3": "11223333", "6.4": "112233", "6.5": "22222333", "6.6": "2223",
    "6.7": "33", "6.8": "2222",
    "7.1": "222", "7.2": "1111", "7.3": "22", "7.4": "11222", "7.5": "223", "7.6": "22",
    "8.1": "1233", "8.2": "1123", "8.3": "133", "8.4": "23",
    "9.1": "111", "9.2": "1222",
    "10.1": "22", "10.2": "223", "10.3": "22223", "10.4": "1111122222233333", "10.5": "22222", "10.6": "22",
    "10.7": "222",
    "11.1": "2233", "11.2": "22233", "11.3": "11233", "11.4": "1222", "11.5": "23", "11.6": "23", "11.7": "33",
    "12.1": "12233", "12.2": "11", "12.3": "22223",
    "13.1": "2333", "13.2": "222223", "13.3": "2233", "13.4": "1222233",
    "14.1": "22", "14.2": "12223333", "14.3": "122",
    "15.1": "12233", "15.2": "12233", "15.3": "1222222", "15.4": "3333",
    "16.1": "2", "16.2": "22222", "16.3": "2222", "16.4": "222", "16.5": "2223",
    "17.1": "23", "17.2": "22223333", "17.3": "22",
}  # fmt: skip


def rows() -> list[tuple[str, str, str, str, str]]:
    """(number, level, words, state, by what) of each line."""
    return ROW.findall(PAGE.read_text(encoding="utf-8"))


def asked() -> dict[str, str]:
    """Number -> level of what is asked at levels 1 and 2."""
    return {
        f"{section}.{number}": level
        for section, levels in LEVELS.items()
        for number, level in enumerate(levels, 1)
        if level in "12"
    }


@cache
def named_in(path: Path) -> set[str]:
    """The names of the tests of a file; those of a class with its name before them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    found = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return found | {
        f"{each.name}::{node.name}"
        for each in classes
        for node in each.body
        if isinstance(node, ast.FunctionDef)
    }


def test_every_requirement_of_levels_one_and_two_stands_in_the_list_once() -> None:
    assert len(asked()) == 253 and Counter(asked().values()) == {"1": 70, "2": 183}
    assert Counter(number for number, *_rest in rows()) == Counter(asked().keys())
    assert [number for number, level, *_rest in rows() if asked()[number] != level] == []


def test_every_test_that_the_list_names_exists() -> None:
    named = [(number, path, test) for number, *_rest, by in rows() for path, test in TEST.findall(by)]
    missing = [
        f"{number}: {path}::{test}"
        for number, path, test in named
        if not (ROOT / "tests" / path).exists() or test not in named_in(ROOT / "tests" / path)
    ]
    assert missing == [] and len(named) > 150


def test_every_line_says_by_what_it_is_met_or_what_is_missing() -> None:
    wrong = [number for number, _level, _words, state, by in rows() if state not in STATES or not by.strip()]
    assert wrong == []
    without = [
        number
        for number, *_rest, state, by in rows()
        if state == "**partly**" and not TEST.sub("", by).strip(", ")
    ]
    assert without == [], "say what is missing"


def test_the_sum_at_the_head_is_that_of_the_lines() -> None:
    counted = Counter(state.strip("*") for _number, _level, _words, state, _by in rows())
    said = (
        f"{len(rows())} lines: {counted['met']} met, {counted['partly']} partly, {counted['not met']} not met, "
        f"{counted['operator']} left to the operator, {counted['does not apply']} that do not apply."
    )
    assert said in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ["Verify that", "the application"])
def test_the_words_are_our_own(words: str) -> None:
    assert words not in PAGE.read_text(encoding="utf-8")
