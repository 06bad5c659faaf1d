"""What was shown where, when and how."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from kinoqor.market.release import queries
from kinoqor.market.release.queries import AXES, HEAD, Asked, Shown
from kinoqor.register.face.queries import Face, title
from kinoqor.ui import pack
from kinoqor.ui.chart import bar_chart
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json
from kinoqor.ui.parts import Choice, Note, Row, Text

PER_PAGE = 50
OPEN = 6


def _asked(request: HttpRequest, choices: dict[str, list[tuple[str, int]]]) -> Asked:
    """What is asked, as far as there is any such release; anything else is left out."""
    sent = {axis: set(request.GET.getlist(axis)) for axis in AXES}
    return Asked(*(tuple(code for code, _n in choices[axis] if code in sent[axis]) for axis in AXES))


@door(anyone)
@require_safe
def releases(request: HttpRequest) -> HttpResponse:
    """`?type=&territory=&platform=&decade=&page=`: releases, the newest first, and the highest box office known."""
    choices = queries.choices()
    asked = _asked(request, choices)
    page = Paginator(queries.releases(asked), PER_PAGE).get_page(request.GET.get("page"))
    some, face = queries.shown(page.object_list)
    total = page.paginator.count
    highest = [] if asked.query else queries.highest()
    context = {
        "title": pack.text("releases_title"),
        "lead": pack.text("releases_lead"),
        "facets": _facets(asked, choices),
        "found": ngettext("%(n)d release", "%(n)d releases", total) % {"n": total},
        "chosen": bool(asked.query),
        "rows": [_row(each) for each in some],
        "page": page,
        "sources": face.sources(),
        "query": urlencode(asked.query, doseq=True),
        "everything": reverse("releases"),
        "highest": [_earned(card, release) for card, release in highest],
        "chart": _chart(highest) if highest else None,
    }
    return render(request, "market/release/releases.html", context)


def _facets(asked: Asked, choices: dict[str, list[tuple[str, int]]]) -> list[dict[str, Any]]:
    cards = queries.names(code for code, _n in choices["platform"])
    words: dict[str, Any] = {
        "type": lambda code: pack.label("release_types", code),
        "territory": lambda code: pack.label("territories", code),
        "platform": lambda code: title(cards[code]) if code in cards else code,
        "decade": lambda code: _("%(year)ds") % {"year": int(code)} if code.isdigit() else code,
    }
    labels = {
        "type": _("How"),
        "territory": _("Where"),
        "platform": _("Platform or cinema"),
        "decade": _("When"),
    }
    found = []
    for axis in AXES:
        some = [Choice(code, words[axis](code), n, code in asked.of(axis)) for code, n in choices[axis]]
        some.sort(key=lambda choice: not choice.chosen)
        found.append({"name": axis, "label": labels[axis], "first": some[:OPEN], "rest": some[OPEN:]})
    return found


def _row(each: Shown) -> Row:
    release = each.release
    more = [Note(pack.label("release_types", release.medium)), Note(each.places)] if each.places else []
    more = more or [Note(pack.label("release_types", release.medium))]
    notes = [Note(title(each.platform), url=each.platform.get_absolute_url())] if each.platform else []
    if release.venue and not each.platform:
        more.append(Note(pack.phrase(release.venue)))
    if each.money:
        notes.append(Note(each.money, "money"))
        if each.platform and release.venue:
            notes.append(Note(pack.phrase(release.venue)))
    if release.admissions is not None:
        words = ngettext("%(n)s viewer", "%(n)s viewers", release.admissions)
        notes.append(Note(words % {"n": f"{release.admissions:,}".replace(",", "\u00a0")}))
    if release.unverified:
        notes.append(Note(_("unverified"), "unverified"))
    what: Text = title(each.film) if each.film else ""
    url = each.film.get_absolute_url() if each.film else ""
    return Row(what, each.when or _("date not known"), url, more, notes, each.cites)


def _earned(card: Any, release: Any) -> dict[str, Any]:
    covers = pack.phrase(release.venue) if release.venue else ""
    return {
        "title": title(card),
        "url": card.get_absolute_url(),
        "year": card.year,
        "money": queries.money(release),
        "covers": covers,
        "date": release.date[:4],
    }


def _chart(highest: list[tuple[Any, Any]]) -> Any:
    rows = [
        (
            f"{title(card)} ({card.year})" if card.year else str(title(card)),
            release.box_office,
            queries.money(release),
        )
        for card, release in highest
    ]
    said = "; ".join(f"{label}: {shown}" for label, _n, shown in rows)
    return bar_chart(rows, said=said)


def _data(request: HttpRequest) -> tuple[list[Shown], Face]:
    return queries.shown(queries.releases(_asked(request, queries.choices())))


@door(anyone)
@require_safe
def releases_json(request: HttpRequest) -> HttpResponse:
    """All releases as open data."""
    some, face = _data(request)
    return as_json({"releases": [dict(zip(HEAD, queries.row(each, face), strict=True)) for each in some]})


@door(anyone)
@require_safe
def releases_csv(request: HttpRequest) -> HttpResponse:
    """All releases as a table."""
    some, face = _data(request)
    return as_csv("releases", HEAD, (queries.row(each, face) for each in some))
