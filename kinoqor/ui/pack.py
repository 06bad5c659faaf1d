"""What the country pack lets the pages say: texts in three languages, controlled lists, marked films and events."""

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from kinoqor.ui.parts import Said


@cache
def about() -> dict[str, Any]:
    """pack.toml as it stands; read once in a process."""
    with (Path(settings.PACK) / "pack.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _list(name: str) -> dict[str, dict[str, str]]:
    path = Path(settings.PACK) / f"{name}.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def language() -> str:
    """The language of the page being made: kk, ru or en."""
    return (get_language() or "en")[:2]


def text(key: str, lang: str = "") -> str:
    """A text of the pack (table `text`) in `lang` or the language of the page; raises KeyError where it is not given."""
    return str(about()["text"][key][lang or language()])


def in_language(texts: dict[str, str], lang: str = "") -> str:
    """One of a pack entry's kk, ru, en by the language of the page."""
    return texts[lang or language()]


def label(name: str, code: str, lang: str = "") -> str:
    """The label of a code of the controlled list `name` (a file of the pack); the code itself where no list has it."""
    row = _list(name).get(code)
    return row[lang or language()] if row else code


def codes(name: str) -> list[str]:
    """The codes of a controlled list in the order of its file."""
    return list(_list(name))


def spellings(name: str) -> list[tuple[str, str]]:
    """(spelling, code) of all ways to write a controlled list: its codes, then labels in any language, then others."""
    rows = _list(name)
    found = [(code, code) for code in rows]
    found += [
        (row[lang], code) for code, row in rows.items() for lang in about()["languages"] if row.get(lang)
    ]
    return found + [
        (also.strip(), code)
        for code, row in rows.items()
        for also in (row.get("also") or "").split("|")
        if also.strip()
    ]


@cache
def _phrases() -> dict[str, dict[str, str]]:
    """English words of the data -> the same in the other languages: a file of phrases, and notes beside values."""
    found: dict[str, dict[str, str]] = {}
    for name, en, lead in (
        ("phrases", "en", ""),
        ("conflict_values", "note", "note_"),
        ("names_in_time", "note", "note_"),
    ):
        path = Path(settings.PACK) / "data" / f"{name}.csv"
        if path.exists():
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows = csv.DictReader(file)
                found |= {
                    row[en]: {lang: row[f"{lead}{lang}"] for lang in ("kk", "ru")} for row in rows if row[en]
                }
    return found


def phrase(words: str, lang: str = "en") -> Said:
    """A short note of the data in the language of the page, where the pack words it; else as it is, marked as `lang`."""
    told = _phrases().get(words.strip(), {}).get(language(), "")
    return Said(told) if told else Said(words, lang)
