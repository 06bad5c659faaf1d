"""The reading room: what one has to read, one file beside its criteria, its pages."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.accounts.notice.letters import own_language
from kinoqor.funding.application.queries import count_save
from kinoqor.funding.application.rules import may_save_again
from kinoqor.funding.conflict.words import Kind
from kinoqor.judging.review import access, queries, rules
from kinoqor.judging.review.actions import hand_in, open_reviews, remind, stop, write
from kinoqor.judging.review.adapters import papers, rounds, sent
from kinoqor.judging.review.adapters.desk import opening_of, overview, side_by_side
from kinoqor.judging.review.adapters.page import asked, file, frame, rows
from kinoqor.judging.review.forms import OpeningForm, TieForm
from kinoqor.judging.review.rules import CHANGED, Lack
from kinoqor.judging.review.words import FILES_A_PAGE, Given
from kinoqor.kit.verdict import Refused, Verdict, require
from kinoqor.ledger.file.adapters.leaves import TYPE
from kinoqor.ui.door import door, refused

FORM = ["GET", "HEAD", "POST"]
AUTOSAVE = "X-Autosave"  # the header by which the script says that it saves


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a review that was sent: an answer, or what the page shows again."""

    answer: HttpResponse | None = None
    given: Given | None = None
    refusal: Verdict | None = None
    lacks: tuple[Lack, ...] = ()
    late: bool = False
    status: int = 200


@door(access.may_list)
@require_safe
def readings(request: HttpRequest) -> HttpResponse:
    """`?page=`: what the reader has to read, what is due first."""
    now = timezone.now()
    found = rows(queries.visible_to(request.who), now)  # type: ignore[attr-defined]
    count = rounds.counted(queries.visible_to(request.who))  # type: ignore[attr-defined]
    page = Paginator(found, FILES_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "judging/review/readings.html", {"page": page, "count": count})


@door(access.may_read)
@require_http_methods(FORM)
def reading(request: HttpRequest, number: int) -> HttpResponse:
    """One file: what was filed and its papers, beside it the criteria; saved as it is written, sealed by its button."""
    found = _found(request, number)
    kept = Kept()
    if request.method == "POST":
        kept = _keep(request, found)
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


@door(access.may_read)
@require_http_methods(FORM)
def reading_tie(request: HttpRequest, number: int) -> HttpResponse:
    """Declare a conflict of interest with a file that one reads: it is shut at once."""
    who: Any = request.who  # type: ignore[attr-defined]
    found, form = _found(request, number), TieForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            stop(number, Kind(given["kind"]), given["words"].strip(), by=who.doer)
        except Refused as no:
            form.add_error(None, f"{no.verdict.reason} {no.verdict.way}".strip())
        else:
            messages.success(
                request, _("Thank you. The file is shut to you from now on; a colleague reads it.")
            )
            return redirect("readings")
    return render(request, "judging/review/tie.html", frame(found, timezone.now()) | {"form": form})


