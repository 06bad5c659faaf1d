"""Complaining against a refusal, and answering."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.funding.application.adapters.page import kind_of, title
from kinoqor.funding.check.adapters.page import Days, last_second, left
from kinoqor.funding.check.queries import file, refusal, refusals_of
from kinoqor.funding.complaint import access, queries, rules
from kinoqor.funding.complaint.actions import answer, complain
from kinoqor.funding.complaint.adapters.page import refused, rows
from kinoqor.funding.complaint.forms import AnswerForm, ComplaintForm, WantedForm
from kinoqor.funding.complaint.words import PER_PAGE, SIGNS, Answer
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import door
from kinoqor.ui.parts import Pick

FORM = ["GET", "HEAD", "POST"]


def _page(number: int, now: Any) -> dict[str, Any]:
    """A refusal and the complaint against it, as both sides see them."""
    found = refusal(number)
    of, complained = file(found.application_id, now), queries.complaint_of(number)
    lifted = found.lifted_id is not None
    return {
        "refusal": found, "complaint": complained, "application": of.application, "title": title(of.application),
        "call": said(of.terms.name), "kind": kind_of(of.application, of.terms), "invented": of.terms.invented,
        "ground": said(found.called), "clause": said(found.clause),
        "points": refused(found), "sign": SIGNS[complained.answer] if complained else "",
        "verdict": rules.may_complain(True, lifted, complained is not None, found.shuts, now),
        "until": last_second(found.shuts, of.terms),
    }  # fmt: skip


@door(access.may_read)
@require_safe
def complaint(request: HttpRequest, number: int) -> HttpResponse:
    """A refusal with its ground and clause, the complaint against it and its answer."""
    context = _page(number, timezone.now())
    return render(request, "funding/complaint/complaint.html", context | {"form": ComplaintForm()})


@door(access.may_read_of)
@require_safe
def refused_file(request: HttpRequest, number: int) -> HttpResponse:
    """From a refused application to its newest refusal."""
    found = refusals_of(number).first()
    return redirect("complaint", found.pk) if found else redirect("application", number)


@door(access.may_complain)
@require_http_methods(FORM)
def complain_against(request: HttpRequest, number: int) -> HttpResponse:
    """Complain against a refusal."""
    who: Any = request.who  # type: ignore[attr-defined]
    now = timezone.now()
    form = ComplaintForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        about = refusal(number).application.film.ref
        try:
            complain(number, form.cleaned_data["words"], now, by=who.doer, subject=about)
        except Refused as refused_:
            form.add_error(None, f"{refused_.verdict.reason} {refused_.verdict.way}".strip())
        else:
            messages.success(
                request, _("Your complaint has come in. Its answer comes as a letter and stands here.")
            )
            return redirect("complaint", number)
    return render(request, "funding/complaint/new.html", _page(number, now) | {"form": form})


@door(access.may_look)
@require_safe
def complaints(request: HttpRequest) -> HttpResponse:
    """`?answer=open|upheld|rejected&page=`: the complaints, the one to be answered first before the others."""
    asked = WantedForm(request.GET)
    given = asked.cleaned_data["answer"] if asked.is_valid() else ""
    held = given or Answer.OPEN
    now = timezone.now()
    found = queries.visible_to(request.who)  # type: ignore[attr-defined]
    counted = queries.counted(request.who)  # type: ignore[attr-defined]
    page = Paginator(found.filter(answer=held), PER_PAGE).get_page(request.GET.get("page"))
    picks = [
        Pick(f"?answer={each}", capfirst(each.label), counted.get(each, 0), each == held) for each in Answer
    ]
    context = {"page": page, "rows": rows(page.object_list, now), "picks": picks}
    return render(request, "funding/complaint/complaints.html", context)


@door(access.may_answer)
@require_http_methods(FORM)
def answer_one(request: HttpRequest, number: int) -> HttpResponse:
    """One complaint beside the refusal, to be upheld or rejected."""
    who: Any = request.who  # type: ignore[attr-defined]
    now = timezone.now()
    found = get_object_or_404(queries.visible_to(who), pk=number)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        about = found.refusal.application.film.ref
        try:
            answer(number, given["how"], now, by=who.doer, why=given["words"], subject=about)
        except Refused as refused_:
            form.add_error(None, f"{refused_.verdict.reason} {refused_.verdict.way}".strip())
        else:
            messages.success(request, _("Answered. The applicant is told, with your reasons."))
            return redirect("complaints")
    context = _page(found.refusal_id, now)
    days = Days().of(found.refusal.application.version.call.programme)
    zone = file(found.refusal.application_id, now).terms.zone
    due = left(days, found.shuts, zone, now) if found.shuts and found.answer == Answer.OPEN else ""
    return render(request, "funding/complaint/answer.html", context | {"form": form, "due": due})
