"""About the data: one page, everything to take, and what machines ask for first."""

from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from django.views.decorators.http import require_safe

from kinoqor.ledger.deed.words import doer_words
from kinoqor.portal.data import queries
from kinoqor.register.card.queries import sums
from kinoqor.register.level.words import ASKED, Lack, Level, asked_of, noun_of
from kinoqor.register.source.words import RELIABILITY, SourceKind
from kinoqor.register.subject.words import Kind
from kinoqor.ui import pack
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json
from kinoqor.ui.parts import Fact

HEAD = ("ref", "title", "year", "address")


@door(anyone)
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What the register is, how a card is settled, what is missing, what can be taken and how to cite it."""
    films, missing = queries.gaps()
    downloads = queries.downloads()
    names, counted = _names(), sums()
    context = {
        "name": pack.text("register_name"),
        "lead": pack.text("lead"),
        "essay": pack.text("essay_about"),
        "thin": pack.text("about_gaps"),
        "counts": _counts(counted),
        "unverified": counted["unverified"],
        "disputed": counted["disputed"],
        "weights": [(SourceKind(kind).label, weight) for kind, weight in RELIABILITY.items()],
        "films": films,
        "gaps": [
            _gap(lack, level, missing[lack], films)
            for level, asked in ASKED[Kind.WORK].items()
            for lack in asked
            if missing[lack]
        ],
        "levels": _levels(),
        "downloads": [(names.get(each.name, each.name), each) for each in downloads],
        "files": list(queries.pack_files()),
        "load": _load(),
        "licence": queries.licence(),
        "day": queries.newest_change(),
    }
    return render(request, "portal/data/about.html", context)


def _counts(counted: dict[str, int]) -> list[Fact]:
    """How many cards of each kind there are, each number leading to its list."""
    lists = {
        Kind.WORK: (_("Films"), "films"),
        Kind.PERSON: (_("People"), "people"),
        Kind.ORGANISATION: (_("Organisations"), "organisations"),
        Kind.EVENT: (_("Events"), "timeline"),
        Kind.DECISION: (_("Decisions on state support"), "support"),
    }
    return [Fact(label, str(counted.get(kind, 0)), reverse(name)) for kind, (label, name) in lists.items()]


def _names() -> dict[str, Any]:
    return {**dict(settings.NAV), **dict(settings.NAV_FOOT)}


def _levels() -> list[tuple[Any, list[tuple[Any, str]]]]:
    """What each level asks for, by kind of record: (level, [(kind, what is asked for, in words)])."""
    kinds = {Kind.WORK: _("Films"), Kind.PERSON: _("People"), Kind.ORGANISATION: _("Organisations")}
    return [
        (
            level.label,
            [
                (label, ", ".join(str(noun_of(kind, lack)) for lack in ASKED[kind][level]))
                for kind, label in kinds.items()
            ],
        )
        for level in ASKED[Kind.WORK]
    ]


def _gap(gap: Lack, level: Level, n: int, films: int) -> dict[str, Any]:
    return {
        "label": gap.label,
        "level": level.label,
        "n": n,
        "share": round(100 * n / films) if films else 0,
        "csv": reverse("gap-csv", args=[gap.value]),
        "json": reverse("gap-json", args=[gap.value]),
    }


def _load() -> dict[str, Any] | None:
    deed = queries.last_load()
    if deed is None:
        return None
    details = deed.details or {}
    new = sum((details.get("new") or {}).values())
    facts = [
        Fact(_("Loaded by"), doer_words(deed.voice)),
        Fact(_("New claims"), ngettext("%(n)d claim", "%(n)d claims", new) % {"n": new}),
        Fact(_("Doubtful rows"), str(details.get("doubtful", 0))),
        Fact(_("Digest of the files"), str(details.get("digest", ""))),
    ]
    return {"at": deed.at, "facts": facts}


def _known(gap: str) -> str:
    if gap not in asked_of(Kind.WORK):
        raise Http404
    return gap


@door(anyone)
@require_safe
def gap_csv(request: HttpRequest, gap: str) -> HttpResponse:
    """The films of which something is missing, as a table."""
    return as_csv(f"without-{_known(gap)}", HEAD, queries.film_rows(queries.films_without(gap)))


@door(anyone)
@require_safe
def gap_json(request: HttpRequest, gap: str) -> HttpResponse:
    """The films of which something is missing, as open data."""
    rows = queries.film_rows(queries.films_without(_known(gap)))
    return as_json({"without": gap, "films": [dict(zip(HEAD, row, strict=True)) for row in rows]})


@door(anyone)
@require_safe
def pack_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file of the country pack as it was loaded."""
    path = queries.pack_files().get(name)
    if path is None:
        raise Http404
    kind = "text/csv; charset=utf-8" if path.suffix == ".csv" else "text/plain; charset=utf-8"
    return FileResponse(
        path.open("rb"), as_attachment=path.suffix == ".csv", filename=path.name, content_type=kind
    )


@door(anyone)
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read; the map of the site stands beside it."""
    words = f"User-agent: *\nDisallow:\n\nSitemap: {settings.ADDRESS}{reverse('sitemap')}\n"
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@door(anyone)
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The index of the map of the site."""
    pieces = [
        settings.ADDRESS + reverse("sitemap-piece", args=each) for each in [("pages", 0), *queries.maps()]
    ]
    return render(request, "portal/data/sitemap.xml", {"pieces": pieces}, content_type="application/xml")


@door(anyone)
@require_safe
def sitemap_piece(request: HttpRequest, kind: str, piece: int) -> HttpResponse:
    """One piece of the map: every page of it in each language of the house."""
    if (kind, piece) not in [("pages", 0), *queries.maps()]:
        raise Http404
    found = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            some = (
                [each.url for each in queries.downloads()] if kind == "pages" else queries.mapped(kind, piece)
            )
            found += [settings.ADDRESS + url for url in some]
    return render(request, "portal/data/sitemap_piece.xml", {"urls": found}, content_type="application/xml")
