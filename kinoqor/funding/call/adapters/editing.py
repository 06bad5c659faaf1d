"""The document of a draft as an officer changes it: its parts as fields, each by its place, and what has changed.

A place is a key or a number of a list, joined by dots: "stages.0.opens". What no field holds is left as it stands.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinoqor.funding.call.adapters import spoken
from kinoqor.kit.document import LANGUAGES

TEXTS, DATES, MONEY, WHOLE = "texts", "dates", "money", "whole"
PARTS = {
    TEXTS: gettext_lazy("Texts"),
    DATES: gettext_lazy("Windows, days and steps"),
    MONEY: gettext_lazy("Money, limits and complaints"),
    WHOLE: gettext_lazy("The whole document"),
}
# The lists of a draft that have forms of their own, one page each, in a room above.
LISTS = {
    "papers": gettext_lazy("Papers"),
    "criteria": gettext_lazy("Criteria"),
    "judging": gettext_lazy("How files are judged"),
    "awarding": gettext_lazy("How films are chosen"),
    "quotas": gettext_lazy("Quotas"),
    "conditions": gettext_lazy("Who may apply"),
    "checks": gettext_lazy("Check list"),
}
_TEXTS = {
    "name": gettext_lazy("Name"), "summary": gettext_lazy("In a sentence"), "whom": gettext_lazy("For whom"),
    "judged": gettext_lazy("How it is judged"), "after": gettext_lazy("What happens next"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Door:
    """A part of a draft as its pages lead to it; `many` is how many entries it has, None where it is no list."""

    code: str
    label: str
    url: str
    many: int | None = None


def doors(ref: str, document: Mapping[str, Any]) -> list[Door]:
    """Every part of a draft; the whole document, which is for experts, stands last."""
    plain = [
        Door(code, str(label), reverse("desk-call-part", args=[ref, code])) for code, label in PARTS.items()
    ]
    try:
        listed = [
            Door(code, str(label), reverse("draft-list", args=[ref, code]), _many(document, code))
            for code, label in LISTS.items()
        ]
    except NoReverseMatch:
        listed = []
    return [*plain[:-1], *listed, plain[-1]]


def _many(document: Mapping[str, Any], code: str) -> int:
    if code == "papers":
        return sum(len(stage.get("papers") or []) for stage in document.get("stages") or [])
    return len(document.get(code) or [])


@dataclass(frozen=True, slots=True)
class Held:
    """A field of a draft: its place, what it is called, what it holds, and of which sort it is."""

    place: str
    label: str
    value: Any
    sort: str  # text, wall, moment, whole


def fields(part: str, document: Mapping[str, Any]) -> list[Held]:
    """The fields of a part of a draft."""
    made = {TEXTS: _texts, DATES: _dates, MONEY: _money}
    return list(made[part](document)) if part in made else []


def _texts(document: Mapping[str, Any]) -> Iterator[Held]:
    for key, label in _TEXTS.items():
        for lang in LANGUAGES:
            value = (document.get(key) or {}).get(lang, "")
            yield Held(f"{key}.{lang}", f"{label}, {lang}", value, "text")


def _dates(document: Mapping[str, Any]) -> Iterator[Held]:
    for number, stage in enumerate(document.get("stages") or []):
        name, at = spoken.told(stage.get("name") or {}), f"stages.{number}"
        yield Held(f"{at}.opens", _("%(stage)s: opens") % {"stage": name}, stage.get("opens"), "wall")
        yield Held(
            f"{at}.shuts",
            _("%(stage)s: shuts, that second included") % {"stage": name},
            stage.get("shuts"),
            "wall",
        )
        label = _("%(stage)s: working days to mend what is missing") % {"stage": name}
        yield Held(f"{at}.repair_days", label, stage.get("repair_days"), "whole")
        label = _("%(stage)s: working days for reading") % {"stage": name}
        yield Held(f"{at}.reading_days", label, stage.get("reading_days"), "whole")
    for number, step in enumerate(document.get("dates") or []):
        name, at = spoken.told(step.get("name") or {}), f"dates.{number}"
        yield Held(f"{at}.planned", _("%(step)s: planned") % {"step": name}, step.get("planned"), "moment")
        yield Held(
            f"{at}.planned_until",
            _("%(step)s: planned until") % {"step": name},
            step.get("planned_until"),
            "moment",
        )


def _money(document: Mapping[str, Any]) -> Iterator[Held]:
    for number, stream in enumerate(document.get("streams") or []):
        name, at = spoken.told(stream.get("name") or {}), f"streams.{number}"
        label = _("%(stream)s: set aside, in whole units") % {"stream": name}
        yield Held(f"{at}.envelope", label, stream.get("envelope"), "whole")
        yield Held(f"{at}.year", _("%(stream)s: of the year") % {"stream": name}, stream.get("year"), "whole")
    yield Held("most_asked", _("At most for one film, in whole units"), document.get("most_asked"), "whole")
    label = _("At most of the estimate, in hundredths of a per cent")
    yield Held("intensity", label, document.get("intensity"), "whole")
    for number, limit in enumerate(document.get("limits") or []):
        label = _("Applications of one applicant at most (%(per)s)") % {"per": limit.get("per")}
        yield Held(f"limits.{number}.most", label, limit.get("most"), "whole")
    complaint = document.get("complaint") or {}
    yield Held("complaint.days", _("Working days for a complaint"), complaint.get("days"), "whole")
    label = _("Working days for the answer to it")
    yield Held("complaint.answer_days", label, complaint.get("answer_days"), "whole")


def put(document: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The document with values put into their places; None and "" take a place out."""
    found = deepcopy(dict(document))
    for place, value in values.items():
        *way, last = place.split(".")
        node: Any = found
        for key in way:
            node = node[int(key)] if isinstance(node, list) else node.setdefault(key, {})
        if value in (None, ""):
            node.pop(last, None)
        else:
            node[last] = value
    return {key: value for key, value in found.items() if value != {}}


def places(node: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a document with its place; entries of lists that have a code stand under it."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from places(value, f"{at}.{key}" if at else str(key))
    elif isinstance(node, list) and node and isinstance(node[0], Mapping):
        for number, value in enumerate(node, 1):
            yield from places(value, f"{at}.{value.get('code', number)}")
    else:
        yield at, node


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """(place, before, after) of all that differs between two documents."""
    old, new = dict(places(before)), dict(places(after))
    keys: Iterable[str] = dict.fromkeys([*old, *new])
    return [(key, _said(old.get(key)), _said(new.get(key))) for key in keys if old.get(key) != new.get(key)]


def _said(value: Any) -> str:
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
