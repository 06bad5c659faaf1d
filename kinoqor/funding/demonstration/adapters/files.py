"""The script of a demonstration as a pack writes it: `funding/demo/` with three tables, its scenes and its words."""

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path

from kinoqor.funding.demonstration.rules import Company, File, Script

LANGUAGES = ("kk", "ru", "en")


def folder(pack: Path) -> Path:
    """Where a pack keeps it."""
    return pack / "funding" / "demo"


def script(pack: Path) -> Script | None:
    """The script of a pack, if it has one."""
    where = folder(pack)
    if not (where / "words.toml").exists():
        return None
    scenes: dict[str, list[dict[str, str]]] = {}
    for row in _rows(where / "scenes.csv"):
        scenes.setdefault(row["slot"], []).append({lang: row[lang] for lang in LANGUAGES})
    return Script(
        companies={row["code"]: _company(row) for row in _rows(where / "companies.csv")},
        people={row["code"]: (row["name"], row["citizen"]) for row in _rows(where / "people.csv")},
        files=tuple(map(_file, _rows(where / "files.csv"))),
        scenes={slot: tuple(each) for slot, each in scenes.items()},
        words=tomllib.loads((where / "words.toml").read_text(encoding="utf-8")),
    )


def _company(row: dict[str, str]) -> Company:
    return Company(
        row["code"], row["number"], {lang: row[lang] for lang in LANGUAGES}, row["email"], row["language"],
        row["director"], row["director_number"], row["account"], row["activity"], int(row["tax_debt"]),
    )  # fmt: skip


def _file(row: dict[str, str]) -> File:
    return File(
        row["code"], row["call"], row["company"], row["language"], row["stream"], row["kind"], row["path"],
        row["like"], {lang: row[lang] for lang in LANGUAGES if row[lang]},
    )  # fmt: skip


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
