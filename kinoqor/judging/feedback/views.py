"""The reasons: how far a stage is, one applicant's with what readers wrote, and what the applicant reads."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.funding.application.adapters.page import title
from kinoqor.judging.feedback import access, actions, queries, rules
from kinoqor.judging.feedback.adapters import page
from kinoqor.judging.feedback.forms import ReasonsForm
from kinoqor.judging.feedback.words import PER_PAGE, SIGNS, Stand
from kinoqor.judging.score.adapters.own import own_score
from kinoqor.judging.score.queries import Round, round_of, round_of_opening, shut_numbers
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import FORM, door


@door(access.may_look)
@require_safe
def feedback(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """`?page=`: the applicants of a stage, each with how far their reasons are, and until when they go out."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = _round(ref, stage)
    found = list(queries.visible_to(who, of))
    waiting = queries.to_gather(of.opening, shut_numbers(who)) if of.opening else []
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = _about(of) | page.progress(found, len(waiting), queries.due(of))
    context |= {"page": shown, "rows": page.rows(list(shown.object_list), ref, stage)}
    context["may"] = bool(access.may_work_on(who, ref, stage))
    return render(request, "judging/feedback/feedback.html", context)


@door(access.may_work_on)
@require_http_methods(["POST"])
def gather(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Gather the reasons of all who have none yet."""
    who: Any = request.who  # type: ignore[attr-defined]
    many = actions.gather(ref, stage, by=who.doer)
    text = ngettext(
        "Gathered the reasons of %(n)s application.", "Gathered the reasons of %(n)s applications.", many
    )
    messages.success(request, text % {"n": many})
    return redirect("feedback", ref, stage)


@door(access.may_work_on)
@require_http_methods(["POST"])
def send_all(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Send everything that is checked and may be sent by this officer."""
    who: Any = request.who  # type: ignore[attr-defined]
    many = 0
    for each in queries.visible_to(who, _round(ref, stage)).filter(sent=None).exclude(checked=None):
        try:
            actions.send(each.pk, timezone.now(), by=who.doer, subject=each.application.film.ref)
        except Refused as refused:
            messages.warning(request, f"№ {each.application_id}: {refused.verdict.reason}")
        else:
            many += 1
    text = ngettext(
        "Sent to %(n)s applicant.", "Sent to %(n)s applicants.", many
    )  # fmt: skip
    messages.success(request, text % {"n": many})
    return redirect("feedback", ref, stage)


@door(access.may_read_one)
@require_http_methods(FORM)
def feedback_one(request: HttpRequest, ref: str, stage: str, number: int) -> HttpResponse:
    """The reasons of one applicant, each piece as the reader wrote it beside how it goes out."""
    who: Any = request.who  # type: ignore[attr-defined]
    of, found = _one(ref, stage, number)
    may = access.may_change_one(who, ref, stage, number)
    sent = queries.stand(found) == Stand.SENT
    form = (
        ReasonsForm(queries.pieces(found), found.revision, request.POST or None) if may and not sent else None
    )
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            _work(request, found, form)
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            return redirect("feedback-one", ref, stage, number)
    return render(request, "judging/feedback/one.html", _page(of, found, form) | {"may": may})


def _work(request: HttpRequest, found: Any, form: ReasonsForm) -> None:
    """What the button asks for: save, check what was saved, or send what was checked."""
    who: Any = request.who  # type: ignore[attr-defined]
    about = {"by": who.doer, "subject": found.application.film.ref}
    do = request.POST.get("do", "save")
    if do == "send":
        actions.send(found.pk, timezone.now(), **about)
        messages.success(request, _("Sent. The applicant is told, and reads the reasons with the marks."))
        return
    revision = actions.change(found.pk, form.cleaned_data["revision"], form.said(), **about)
    if do == "check":
        actions.check(found.pk, revision, **about)
        messages.success(request, _("Checked. It can be sent now."))
    else:
        messages.success(request, _("Saved."))


def _page(of: Round, found: Any, form: ReasonsForm | None) -> dict[str, Any]:
    reviews = queries.told(found.opening, found.application_id)
    readers = {each.pk: at for at, each in enumerate(reviews, 1)}
    watch = queries.watch(found.opening, found.application)
    pieces = page.beside(found, of.terms.criteria, readers, watch, form.beside() if form else [])
    stands = queries.stand(found)
    return _about(of) | {
        "found": found, "title": title(found.application), "form": form, "pieces": pieces, "stand": stands,
        "label": stands.label, "sign": SIGNS[stands], "noticed": sum(bool(each.noticed) for each in pieces),
        "sendable": bool(rules.may_send(stands)), "until": queries.due(of),
    }  # fmt: skip


@door(access.may_read_own)
@require_safe
def reasons(request: HttpRequest, number: int) -> HttpResponse:
    """What the applicant was sent: marks as given, the score with its place and the line, the reasons."""
    found = queries.sent_to(number)
    if found is None:
        raise Http404
    of = round_of_opening(found.opening)
    reviews = queries.told(found.opening, number)
    context = _about(of) | {
        "found": found, "application": found.application, "title": title(found.application),
        "marks": page.marks(of.terms.criteria, reviews), "readers": range(1, len(reviews) + 1),
        "reasons": page.reasons(found, of.terms.criteria), "own": own_score(of, number),
    }  # fmt: skip
    return render(request, "judging/feedback/reasons.html", context)


def _round(ref: str, stage: str) -> Round:
    found = round_of(ref, stage)
    if found is None:
        raise Http404
    return found


def _one(ref: str, stage: str, number: int) -> tuple[Round, Any]:
    of = _round(ref, stage)
    found = queries.one(of.opening, number) if of.opening else None
    if found is None:
        raise Http404
    return of, found


def _about(of: Round) -> dict[str, Any]:
    step = of.terms.stage(of.stage)
    return {
        "ref": of.ref, "stage": of.stage, "call": said(of.terms.name), "opening": of.opening,
        "stage_name": said(step.name) if step else of.stage,
    }  # fmt: skip
