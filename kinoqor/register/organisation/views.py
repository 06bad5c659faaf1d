"""Studios, companies and platforms, festivals, and one organisation."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from kinoqor.register.card.queries import totals, works_by_year
from kinoqor.register.event.words import Result
from kinoqor.register.face.queries import ROW_HEAD, named_in, title
from kinoqor.register.organisation import queries
from kinoqor.register.organisation.adapters import among, page, schema, table
from kinoqor.register.organisation.queries import Asked, Festival, Known, Listed
from kinoqor.register.organisation.words import Order
from kinoqor.ui import pack
from kinoqor.ui.chart import bar_chart, columns_by_year, pair
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json, as_json_list, linked_data
from kinoqor.ui.parts import Note, Pick, Row

PER_PAGE = 50
# Festivals in the chart of those with most films.
MOST_BARS = 12


def _asked(request: HttpRequest) -> Asked:
    """What the reader chose; a kind or order that there is not counts as none."""
    kind, order = request.GET.get("kind", ""), request.GET.get("order", "")
    return Asked(
        kind if kind in pack.codes("org_kinds") else "", order if order in Order.values else Order.NAME
    )


def _query(asked: Asked, **change: str) -> str:
    wanted = {"kind": asked.kind, "order": asked.order} | change
    kept = {name: value for name, value in wanted.items() if value and value != Order.NAME}
    return "?" + urlencode(kept) if kept else ""


@door(anyone)
@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """`?kind=&order=&page=`: the organisations by kind, in the alphabet of the page."""
    asked, here, kinds = _asked(request), reverse("organisations"), queries.kinds()
    found = Paginator(queries.organisations(asked), PER_PAGE).get_page(request.GET.get("page"))
    count, every = found.paginator.count, sum(n for _code, n in kinds)
    context = {
        "page": found,
        "found": ngettext("%(n)d organisation", "%(n)d organisations", count) % {"n": count},
        "kinds": [
            Pick(here + _query(asked, kind=""), _("All kinds"), every, not asked.kind),
            *(
                Pick(here + _query(asked, kind=code), pack.label("org_kinds", code), n, code == asked.kind)
                for code, n in kinds
            ),
        ],
        "orders": [
            Pick(here + _query(asked, order=one), one.label, None, one == asked.order) for one in Order
        ],
        "rows": [_row(one) for one in queries.listed(found.object_list)],
        "query": _query(asked),
    }
    return render(request, "register/organisation/organisations.html", context)


def _row(one: Listed) -> Row:
    """One organisation of the list: since when, kind and countries, and its films at the right."""
    made = ngettext("made %(n)d film", "made %(n)d films", one.made) % {"n": one.made}
    judged = ngettext("%(n)d film was here", "%(n)d films were here", one.judged) % {"n": one.judged}
    shown = ngettext("%(n)d film shown", "%(n)d films shown", one.shown) % {"n": one.shown}
    words = [(one.made, made), (one.judged, judged), (one.shown, shown)]
    countries = ", ".join(pack.label("territories", code) for code in one.countries)
    more = [Note(each) for each in (pack.label("org_kinds", one.kind), countries) if each]
    if one.card.year:
        more.append(Note(_("founded %(year)s") % {"year": one.card.year}))
    notes = [Note(said) for n, said in words if n]
    if one.card.disputed:
        notes.append(Note(_("sources disagree"), "disagree"))
    return Row(title(one.card), "", one.card.get_absolute_url(), more, notes)


@door(anyone)
@require_safe
def organisations_json(request: HttpRequest) -> HttpResponse:
    """The list, narrowed as on the page, whole and as open data."""
    found = queries.listed(queries.organisations(_asked(request)))
    return as_json_list({}, "organisations", table.objects(found))


@door(anyone)
@require_safe
def organisations_csv(request: HttpRequest) -> HttpResponse:
    """The list, narrowed as on the page, whole and as a table."""
    found = queries.listed(queries.organisations(_asked(request)))
    return as_csv("organisations", table.HEAD, map(table.row, found))


def _known(ref: str) -> Known:
    """All of an organisation; Http404 where there is none."""
    known = queries.organisation(ref)
    if known is None:
        raise Http404
    return known


@door(anyone)
@require_safe
def organisation(request: HttpRequest, address: str) -> HttpResponse:
    """One organisation: names through time, what sources disagree on, what it made, judged, showed and applied for."""
    known = _known(address.partition("-")[0])
    card = known.card
    if address != card.address:
        return redirect(card, permanent=True)
    plates = page.plates(known)
    n = len(plates)
    context = {
        "card": card,
        "title": title(card),
        "others": named_in(card),
        "line": page.line(known),
        "strip": page.strip(known, totals(works_by_year())),
        "lead": page.lead(known),
        "names": page.names(known),
        "disputes": known.face.disputes(card),
        "facts": page.facts(known),
        "films": page.films(known),
        "plates": plates,
        "plates_label": ngettext("%(n)d decade, %(n)d film", "%(n)d decades, %(n)d films", n) % {"n": n},
        "prizes": among.prizes(known),
        "given": among.given(known),
        "released": among.released(known),
        "applied": among.applied(known),
        "sources": known.face.sources(),
        "linked": linked_data("Organization", schema.organisation(known, settings.ADDRESS)),
    }
    return render(request, "register/organisation/organisation.html", context)


@door(anyone)
@require_safe
def organisation_json(request: HttpRequest, ref: str) -> HttpResponse:
    """One organisation as open data."""
    return as_json(table.whole(_known(ref)))


@door(anyone)
@require_safe
def organisation_csv(request: HttpRequest, ref: str) -> HttpResponse:
    """One organisation as a table."""
    return as_csv(ref, ROW_HEAD, table.whole_rows(_known(ref)))


def _narrowed(request: HttpRequest) -> tuple[str, int | None]:
    """The result and the decade that the reader chose; what there is not counts as none."""
    result, decade = request.GET.get("result", ""), request.GET.get("decade", "")
    known = decade.isascii() and decade.isdigit() and len(decade) == 4
    return result if result in Result.values else "", int(decade) // 10 * 10 if known else None


@door(anyone)
@require_safe
def festivals(request: HttpRequest) -> HttpResponse:
    """`?result=&decade=&page=`: the festivals and juries with what was selected, nominated and won there."""
    result, decade = _narrowed(request)
    tally, found = queries.tally(), queries.festivals(result, decade)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    n = len(found)
    context = {
        "title": pack.text("festivals_title"),
        "page": shown,
        "found": ngettext("%(n)d festival or award", "%(n)d festivals and awards", n) % {"n": n},
        "results": _results(tally, result, decade),
        "decades": _decades(tally, result, decade),
        "rows": [
            {"name": title(one.card), "url": one.card.get_absolute_url(), "of": one, "years": _years(one)}
            for one in shown
        ],
        "most": _most(found),
        "won": _won(tally, decade),
        "query": _festival_query(result, decade),
    }
    return render(request, "register/organisation/festivals.html", context)


def _festival_query(result: str, decade: int | None) -> str:
    kept = {name: value for name, value in (("result", result), ("decade", decade)) if value}
    return "?" + urlencode(kept) if kept else ""


def _results(tally: Any, result: str, decade: int | None) -> list[Pick]:
    here = reverse("festivals")
    inside = [(code, n) for year, code, n in tally if decade is None or (year and year // 10 * 10 == decade)]
    every = Pick(here + _festival_query("", decade), _("All results"), sum(n for _c, n in inside), not result)
    picks = [
        Pick(
            here + _festival_query(one, decade),
            one.label,
            sum(n for code, n in inside if code == one),
            one == result,
        )
        for one in Result
    ]
    return [every, *picks]


def _decades(tally: Any, result: str, decade: int | None) -> list[Pick]:
    here, counts = reverse("festivals"), dict[int, int]()
    for year, code, n in tally:
        if year and (not result or code == result):
            counts[year // 10 * 10] = counts.get(year // 10 * 10, 0) + n
    picks = [
        Pick(here + _festival_query(result, one), _("%(year)ds") % {"year": one}, n, one == decade)
        for one, n in sorted(counts.items())
    ]
    return [Pick(here + _festival_query(result, None), _("All years"), None, decade is None), *picks]


def _years(one: Festival) -> str:
    return "–".join(map(str, dict.fromkeys(year for year in (one.first, one.last) if year))) or _("not known")


def _most(found: list[Festival]) -> dict[str, Any]:
    """The chart of the festivals with most films; empty where nothing could be compared."""
    if len(found) < 2:
        return {}
    rows = [(str(title(one.card)), float(one.films), str(one.films)) for one in found[:MOST_BARS]]
    words = ngettext(
        "%(name)s: %(n)d film, more than anywhere else",
        "%(name)s: %(n)d films, more than anywhere else",
        found[0].films,
    )
    if found[0].films == found[1].films:
        words = _("%(name)s and others: %(n)d films each")
    finding = words % {"name": rows[0][0], "n": found[0].films}
    said = "; ".join(f"{name}: {shown}" for name, _n, shown in rows)
    return {"finding": finding, "three": bar_chart(rows, [rows[0][0]], said)}


def _won(tally: Any, decade: int | None) -> dict[str, Any]:
    """The chart of prizes by year, the chosen decade marked; empty where none is known."""
    counts = {year: n for year, code, n in tally if code == Result.WON and year}
    if len(counts) < 2:
        return {}
    most = max(counts, key=lambda year: (counts[year], year))
    chosen = [year for year in counts if decade is not None and year // 10 * 10 == decade]
    words = ngettext("Most prizes in %(year)d: %(n)d", "Most prizes in %(year)d: %(n)d", counts[most])
    finding = words % {"year": most, "n": counts[most]}
    rows = sorted(counts.items())
    return {"finding": finding, "three": pair(columns_by_year(rows, chosen), said=finding), "rows": rows}


@door(anyone)
@require_safe
def festivals_json(request: HttpRequest) -> HttpResponse:
    """The festivals, narrowed as on the page, as open data."""
    return as_json_list({}, "festivals", table.festival_objects(queries.festivals(*_narrowed(request))))


@door(anyone)
@require_safe
def festivals_csv(request: HttpRequest) -> HttpResponse:
    """The festivals, narrowed as on the page, as a table."""
    return as_csv("festivals", table.FESTIVALS, map(table.festival, queries.festivals(*_narrowed(request))))
