"""Where sources disagree."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinoqor.portal.disagreement import queries
from kinoqor.register.claim.words import PROPERTIES
from kinoqor.register.face.queries import ROW_HEAD, Face, title
from kinoqor.register.subject.words import Kind
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json
from kinoqor.ui.parts import Pick

PER_PAGE = 25


def _asked(request: HttpRequest) -> str:
    code = request.GET.get("property", "")
    return code if code in PROPERTIES else ""


@door(anyone)
@require_safe
def disagreements(request: HttpRequest) -> HttpResponse:
    """`?property=&page=`: wherever sources contradict one another, side by side, and why one leads."""
    code = _asked(request)
    pairs, counts = queries.disputed(code)
    page = Paginator(pairs, PER_PAGE).get_page(request.GET.get("page"))
    face, shown = queries.voices(page.object_list)
    groups: dict[str, list[dict[str, Any]]] = {}
    for card, prop in shown:
        groups.setdefault(prop, []).append(_entry(face, card, prop))
    context = {
        "picks": _picks(code, counts),
        "total": sum(n for _code, n in counts),
        "groups": [(prop, PROPERTIES[prop].label, entries) for prop, entries in groups.items()],
        "page": page,
        "query": urlencode({"property": code}) if code else "",
    }
    return render(request, "portal/disagreement/disagreements.html", context)


def _entry(face: Face, card: Any, prop: str) -> dict[str, Any]:
    return {
        "title": title(card),
        "url": card.get_absolute_url(),
        "year": card.year or "",
        "kind": Kind(card.kind).label,
        "dispute": face.dispute(card, prop),
        "is_figure": card.kind == Kind.TOPIC,
    }


def _picks(chosen: str, counts: list[tuple[str, int]]) -> list[Pick]:
    here = reverse("disagreements")
    found = [Pick(here, _("All"), sum(n for _code, n in counts), not chosen)]
    for code, n in sorted(counts, key=lambda row: -row[1]):
        found.append(
            Pick(f"{here}?{urlencode({'property': code})}", PROPERTIES[code].label, n, code == chosen)
        )
    return found


@door(anyone)
@require_safe
def disagreements_json(request: HttpRequest) -> HttpResponse:
    """`?property=`: every disagreement as open data."""
    face, shown = queries.voices(queries.disputed(_asked(request))[0])
    found = [
        {"ref": card.ref, "url": card.get_absolute_url(), "property": code} | face.data(card)["facts"][code]
        for card, code in shown
    ]
    return as_json({"disagreements": found})


@door(anyone)
@require_safe
def disagreements_csv(request: HttpRequest) -> HttpResponse:
    """`?property=`: every voice of every disagreement as a row."""
    face, shown = queries.voices(queries.disputed(_asked(request))[0])
    wanted = {(card.ref, code) for card, code in shown}
    rows = (row for card in face.cards for row in face.rows(card) if (row[0], row[1]) in wanted)
    return as_csv("disagreements", ROW_HEAD, rows)
