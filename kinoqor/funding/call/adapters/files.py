"""What a pack says of its calls: `funding/calls/<ref>.toml`, perhaps over `funding/rules/<name>.toml`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def documents(pack: Path) -> list[tuple[str, dict[str, Any]]]:
    """(ref, document) of every call of a pack, with what the rules that it names say filled in."""
    found = []
    for path in sorted((pack / "funding" / "calls").glob("*.toml")):
        said = _toml(path)
        under = said.get("rules")
        rules = _toml(pack / "funding" / "rules" / f"{under}.toml") if under else {}
        found.append((path.stem, over(rules, said)))
    return found


def _toml(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """A document laid over another: tables are merged, lists of tables with codes by their code, the rest replaced."""
    found = dict(below)
    for key, value in above.items():
        under = found.get(key)
        if isinstance(under, Mapping) and isinstance(value, Mapping):
            found[key] = over(under, value)
        elif _coded(under) and _coded(value):
            found[key] = _merged(under, value)
        else:
            found[key] = value
    return found


def _coded(value: Any) -> bool:
    return (
        isinstance(value, list) and bool(value) and all(isinstance(x, Mapping) and "code" in x for x in value)
    )


def _merged(below: list[Any], above: list[Any]) -> list[Any]:
    new = {each["code"]: each for each in above}
    kept = [over(each, new.pop(each["code"], {})) for each in below]
    return [*kept, *new.values()]
