"""The first page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from kinoqor.portal.home import queries
from kinoqor.register.card.queries import sums, totals, works_by_year
from kinoqor.register.face.queries import cards
from kinoqor.ui import drawing, pack
from kinoqor.ui.chart import bar_chart
from kinoqor.ui.door import anyone, door


@door(anyone)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """One search box, the century, the sums of the register, a shelf, the audience, the funnel of support."""
    by_year, shown = works_by_year(), cards(queries.wanted())
    about = pack.about()
    century = drawing.century(
        queries.shapes(by_year),
        queries.marks(shown),
        queries.events(),
        about["century"]["first_year"],
        _said(by_year),
    )
    return render(
        request,
        "portal/home/home.html",
        {
            "century": century,
            "years": sorted(totals(by_year).items()),
            "title": pack.text("site_title"),
            "lead": pack.text("lead"),
            "description": pack.text("meta_description"),
            "note": pack.text("century_note"),
            "hints": about["search_hints"],
            "sums": _sums(by_year),
            "plates": queries.plates([shown[ref] for ref in about["home"]["shelf"] if ref in shown]),
            "audience": _audience(shown),
            "funnel": _funnel(shown),
        },
    )


def _said(by_year: dict[int, dict[str, int]]) -> str:
    found = totals(by_year)
    if not found:
        return ""
    most = max(found, key=lambda year: found[year])
    words = _("Films a year from %(first)d to %(last)d. The most, %(n)d, are of %(most)d.")
    return words % {"first": min(found), "last": max(found), "n": found[most], "most": most}


def _sums(by_year: dict[int, dict[str, int]]) -> dict[str, object]:
    """The sums as linked parts of three sentences: each number leads to its rows."""
    found = sums()
    films, people, organisations = (found.get(kind, 0) for kind in ("work", "person", "organisation"))
    disputed, unverified = found["disputed"], found["unverified"]
    return {
        "first": min(by_year, default=""),
        "last": max(by_year, default=""),
        "films": _link("films", ngettext("%(n)d film", "%(n)d films", films), films),
        "people": _link("people", ngettext("%(n)d person", "%(n)d people", people), people),
        "organisations": _link(
            "organisations",
            ngettext("%(n)d organisation", "%(n)d organisations", organisations),
            organisations,
        ),
        "disputed": _link("disagreements", ngettext("%(n)d record", "%(n)d records", disputed), disputed),
        "unverified": _link(
            "films", ngettext("%(n)d film", "%(n)d films", unverified), unverified, "?year=unverified"
        ),
    }


def _link(name: str, words: str, n: int, query: str = "") -> SafeString:
    return format_html('<a href="{}{}">{}</a>', reverse(name), query, words % {"n": n})


def _audience(shown: Mapping[str, Any]) -> dict[str, object]:
    figures = pack.about()["figures"]["box_office"]
    found = queries.bars(shown)
    rows = [(str(bar.year), float(row["amount"]), bar.shown) for bar, row in found]
    return {
        "finding": pack.in_language(figures["title"]),
        "lead": pack.in_language(figures["lead"]),
        "doubt": pack.in_language(figures["doubt"]),
        "chart": bar_chart(rows, said=", ".join(f"{year}: {words}" for year, _n, words in rows)),
        "bars": [bar for bar, _row in found],
    }


def _funnel(shown: Mapping[str, Any]) -> dict[str, object]:
    figures = pack.about()["figures"]["funnel"]
    steps = [(step["count"], pack.in_language(step["label"])) for step in figures["step"]]
    return {
        "finding": pack.in_language(figures["title"]),
        "lead": pack.in_language(figures["lead"]),
        "doubt": pack.in_language(figures["doubt"]),
        "steps": [(count, label, _frames(count, steps[0][0] - count)) for count, label in steps],
        "event": shown.get(figures["event"]),
    }


def _frames(now: int, gone: int) -> drawing.Three:
    """One step of the funnel: a frame for each project, those that have fallen out so far in grey."""
    kinds = {"feature": now, "other": gone}
    return drawing.Three(*(drawing.frames(kinds, per_row) for per_row in (84, 56, 28)))
