"""What stands in which file: the order that imports alone do not keep."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import FURNITURE, HOUSE, ROOT, functions, imports, name, parsed, python, rooms

VAGUE = {"utils", "helpers", "common", "base", "manager", "managers", "service", "services", "misc"}
LAW = [path for path in python("kinoqor") if {path.stem, path.parent.name} & {"rules", "words"}]
# Words need lists of choices and translation; the law needs nothing of the framework but translation.
CHOICES = {"TextChoices", "IntegerChoices", "Choices"}
LAWFUL = {"django.utils.translation", "django.utils.functional", "django.utils.text"}
MACHINE = re.compile(r"(?:^|[\s\"'=(:`])/(?:work|root|home/\w+)/[\w.]+|[.]library\b", re.MULTILINE)
# What two rooms add to the furniture: the database's own refusals, and things to show that nobody stored.
OWN = {"ledger/deed": {"triggers"}, "portal/styleguide": {"samples"}}


def test_no_file_has_a_vague_name() -> None:
    assert [name(path) for path in python("kinoqor", "tools", "benchmarks") if path.stem in VAGUE] == []


@pytest.mark.parametrize("room", rooms(), ids=name)
def test_a_room_has_only_the_furniture_of_a_room(room: Path) -> None:
    allowed = FURNITURE | {"__init__"} | OWN.get(room.relative_to(HOUSE).as_posix(), set())
    assert {path.stem for path in room.glob("*.py")} - allowed == set()


@pytest.mark.parametrize("path", LAW, ids=name)
def test_the_law_is_alone(path: Path) -> None:
    foreign = []
    for module, what in imports(path):
        choices = path.stem == "words" and module == "django.db.models" and what in CHOICES
        if module.split(".")[0] == "django" and not choices and module not in LAWFUL:
            foreign.append(f"{module} {what}")
    assert foreign == []


def test_nothing_is_imported_inside_a_function() -> None:
    inside = [
        f"{name(path)}:{node.lineno}"
        for path in python("kinoqor", "tools", "benchmarks", "tests")
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_nobody_listens_to_signals() -> None:
    modules = {"django.dispatch", "django.db.models.signals", "django.core.signals"}
    assert [
        name(path) for path in python("kinoqor") if modules & {module for module, _ in imports(path)}
    ] == []


def test_only_questions_reach_for_another_rooms_records() -> None:
    """Records point to records below, and questions may join them; who writes or shows asks the other room."""
    taken = []
    for path in python("kinoqor"):
        inside = path.relative_to(HOUSE).parts
        if path.stem in ("models", "queries") or "management" in inside or "adapters" in inside:
            continue
        for module, what in imports(path):
            parts = module.split(".")
            if parts[0] == "kinoqor" and parts[-1] == "models" and tuple(parts[1:3]) != inside[:2]:
                taken.append(f"{name(path)} imports {what} of {'.'.join(parts[1:3])}")
    assert taken == []


def countries() -> list[str]:
    """The words of every pack that code may not know."""
    words = []
    for pack in sorted((ROOT / "packs").glob("*/pack.toml")):
        words += tomllib.loads(pack.read_text(encoding="utf-8"))["never_in_code"]
    return words


def test_no_country_is_named_in_code() -> None:
    """Whole words; the names of a pack's files and columns are its format, which came from outside."""
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, countries()))})\b")
    kept = {".py", ".html", ".txt", ".js", ".css", ".svg"}
    files = [path for path in HOUSE.rglob("*") if path.suffix in kept and "locale" not in path.parts]
    found = [
        f"{name(path)}:{number}: {line.strip()[:90]}"
        for path in sorted(files)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a clone: git lists no files")
    found = []
    for place in filter(None, listed.stdout.split("\0")):
        path = ROOT / place
        if (
            path.suffix in {".py", ".html", ".md", ".toml", ".txt", ".js", ".css", ".in", ""}
            and path.is_file()
        ):
            text = path.read_text(encoding="utf-8")
            found += [f"{place}: {match.group().strip()}" for match in MACHINE.finditer(text)]
    assert found == []


def test_every_public_function_of_the_law_says_what_it_answers() -> None:
    silent = [
        f"{name(path)}: {node.name}"
        for path in LAW
        for node in parsed(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert silent == []
