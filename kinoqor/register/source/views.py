"""The list of sources, by kind and weight."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from kinoqor.register.source import queries
from kinoqor.register.source.words import RELIABILITY, SourceKind
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json
from kinoqor.ui.parts import Note, Pick, Row, Said

PER_PAGE = 50
HEAD = ("number", "address", "title", "kind", "house", "reliability", "language", "read_on", "claims")


def _asked(request: HttpRequest) -> str:
    kind = request.GET.get("kind", "")
    return kind if kind in SourceKind.values else ""


@door(anyone)
@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """`?kind=&page=`: sources, the busiest first, each with its weight and how much it says."""
    kind, counted = _asked(request), queries.kinds()
    page = Paginator(queries.all_sources(kind), PER_PAGE).get_page(request.GET.get("page"))
    said = queries.claims_by_kind()
    total = sum(n for _code, n in counted)
    context = {
        "kinds": [_kind(code, n, said.get(code, 0)) for code, n in counted],
        "picks": [Pick(f"{reverse('sources')}#list", _("All kinds"), total, not kind)]
        + [Pick(_url(code), SourceKind(code).label, n, code == kind) for code, n in counted],
        "rows": [_row(source) for source in page.object_list],
        "page": page,
        "total": total,
        "query": urlencode({"kind": kind}) if kind else "",
    }
    return render(request, "register/source/sources.html", context)


def _url(kind: str) -> str:
    return f"{reverse('sources')}?{urlencode({'kind': kind})}#list"


def _kind(code: str, n: int, claims: int) -> dict[str, Any]:
    weight = RELIABILITY[SourceKind(code)]
    return {"label": SourceKind(code).label, "weight": weight, "n": n, "claims": claims, "url": _url(code)}


def _row(source: Any) -> Row:
    words = ngettext("%(n)d claim", "%(n)d claims", source.standing) % {"n": source.standing}
    weight = _("weight %(n)d of 5") % {"n": source.reliability}
    url = reverse("source", args=[source.pk])
    named = (
        source.title if source.title != source.house else source.address.partition("://")[2] or source.address
    )
    more = [Note(words) for words in dict.fromkeys((source.called, str(SourceKind(source.kind).label)))]
    return Row(Said(named, source.lang), url=url, more=more, notes=[Note(words), Note(weight)])


def _data(request: HttpRequest) -> Iterator[tuple[object, ...]]:
    every: Any = queries.all_sources(_asked(request))
    for source in every:
        yield (
            source.pk, source.address, source.title, source.kind, source.house, source.reliability, source.lang,
            source.read_on.isoformat() if source.read_on else "", source.standing,
        )  # fmt: skip


@door(anyone)
@require_safe
def sources_json(request: HttpRequest) -> HttpResponse:
    """`?kind=`: all sources as open data."""
    return as_json({"sources": [dict(zip(HEAD, row, strict=True)) for row in _data(request)]})


@door(anyone)
@require_safe
def sources_csv(request: HttpRequest) -> HttpResponse:
    """`?kind=`: all sources as a table."""
    return as_csv("sources", HEAD, _data(request))
