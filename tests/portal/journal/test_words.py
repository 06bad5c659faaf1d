"""Whatever a deed may be or write down is called something on the deeds page."""

import ast

from kinoqor.portal.journal.words import DETAILS, ROOMS
from kinoqor.portal.management.commands.write_reference import deeds
from tests.house.tree import parsed, python


def written_down() -> set[str]:
    """The names under which deeds write something down: `line.details["x"]` and `line.details.update(x=...)`."""
    found = set()
    for path in python("kinoqor"):
        if "actions" not in (path.stem, path.parent.name):
            continue
        for node in ast.walk(parsed(path)):
            named = isinstance(node, ast.Subscript) and ast.unparse(node.value) == "line.details"
            if named and isinstance(node.slice, ast.Constant):
                found.add(node.slice.value)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "line.details.update":
                found |= {word.arg for word in node.keywords if word.arg}
    return found


def test_every_room_with_deeds_is_called_something() -> None:
    assert {code.rpartition(".")[0] for code in deeds()} - set(ROOMS) == set()


def test_whatever_a_deed_writes_down_is_called_something() -> None:
    assert written_down() - set(DETAILS) == set()


def test_nothing_is_named_that_no_deed_writes_down() -> None:
    assert set(DETAILS) - written_down() == set()
