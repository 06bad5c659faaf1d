"""The pages of films: the list that can be narrowed, one film, and both as open data."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from kinoqor.register.face.queries import ROW_HEAD, named_in, title
from kinoqor.register.film import queries
from kinoqor.register.film.adapters import listing, page, schema, table
from kinoqor.register.film.rules import pairs, read
from kinoqor.register.film.words import LISTS, PER_PAGE, Order
from kinoqor.ui import pack
from kinoqor.ui.context import address
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json, as_json_list, linked_data
from kinoqor.ui.parts import Said

FILTERS = ("from", "to", "doubt", "order", *LISTS)


def _wanted(request: HttpRequest) -> queries.Known:
    asked = {name: request.GET.getlist(name) for name in FILTERS if name in request.GET}
    return queries.known(read(asked, queries.codes()))


@door(anyone)
@require_safe
def films(request: HttpRequest) -> HttpResponse:
    """The films that are wanted, fifty to a page, the strip of years, and what else could be chosen."""
    wanted, chosen = _wanted(request)
    counted = queries.counted(wanted)
    shown = Paginator(range(counted.total), PER_PAGE).get_page(request.GET.get("page", "")[:9])
    start = shown.start_index() - 1 if counted.total else 0
    rows = [
        listing.row(card, by)
        for card, by, _studios in queries.with_directors(queries.in_order(wanted)[start : start + PER_PAGE])
    ]
    query = urlencode(pairs(wanted))
    context = {
        "heading": pack.text("films_title"),
        "wanted": wanted,
        "facets": listing.facets(queries.choices(wanted), wanted, chosen),
        "doubts": listing.doubts(counted, wanted),
        "orders": Order.choices,
        "chosen": listing.chosen_words(wanted, chosen),
        "found": ngettext("%(n)d film", "%(n)d films", counted.total) % {"n": counted.total},
        "order_words": Order(wanted.order).label,
        "strip": listing.strip(wanted, counted),
        "rows": rows,
        "page": shown,
        "query": f"?{query}" if query else "",
        "search_url": address("search"),
        "suggest_url": address("search_json"),
        "queue_url": address("queue"),
    }
    return render(request, "register/film/films.html", context)


@door(anyone)
@require_safe
def films_json(request: HttpRequest) -> HttpResponse:
    """All films that are wanted, as JSON: {"total": 3, "films": [...]}, in the order of the page."""
    wanted, _chosen = _wanted(request)
    found = queries.with_directors(queries.in_order(wanted).iterator(chunk_size=500))
    return as_json_list({"total": queries.counted(wanted).total}, "films", table.objects(found))


@door(anyone)
@require_safe
def films_csv(request: HttpRequest) -> HttpResponse:
    """All films that are wanted, as CSV, in the order of the page."""
    wanted, _chosen = _wanted(request)
    found = queries.with_directors(queries.in_order(wanted).iterator(chunk_size=500))
    return as_csv("films", table.HEAD, table.rows(found))


@door(anyone)
@require_safe
def film(request: HttpRequest, address: str) -> HttpResponse:
    """One film; any tail behind its number leads to the one address it has."""
    found = _film(address.split("-", 1)[0])
    card, face = found.card, found.face
    if address != card.address:
        return redirect(card, permanent=True)
    synopsis, facts = page.synopsis(found), page.facts(found)
    shown, rest = page.made_by(found)
    context = {
        "card": card,
        "title": title(card) or Said(card.ref),
        "others": named_in(card),
        "line": page.line(found),
        "strip": page.strip(found, queries.all_years()),
        "synopsis": synopsis,
        "facts": facts,
        "credits": shown,
        "more_credits": rest,
        "people": len({each.person_id for each in found.credits}),
        "disputes": page.disputes(found),
        "from_memory": page.from_memory(found),
        "releases": page.releases(found),
        "awards": page.awards(found),
        "support": page.support(found),
        "plates": page.plates(queries.beside(found)),
        "sources": face.sources(),
        "linked": linked_data(schema.kind(found), schema.movie(found, settings.ADDRESS)),
    }
    return render(request, "register/film/film.html", context)


def _film(ref: str) -> queries.Film:
    found = queries.film(ref)
    if found is None:
        raise Http404
    return found


@door(anyone)
@require_safe
def film_json(request: HttpRequest, ref: str) -> HttpResponse:
    """All that is known of one film, every voice with its sources, as JSON."""
    return as_json(table.whole(_film(ref)))


@door(anyone)
@require_safe
def film_csv(request: HttpRequest, ref: str) -> HttpResponse:
    """All that is known of one film, one voice a row, as CSV."""
    return as_csv(ref, ROW_HEAD, table.whole_rows(_film(ref)))
