"""The pages of who gets what: the list, how it is frozen and departed from, what if, and quotas tried before."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.deciding.allocation import access, actions, queries
from kinoqor.deciding.allocation.adapters import page, shares, shown, trial, whatif
from kinoqor.deciding.allocation.adapters.working import departed
from kinoqor.deciding.allocation.forms import DepartForm, DropForm, FreezeForm, TrialForm, WhatIfForm
from kinoqor.funding.call.queries import terms_of
from kinoqor.judging.assignment.adapters.written import as_announced, strung
from kinoqor.judging.assignment.forms import NumbersForm, RoundForm
from kinoqor.judging.assignment.words import NUMBERS
from kinoqor.judging.score.queries import Round, round_for
from kinoqor.kit.progress import how_far
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import door
from kinoqor.ui.formats import for_reader_only

HOME, FORM = "deciding/allocation/", ["GET", "HEAD", "POST"]


@door(access.may_look)
@require_safe
def round_(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """`?by=&film=`: the list of a stage that counts; where there is none, how one comes about."""
    of = queries.current(ref, stage)
    if of is not None:
        return _list(request, of)
    round_found = _round(request, ref, stage)
    context = shown.about(round_found.terms, ref, stage) | {
        "runs": bool(access.may_freeze(_who(request), ref, stage)), "opened": round_found.opening is not None,
        "dropped": list(queries.dropped(ref, stage)), "quotas": shown.promised(round_found.terms),
    }  # fmt: skip
    return render(request, HOME + "none.html", context)


@door(access.may_look_at)
@require_safe
def allocation(request: HttpRequest, number: int) -> HttpResponse:
    """`?by=&film=`: a list by its number, a dropped one too."""
    return _list(request, queries.whole(number))


def _list(request: HttpRequest, of: Any) -> HttpResponse:
    who, rows = _who(request), queries.listed(of)
    ref, asked = of.version.call.ref, request.GET.get("film", "")
    one = next((row for row in rows if str(row.application) == asked and not row.funded), None)
    films = page.named(of)
    streams = shares.called(of)
    context = shown.about(terms_of(of.version), ref, of.stage) | shown.steps(of) | {
        "of": of, "runs": bool(access.may_run(who, of.pk)), "heading": page.head(of, rows) if rows else "",
        "apart": request.GET.get("by") == "stream" and len(streams) > 1, "streams": len(streams),
        "member": access.is_member(who, ref), "dropped": list(queries.dropped(ref, of.stage).exclude(pk=of.pk)),
    }  # fmt: skip
    context["stacks"] = page.stacks(of, rows, films, context["apart"], one.application if one else None)
    if rows:
        context |= {
            "envelopes": shares.envelopes(of, rows), "quotas": shares.quotas(of, rows), "cuts": shares.cuts(of),
            "departures": page.departures(of, films), "lacked": page.lacked(of, one, films) if one else None,
            "changeable": of.adopted_id is None and of.cancelled_id is None,
        }  # fmt: skip
    return render(request, HOME + "list.html", context)


@door(access.may_freeze)
@require_http_methods(FORM)
def freeze(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Freeze what a list depends on, and have it computed."""
    of = _round(request, ref, stage)
    award = of.terms.award(stage)
    assert award is not None and award.purse is not None  # asked at the door
    streams = {each.code: said(each.name) for each in of.terms.streams}
    numbers = award.purse.lots != "none" and of.manner.draw.source == NUMBERS
    given = request.POST if request.method == "POST" else None
    form = FreezeForm(streams, award.purse.steps, numbers, given)
    if request.method == "POST" and form.is_valid():
        announced = form.cleaned_data.get("announced", ())
        try:
            made = actions.freeze(ref, stage, timezone.now(), form.parts(), announced, by=_who(request).doer)
        except Refused as refused:
            form.add_error(None, _why(refused))
        else:
            messages.success(request, _("The lists are frozen. The list is being computed."))
            return redirect("allocation", made)
    context = shown.about(of.terms, ref, stage) | {"form": form, "verdict": shown.may_begin(ref, stage, of)}
    return render(request, HOME + "freeze.html", context)


@door(access.may_run)
@require_http_methods(FORM)
def chance(request: HttpRequest, number: int) -> HttpResponse:
    """Bring the public number that decides lots: a round where the house has no network, or the announced numbers."""
    of = queries.whole(number)
    numbers, sources = of.source == NUMBERS, shown.sources(of)
    given = request.POST or None
    form: Any = NumbersForm(sources, given) if numbers else RoundForm(of.beacon or 0, given)
    if request.method == "POST" and form.is_valid():
        by, now = _who(request).doer, timezone.now()
        try:
            if numbers:
                told = strung([form.cleaned_data[f"source{place}"] for place in range(len(sources))])
                actions.take_chance(number, told, as_announced, now, by=by)
            else:
                actions.bring(number, form.cleaned_data["text"], now, by=by)
        except Refused as refused:
            form.add_error(None, _why(refused))
        else:
            messages.success(request, _("The number is being checked, and the list is computed with it."))
            return redirect("allocation", number)
    context = shown.of_list(of) | {"form": form, "numbers": numbers, "mirror": shown.mirror(of)}
    return render(request, HOME + "chance.html", context)


