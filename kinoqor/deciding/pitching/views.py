"""The pitching: its board at the desk, the public programme, the calling list, a member's marks in the hall."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.deciding.pitching import access, actions, queries
from kinoqor.deciding.pitching.adapters import ics, page, sheet
from kinoqor.deciding.pitching.forms import (
    AwayForm,
    ContactForm,
    DaysForm,
    MoveForm,
    OpeningForm,
    PrepareForm,
    StepForm,
)
from kinoqor.deciding.pitching.rules import hearing as law
from kinoqor.deciding.pitching.words import Came, Way
from kinoqor.funding.application.adapters.page import title
from kinoqor.judging.tie.queries import shut_numbers
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused, Verdict
from kinoqor.ui.door import door

FORM = ["GET", "HEAD", "POST"]
AUTOSAVE = "X-Autosave"  # the header by which the script says that it saves
LATE = "late"  # by which the page that the script loads anew says why


def _words(verdict: Verdict) -> str:
    return f"{verdict.reason} {verdict.way}".strip()


@door(access.may_see_programme)
@require_safe
def programme(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The programme for anyone, day by day, with place and broadcast."""
    plan = queries.plan_of(ref, stage)
    context = page.frame(ref, stage, plan) | {"days": page.by_day(plan)}
    return render(request, "deciding/pitching/programme.html", context)


