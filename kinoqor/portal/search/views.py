"""The page of answers and the same answers as JSON, in the same order."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from kinoqor.kit.names import script_of
from kinoqor.portal.search.words import LABELS, LISTS, PER_PAGE
from kinoqor.register.face.queries import title
from kinoqor.register.spelling.queries import Detail, Result, details, find, with_cards
from kinoqor.register.spelling.rules import FIRM, Hit
from kinoqor.register.spelling.words import LONGEST_QUERY, MOST, Standing
from kinoqor.ui import pack
from kinoqor.ui.door import anyone, door
from kinoqor.ui.parts import Note, Row, Said, Text


def _found_as(result: Result) -> list[Note]:
    """The attested spelling that was found, where the title shown does not hold it already."""
    found = result.hit.found
    if found.standing < Standing.ATTESTED or found.text in title(result.card).text:
        return []
    romanised = found.lang not in ("", "en") and script_of(found.text) == "Latn"
    return [Note(Said(found.text, f"{found.lang}-Latn" if romanised else found.lang))]


def _notes(result: Result, detail: Detail) -> list[Note]:
    """What the result is: a film's kind and directors, a person's occupations, an organisation's kind."""
    codes = detail.codes[:2] if result.kind == "person" else detail.codes[:1]
    what = ", ".join(pack.label(LISTS[result.card.kind], code) for code in codes)
    by = [Note(title(director)) for director in detail.directors[:2]]
    return [Note(what[:1].upper() + what[1:] if what else LABELS[result.card.kind]), *by]


def _row(result: Result, detail: Detail) -> Row:
    year: Text = str(result.card.year) if result.card.year else ""
    return Row(
        title(result.card), year, result.card.get_absolute_url(), _found_as(result), _notes(result, detail)
    )


def _cut_note() -> str:
    words = ngettext(
        "Only the first %(n)s character was searched for.",
        "Only the first %(n)s characters were searched for.",
        LONGEST_QUERY,
    )
    return words % {"n": LONGEST_QUERY}


def _note(hits: list[Hit]) -> str:
    firm = hits and hits[0].score >= FIRM
    return "" if firm else gettext("Nothing is called just so. These come nearest.")


def _counted(hits: int) -> str:
    if hits >= MOST:
        return gettext("The first %(n)s results") % {"n": hits}
    return ngettext("%(n)s result", "%(n)s results", hits) % {"n": hits}


@door(anyone)
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """`?q=&page=`: what answers the query, best first, each with its kind and year."""
    asked, hits = find(request.GET.get("q", ""))
    page = Paginator(hits, PER_PAGE).get_page(request.GET.get("page"))
    results = with_cards(page.object_list)
    told = details(results)
    context = {
        "asked": asked,
        "page": page,
        "rows": [_row(result, told[result.card.pk]) for result in results],
        "label": _counted(len(hits)),
        "note": _note(hits),
        "cut_note": _cut_note() if asked.cut else "",
        "search_url": reverse("search"),
        "suggest_url": reverse("search_json"),
    }
    return render(request, "portal/search/search.html", context)


@door(anyone)
@require_safe
def search_json(request: HttpRequest) -> JsonResponse:
    """The answers of a page: kind (film, person, organisation), pack_id, title, lang, year, url."""
    asked, hits = find(request.GET.get("q", ""))
    page = Paginator(hits, PER_PAGE).get_page(request.GET.get("page"))
    results = [_answer(result) for result in with_cards(page.object_list)]
    answer = {
        "query": asked.text,
        "total": len(hits),
        "page": page.number,
        "pages": page.paginator.num_pages,
        "results": results,
    }
    if asked.cut:
        answer["note"] = _cut_note()
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})


def _answer(result: Result) -> dict[str, str | int | None]:
    shown = title(result.card)
    return {
        "kind": result.kind,
        "label": str(LABELS[result.card.kind]),
        "pack_id": result.card.ref,
        "title": shown.text,
        "lang": shown.lang,
        "year": result.card.year,
        "url": result.card.get_absolute_url(),
    }
