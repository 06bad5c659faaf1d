"""What an application looks like, with why."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.likeness.access import may_compare
from kinoqor.funding.likeness.queries import Like, in_register, labels_of, seen_number
from kinoqor.funding.likeness.rules import script_notes
from kinoqor.funding.likeness.words import Sign, Why
from kinoqor.kit.question import said
from kinoqor.register.face.queries import title as card_title
from kinoqor.ui.door import door
from kinoqor.ui.parts import Link


@door(may_compare)
@require_safe
def alike(request: HttpRequest, number: int) -> HttpResponse:
    """The filed applications, films and decisions that look like this one; to judge is the officer's."""
    application, found = seen_number(number, request.who)  # type: ignore[attr-defined]
    if application.filed_at is None:
        raise Http404
    labels = labels_of(application)
    context = {
        "application": application, "title": title(application), "register": _links(in_register(application)),
        "strong": [_shown(each, labels) for each in found.likes if each.strong],
        "others": [_shown(each, labels) for each in found.likes if not each.strong],
        "notes": script_notes(found.scripts),
    }  # fmt: skip
    return render(request, "funding/likeness/alike.html", context)


def _links(cards: Iterable[Any]) -> list[Link]:
    return [Link(card_title(card), card.get_absolute_url(), str(card.year or "")) for card in cards]


def _shown(found: Like, labels: Mapping[str, str]) -> dict[str, Any]:
    other = found.other
    return {
        "number": other.pk, "title": title(other), "company": other.organisation.name, "filed": other.filed_at,
        "call": said(terms_of(other.version).name), "state": other.called, "sign": other.sign,
        "why": [_said(each, labels) for each in found.why],
    }  # fmt: skip


def _said(why: Why, labels: Mapping[str, str]) -> tuple[Any, str, str]:
    """The sign in words, and what both say."""
    share = {"share": f"{round(100 * why.share)}%"}
    if why.sign == Sign.TEXT:
        mine, theirs = (labels.get(place, place) for place in (why.mine, why.theirs))
        return _("%(share)s of the shorter text stands in the other") % share, mine, theirs
    if why.sign == Sign.SCRIPT:
        return _("about %(share)s of the shorter script stands in the other") % share, why.mine, why.theirs
    if why.sign == Sign.TITLE:
        words = (
            _("one title, but for script and spelling")
            if why.share == 1
            else _("titles %(share)s alike") % share
        )
        return words, why.mine, why.theirs
    return why.sign.label, why.mine, why.theirs
