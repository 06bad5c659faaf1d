"""Sittings: at the desk, on a member's phone, on the wall of the hall, and their votes for anyone."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.session import access, actions, queries, rules
from kinoqor.deciding.session.adapters import desk, page, record
from kinoqor.deciding.session.forms import (
    MeetingForm,
    PointForm,
    PointStepForm,
    SittingStepForm,
    VoteForm,
)
from kinoqor.deciding.session.words import PER_PAGE, Matter, Meeting, Point, Step
from kinoqor.judging.panel.words import Vote
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused, Verdict
from kinoqor.ui.door import door
from kinoqor.ui.formats import as_json

FORM = ["GET", "HEAD", "POST"]


def _words(verdict: Verdict) -> str:
    return " ".join(filter(None, map(str, (verdict.reason, verdict.clause, verdict.way))))


def _sitting(number: int) -> Any:
    found = queries.sitting(number)
    if found is None:
        raise Http404
    return found


def _item(number: int) -> Any:
    found = queries.item(number)
    if found is None:
        raise Http404
    return found


@door(access.may_look)
@require_safe
def sittings(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The sittings about a stage of a call."""
    who: Any = request.who  # type: ignore[attr-defined]
    shown = Paginator(queries.sittings_of(ref, stage), PER_PAGE).get_page(request.GET.get("page"))
    context = desk.stage_of(ref, stage) | {"page": shown, "rows": page.rows(shown.object_list, "sitting")}
    context |= {"runs": who.holds(Role.OFFICER), "public": access.lifted(ref, stage) is not None}
    return render(request, "deciding/session/sittings.html", context)


