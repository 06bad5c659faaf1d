"""No file, function, room or floor outgrows its size: what is larger is two concepts."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.house.tree import HOUSE, ROOT, functions, name, pages, parsed, python, rooms

OURS = python("kinoqor", "tools", "tests", "benchmarks")
STYLES = sorted(HOUSE.rglob("*.css"))


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_python_file_passes_300_lines() -> None:
    assert [name(path) for path in [*OURS, ROOT / "kino"] if lines(path) > 300] == []


def test_no_function_passes_40_lines() -> None:
    large = []
    for path in OURS:
        for node in functions(path):
            long = (node.end_lineno or node.lineno) - node.lineno + 1
            if long > 40:
                large.append(f"{name(path)}: {node.name} has {long} lines")
    assert large == []


def test_no_page_passes_120_lines() -> None:
    assert [name(path) for path in pages() if lines(path) > 120] == []


def test_no_style_sheet_passes_300_lines() -> None:
    assert [name(path) for path in STYLES if lines(path) > 300] == []


def test_no_room_has_more_than_twelve_files() -> None:
    assert [name(room) for room in rooms() if len(list(room.glob("*.py"))) > 13] == []


@pytest.mark.parametrize("room", rooms(), ids=name)
def test_a_room_says_what_it_is_for_its_words_and_its_neighbours(room: Path) -> None:
    doc = ast.get_docstring(parsed(room / "__init__.py")) or ""
    assert len([line for line in doc.splitlines() if line.strip()]) >= 3


def test_every_function_of_the_house_says_its_types() -> None:
    bare = []
    for path in python("kinoqor", "tools", "benchmarks"):
        for node in functions(path):
            given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            named = [each for each in given if each.arg not in ("self", "cls")]
            if node.returns is None or any(each.annotation is None for each in named):
                bare.append(f"{name(path)}: {node.name}")
    assert bare == []


def test_no_two_tests_of_a_file_have_one_name() -> None:
    for path in python("tests"):
        twice = [each for each, times in Counter(node.name for node in functions(path)).items() if times > 1]
        assert [each for each in twice if each.startswith("test_")] == [], name(path)