@door(access.may_follow)
@require_safe
def reviews(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """`?phase=&page=`: how far a stage is read; counts alone until its reviews are opened."""
    who: Any = request.who  # type: ignore[attr-defined]
    now, phase = timezone.now(), _phase(request.GET.get("phase"), ref, stage)
    context = overview(who, ref, stage, phase, request.GET.get("page", ""), now)
    context |= {
        "leads": bool(access.may_lead(who, ref, stage)),
        "remind": rounds.may_remind(ref, stage, phase, now),
    }
    return render(request, "judging/review/reviews.html", context)


@door(access.may_lead)
@require_http_methods(["POST"])
def reviews_remind(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Remind the readers of a phase who have something to hand in."""
    who: Any = request.who  # type: ignore[attr-defined]
    phase = _phase(request.POST.get("phase"), ref, stage)
    try:
        sent = remind(ref, stage, phase, timezone.now(), by=who.doer)
        messages.success(request, _("Letters on their way: %(n)s.") % {"n": sent})
    except Refused as no:
        messages.error(request, f"{no.verdict.reason} {no.verdict.way}".strip())
    return redirect(f"{reverse('round-reviews', args=[ref, stage])}?phase={phase}")


@door(access.may_lead)
@require_http_methods(FORM)
def reviews_open(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Open all reviews of a phase together; what is missing is named one by one, with a reason."""
    who: Any = request.who  # type: ignore[attr-defined]
    now = timezone.now()
    phase = _phase(request.POST.get("phase") or request.GET.get("phase"), ref, stage)
    context = opening_of(who, ref, stage, phase, now)
    form = OpeningForm(context["lacks"], request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            open_reviews(
                ref,
                stage,
                phase,
                given.get("missing", ()),
                now,
                by=who.doer,
                why=given.get("why", "").strip(),
            )
        except Refused as no:
            form.add_error(None, f"{no.verdict.reason} {no.verdict.way}".strip())
        else:
            messages.success(request, _("All reviews are open."))
            return redirect(f"{reverse('round-reviews', args=[ref, stage])}?phase={phase}")
    return render(request, "judging/review/open.html", context | {"form": form})


@door(access.may_compare)
@require_safe
def reviews_of(request: HttpRequest, ref: str, stage: str, application: int) -> HttpResponse:
    """All opened reviews of a file beside one another."""
    found = queries.opened_of(request.who, ref, stage, application)  # type: ignore[attr-defined]
    context = side_by_side(found) | {"ref": ref, "stage_code": stage}
    return render(request, "judging/review/opened.html", context)


def _phase(sent: str | None, ref: str, stage: str) -> int:
    """The phase that was asked for, if the stage has it; else its last one."""
    known = sorted({each.phase for each in queries.draws_of(ref, stage)})
    asked = int(sent) if sent and sent.isascii() and sent.isdigit() and len(sent) < 4 else 0
    return asked if asked in known else known[-1]


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


def _keep(request: HttpRequest, reading: Any) -> Kept:
    """Keep what was sent; seal it where its button says so. A script is answered in JSON."""
    who: Any = request.who  # type: ignore[attr-defined]
    now, by_script = timezone.now(), AUTOSAVE in request.headers
    terms = queries.terms(reading)
    given = sent.given(request.POST, terms.criteria, own_language())
    seen = sent.revision(request.POST)
    try:
        require(may_save_again(count_save(who)))
        revision = write(
            reading.pk, given, seen, now, by=who.doer
        )  # kept, whether it can be handed in or not
        if "hand" in request.POST and not by_script:
            hand_in(reading.pk, given, revision, "no_tie" in request.POST, now, by=who.doer)
            messages.success(
                request, _("Handed in. Nobody sees your marks until the panel opens them all together.")
            )
            return Kept(redirect("reading", reading.pk))
    except Refused as refused:
        return _refused(request, reading, given, refused.verdict)
    if by_script:
        return Kept(_saved(revision, now))
    messages.success(request, _("Saved."))
    return Kept(redirect("reading", reading.pk))


def _saved(revision: int, now: datetime) -> JsonResponse:
    at = f"{timezone.localtime(now):%H:%M:%S}"
    told = {"revision": revision, "said": _("Saved at %(time)s") % {"time": at}, "faults": {}}
    return JsonResponse(told)


def _refused(request: HttpRequest, reading: Any, given: Given, verdict: Verdict) -> Kept:
    """What came too late stays in the form beside what stands, with the new revision; nothing of it is lost."""
    late = verdict == CHANGED
    if AUTOSAVE in request.headers:
        to = reverse("reading", args=[reading.pk]) if late else ""
        told = {"reason": str(verdict.reason), "way": str(verdict.way), "to": to, "late": late}
        return Kept(JsonResponse(told, status=409 if late else 403))
    lacks: tuple[Lack, ...] = ()
    if "hand" in request.POST and not late:
        terms = queries.terms(reading)
        needed = queries.words_needed(terms, reading.draw.stage)
        lacks = tuple(rules.lacks(terms.criteria, given, needed))
    return Kept(None, given, verdict, lacks, late, 409 if late else 422 if lacks else 403)