@door(access.may_call)
@require_http_methods(FORM)
def call(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Call a body together about a stage."""
    who: Any = request.who  # type: ignore[attr-defined]
    context = desk.stage_of(ref, stage)
    bodies = [(each.ref, said(each.name)) for each in queries.bodies_of(ref)]
    lists = [Matter.LIST if context["money"] else Matter.STAGE]
    if context["money"] and queries.allocation_of(ref, stage) is None:
        lists = []
    form = MeetingForm(bodies, lists, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        at = datetime.combine(given["day"], given["time"], ZoneInfo(context["zone"]))
        agenda = [Point(Matter(each)) for each in given["lists"]]
        agenda += [Point(Matter.OTHER, each.strip()) for each in given["other"].splitlines() if each.strip()]
        asked = Meeting(ref, stage, given["body"], at, given["place"], tuple(agenda))
        try:
            made = actions.call_sitting(asked, timezone.now(), by=who.doer)
        except Refused as refused:
            form.add_error(None, _words(refused.verdict))
        else:
            messages.success(request, _("The sitting is called; every member has a letter."))
            return redirect("sitting", made)
    return render(request, "deciding/session/call.html", context | {"form": form, "bodies": bodies})


@door(access.may_look_at)
@require_safe
def sitting(request: HttpRequest, number: int) -> HttpResponse:
    """One sitting at the desk: the point that is voted on, the agenda, who is there."""
    who: Any = request.who  # type: ignore[attr-defined]
    context = desk.overview(_sitting(number), who, timezone.now())
    return render(request, "deciding/session/sitting.html", context)


@door(access.may_look_at)
@require_safe
def members(request: HttpRequest, number: int) -> HttpResponse:
    """`?look=`: whether the body may vote as it is made up today; where it is asked for, with what bars each member."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = _sitting(number)
    context = desk.make_up(of, who, timezone.now(), "look" in request.GET)
    return render(request, "deciding/session/members.html", context)


@door(access.may_run)
@require_POST
def step(request: HttpRequest, number: int) -> HttpResponse:
    """Open or close a sitting, note that a member came or left."""
    who: Any = request.who  # type: ignore[attr-defined]
    form = SittingStepForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Load the page again."))
        return redirect("sitting", number)
    what, member, now = form.cleaned_data["step"], form.cleaned_data["member"] or 0, timezone.now()
    try:
        if what == "open":
            actions.open_sitting(number, now, by=who.doer)
            messages.success(request, _("The sitting is open."))
        elif what == "close":
            actions.close_sitting(number, by=who.doer)
            messages.success(request, _("The sitting is closed; its minutes are given out."))
        elif what == "came":
            actions.note_came(number, member, now, by=who.doer)
        else:
            actions.note_left(number, member, by=who.doer)
    except Refused as refused:
        messages.error(request, _words(refused.verdict))
    return redirect("sitting", number)


@door(access.may_run)
@require_http_methods(FORM)
def put(request: HttpRequest, number: int) -> HttpResponse:
    """Put a point on an agenda."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = _sitting(number)
    asked = queries.departures_of(of)
    shut = queries.shut_in(who, [one.application_id for one in asked])
    departures = [
        (one.pk, f"№ {one.application_id}: {one.reason}") for one in asked if one.application_id not in shut
    ]
    lists = [Matter.LIST] if queries.says_award(of) else [Matter.STAGE]
    matters = [*lists, *([Matter.DEPARTURE] if departures else []), Matter.FILM, Matter.OTHER]
    form = PointForm(matters, departures, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        matter = Matter(given["matter"])
        film = given["application"] if matter == Matter.FILM else None
        departure = given.get("departure") if matter == Matter.DEPARTURE else None
        if film and queries.shut_in(who, [film]):
            film = 0  # to whom it is shut, it is not there
        try:
            actions.put_point(number, Point(matter, given["words"], film, departure), by=who.doer)
        except Refused as refused:
            form.add_error(None, _words(refused.verdict))
        else:
            return redirect("sitting", number)
    return render(request, "deciding/session/put.html", page.frame(of) | {"form": form})


@door(access.may_see_point)
@require_safe
def point(request: HttpRequest, number: int) -> HttpResponse:
    """One point closely: its rules, who sat there, who voted how where the form tells it, and what it rests on."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = _item(number)
    shut = queries.shut_in(who, queries.films_of(of))
    context = page.frame(of.sitting) | {
        "point": page.point(of, shut), "facts": record.facts(of), "rows": record.members(of), "firm": record.firm(of),
        "films": page.asked(of, who), "counts": record.numbers(of),
    }  # fmt: skip
    return render(request, "deciding/session/point.html", context)


@door(access.may_lead_point)
@require_POST
def point_step(request: HttpRequest, number: int) -> HttpResponse:
    """Move a point, drop it, put it to the vote, close the vote or break it off."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = _item(number)
    form = PointStepForm(request.POST)
    given = form.cleaned_data if form.is_valid() else {"step": "", "why": ""}
    try:
        told = _stepped(given["step"], number, given["why"], who.doer)
        if told:
            messages.success(request, told)
    except Refused as refused:
        messages.error(request, _words(refused.verdict))
    return redirect("sitting", of.sitting_id)


def _stepped(what: str, number: int, why: str, by: Any) -> str:
    """Do a step with a point and say what comes of it; "" where the page shows it."""
    now = timezone.now()
    if what in (Step.UP, Step.DOWN):
        actions.move_point(number, what == Step.UP, by=by)
    elif what == Step.DROP:
        actions.drop_point(number, by=by)
    elif what == "lines":
        made = actions.put_lines(number, now, by=by)
        return _("Lines put on the agenda: %(n)s.") % {"n": made}
    elif what == Step.OPEN:
        actions.open_vote(number, now, by=by)
        return _("The members vote now on their phones.")
    elif what in (Step.CLOSE, Step.BREAK_OFF):
        actions.close_vote(number, now, why if what == Step.BREAK_OFF else None, by=by)
        return page.result(_item(number))
    return ""


@door(access.may_show)
@require_safe
def hall(request: HttpRequest, number: int) -> HttpResponse:
    """What hangs on the wall: the point that is voted on, in large letters, numbers once the vote is closed; no film."""
    context = desk.wall(_sitting(number), timezone.now())
    return render(request, "deciding/session/hall.html", context)


@door(access.may_follow)
@require_safe
def live(request: HttpRequest, number: int) -> HttpResponse:
    """Whether a sitting has moved on, for the script of its pages: a mark, and how many have voted."""
    of, agenda = _sitting(number), queries.items_of(number)
    return JsonResponse({"mark": page.mark(of, agenda), "voted": page.voted(queries.current(agenda))})


@door(access.may_list)
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """`?page=`: the sittings to which one is called."""
    shown = Paginator(queries.sittings_for(request.who), PER_PAGE).get_page(request.GET.get("page"))  # type: ignore[attr-defined]
    return render(
        request, "deciding/session/mine.html", {"page": shown, "rows": page.rows(shown.object_list, "sit")}
    )


@door(access.may_sit)
@require_http_methods(FORM)
def sit(request: HttpRequest, number: int) -> HttpResponse:
    """A member's page: the point that is voted on, one tap and one more to vote, and what came of the others."""
    who: Any = request.who  # type: ignore[attr-defined]
    of, now = _sitting(number), timezone.now()
    chosen, refusal = "", None
    if request.method == "POST":
        form = VoteForm(request.POST)
        if form.is_valid():
            given = form.cleaned_data
            chosen = given["vote"]
            if given["sure"]:
                refusal = _cast(of, given, who)
                if refusal is None:
                    messages.success(request, _("Your vote is in."))
                    return redirect("sit", number)
    agenda = queries.items_of(number)
    current = queries.current(agenda)
    shut = queries.shut_in(who, frozenset().union(*(queries.films_of(one) for one in agenda)))
    context = page.frame(of) | desk.ballot(current, who, now) | {
        "points": page.points(agenda, shut), "now": page.point(current, shut) if current else None, "chosen": chosen,
        "refusal": refusal, "votes": Vote, "mark": page.mark(of, agenda), "films": page.asked(current, who),
        "chosen_label": Vote(chosen).label if chosen in Vote.values else "",
    }  # fmt: skip
    return render(request, "deciding/session/sit.html", context, status=409 if refusal is not None else 200)


def _cast(of: Any, given: dict[str, Any], who: Any) -> Verdict | None:
    """Cast a vote on a point of this sitting; why it could not be."""
    item = queries.item(given["item"])
    if item is None or item.sitting_id != of.pk:
        return rules.NOT_THERE
    try:
        actions.cast(item.pk, Vote(given["vote"]), timezone.now(), by=who.doer)
    except Refused as refused:
        return refused.verdict
    return None


@door(access.may_read_record)
@require_safe
def votes(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Every vote on a stage that its result rests on, for anyone, once that is public; a later vote waits for its own."""
    listed = [record.public(one) for one in queries.decided_in(ref, stage, access.lifted(ref, stage))]
    return render(request, "deciding/session/votes.html", desk.stage_of(ref, stage) | {"listed": listed})


@door(access.may_read_record)
@require_safe
def votes_json(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The same as open data."""
    found = queries.decided_in(ref, stage, access.lifted(ref, stage))
    return as_json([record.as_data(one) for one in found])
