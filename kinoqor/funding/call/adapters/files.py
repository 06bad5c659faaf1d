"""What a pack says of its calls: `funding/calls/<ref>.toml`, perhaps over `funding/rules/<name>.toml`."""

import json
import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

# What a demonstration counts in days from the day on which it is loaded.
COUNTED = frozenset({"opens", "shuts", "planned", "planned_until", "actual", "actual_until"})


def documents(pack: Path) -> list[tuple[str, dict[str, Any]]]:
    """(ref, document) of every call of a pack, with what the rules that it names say filled in."""
    return _documents(pack, "calls")


def _documents(pack: Path, folder: str) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for path in sorted((pack / "funding" / folder).glob("*.toml")):
        said = _toml(path)
        under = said.get("rules")
        rules = _toml(pack / "funding" / "rules" / f"{under}.toml") if under else {}
        found.append((path.stem, over(rules, said)))
    return found


def digest(document: Mapping[str, Any]) -> str:
    """SHA-256 of a document in canonical JSON."""
    written = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()


def demonstration(pack: Path, day: date) -> list[tuple[str, dict[str, Any]]]:
    """(ref, document) of the invented calls of a pack; their days are numbers counted from a day."""
    return [(ref, _dated(document, day)) for ref, document in _documents(pack, "demonstration")]


def _dated(node: Any, day: date) -> Any:
    if isinstance(node, list):
        return [_dated(each, day) for each in node]
    if not isinstance(node, Mapping):
        return node
    return {
        key: (day + timedelta(days=value)).isoformat()
        if key in COUNTED and isinstance(value, int)
        else _dated(value, day)
        for key, value in node.items()
    }


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
        elif isinstance(under, list) and _coded(under) and _coded(value):
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
