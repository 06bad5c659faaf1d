"""Films made together with other countries."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from kinoqor.market.coproduction import queries
from kinoqor.market.coproduction.queries import HEAD, Partner
from kinoqor.register.face.queries import title
from kinoqor.ui import pack
from kinoqor.ui.chart import bar_chart
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json
from kinoqor.ui.parts import Row

CHARTED = 12


@door(anyone)
@require_safe
def coproductions(request: HttpRequest) -> HttpResponse:
    """Partner countries, how many films with each, in which years, and which films."""
    found, at_home = queries.partners()
    films = {card.pk for partner in found for card in partner.films}
    charted = [(partner.label, len(partner.films), str(len(partner.films))) for partner in found[:CHARTED]]
    said = "; ".join(f"{label}: {shown}" for label, _n, shown in charted)
    context = {
        "title": pack.text("coproductions_title"),
        "home_note": pack.text("home_countries_note"),
        "countries": len(found),
        "films": len(films),
        "abroad": len(films - at_home),
        "chart": bar_chart(charted, said=said) if charted else None,
        "partners": [_partner(partner) for partner in found],
    }
    return render(request, "market/coproduction/coproductions.html", context)


def _partner(partner: Partner) -> dict[str, Any]:
    rows = [Row(title(card), str(card.year or ""), card.get_absolute_url()) for card in partner.films]
    first, last = partner.years or (0, 0)
    n = len(rows)
    return {
        "code": partner.code,
        "label": partner.label,
        "n": n,
        "count": ngettext("%(n)d film", "%(n)d films", n) % {"n": n},
        "years": "" if not first else str(first) if first == last else f"{first}–{last}",
        "rows": rows,
    }


@door(anyone)
@require_safe
def coproductions_json(request: HttpRequest) -> HttpResponse:
    """Partners and films as open data."""
    found = queries.rows(*queries.partners())
    return as_json({"coproductions": [dict(zip(HEAD, row, strict=True)) for row in found]})


@door(anyone)
@require_safe
def coproductions_csv(request: HttpRequest) -> HttpResponse:
    """Partners and films as a table."""
    return as_csv("coproductions", HEAD, queries.rows(*queries.partners()))
