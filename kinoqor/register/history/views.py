"""What was ever claimed of a subject, its card on an earlier day, and what one source says."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinoqor.register.claim.words import PROPERTIES
from kinoqor.register.face.queries import Face, say_moment, title
from kinoqor.register.history import queries
from kinoqor.register.history.rules import day_asked
from kinoqor.register.source.words import SourceKind
from kinoqor.register.subject.words import Kind
from kinoqor.ui import pack
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json
from kinoqor.ui.parts import Fact, Link, Note, Row, Said, Text

PER_PAGE = 50


def _page(request: HttpRequest, rows: Any) -> Page[Any]:
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))


def _subject(ref: str) -> tuple[Any, Any]:
    subject, card = queries.subject(ref)
    if subject is None:
        raise Http404
    return subject, card


@door(anyone)
@require_safe
def claims(request: HttpRequest, ref: str) -> HttpResponse:
    """`?on=2026-11-22`: everything ever claimed of a subject, and its card as it stood at the end of that day."""
    subject, card = _subject(ref)
    every = queries.claims_of(ref)
    face = Face([card] if card and card.kind == Kind.TOPIC else [])
    context = {
        "subject": subject,
        "title": title(card) if card else Said(ref),
        "kind": Kind(subject.kind).label,
        "back": card.get_absolute_url() if card and card.kind != Kind.TOPIC else "",
        "disputes": [dispute for each in face.cards for dispute in face.disputes(each)],
        "parts": [
            {"code": code, "label": PROPERTIES[code].label if code in PROPERTIES else code, "claims": some}
            for code, some in queries.testimonies(every).items()
        ],
        "total": len(every),
        "gone": sum(claim.withdrawn is not None for claim in every),
        "first": min((claim.stated.at for claim in every), default=None),
        "asked": request.GET.get("on", "")[:10],
        "then": _then(request, subject),
    }
    return render(request, "register/history/claims.html", context)


def _then(request: HttpRequest, subject: Any) -> dict[str, Any] | None:
    """The card on the day that is asked for; None where none is."""
    if "on" not in request.GET:
        return None
    asked = day_asked(request.GET["on"], timezone.localdate())
    card = queries.card_on(subject, asked.day) if asked.day else None
    face = Face([card] if card else [])
    facts = [face.fact(card, code) for code in PROPERTIES if code in card.facts] if card else []
    return {
        "day": asked.day,
        "reason": asked.reason,
        "title": title(card) if card else "",
        "facts": [fact for fact in facts if fact is not None],
        "relations": queries.relations_on(subject, asked.day) if asked.day else [],
        "sources": face.sources(),
    }


@door(anyone)
@require_safe
def story(request: HttpRequest, ref: str) -> HttpResponse:
    """`?page=`: the whole history of a record as a story, the newest first."""
    subject, card = _subject(ref)
    page = _page(request, queries.story(ref))
    context = {
        "subject": subject,
        "title": title(card) if card else Said(ref),
        "back": card.get_absolute_url() if card and card.kind != Kind.TOPIC else "",
        "page": page,
    }
    return render(request, "register/history/story.html", context)


@door(anyone)
@require_safe
def claims_json(request: HttpRequest, ref: str) -> HttpResponse:
    """`?on=`: every claim of a subject as open data; with a day, the card as it stood then."""
    subject, _card = _subject(ref)
    if "on" not in request.GET:
        return as_json({"ref": ref, "kind": subject.kind, "claims": queries.as_data(queries.claims_of(ref))})
    asked = day_asked(request.GET["on"], timezone.localdate())
    card = queries.card_on(subject, asked.day) if asked.day else None
    on = asked.day.isoformat() if asked.day else None
    return as_json(
        {"ref": ref, "on": on, "note": str(asked.reason), "card": Face([card]).data(card) if card else None}
    )


@door(anyone)
@require_safe
def claims_csv(request: HttpRequest, ref: str) -> HttpResponse:
    """Every claim of a subject as a table."""
    _subject(ref)
    return as_csv(f"claims-{ref}", queries.HEAD, queries.rows(queries.claims_of(ref)))


def _source(number: int) -> Any:
    found = queries.source(number)
    if found is None:
        raise Http404
    return found


@door(anyone)
@require_safe
def source(request: HttpRequest, number: int) -> HttpResponse:
    """`?page=`: one source: what it is, how much it weighs, and what it says, claim by claim."""
    found = _source(number)
    page = _page(request, queries.source_claims(found))
    some = list(page.object_list)
    subjects = queries.titles(some)
    context = {
        "source": found,
        "title": Said(found.title, found.lang),
        "kind": SourceKind(found.kind).label,
        "facts": _source_facts(found),
        "rows": [_claim_row(subjects, claim, told) for claim, told in queries.one_by_one(some)],
        "page": page,
        "total": page.paginator.count,
    }
    return render(request, "register/history/source.html", context)


def _source_facts(found: Any) -> list[Fact]:
    words = {
        5: _("It is a law, or a body that speaks of itself."),
        4: _("It is checked before it is published."),
        3: _("It is edited, or written by people who know the trade."),
        2: _("Anyone may have written it, or it repeats others."),
        1: _("No source was found; it is kept so that it can be checked."),
    }
    weight = _("%(n)d of 5") % {"n": found.reliability}
    facts = [
        Fact(_("Kind"), SourceKind(found.kind).label),
        Fact(_("Weight"), f"{weight}. {words.get(found.reliability, '')}"),
        Fact(_("Publisher"), found.called),
        Fact(_("Language"), pack.label("languages", found.lang)) if found.lang else None,
        Fact(_("Read on"), _read_on(found)),
        Fact(_("Address"), found.address, found.address if found.is_web else ""),
    ]
    return [fact for fact in facts if fact is not None]


def _read_on(found: Any) -> str:
    """The day on which it was read; of a source that the pack brought, the day by which all of them were."""
    if found.read_on:
        return say_moment(found.read_on.isoformat())
    day = say_moment(pack.about()["data_of"])
    return _("no later than %(day)s") % {"day": day}


def _claim_row(subjects: dict[str, Link], claim: Any, told: Any) -> Row:
    subject = subjects.get(claim.subject.ref, Link(claim.subject.ref))
    label = PROPERTIES[claim.prop].label if claim.prop in PROPERTIES else claim.prop
    said: list[Text] = [told.value, *told.details, *told.notes]
    notes = [Note(_("unverified"), "unverified")] if told.unverified else []
    return Row(subject.text, label, subject.url, [Note(each) for each in said if each], notes)


@door(anyone)
@require_safe
def source_json(request: HttpRequest, number: int) -> HttpResponse:
    """One source and what it says, as open data."""
    found = _source(number)
    return as_json(
        {
            "number": found.pk,
            "address": found.address,
            "title": found.title,
            "kind": found.kind,
            "reliability": found.reliability,
            "read_on": found.read_on.isoformat() if found.read_on else None,
            "claims": queries.as_data(queries.source_claims(found)),
        }
    )


@door(anyone)
@require_safe
def source_csv(request: HttpRequest, number: int) -> HttpResponse:
    """What one source says, as a table."""
    found = _source(number)
    return as_csv(f"source-{number}", queries.HEAD, queries.rows(queries.source_claims(found)))