@door(access.may_see_programme)
@require_safe
def calendar(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The same as a calendar file."""
    plan: Any = queries.plan_of(ref, stage)
    slots: Any = queries.slots(plan).exclude(at=None)
    events = [
        (each.pk, each.at, str(title(each.application)))
        for each in slots
        if queries.came(each) != Came.WITHDRAWN
    ]
    of = page.frame(ref, stage, plan)
    text = ics.programme(
        str(of["call"]), request.get_host(), plan.published.at, plan.minutes, str(of["place"]), events
    )
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")


@door(access.may_look)
@require_safe
def pitchings(request: HttpRequest) -> HttpResponse:
    """Every stage of a call that is defended."""
    return render(request, "deciding/pitching/pitchings.html", {"rows": page.round_rows(queries.rounds())})


@door(access.may_look_at)
@require_safe
def board(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The plan: its next step, days as columns and times as rows, absences."""
    who: Any = request.who  # type: ignore[attr-defined]
    plan = queries.plan_of(ref, stage)
    context = page.frame(ref, stage, plan) | {"leads": page.leads(who)}
    if plan:
        context |= page.board(who, plan) | {"absences": sheet.absences(who, plan)}
    else:
        context["called"] = queries.called(ref, stage).count()
    return render(request, "deciding/pitching/board.html", context)


@door(access.may_prepare)
@require_http_methods(FORM)
def prepare(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Begin the plan: before which body."""
    who: Any = request.who  # type: ignore[attr-defined]
    bodies = [(each.pk, said(each.name)) for each in queries.bodies(ref)]
    form = PrepareForm(bodies, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.prepare(ref, stage, form.cleaned_data["body"], by=who.doer)
        except Refused as no:
            form.add_error(None, _words(no.verdict))
        else:
            return redirect("pitching-days", ref, stage)
    context = page.frame(ref, stage, queries.plan_of(ref, stage))
    context |= {"form": form, "heading": _("Plan the pitching")}
    return render(request, "deciding/pitching/form.html", context)


@door(access.may_lead)
@require_http_methods(FORM)
def days(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Days, hours, minutes, place and broadcast."""
    who: Any = request.who  # type: ignore[attr-defined]
    plan: Any = queries.plan_of(ref, stage)
    form = DaysForm(request.POST or None, initial=sheet.days_of(plan))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.set_days(
                plan.pk,
                form.hall(),
                given["minutes"],
                form.place(),
                given["broadcast"],
                given["revision"],
                by=who.doer,
            )
        except Refused as no:
            form.add_error(None, _words(no.verdict))
        else:
            messages.success(request, _("The days are kept."))
            return redirect("pitching-board", ref, stage)
    context = page.frame(ref, stage, plan) | {"form": form, "heading": _("Days, hours and place")}
    return render(request, "deciding/pitching/form.html", context)


@door(access.may_lead)
@require_http_methods(FORM)
def away(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Note that somebody is away; a POST with `back` takes an absence back."""
    who: Any = request.who  # type: ignore[attr-defined]
    plan: Any = queries.plan_of(ref, stage)
    form = AwayForm(sheet.people(who, plan), sheet.days_named(plan), request.POST or None)
    try:
        if request.method == "POST" and request.POST.get("back", "").isdigit():
            actions.take_back(plan.pk, int(request.POST["back"]), by=who.doer)
            return redirect("pitching-board", ref, stage)
        if request.method == "POST" and form.is_valid():
            whose, number, day, half, words = sheet.absence(form.cleaned_data)
            actions.declare_away(plan.pk, whose, number, day, half, words, by=who.doer)
            messages.success(request, _("The absence is noted. Make the programme anew to heed it."))
            return redirect("pitching-board", ref, stage)
    except Refused as no:
        form.is_valid()
        form.add_error(None, _words(no.verdict))
    context = page.frame(ref, stage, plan) | {"form": form, "heading": _("Somebody is away")}
    return render(request, "deciding/pitching/form.html", context)


@door(access.may_lead)
@require_POST
def step(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Make the programme, publish it, or give the plan up."""
    who: Any = request.who  # type: ignore[attr-defined]
    plan: Any = queries.plan_of(ref, stage)
    form = StepForm(request.POST)
    if form.is_valid():
        done, why = form.cleaned_data["step"], form.cleaned_data["why"].strip()
        try:
            if done == "plan":
                count = actions.plan_programme(plan.pk, by=who.doer)
                messages.success(request, _("Films with a time: %(n)s.") % {"n": count})
            elif done == "publish":
                actions.publish(plan.pk, timezone.now(), by=who.doer)
                messages.success(request, _("The programme is public; every applicant was written to."))
            else:
                actions.cancel(plan.pk, by=who.doer, why=why)
        except Refused as no:
            messages.error(request, _words(no.verdict))
    return redirect("pitching-board", ref, stage)


@door(access.may_handle)
@require_http_methods(FORM)
def slot(request: HttpRequest, number: int) -> HttpResponse:
    """One film in the hall: its time, its log of contacts, who came, who was shown out."""
    who: Any = request.who  # type: ignore[attr-defined]
    own: Any = queries.slot(who, number)
    plan, now = own.plan, timezone.now()
    move = MoveForm(page.free_times(plan, now), request.POST if "move" in request.POST else None)
    contact = ContactForm(request.POST if "contact" in request.POST else None)
    if request.method == "POST":
        try:
            if _done(request.POST, own, move, contact, who.doer):
                messages.success(request, _("Kept."))
                return redirect("pitching-slot", number)
        except Refused as no:
            messages.error(request, _words(no.verdict))
    context = page.frame(plan.version.call.ref, plan.stage, plan) | sheet.slot_page(own, now)
    return render(request, "deciding/pitching/slot.html", context | {"move": move, "contact": contact})


@door(access.may_look_at)
@require_safe
def calls(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The calling list with its log; whoever is not reached yet stands first."""
    who: Any = request.who  # type: ignore[attr-defined]
    plan = queries.plan_of(ref, stage)
    found = page.calling(who, plan) if plan and plan.published_id else []
    context = page.frame(ref, stage, plan) | {"rows": found, "leads": page.leads(who)}
    return render(request, "deciding/pitching/calls.html", context)


@door(access.may_lead)
@require_http_methods(FORM)
def opening(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Open all marks together; what is missing is named one by one, with a reason."""
    who: Any = request.who  # type: ignore[attr-defined]
    plan: Any = queries.plan_of(ref, stage)
    hidden = queries.slots(plan).filter(application__in=shut_numbers(who)).exists()
    form = OpeningForm([] if hidden else page.lacking(plan), request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        pairs, why = sheet.pairs(given.get("missing", ())), given.get("why", "").strip()
        try:
            actions.open_sheets(plan.pk, pairs, hidden, timezone.now(), by=who.doer, why=why)
        except Refused as no:
            form.add_error(None, _words(no.verdict))
        else:
            messages.success(request, _("All marks are open."))
            aside = len(queries.set_aside(queries.plans().get(pk=plan.pk)))
            if aside:
                messages.warning(request, page.aside(aside))
            return redirect("pitching-board", ref, stage)
    context = page.frame(ref, stage, plan) | {"form": form, "heading": _("Open the marks")}
    return render(request, "deciding/pitching/form.html", context)


@door(access.may_sit)
@require_safe
def hearings(request: HttpRequest) -> HttpResponse:
    """What a member hears, what comes next first."""
    who: Any = request.who  # type: ignore[attr-defined]
    return render(request, "deciding/pitching/hearings.html", {"days": sheet.own_days(who)})


@door(access.may_hear)
@require_http_methods(FORM)
def hearing(request: HttpRequest, number: int) -> HttpResponse:
    """A member's marks of one film, on a phone; saved as they are given, sealed by the button."""
    who: Any = request.who  # type: ignore[attr-defined]
    own: Any = queries.slot(who, number)
    now, late = timezone.now(), LATE in request.GET
    refusal = law.CHANGED if late else None
    given, seen = sheet.sent(request.POST, queries.criteria(own.plan))
    if request.method == "POST":
        try:
            revision = actions.write_sheet(number, given, seen, now, by=who.doer)
            if AUTOSAVE in request.headers:
                told = {
                    "revision": revision,
                    "said": _("Saved at %(time)s") % {"time": f"{timezone.localtime(now):%H:%M:%S}"},
                }
                return JsonResponse(told | {"faults": {}})
            if "hand" in request.POST:
                actions.hand_in(number, given, revision, now, by=who.doer)
            return redirect("hearing", number)
        except Refused as no:
            refusal = no.verdict
            late = refusal == law.CHANGED
            if AUTOSAVE in request.headers:
                told = {
                    "reason": str(refusal.reason),
                    "way": str(refusal.way),
                    "to": f"{request.path}?{LATE}=1",
                    "late": late,
                }
                return JsonResponse(told, status=409 if late else 403)
    # What came too late is not laid over what stands: the next save would carry it in unseen.
    shown = given if refusal is not None and not late else None
    context = sheet.own_page(own, who, shown) | {"refusal": refusal}
    status = 422 if refusal is not None and request.method == "POST" else 200
    return render(request, "deciding/pitching/hearing.html", context, status=status)


def _done(sent: Any, own: Any, move: MoveForm, contact: ContactForm, by: Any) -> bool:
    """Do what a button of the page of a slot says; whether anything was done."""
    now, number = timezone.now(), own.pk
    if "move" in sent and move.is_valid():
        at = queries.moment(own.plan, page.place_of(move.cleaned_data["at"]))
        actions.move(number, at, now, by=by, why=move.cleaned_data["why"].strip())
    elif "contact" in sent and contact.is_valid():
        told = contact.cleaned_data
        actions.log_contact(number, Way(told["way"]), told["reached"], told["words"].strip(), now, by=by)
    elif sent.get("came") in (Came.PITCHED, Came.NO_SHOW):
        why = sent.get("why", "").strip()[:2000]
        actions.note_came(number, Came(sent["came"]), now, by=by, why=why)
    elif sent.get("out", "").isdigit():
        actions.show_out(number, int(sent["out"]), by=by)
    else:
        return False
    return True
