"""The closed lists from which the fields of an entry are chosen, in the language of the page."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from kinoqor.funding.award.words import Abstention, Form, Level, Lots, Majority, Measure
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.adapters.page import type_of
from kinoqor.funding.call.rules.reading import FILES
from kinoqor.funding.call.words import Medium, Trial
from kinoqor.funding.finding.words import Machine
from kinoqor.funding.manner.words import Admission, Section, Source, Tie

Choices = list[tuple[str, str]]
Offered = Mapping[str, Choices]


def offered(document: Mapping[str, Any], parameters: Iterable[str]) -> Offered:
    """Every closed list of a draft by its name."""
    stages = _named(document, "stages")
    return {
        "stages": stages,
        "any_stage": [("", _("at every stage")), *stages],
        "streams": _named(document, "streams"),
        "kinds": _named(document, "kinds"),
        "files": [(kind, type_of(kind)) for kind in FILES],
        "answers": [("", "–"), ("yes", _("Yes")), ("no", _("No"))],
        "trials": [(each.value, str(each.label)) for each in Trial],
        "sections": [("", _("by default: by the kind of film")), *_every(Section)],
        "sources": [("", _("by default: the public beacon drand")), *_every(Source)],
        "admissions": [("", _("by default: the average of the marks")), *_every(Admission)],
        "ties": _every(Tie),
        "criteria": [("", "–"), *_named(document, "criteria")],
        "marked": _named(document, "criteria"),
        "media": _every(Medium),
        "any_stream": [("", _("in the whole call")), *_named(document, "streams")],
        "forms": [("", _("by default: open")), *_every(Form)],
        "majorities": [("", _("by default: more than half of those who take part")), *_every(Majority)],
        "levels": [("", _("by default: the chair’s vote decides")), *_every(Level)],
        "abstentions": [("", _("by default: it is not counted")), *_every(Abstention)],
        "lots": [("", _("this stage gives no money")), *_every(Lots)],
        "measures": [("", _("by default: films")), *_every(Measure)],
        "parameters": [("", "–"), *((code, code) for code in sorted(parameters))],
        "machine": [("", _("nothing: it is left to the officer")), *((each.value, str(each.label)) for each in Machine)],
        "clauses": [(code, spoken.told(text)) for code, text in (document.get("clauses") or {}).items()],
    }  # fmt: skip


def _every(of: type[TextChoices]) -> Choices:
    return [(str(each.value), str(each.label)) for each in of]


def _named(document: Mapping[str, Any], name: str) -> Choices:
    return [(each["code"], spoken.told(each.get("name") or {})) for each in document.get(name) or []]
