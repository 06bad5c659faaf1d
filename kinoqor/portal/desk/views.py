"""The desk, and the way from a number or a name to a record."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from kinoqor.accounts.role.access import signed_in
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.edit.words import SAID_OF
from kinoqor.portal.desk import queries
from kinoqor.portal.desk.adapters.trays import trays
from kinoqor.portal.desk.adapters.ways import ways
from kinoqor.portal.desk.rules import Bar, bars
from kinoqor.register.subject.words import PAGE
from kinoqor.ui.door import door


@door(signed_in)
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """What waits for the reader under the hat that is on, what was done lately, and where to go from here."""
    who: Any = request.who  # type: ignore[attr-defined]
    today = timezone.localdate()
    found = trays(who)
    full = [(tray, filled) for tray, filled in found if filled.looked.things]
    context = {
        "today": today,
        "work": [filled for tray, filled in full if not tray.news],
        "news": [filled for tray, filled in full if tray.news],
        "empty": [filled for _tray, filled in found if not filled.looked.things],
        "waits": sum(filled.looked.count or 0 for tray, filled in found if not tray.news),
        "has_work": any(not tray.news for tray, _filled in found),
        "from_here": ways(who),
        "week": _week(who, today),
    }
    return render(request, "portal/desk/desk.html", context)


def _week(who: Any, today: date) -> list[Bar]:
    """The reader's own last seven days, each leading to its deeds; nothing where none of them has a deed."""
    counted = queries.week_of(who, today)
    return bars(counted) if any(n for _day, n in counted) else []


@door(signed_in)
@require_safe
def go(request: HttpRequest) -> HttpResponse:
    """`?q=`: to the record of a number (a cataloguer to its desk), else to what search finds for a name."""
    who: Any = request.who  # type: ignore[attr-defined]
    asked = request.GET.get("q", "").strip()
    ref = asked.lower()
    kind = queries.kind_of(ref) if ref[:1].isalpha() and ref[1:].isdigit() else ""
    if kind in SAID_OF and who.holds(Role.CATALOGUER):
        return redirect("card-edit", ref)
    if kind:
        return redirect(PAGE[kind], ref)
    return redirect(f"{reverse('search')}?{urlencode({'q': asked})}")
