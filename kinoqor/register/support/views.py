"""State support so far: the list of decisions, and one decision."""

from itertools import groupby
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinoqor.kit.money import Money
from kinoqor.register.face.queries import ROW_HEAD, Face, cards, say_moment, title
from kinoqor.register.subject.words import Kind
from kinoqor.register.support import queries
from kinoqor.register.support.words import SHAPE, Stage
from kinoqor.ui import drawing, pack
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json, linked_data
from kinoqor.ui.parts import Fact, Link, Pick, Row

PER_PAGE = 50
FACTS = (
    "date", "decision", "category", "kind", "applicant", "applicant_said", "producers_said", "writers_said",
    "director_said", "amount", "box_office", "certainty",
)  # fmt: skip


class Asked(NamedTuple):
    """What a reader narrows the list by; each is "" or known."""

    year: str
    stage: str
    category: str


def _asked(request: HttpRequest) -> Asked:
    year, stage, category = (request.GET.get(name, "").strip() for name in Asked._fields)
    return Asked(
        year if year == "none" or (len(year) == 4 and year.isascii() and year.isdigit()) else "",
        stage if stage in Stage.values else "",
        category if category in queries.categories() else "",
    )


def _url(asked: Asked, **other: str) -> str:
    query = {name: value for name, value in (asked._asdict() | other).items() if value}
    return reverse("support") + (f"?{urlencode(query)}" if query else "")


@door(anyone)
@require_safe
def support(request: HttpRequest) -> HttpResponse:
    """`?year=&stage=&category=&page=`: decisions by year, and what became of each."""
    asked = _asked(request)
    page = Paginator(queries.decisions(*asked), PER_PAGE).get_page(request.GET.get("page"))
    face = Face(page.object_list)
    years = queries.years()
    context = {
        "title": pack.text("support_title"),
        "lead": pack.text("support_lead"),
        "years": [_year(year) for year in years],
        "stages": [stage.label for stage in Stage],
        "total": sum(year.total for year in years),
        "sums": [_sum(each, behind) for each, behind in queries.sums()],
        "picks": _picks(asked, years),
        "chosen": any(asked),
        "page": page,
        "groups": _groups(face),
        "query": urlencode({name: value for name, value in asked._asdict().items() if value}),
        "everything": reverse("support"),
    }
    return render(request, "register/support/support.html", context)


def _year(year: queries.Year) -> dict[str, Any]:
    code = str(year.year) if year.year else "none"
    shapes = {SHAPE[stage]: n for stage, n in year.counts.items()}
    return {
        "label": code if year.year else _("year not known"),
        "frames": drawing.frames(shapes, per_row=14),
        "total": year.total,
        "url": f"{_url(Asked(code, '', ''))}#decisions",
        "cells": [
            (n, f"{_url(Asked(code, stage, ''))}#decisions", Stage(stage).label)
            for stage, n in year.counts.items()
        ],
    }


def _sum(each: Any, behind: list[Any]) -> dict[str, Any]:
    rows = [Row(title(card), card.moment[:4], card.get_absolute_url(), notes=()) for card in behind]
    meaning = pack.phrase(each.meaning) if each.meaning else _("what the sum is was not said")
    return {
        "meaning": meaning,
        "total": Money.whole(each.total, each.currency).say(pack.language()),
        "rows": rows,
    }


def _picks(asked: Asked, years: list[queries.Year]) -> list[tuple[str, list[Pick]]]:
    all_ = sum(year.total for year in years)
    by_year = [Pick(_url(asked, year=""), _("All years"), all_, not asked.year)]
    for year in years:
        code = str(year.year) if year.year else "none"
        label = code if year.year else _("year not known")
        by_year.append(Pick(_url(asked, year=code), label, year.total, asked.year == code))
    by_stage = [Pick(_url(asked, stage=""), _("All projects"), all_, not asked.stage)]
    for stage in Stage:
        n = sum(year.counts[stage] for year in years)
        by_stage.append(Pick(_url(asked, stage=stage), stage.label, n, asked.stage == stage))
    return [(_("Year of the decision"), by_year), (_("What became of it"), by_stage)]


def _groups(face: Face) -> list[dict[str, Any]]:
    found = []
    for (moment, _decision), some in groupby(face.cards, key=lambda card: (card.moment, _said(face, card))):
        cards_ = list(some)
        found.append(
            {
                "when": say_moment(moment) if moment else _("Year not known"),
                "decision": face.lead(cards_[0], "decision"),
                "rows": [queries.line(face, card) for card in cards_],
            }
        )
    return found


def _said(face: Face, card: Any) -> str:
    voices = face.voices(card, "decision")
    return str(voices[0]["value"]) if voices else ""


@door(anyone)
@require_safe
def support_json(request: HttpRequest) -> HttpResponse:
    """All decisions as open data."""
    face = Face(queries.decisions(*_asked(request)))
    return as_json({"decisions": [face.data(card) for card in face.cards]})


@door(anyone)
@require_safe
def support_csv(request: HttpRequest) -> HttpResponse:
    """All decisions as a table."""
    face = Face(queries.decisions(*_asked(request)))
    return as_csv("support", queries.HEAD, (queries.row(face, card) for card in face.cards))


def _decision(ref: str) -> Any:
    card = cards([ref]).get(ref)
    if card is None or card.kind != Kind.DECISION:
        raise Http404
    return card


@door(anyone)
@require_safe
def decision(request: HttpRequest, address: str) -> HttpResponse:
    """One decision: who asked for what, what was decided, what became of it, who says so."""
    card = _decision(address.partition("-")[0])
    if address != card.address:
        return redirect(card, permanent=True)
    face = Face([card])
    film = queries.film(face, card)
    outcome = face.in_page_language(card, "outcome")
    context = {
        "card": card,
        "title": title(card),
        "line": [_("State support"), say_moment(card.moment) if card.moment else _("Year not known")],
        "facts": _facts(face, card),
        "outcome": outcome,
        "film": Link(title(film), film.get_absolute_url(), str(film.year or "")) if film else None,
        "match": _match(face, card),
        "disputes": face.disputes(card),
        "sources": face.sources(),
        "linked": linked_data("Grant", _schema(card, film)),
    }
    return render(request, "register/support/decision.html", context)


def _facts(face: Face, card: Any) -> list[Fact]:
    skipped = "applicant_said" if "applicant" in card.facts else "applicant"
    found = [face.fact(card, code) for code in FACTS if code != skipped]
    _amount, meaning = queries.money(face, card, pack.language())
    found += [Fact(_("What the sum is"), meaning)] if meaning else []
    return [fact for fact in found if fact is not None]


def _match(face: Face, card: Any) -> Any:
    notes = [note for voice in face.voices(card, "work")[:1] for note in voice.get("notes", ())]
    return pack.label("support_matches", notes[0]) if notes else ""


def _schema(card: Any, film: Any) -> dict[str, Any]:
    work = {"@type": "Movie", "@id": film.get_absolute_url(), "name": title(film).text} if film else None
    return {
        "@id": card.get_absolute_url(),
        "identifier": card.ref,
        "name": title(card).text,
        "fundedItem": work or "",
    }


@door(anyone)
@require_safe
def decision_json(request: HttpRequest, ref: str) -> HttpResponse:
    """One decision as open data."""
    card = _decision(ref)
    return as_json(Face([card]).data(card))


@door(anyone)
@require_safe
def decision_csv(request: HttpRequest, ref: str) -> HttpResponse:
    """One decision as a table."""
    card = _decision(ref)
    return as_csv(ref, ROW_HEAD, Face([card]).rows(card))
