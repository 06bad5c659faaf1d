"""What is written to every applicant once a result is out; nobody is told to have asked for too much."""

from datetime import date
from typing import Any

from babel.numbers import format_decimal
from django.utils import translation

from kinoqor.deciding.publication import rules
from kinoqor.deciding.publication.models import Outcome
from kinoqor.deciding.publication.queries import Round
from kinoqor.deciding.publication.words import WHY
from kinoqor.funding.check.letters import LANGUAGES, whole, write
from kinoqor.funding.check.queries import File
from kinoqor.kit.money import Money
from kinoqor.ledger.deed.actions import Line

WRITTEN = "deciding/publication/written/"


def tell_outcome(line: Line, of: File, outcome: Outcome, round_: Round, titles: dict[int, Any]) -> int:
    """The result of one file to everyone who may file it; `titles`: of the films in the order. Gives how many letters."""
    stage = round_.terms.stage(round_.stage)
    said = {
        "stage": whole(dict(stage.name)) if stage else whole({}), "ref": round_.ref, "code": round_.stage,
        "after": whole(dict(round_.following.name)) if round_.following else {}, **_measured(outcome),
        **_sums(outcome, round_.terms.currency), **_reasons(outcome, titles, round_.terms.currency),
    }  # fmt: skip
    return write(line, of, WRITTEN + outcome.result, said)


def in_points(hundredths: int | None) -> dict[str, str]:
    """Points in every language of the house; empty where there are none."""
    if hundredths is None:
        return {}
    return {
        lang: format_decimal(hundredths / 100, format="0.00", locale=lang) for lang in LANGUAGES
    }  # fmt: skip


def _measured(of: Outcome) -> dict[str, Any]:
    points, cutoff = of.line.get("points"), of.line.get("cutoff")
    last = of.line.get("objection")
    return {
        "points": in_points(points), "cutoff": in_points(cutoff), "short": in_points(rules.short(points, cutoff)),
        "lots": bool(of.line.get("lots")), "day": date.fromisoformat(last) if last else None,
    }  # fmt: skip


def _sums(of: Outcome, currency: str) -> dict[str, Any]:
    return {
        name: in_money(getattr(of, name), currency) for name in ("asked", "council", "commission", "award")
    }


def in_money(minor: int | None, currency: str) -> dict[str, str]:
    """A sum in every language of the house; empty where there is none."""
    return {lang: Money(minor, currency).exactly(lang) for lang in LANGUAGES} if minor else {}


def _reasons(of: Outcome, titles: dict[int, Any], currency: str) -> dict[str, Any]:
    would = of.line.get("would") or {}
    called = {}
    for lang in LANGUAGES:
        with translation.override(lang):
            called[lang] = str(WHY.get(of.line.get("reason", ""), ""))
    return {
        "reason": called, "clause": of.line.get("clause", ""), "words": of.line.get("words", ""),
        "would": in_points(would.get("points")), "envelope": in_money(would.get("envelope"), currency),
        "passed": [
            {"title": whole(titles[number]), "clauses": clauses}
            for number, clauses in of.line.get("passed", ()) if number in titles
        ],
    }  # fmt: skip
