"""The script of an invented film as a PDF of several pages, made of the same scenes as its synopsis."""

from collections.abc import Mapping
from datetime import UTC, datetime
from random import Random
from typing import Any

from kinoqor.funding.demonstration.rules import File, Script, crew
from kinoqor.ledger.paper.adapters.typeset import typeset_from

TEMPLATE = "funding/demonstration/papers/screenplay.typ"
SCENES, LINES = 16, 5
MADE = datetime(2026, 1, 1, tzinfo=UTC)  # the same for all, so that the same film makes the same bytes


def screenplay(script: Script, file: File) -> bytes:
    """The PDF; the same file makes the same bytes."""
    return typeset_from(TEMPLATE, facts(script, file), MADE)


def facts(script: Script, file: File) -> Mapping[str, Any]:
    """What stands in it: title, author, and scenes, each with its place in time and its sentences."""
    lang, draw = file.language, Random(f"screenplay {file.seed}")
    writer = next(each["name"] for each in crew(script, file) if each["role"] == "screenwriter")
    scenes = [_scene(script, draw, lang) for _number in range(SCENES)]
    title = file.titles.get(lang) or next(iter(file.titles.values()))
    return {
        "title": title, "lang": lang, "author": writer, "marked": script.said("script_marked", lang), "scenes": scenes,
    }  # fmt: skip


def _scene(script: Script, draw: Random, lang: str) -> dict[str, Any]:
    order = script.words["order"][lang]
    head = draw.choice(script.scenes["when"])
    lines = []
    for _line in range(LINES):
        said = {slot: draw.choice(script.scenes[slot])[lang] for slot in order if slot != "when"}
        whole = " ".join(said[slot] for slot in order if slot != "when") + "."
        lines.append(whole[0].upper() + whole[1:])
    return {"head": head[lang], "lines": lines}
