"""The reading room: what one has to read, one file beside its criteria, its pages."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.accounts.notice.letters import own_language
from kinoqor.judging.review import access, queries, rules
from kinoqor.judging.review.adapters import papers
from kinoqor.judging.review.adapters.page import asked, file, frame, rows
from kinoqor.judging.review.adapters.saving import Kept, keep
from kinoqor.judging.review.words import FILES_A_PAGE
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.file.adapters.leaves import TYPE
from kinoqor.ui.door import door, refused

FORM = ["GET", "HEAD", "POST"]


@door(access.may_list)
@require_safe
def readings(request: HttpRequest) -> HttpResponse:
    """`?page=`: what the reader has to read, what is due first."""
    now = timezone.now()
    found = rows(queries.visible_to(request.who), now)  # type: ignore[attr-defined]
    count = queries.counted(queries.visible_to(request.who))  # type: ignore[attr-defined]
    page = Paginator(found, FILES_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "judging/review/readings.html", {"page": page, "count": count})


@door(access.may_read)
@require_http_methods(FORM)
def reading(request: HttpRequest, number: int) -> HttpResponse:
    """One file: what was filed and its papers, beside it the criteria; saved as it is written, sealed by its button."""
    found = _found(request, number)
    kept = Kept()
    if request.method == "POST":
        kept = keep(request, found)
        if kept.answer is not None:
            return kept.answer
        found = _found(request, number)
    review = queries.review_of(number)
    terms = queries.terms(found)
    stands = queries.given_of(review, own_language())
    given = kept.given or stands
    may = rules.may_write(queries.case_of(found, review))
    needed = queries.words_needed(terms, found.draw.stage)
    context = frame(found, timezone.now()) | file(found)
    context |= {
        "criteria": asked(terms.criteria, given, kept.lacks), "given": given, "may": may,
        "review": review, "revision": review.revision if review else 0, "needed": needed, "refusal": kept.refusal,
        "lacks": [(each, _called(terms, each.criterion)) for each in kept.lacks], "languages": settings.LANGUAGES,
        "pieces": papers.pieces(found, terms), "late": kept.late,
        "open": len(rules.open_at(terms.criteria, stands, needed)),
        "stood": asked(terms.criteria, stands) if kept.late else (), "stands": stands,
    }  # fmt: skip
    return render(request, "judging/review/reading.html", context, status=kept.status)


@door(access.may_read)
@require_safe
def reading_page(request: HttpRequest, number: int, piece: int, page: int) -> HttpResponse:
    """A page of a paper as a picture with the mark of its reader; nobody on the way keeps it."""
    found = _found(request, number)
    name = request.who.user.name  # type: ignore[attr-defined]
    try:
        made = papers.picture(_piece(found, piece), page, papers.mark_of(found, name))
    except Refused as no:
        return refused(request, no.verdict)
    answer = HttpResponse(made, content_type=TYPE)
    answer["Content-Disposition"] = "inline"
    return answer


@door(access.may_read)
@require_safe
def reading_words(request: HttpRequest, number: int, piece: int, page: int) -> HttpResponse:
    """The same page as text."""
    found = _found(request, number)
    of = _piece(found, piece)
    try:
        told = papers.words(of, page)
    except Refused as no:
        return refused(request, no.verdict)
    context = frame(found, timezone.now()) | {"piece": of, "page": page, "told": told}
    return render(request, "judging/review/words.html", context)


def _found(request: HttpRequest, number: int) -> Any:
    found = queries.reading_of(request.who, number)  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found


def _piece(found: Any, number: int) -> papers.Piece:
    of = papers.piece(found, queries.terms(found), number)
    if of is None:
        raise Http404
    return of


def _called(terms: Any, code: str) -> str:
    return next((one.name for one in asked(terms.criteria, queries.given_of(None)) if one.code == code), code)
