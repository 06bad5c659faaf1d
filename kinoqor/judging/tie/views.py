"""Conflicts of interest at the desk, and one's own."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.application.queries import holder, is_open
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.conflict.actions import decide, declare, fear, report, take_back
from kinoqor.funding.conflict.queries import feared_of
from kinoqor.funding.conflict.words import Kind, Status
from kinoqor.judging.tie import access, queries
from kinoqor.judging.tie.actions import look
from kinoqor.judging.tie.adapters import page as shown
from kinoqor.judging.tie.adapters.before import told_before
from kinoqor.judging.tie.forms import BeforeForm, DecideForm, NameForm, NarrowForm, ReportForm, SayForm
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import door
from kinoqor.ui.parts import Pick

FORM = ["GET", "HEAD", "POST"]
PER_PAGE = 50


def _no(form: Any, refused: Refused) -> None:
    verdict = refused.verdict
    form.add_error(None, " ".join(filter(None, map(str, (verdict.reason, verdict.way)))))


def _of(call: str, stage: str) -> Any:
    found = queries.round_of(call, stage)
    if found is None:
        raise Http404
    return found


def _named(of: Any) -> dict[str, Any]:
    stage = of.terms.stage(of.stage)
    return {"round": of, "called": said(of.terms.name), "stage": said(stage.name) if stage else ""}


@door(access.may_look)
@require_safe
def conflicts(request: HttpRequest) -> HttpResponse:
    """Every stage of a call that is judged, with how many of its conflicts wait for a decision."""
    found = queries.rounds()
    waits = queries.waiting(request.who, found)  # type: ignore[attr-defined]
    rows = [shown.round_row(of, waits[of.call, of.stage]) for of in found]
    return render(request, "judging/tie/conflicts.html", {"rows": rows})


@door(access.may_look_at_round)
@require_safe
def round_(request: HttpRequest, call: str, stage: str) -> HttpResponse:
    """`?status=&kind=&voice=&page=`: the conflicts of a round, and how much of it they shut."""
    who: Any = request.who  # type: ignore[attr-defined]
    of, form = _of(call, stage), NarrowForm(request.GET)
    form.is_valid()
    given: dict[str, str] = getattr(form, "cleaned_data", {})
    asked = {name: given.get(name, "") for name in ("status", "kind", "voice")}
    there = queries.conflicts_in(of, who)
    counts = queries.counted(there, asked["kind"], asked["voice"])
    held = asked["status"] or next((each for each in Status if counts.get(each)), Status.OPEN)
    found = queries.narrowed(there, held, asked["kind"], asked["voice"])
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    kept = {name: value for name, value in asked.items() if value and name != "status"}
    picks = [
        Pick(
            f"?{urlencode({**kept, 'status': each})}", capfirst(each.label), counts.get(each, 0), each == held
        )
        for each in Status
    ]
    context = _named(of) | shown.shut_of(of, who, timezone.localdate()) | {
        "page": page, "rows": shown.rows(list(page.object_list)), "picks": picks, "form": form, "held": held,
        "runs": who.holds(Role.OFFICER),
    }  # fmt: skip
    return render(request, "judging/tie/round.html", context)


@door(access.may_run_round)
@require_POST
def look_now(request: HttpRequest, call: str, stage: str) -> HttpResponse:
    """Search the register anew."""
    who: Any = request.who  # type: ignore[attr-defined]
    new, gone = look(call, stage, timezone.localdate(), by=who.doer)
    messages.success(request, _("Looked over: %(new)s new, %(gone)s no more.") % {"new": new, "gone": gone})
    return redirect("conflicts-round", call, stage)


@door(access.may_see_one)
@require_http_methods(FORM)
def conflict(request: HttpRequest, number: int) -> HttpResponse:
    """One conflict with its evidence; POST decides of it."""
    who: Any = request.who  # type: ignore[attr-defined]
    found: Any = queries.conflict_for(who, number)
    film = queries.titles_of([found.holder])[found.holder]
    form = DecideForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and access.may_decide(who):
        given = form.cleaned_data
        try:
            decide(
                film.pk,
                number,
                Status(given["how"]),
                queries.involved(film.pk),
                by=who.doer,
                why=given["words"],
            )
        except Refused as refused:
            _no(form, refused)
        else:
            messages.success(
                request, _("Decided. It counts from now on, and your reason stands in the journal.")
            )
            return redirect("conflict", number)
    teller = shown.Teller([shown.steps_of(found)])
    context = {
        "conflict": found, "film": film, "title": title(film), "form": form, "kind": capfirst(Kind(found.kind).label),
        "evidence": teller.evidence(shown.steps_of(found)), "decisions": queries.decisions_of(number),
        "decides": who.holds(Role.OFFICER) and found.gone_id is None,
        "of": queries.round_of(film.version.call.ref, film.stage),
        "called": said(terms_of(film.version).name),
    }  # fmt: skip
    return render(request, "judging/tie/conflict.html", context)


@door(access.may_look_before)
@require_safe
def before(request: HttpRequest, call: str) -> HttpResponse:
    """`?name=&ref=`: which files of a call would be shut to somebody, before they are invited."""
    who: Any = request.who  # type: ignore[attr-defined]
    form = BeforeForm(request.GET)
    asked: dict[str, str] = form.cleaned_data if form.is_valid() else {}
    context = told_before(queries.rounds_of(call), asked, who, timezone.localdate())
    return render(request, "judging/tie/before.html", context | {"form": form, "call": call})


@door(access.may_run_round)
@require_http_methods(FORM)
def report_one(request: HttpRequest, call: str, stage: str) -> HttpResponse:
    """Report a conflict of somebody who judges the round; it shuts until someone decides."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = _of(call, stage)
    there = queries.looked_at(of, timezone.localdate()).exclude(pk=who.number)  # one's own is declared
    people = [(one.pk, one.name) for one in there]
    form = ReportForm(people, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        number = given["number"]
        if not (is_open(who, number) and queries.files_of(of).filter(pk=number).exists()):
            form.add_error("number", _("No file of this round has this number."))
        else:
            try:
                report(
                    number, holder(number), given["person"], Kind(given["kind"]), given["words"], by=who.doer
                )
            except Refused as refused:
                _no(form, refused)
            else:
                messages.success(
                    request, _("Reported. The file is shut to this person until someone decides.")
                )
                return redirect("conflicts-round", call, stage)
    return render(request, "judging/tie/report.html", _named(of) | {"form": form})


@door(access.may_see_own)
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """`?q=&page=`: what one has declared, how much else is shut, and the files with which one may declare a conflict."""
    who: Any = request.who  # type: ignore[attr-defined]
    page = Paginator(queries.declarable(who), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "declared": shown.told(queries.own(who.number)), "others": queries.found_about(who.number), "page": page,
        "files": [(one.pk, title(one), one.organisation.name) for one in page.object_list],
        "sits": who.holds(Role.EXPERT),
    }  # fmt: skip
    return render(request, "judging/tie/own.html", context)


@door(access.may_declare)
@require_http_methods(FORM)
def declare_one(request: HttpRequest, number: int) -> HttpResponse:
    """Declare a conflict with a file; it is shut from that moment on."""
    who: Any = request.who  # type: ignore[attr-defined]
    film = queries.titles_of([holder(number)])[holder(number)]
    form = SayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            declare(number, holder(number), Kind(given["kind"]), given["words"], by=who.doer)
        except Refused as refused:
            _no(form, refused)
        else:
            messages.success(request, _("Declared. The file is shut to you from now on."))
            return redirect("conflicts")
    context = {"form": form, "number": number, "title": title(film), "company": film.organisation.name}
    return render(request, "judging/tie/declare.html", context)


@door(access.may_take_back)
@require_POST
def back(request: HttpRequest, number: int) -> HttpResponse:
    """Take back what one has declared, before the draw."""
    who: Any = request.who  # type: ignore[attr-defined]
    found: Any = queries.own(who.number).get(pk=number)
    film = queries.titles_of([found.holder])[found.holder]
    try:
        take_back(film.pk, number, access.drawn(film.version.call.ref, film.stage), by=who.doer)
    except Refused as refused:
        messages.error(request, str(refused.verdict.reason))
    else:
        messages.success(request, _("Taken back."))
    return redirect("conflicts")


@door(access.may_name)
@require_http_methods(FORM)
def readers(request: HttpRequest, number: int) -> HttpResponse:
    """Name readers who shall not read one's file; POST names one or takes one back."""
    who: Any = request.who  # type: ignore[attr-defined]
    of: Any = queries.round_with(number)
    drawn, file = access.drawn(of.call, of.stage), holder(number)
    named = list(feared_of(file))
    there = {one.seat.user_id: one.seat.user.name for one in queries.sitting(of, timezone.localdate())}
    taken = {one.user_id for one in named}
    form = NameForm([pair for pair in there.items() if pair[0] not in taken], request.POST or None)
    if request.method == "POST":
        chosen = next((one for one in named if str(one.pk) == request.POST.get("back", "")), None)
        try:
            if chosen:
                take_back(number, chosen.pk, drawn, by=who.doer)
            elif form.is_valid():
                access.require_undrawn(drawn)
                fear(number, file, form.cleaned_data["person"], of.manner.conflicts.feared, by=who.doer)
        except Refused as refused:
            messages.error(request, str(refused.verdict.reason))
        if chosen or form.is_valid():
            return redirect("application-readers", number)
    film = queries.titles_of([file])[file]
    context = {
        "application": film, "title": title(film), "named": shown.told(named), "form": form,
        "most": of.manner.conflicts.feared,
        "left": of.manner.conflicts.feared - len(named), "drawn": drawn,
    }  # fmt: skip
    return render(request, "judging/tie/readers.html", context)
