"""The people of the register, and one of them."""

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
from kinoqor.register.credit.queries import Career, of_person, worked_with
from kinoqor.register.event.queries import awards_of_films
from kinoqor.register.face.queries import ROW_HEAD, Face, cards, named_in, title
from kinoqor.register.person import queries
from kinoqor.register.person.adapters import page, schema, table
from kinoqor.register.person.queries import Asked, Listed, Part
from kinoqor.register.person.words import Order
from kinoqor.register.subject.words import Kind
from kinoqor.ui import drawing, pack
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json, as_json_list, linked_data
from kinoqor.ui.parts import Dots, Pick

PAGE = 50


def _asked(request: HttpRequest) -> Asked:
    """What the reader chose; a letter, occupation or order that there is not counts as none."""
    letter, occupation = request.GET.get("letter", ""), request.GET.get("occupation", "")
    order = request.GET.get("order", "")
    return Asked(
        letter if len(letter) == 1 else "",
        occupation if occupation in pack.codes("occupations") else "",
        order if order in Order.values else Order.NAME,
    )


def _query(asked: Asked, **change: str) -> str:
    """The query of the list narrowed as asked, with a change."""
    wanted = {"letter": asked.letter, "occupation": asked.occupation, "order": asked.order} | change
    kept = {name: value for name, value in wanted.items() if value and value != Order.NAME}
    return "?" + urlencode(kept) if kept else ""


@door(anyone)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """`?letter=&occupation=&order=&page=`: the people in the alphabet of the page, with the years of their films."""
    asked = _asked(request)
    found = Paginator(queries.people(asked), PAGE).get_page(request.GET.get("page"))
    films = totals(works_by_year())
    first, last = min(films, default=1910), max(films, default=2030)
    count = found.paginator.count
    context = {
        "title": pack.text("people_title"),
        "page": found,
        "found": ngettext("%(n)d person", "%(n)d people", count) % {"n": count},
        **_picks(asked),
        "rows": [_dots(one, first, last) for one in queries.listed(found.object_list)],
        "axis": drawing.dots_axis(first, last),
        "query": _query(asked),
    }
    return render(request, "register/person/people.html", context)


def _picks(asked: Asked) -> dict[str, list[Pick]]:
    """What narrows the list: letters, occupations, orders."""
    here, letters = reverse("people"), queries.opening_letters()
    every_letter = Pick(here + _query(asked, letter=""), _("All"), None, not asked.letter)
    everyone = Pick(
        here + _query(asked, occupation=""),
        _("All occupations"),
        sum(n for _one, n in letters),
        not asked.occupation,
    )
    return {
        "letters": [
            every_letter,
            *(Pick(here + _query(asked, letter=one), one, None, one == asked.letter) for one, _n in letters),
        ],
        "occupations": [everyone, *(_occupation(asked, code, n) for code, n in queries.occupations())],
        "orders": [
            Pick(here + _query(asked, order=one), one.label, None, one == asked.order) for one in Order
        ],
    }


def _occupation(asked: Asked, code: str, n: int) -> Pick:
    url = reverse("people") + _query(asked, occupation=code)
    return Pick(url, pack.label("occupations", code), n, code == asked.occupation)


def _span(career: Career) -> str:
    """The first and last year of someone's films: "2007–2026", "1970", or nothing."""
    ends = dict.fromkeys((career.years[0], career.years[-1])) if career.years else {}
    return "–".join(map(str, ends))


def _dots(one: Listed, first: int, last: int) -> Dots:
    films = ngettext("%(n)d film", "%(n)d films", one.career.films) % {"n": one.career.films}
    does = ", ".join(pack.label("occupations", code) for code in one.occupations)
    said = [does, films if one.career.films else "", _span(one.career)]
    drawn = drawing.dots(one.career.years, first, last)
    return Dots(title(one.card), drawn, one.card.get_absolute_url(), " · ".join(filter(None, said)))


@door(anyone)
@require_safe
def people_json(request: HttpRequest) -> HttpResponse:
    """The list, narrowed as on the page, whole and as open data."""
    return as_json_list({}, "people", table.objects(queries.listed(queries.people(_asked(request)))))


@door(anyone)
@require_safe
def people_csv(request: HttpRequest) -> HttpResponse:
    """The list, narrowed as on the page, whole and as a table."""
    return as_csv("people", table.HEAD, map(table.row, queries.listed(queries.people(_asked(request)))))


def _card(ref: str) -> Any:
    """The card of a person; Http404 where there is none."""
    card = cards([ref]).get(ref)
    if card is None or card.kind != Kind.PERSON:
        raise Http404
    return card


def _known(card: Any) -> tuple[Face, list[Part]]:
    """The face of a person with every source behind it, and the films."""
    found = of_person(card.pk)
    films = queries.parts(found, awards_of_films({credit.film_id for credit in found}))
    return Face([card], [number for part in films for number in part.sources]), films


@door(anyone)
@require_safe
def person(request: HttpRequest, address: str) -> HttpResponse:
    """One person: names, dates, films with roles and prizes, who worked with whom, who says so."""
    card = _card(address.partition("-")[0])
    if address != card.address:
        return redirect(card, permanent=True)
    face, films = _known(card)
    years = sorted(part.film.year for part in films if part.film.year)
    fellows = worked_with(card.pk, [part.film.pk for part in films])
    context = {
        "card": card,
        "title": title(card),
        "others": named_in(card),
        "line": page.line(face, card, len(films)),
        "year": max(years, key=lambda year: (years.count(year), year), default=None),
        "strip": drawing.strips(totals(works_by_year()), dots=years),
        "facts": page.facts(face, card, films),
        "disputes": face.disputes(card),
        "groups": page.groups(face, films),
        "fellows": page.fellows_as_rows(fellows, films),
        "dots": page.dots(fellows, films, years),
        "axis": drawing.dots_axis(years[0], years[-1]) if years else "",
        "sources": face.sources(),
        "linked": linked_data("Person", schema.person(card, face, settings.ADDRESS)),
    }
    return render(request, "register/person/person.html", context)


@door(anyone)
@require_safe
def person_json(request: HttpRequest, ref: str) -> HttpResponse:
    """One person as open data."""
    card = _card(ref)
    face, films = _known(card)
    fellows = worked_with(card.pk, [part.film.pk for part in films])
    return as_json(table.whole(card, face, films, fellows))


@door(anyone)
@require_safe
def person_csv(request: HttpRequest, ref: str) -> HttpResponse:
    """One person as a table."""
    card = _card(ref)
    face, films = _known(card)
    return as_csv(ref, ROW_HEAD, table.whole_rows(card, face, films))
