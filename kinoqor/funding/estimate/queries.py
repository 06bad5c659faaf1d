"""Questions to estimates, and the country's norms."""

import hashlib
import json
import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from kinoqor.funding.estimate.models import Estimate
from kinoqor.funding.estimate.rules import items_of, plan_of, planned, points, reckon, schedule_of, to_cover
from kinoqor.funding.estimate.words import (
    PREFIX,
    Chapter,
    Item,
    Norms,
    Phase,
    Point,
    Rate,
    Reckoned,
    Source,
    Span,
    Sum,
    Whose,
)
from kinoqor.ui import pack


@cache
def _pack() -> dict[str, Any]:
    path = Path(settings.PACK) / "estimate.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def usual_chapters() -> tuple[Chapter, ...]:
    """The chapters of the country's pack, where a call brings none."""
    return tuple(
        Chapter(
            each["code"], each["name"], each.get("most"), each.get("clause", ""), bool(each.get("sure", True))
        )
        for each in _pack().get("chapters", ())
    )


def rates() -> tuple[Rate, ...]:
    """The rates of value added tax by date."""
    return tuple(
        Rate(each["first"], int(each["rate"]), bool(each["sure"])) for each in _pack().get("vat", ())
    )


def norms(
    day: date,
    chapters: Iterable[Chapter] = (),
    currency: str = "",
    most_asked: int | None = None,
    intensity: int | None = None,
    clause: str = "",
) -> Norms:
    """By what an estimate of a call is judged on a day; what the call does not say is the country's usual."""
    told = _pack()
    phases = tuple(Phase(each["code"], each["name"]) for each in told.get("phases", ()))
    return Norms(
        tuple(chapters) or usual_chapters(), rates(), phases, currency or str(pack.about()["currency"]), day,
        told.get("covers", "gross") == "gross", int(told.get("most_lines", 600)), most_asked, intensity, clause,
    )  # fmt: skip


def holder(number: int) -> str:
    """The name under which the estimate of an application is kept."""
    return f"{PREFIX}:{number}"


def estimate_of(name: str) -> Estimate | None:
    """The record kept under a name."""
    return Estimate.objects.filter(holder=name).first()


def parts_of(name: str) -> tuple[list[Item], list[Source], list[Span], int]:
    """The lines, the plan, the schedule and the revision kept under a name; empty where nothing is."""
    found = estimate_of(name)
    if found is None:
        return [], [], [], 0
    return items_of(found.lines), plan_of(found.plan), schedule_of(found.schedule), found.revision


def open_points(name: str, by: Norms, lang: str = "") -> list[Point]:
    """Everything that stands against the estimate kept under a name, in the language of the page."""
    items, plan, spans, _revision = parts_of(name)
    return points(items, plan, spans, by, lang or pack.language())


def told(name: str, by: Norms) -> dict[str, Any]:
    """The estimate as it is filed: all that is kept and its sums, in minor units. Empty where nothing is kept."""
    found = estimate_of(name)
    if found is None:
        return {}
    items, plan, spans = items_of(found.lines), plan_of(found.plan), schedule_of(found.schedule)
    reckoned = reckon(items, spans, by)
    return {
        "lines": found.lines, "plan": found.plan, "schedule": found.schedule, "revision": found.revision,
        "currency": by.currency, "sums": sums(reckoned, plan, by),
    }  # fmt: skip


def total(items: list[Item], spans: list[Span], by: Norms) -> Sum:
    """The sum of all lines."""
    return reckon(items, spans, by).total


def sums(reckoned: Reckoned, plan: Iterable[Source], by: Norms) -> dict[str, int]:
    """The sums of an estimate by their names: net, tax, gross, what must be covered, what is asked, all sources."""
    sources = list(plan)
    return {
        "net": reckoned.total.net, "tax": reckoned.total.tax, "gross": reckoned.total.gross,
        "due": to_cover(reckoned.total, by), "asked": planned(sources, Whose.ASKED), "sources": planned(sources),
    }  # fmt: skip


def seen(kept: object) -> str:
    """A digest of a part as it was shown, by which a later saving over another one is told."""
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()[:24]