@door(access.may_run)
@require_http_methods(FORM)
def depart(request: HttpRequest, number: int) -> HttpResponse:
    """`?application=`: take a film in or out against the computed list, with an author and a reason."""
    of = queries.whole(number)
    rows = queries.listed(of)
    inside = {row.application: row.funded for row in rows}
    begun = {"application": request.GET.get("application")}
    form = DepartForm(shown.choices(of, rows), request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        comes_in = not inside[given["application"]]
        try:
            actions.depart(
                number, given["application"], comes_in, given["reason"], departed, given["author"],
                by=_who(request).doer,
            )  # fmt: skip
        except Refused as refused:
            form.add_error(None, _why(refused))
        else:
            messages.success(
                request, _("The list is computed once more with this departure; its price is told.")
            )
            return redirect("allocation", number)
    context = shown.of_list(of) | {"form": form, "verdict": shown.may_depart(of)}
    return render(request, HOME + "depart.html", context)


@door(access.may_undo)
@require_POST
def undo(request: HttpRequest, number: int, departure: int) -> HttpResponse:
    """Take a departure back."""
    try:
        actions.drop_departure(departure, departed, by=_who(request).doer)
        messages.success(request, _("The departure is taken back; it stays in the journal."))
    except Refused as refused:
        messages.error(request, _why(refused))
    return redirect("allocation", number)


@door(access.may_run)
@require_POST
def drop(request: HttpRequest, number: int) -> HttpResponse:
    """Drop a list, with a reason; it stays readable."""
    form = DropForm(request.POST)
    try:
        why = form.cleaned_data["why"] if form.is_valid() else ""
        actions.cancel(number, by=_who(request).doer, why=why)
        messages.success(request, _("The list is dropped; its page stays. Another one can be frozen now."))
    except Refused as refused:
        messages.error(request, _why(refused))
    return redirect("allocation", number)


@door(access.may_look_at)
@require_safe
def what_if(request: HttpRequest, number: int) -> HttpResponse:
    """Sliders: other money, other bounds, without a member. Worked out when it is asked, never kept."""
    of, who = queries.whole(number), _who(request)
    there = queries.read(of) is not None
    # Members are not told how their colleagues marked.
    members = whatif.members(of) if there and who.holds(*queries.READERS) else []
    form = WhatIfForm(whatif.sliders(of), members, request.GET or None)
    asked = form.asked() if request.GET and form.is_valid() else {}
    context = shown.of_list(of) | {
        "form": form, "there": there, "moved": bool(asked), "sent": bool(request.GET),
        "found": whatif.outcome(of, asked) if asked and there else None, "seconds": whatif.SECONDS,
    }  # fmt: skip
    return render(request, HOME + "what_if.html", context)


@door(access.may_look_at)
@require_safe
def progress(request: HttpRequest, number: int) -> JsonResponse:
    """How far a list has come, for the script of its page."""
    of = queries.whole(number)
    done, total, _quiet = how_far(shown.work(of)) or (0, 0, 0.0)
    return JsonResponse({"working": shown.working(of), "done": done, "of": total})


@door(access.may_run)
@require_safe
def frozen_json(request: HttpRequest, number: int) -> HttpResponse:
    """What was frozen, byte for byte, before it is published: for whoever asked alone."""
    text = queries.whole(number).frozen
    return for_reader_only(HttpResponse(text, content_type="application/json; charset=utf-8"))


@door(access.may_run)
@require_safe
def decided_json(request: HttpRequest, number: int) -> HttpResponse:
    """The list as it stands with its departures, byte for byte; nothing before it was computed."""
    of = queries.whole(number)
    text = of.after or of.result
    if text is None:
        raise Http404
    return for_reader_only(HttpResponse(text, content_type="application/json; charset=utf-8"))


@door(access.may_try)
@require_safe
def quotas(request: HttpRequest, ref: str) -> HttpResponse:
    """`?past=`: whether the quotas of a draft can hold with the files of another round."""
    draft = queries.drafted(ref)
    assert draft is not None  # asked at the door
    past = [(f"{call}/{stage}", names) for call, stage, names in queries.opened_rounds()]
    form = TrialForm(past, request.GET or None)
    found = None
    if request.GET and form.is_valid():
        found = trial.tried(draft, *form.cleaned_data["past"].split("/"))
    terms = terms_of(draft)
    context = {
        "ref": ref, "call": said(terms.name), "form": form, "past": past, "found": found,
        "quotas": shown.promised(terms),
    }  # fmt: skip
    return render(request, HOME + "quotas.html", context)


def _who(request: HttpRequest) -> Any:
    return request.who  # type: ignore[attr-defined]


def _round(request: HttpRequest, ref: str, stage: str) -> Round:
    found = round_for(_who(request), ref, stage)
    if found is None:
        raise Http404
    return found


def _why(refused: Refused) -> str:
    return f"{refused.verdict.reason} {refused.verdict.way}".strip()
