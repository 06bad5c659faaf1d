"""The pages after a decision: an objection and its answer, a list computed once more, the annulment of a round."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.deciding.allocation import queries as lists
from kinoqor.deciding.publication.queries import of as result_of
from kinoqor.deciding.recheck import access, actions, queries, rules
from kinoqor.deciding.recheck.adapters import page
from kinoqor.deciding.recheck.forms import (
    AnnulForm,
    AnswerForm,
    ObjectionForm,
    RecheckForm,
    RepeatForm,
    WantedForm,
)
from kinoqor.deciding.recheck.words import PER_PAGE, SIGNS, Answer, Standing
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.queries import call, published, terms_of
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import FORM, door
from kinoqor.ui.parts import Pick


@door(access.may_read_own)
@require_safe
def objection(request: HttpRequest, number: int) -> HttpResponse:
    """For the applicant: what was objected, how it was answered, or until when one may object."""
    return render(request, "deciding/recheck/objection.html", _own(number) | {"form": ObjectionForm()})


@door(access.may_object)
@require_POST
def object_one(request: HttpRequest, number: int) -> HttpResponse:
    """Object to a result."""
    who: Any = request.who  # type: ignore[attr-defined]
    form = ObjectionForm(request.POST)
    context = _own(number)
    if form.is_valid():
        try:
            about = context["application"].film.ref
            actions.object_to(number, form.cleaned_data["words"], timezone.now(), by=who.doer, subject=about)
        except Refused as refused:
            form.add_error(None, _told(refused))
        else:
            messages.success(
                request, _("Your objection has come in. Its answer comes as a letter and stands here.")
            )
            return redirect("objection", number)
    return render(request, "deciding/recheck/objection.html", context | {"form": form})


def _own(number: int) -> dict[str, Any]:
    found, made = queries.outcome(number), queries.objection_of(number)
    if found is None:
        raise Http404
    terms = terms_of(found.publication.version)
    shuts, annulled = queries.shuts(found), found.publication.version.call.annulled_id is not None
    return {
        "application": found.application, "title": title(found.application), "call": said(terms.name),
        "invented": terms.invented, "outcome": found, "objection": made, "until": queries.last_day(found),
        "sign": SIGNS[made.answer] if made else "",
        "verdict": rules.may_object(True, made is not None, annulled, shuts, timezone.now()),
    }  # fmt: skip


@door(access.may_look)
@require_safe
def objections(request: HttpRequest) -> HttpResponse:
    """`?answer=open|accepted|rejected&page=`: the objections, the one to be answered first before the others."""
    who: Any = request.who  # type: ignore[attr-defined]
    asked = WantedForm(request.GET)
    held = (asked.cleaned_data["answer"] if asked.is_valid() else "") or Answer.OPEN
    counted = queries.counted(who)
    found = queries.visible_to(who).filter(answer=held)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    picks = [
        Pick(f"?answer={each}", capfirst(each.label), counted.get(each, 0), each == held) for each in Answer
    ]
    context = {"page": shown, "rows": page.rows(shown.object_list, timezone.now()), "picks": picks}
    return render(request, "deciding/recheck/objections.html", context)


@door(access.may_answer)
@require_http_methods(FORM)
def answer_one(request: HttpRequest, number: int) -> HttpResponse:
    """One objection beside the result, to be accepted or rejected."""
    who: Any = request.who  # type: ignore[attr-defined]
    found = get_object_or_404(queries.visible_to(who), pk=number)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given, about = form.cleaned_data, found.outcome.application.film.ref
        try:
            actions.answer(
                number, given["how"], timezone.now(), by=who.doer, why=given["words"], subject=about
            )
        except Refused as refused:
            form.add_error(None, _told(refused))
        else:
            messages.success(request, _("Answered. The applicant is told, with your reasons."))
            return redirect("objections")
    order = found.outcome.publication.order
    context = _own(found.outcome.application_id) | {
        "form": form,
        "objection": found,
        "list": order.allocation_id if order else None,
    }
    return render(request, "deciding/recheck/answer.html", context)


@door(access.may_ask)
@require_http_methods(FORM)
def ask_again(request: HttpRequest, number: int) -> HttpResponse:
    """Have a list computed once more with something changed."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = lists.whole(number)
    stands = lists.read(of)
    if stands is None:
        raise Http404
    terms = terms_of(of.version)
    names = page.named(of)
    form = RecheckForm(stands.case, terms.currency, names, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.ask(number, form.changes(), form.cleaned_data["reason"], by=who.doer)
        except Refused as refused:
            form.add_error(None, _told(refused))
        else:
            messages.success(request, _("It is being computed."))
            return redirect("recheck", made)
    context = {
        "of": of,
        "call": said(terms.name),
        "form": form,
        "invented": terms.invented,
        "done": queries.rechecks(of)[:20],
    }
    return render(request, "deciding/recheck/ask.html", context)


@door(access.may_list)
@require_safe
def rechecks(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Every re-check of the list of a result that is out, the newest first."""
    out, found = result_of(ref, stage), queries.of_result(ref, stage)
    if out is None:
        raise Http404
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    terms = terms_of(out.version)
    context = {
        "page": shown, "rows": page.listed(shown.object_list), "ref": ref, "stage": stage,
        "call": said(terms.name), "invented": terms.invented,
    }  # fmt: skip
    return render(request, "deciding/recheck/rechecks.html", context)


@door(access.may_see)
@require_safe
def recheck(request: HttpRequest, number: int) -> HttpResponse:
    """What a re-check changed, and what came of it."""
    who: Any = request.who  # type: ignore[attr-defined]
    found = queries.recheck(number)
    if found is None:
        raise Http404
    terms = terms_of(found.allocation.version)
    public = not access.may_look(who)
    context = page.shown(found, public) | {
        "recheck": found, "call": said(terms.name), "ref": found.allocation.version.call.ref,
        "stage": found.allocation.stage, "invented": terms.invented, "working": found.standing == Standing.ASKED,
        "public": public,
    }  # fmt: skip
    return render(request, "deciding/recheck/recheck.html", context)


@door(access.may_annul)
@require_http_methods(FORM)
def annulment(request: HttpRequest, ref: str) -> HttpResponse:
    """Annul a round, and then begin the call that repeats it."""
    who: Any = request.who  # type: ignore[attr-defined]
    form = AnnulForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.annul_round(ref, given["ground"], given["clause"], by=who.doer, why=given["words"])
        except Refused as refused:
            form.add_error(None, _told(refused))
        else:
            messages.success(request, _("The round is annulled. Everybody who had filed is told."))
            return redirect("round-annulment", ref)
    return render(
        request, "deciding/recheck/annulment.html", _round(ref) | {"form": form, "again": RepeatForm()}
    )


@door(access.may_annul)
@require_POST
def repeat_round(request: HttpRequest, ref: str) -> HttpResponse:
    """Begin the call that repeats an annulled one, as a draft."""
    who: Any = request.who  # type: ignore[attr-defined]
    form = RepeatForm(request.POST)
    if form.is_valid():
        try:
            actions.repeat(form.cleaned_data["ref"], ref, by=who.doer)
        except Refused as refused:
            form.add_error("ref", _told(refused))
        else:
            return redirect("desk-call", form.cleaned_data["ref"])
    return render(
        request, "deciding/recheck/annulment.html", _round(ref) | {"form": AnnulForm(), "again": form}
    )


def _round(ref: str) -> dict[str, Any]:
    of, version = call(ref), published(ref)
    if of is None:
        raise Http404
    name = spoken.told(terms_of(version).name) if version else ref
    return {
        "ref": ref, "call": name, "annulled": of.annulled, "reruns": list(of.reruns.all()),
        "films": len(queries.ordered(of.pk)), "orders": len(queries.signed_orders(of.pk)),
    }  # fmt: skip


def _told(refused: Refused) -> str:
    return f"{refused.verdict.reason} {refused.verdict.way}".strip()
