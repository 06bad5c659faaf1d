"""The queue of what needs work, as a page and as files."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinoqor.accounts.role.access import holding
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.gap import queries
from kinoqor.keeping.gap.forms import asked
from kinoqor.keeping.gap.rules import Counted, Wanted, pairs
from kinoqor.keeping.gap.words import KIND, OFFERED, PER_PAGE, Of, gaps_of, said_as
from kinoqor.register.card.queries import sums
from kinoqor.register.card.words import Axis
from kinoqor.register.level.words import Level
from kinoqor.ui import pack
from kinoqor.ui.door import door
from kinoqor.ui.formats import as_csv, as_json_list
from kinoqor.ui.parts import Choice, Pick


def _to(wanted: Wanted, **change: str) -> str:
    """The address of the queue with something changed; an empty text takes a choice away."""
    kept = [(name, value) for name, value in pairs(wanted) if name not in change]
    query = urlencode(kept + [(name, value) for name, value in change.items() if value])
    return reverse("queue") + (f"?{query}" if query else "")


@door(holding(Role.CATALOGUER))
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """`?of=&gap=&level=&decade=&q=&page=` and what the public list is narrowed by: the records that need work."""
    wanted = asked(request.GET)
    found = queries.queue(wanted)
    counted = found.counted
    page = Paginator(range(counted.total), PER_PAGE).get_page(request.GET.get("page", "")[:9])
    start = page.start_index() - 1 if counted.total else 0
    query = urlencode(pairs(wanted))
    context = {
        "wanted": wanted,
        "kinds": _kinds(wanted),
        "gaps": _gaps(wanted, counted),
        "levels": _levels(wanted, counted),
        "narrow": _narrow(wanted, found.decades),
        "kept": [(name, value) for name, value in pairs(wanted) if name in ("of", "gap", "level")],
        "said": said_as(wanted.of, wanted.gap) if wanted.gap else "",
        "total": counted.total,
        "lines": queries.lines(list(found.cards[start : start + PER_PAGE])),
        "page": page,
        "query": f"?{query}" if query else "",
        "bare": reverse("queue") + (f"?of={wanted.of}" if wanted.of != Of.FILMS else ""),
    }
    return render(request, "keeping/gap/queue.html", context)


def _kinds(wanted: Wanted) -> list[Pick]:
    """Films, people, organisations, each with how many there are."""
    n = sums()
    here = reverse("queue")
    return [Pick(f"{here}?of={of}", of.label, n.get(KIND[of], 0), of == wanted.of) for of in Of]


def _gaps(wanted: Wanted, counted: Counted) -> list[Pick]:
    """Each gap with how many records have it, leading to them; the chosen one leads back to all."""
    return [
        Pick(
            _to(wanted, gap="" if gap == wanted.gap else gap), said_as(wanted.of, gap), counted.gaps[gap],
            gap == wanted.gap,
        )
        for gap in gaps_of(wanted.of)
        if counted.gaps[gap] or gap == wanted.gap
    ]  # fmt: skip


def _levels(wanted: Wanted, counted: Counted) -> list[Pick]:
    return [
        Pick(
            _to(wanted, level="" if level == wanted.level else str(level.value)), level.label,
            counted.levels.get(level, 0), level == wanted.level,
        )
        for level in Level
    ]  # fmt: skip


def _narrow(wanted: Wanted, decades: dict[int, int]) -> list[dict[str, Any]]:
    """The choices of the form beside the list: the decade, and the axes of this kind of record."""
    shown = decades | ({wanted.decade: decades.get(wanted.decade, 0)} if wanted.decade else {})
    words = [
        Choice(str(each), _("%(year)ds") % {"year": each}, n, each == wanted.decade)
        for each, n in sorted(shown.items())
    ]
    found = [{"name": "decade", "label": Axis.DECADE.label, "choices": words}]
    for axis, name in OFFERED[wanted.of].items():
        chosen = wanted.listed.chosen.get(axis, ())
        named = sorted((capfirst(pack.label(name, code)), code) for code in pack.codes(name))
        choices = [Choice(code, label, None, code in chosen) for label, code in named]
        found.append({"name": axis, "label": Axis(axis).label, "choices": choices})
    return found


@door(holding(Role.CATALOGUER))
@require_safe
def queue_csv(request: HttpRequest) -> HttpResponse:
    """The whole queue as asked, as a table."""
    cards = queries.in_order(asked(request.GET)).iterator(chunk_size=2000)
    return as_csv("queue", queries.HEAD, queries.rows(cards))


@door(holding(Role.CATALOGUER))
@require_safe
def queue_json(request: HttpRequest) -> HttpResponse:
    """The whole queue as asked, as JSON."""
    wanted = asked(request.GET)
    found = queries.rows(queries.in_order(wanted).iterator(chunk_size=2000))
    return as_json_list(
        dict(pairs(wanted)), "records", (dict(zip(queries.HEAD, row, strict=True)) for row in found)
    )
