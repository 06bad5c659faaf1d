"""The house as a tree of files: what the tests of its shape walk over."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HOUSE = ROOT / "kinoqor"
FLOORS = (
    "kit",
    "ui",
    "ledger",
    "accounts",
    "register",
    "keeping",
    "funding",
    "judging",
    "deciding",
    "production",
    "market",
    "observatory",
    "portal",
)
# Floors that are made of rooms; kit and ui are made of tools and parts.
ROOMED = FLOORS[2:]
FURNITURE = {
    "urls", "views", "api", "forms", "clock", "actions", "letters", "access", "queries", "models", "rules", "words",
}  # fmt: skip
NOT_ROOMS = {"migrations", "management", "templatetags", "static", "components", "__pycache__"}


def python(*folders: str) -> list[Path]:
    """The Python files of these folders of the repository, without migrations."""
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in found if "migrations" not in path.parts]


def pages() -> list[Path]:
    """Every template of the house."""
    return sorted(HOUSE.rglob("*.html"))


def rooms() -> list[Path]:
    """The folders that are rooms, floor by floor from the ground."""
    folders = [path for floor in ROOMED for path in sorted((HOUSE / floor).glob("*/"))]
    return [path for path in folders if path.name not in NOT_ROOMS and (path / "__init__.py").exists()]


def name(path: Path) -> str:
    """The path as it is written from the root of the repository; also the name of a test's case."""
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """(module, name) of everything a file imports; the name is empty for a whole module."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


@cache
def order() -> list[str]:
    """The rooms as "register.film", from the ground up, as the import contracts of pyproject.toml give them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    by_floor = {
        each["containers"][0].removeprefix("kinoqor."): each["layers"]
        for each in contracts
        if "containers" in each
    }
    return [f"{floor}.{room.strip('()')}" for floor in FLOORS for room in reversed(by_floor.get(floor, []))]
