"""The timeline of the industry, and one event of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinoqor.register.card.queries import works_by_year
from kinoqor.register.event import queries
from kinoqor.register.event.queries import Decade
from kinoqor.register.face.queries import ROW_HEAD, Face, cards, say_moment, title
from kinoqor.register.subject.words import Kind
from kinoqor.ui import drawing, pack
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json, linked_data
from kinoqor.ui.parts import Fact, Link, Pick, Row


@door(anyone)
@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """`?kind=`: what happened, decade by decade, each with the films of those years."""
    asked, kinds = request.GET.get("kind", ""), queries.kinds()
    kind = asked if asked in dict(kinds) else ""
    face = Face(queries.events(kind))
    decades, turns = queries.decades(face.cards, works_by_year()), queries.turns()
    most = max((sum(decade.films.values()) for decade in decades), default=0) or 1
    context = {
        "title": pack.text("timeline_title"),
        "unknown": asked if asked and not kind else "",
        "picks": _picks(kinds, kind),
        "decades": [_decade(face, decade, most, turns) for decade in decades],
        "translated": any(queries.is_own_wording(face, card) for card in face.cards),
        "query": urlencode({"kind": kind}) if kind else "",
    }
    return render(request, "register/event/timeline.html", context)


def _picks(kinds: list[tuple[str, int]], chosen: str) -> list[Pick]:
    here = reverse("timeline")
    everything = Pick(here, _("All kinds"), sum(n for _code, n in kinds), not chosen)
    found = [
        Pick(f"{here}?{urlencode({'kind': code})}", pack.label("event_kinds", code), n, code == chosen)
        for code, n in kinds
    ]
    return [everything, *found]


def _decade(face: Face, decade: Decade, most: int, turns: set[str]) -> dict[str, Any]:
    films = sum(decade.films.values())
    years = {"from": decade.first, "to": decade.first + 9}
    return {
        "first": decade.first,
        "label": decade.label,
        "films": films,
        "films_url": f"{reverse('films')}?{urlencode(years)}",
        "frames": drawing.frames(decade.films) if films else "",
        "share": round(100 * films / most),
        "rows": [_line(face, card, turns) for card in decade.events],
        "events": len(decade.events),
    }


def _line(face: Face, card: Any, turns: set[str]) -> dict[str, Any]:
    return {
        "when": say_moment(card.moment) if card.moment else _("date not known"),
        "what": title(card),
        "url": card.get_absolute_url(),
        "turn": card.ref in turns,
        "disputed": card.disputed,
        "kind": face.lead(card, "event_kind"),
        "sources": queries.told_by(face, card),
    }


def _known_kind(request: HttpRequest) -> str:
    asked = request.GET.get("kind", "")
    return asked if asked in dict(queries.kinds()) else ""


@door(anyone)
@require_safe
def timeline_json(request: HttpRequest) -> HttpResponse:
    """`?kind=`: the timeline as open data."""
    face = Face(queries.events(_known_kind(request)))
    return as_json({"events": [face.data(card) for card in face.cards]})


@door(anyone)
@require_safe
def timeline_csv(request: HttpRequest) -> HttpResponse:
    """`?kind=`: the timeline as a table."""
    face = Face(queries.events(_known_kind(request)))
    return as_csv("timeline", queries.HEAD, (queries.row(face, card) for card in face.cards))


def _event(ref: str) -> Any:
    card = cards([ref]).get(ref)
    if card is None or card.kind != Kind.EVENT:
        raise Http404
    return card


@door(anyone)
@require_safe
def event(request: HttpRequest, address: str) -> HttpResponse:
    """One event: what happened, who says so, what came before and after, the films of that year."""
    card = _event(address.partition("-")[0])
    if address != card.address:
        return redirect(card, permanent=True)
    face = Face([card])
    before, after = queries.neighbours(card)
    total, plates = queries.films_of(card.year)
    context = {
        "card": card,
        "decade": card.year // 10 * 10 if card.year else 0,
        "title": title(card),
        "line": [
            say_moment(card.moment) if card.moment else _("Date not known"),
            face.lead(card, "event_kind"),
        ],
        "facts": _facts(face, card),
        "disputes": face.disputes(card),
        "translated": queries.is_own_wording(face, card),
        "neighbours": [
            _neighbour(word, each) for word, each in ((_("Before"), before), (_("After"), after)) if each
        ],
        "films": total,
        "films_url": f"{reverse('films')}?{urlencode({'from': card.year, 'to': card.year})}"
        if card.year
        else "",
        "plates": plates,
        "sources": face.sources(),
        "linked": linked_data("Event", _schema(card)),
    }
    return render(request, "register/event/event.html", context)


def _facts(face: Face, card: Any) -> list[Fact]:
    found = [face.fact(card, "date"), _kind_fact(face, card)]
    return [fact for fact in found if fact is not None]


def _kind_fact(face: Face, card: Any) -> Fact | None:
    fact = face.fact(card, "event_kind")
    if fact is None:
        return None
    url = f"{reverse('timeline')}?{urlencode({'kind': face.voices(card, 'event_kind')[0]['value']})}"
    return Fact(_("Kind"), links=[Link(face.lead(card, "event_kind"), url)], sign=fact.sign, cites=fact.cites)


def _neighbour(word: str, card: Any) -> Row:
    return Row(title(card), say_moment(card.moment) if card.moment else word, card.get_absolute_url())


def _schema(card: Any) -> dict[str, Any]:
    shown = title(card)
    return {
        "@id": card.get_absolute_url(),
        "name": shown.text,
        "inLanguage": shown.lang,
        "startDate": card.moment,
    }


@door(anyone)
@require_safe
def event_json(request: HttpRequest, ref: str) -> HttpResponse:
    """One event as open data."""
    card = _event(ref)
    return as_json(Face([card]).data(card))


@door(anyone)
@require_safe
def event_csv(request: HttpRequest, ref: str) -> HttpResponse:
    """One event as a table."""
    card = _event(ref)
    return as_csv(ref, ROW_HEAD, Face([card]).rows(card))
