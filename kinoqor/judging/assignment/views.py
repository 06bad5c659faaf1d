"""Rounds and draws: their pages at the desk, and what anyone may check."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.adapters.page import title
from kinoqor.judging.assignment import access, actions, queries
from kinoqor.judging.assignment.adapters import page, published
from kinoqor.judging.assignment.adapters.after import decision
from kinoqor.judging.assignment.adapters.written import as_announced, strung
from kinoqor.judging.assignment.forms import (
    ChangeForm,
    HandForm,
    NumbersForm,
    PrepareForm,
    RoundForm,
    StepForm,
)
from kinoqor.judging.assignment.words import NUMBERS, PER_PAGE, Standing
from kinoqor.kit.progress import how_far
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import anyone, door

FORM = ["GET", "HEAD", "POST"]


@door(anyone)
@require_safe
def public(request: HttpRequest) -> HttpResponse:
    """`?call=&page=`: every draw whose lists were frozen, for anyone; of one call or of all."""
    ref = request.GET.get("call", "")
    terms = queries.terms_by(ref)
    found = queries.public(ref if terms else "")
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": shown, "rows": published.rows_of(shown.object_list), "ref": ref if terms else "",
        "call": said(terms.name) if terms else "",
    }  # fmt: skip
    return render(request, "judging/assignment/draws.html", context)


@door(access.may_look)
@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """Every stage of a call that says how its files are judged."""
    shown = Paginator(queries.rounds(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": shown, "rows": page.round_rows(shown.object_list)}
    return render(request, "judging/assignment/rounds.html", context)


@door(access.may_look_at_round)
@require_safe
def round_(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """One round: its steps from the admitted files to the reasons, and its draws."""
    who: Any = request.who  # type: ignore[attr-defined]
    terms = queries.judged(ref, stage)
    assert terms is not None  # asked at the door
    of = page.round_of(ref, stage, terms, who)
    context = {
        "ref": ref, "stage": stage, "call": said(terms.name), "stage_name": page.stage_name(terms, stage),
        "steps": page.steps(of), "next": page.next_step(of), "draws": [page.draw_row(each, terms) for each in of.draws],
        "runs": who.holds(Role.OFFICER), "invented": terms.invented,
        "decision": decision(of, who.holds(Role.OFFICER)),
    }  # fmt: skip
    return render(request, "judging/assignment/round.html", context)


@door(access.may_prepare)
@require_http_methods(FORM)
def prepare_one(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Begin a draw: whose members read."""
    who: Any = request.who  # type: ignore[attr-defined]
    terms = queries.judged(ref, stage)
    manner = terms.manner(stage) if terms else None
    assert terms is not None and manner is not None  # asked at the door
    bodies = [(each.pk, said(each.name)) for each in queries.bodies(queries.programme_of(ref))]
    numbers = manner.draw.source == NUMBERS
    form = PrepareForm(bodies, numbers, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.prepare(
                ref, stage, given["body"], announced=given.get("announced", ()), by=who.doer
            )
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            return redirect("draw", made)
    context = {
        "form": form, "bodies": bodies, "ref": ref, "stage": stage, "call": said(terms.name),
        "stage_name": page.stage_name(terms, stage),
    }  # fmt: skip
    return render(request, "judging/assignment/prepare.html", context)


@door(access.may_look_at)
@require_safe
def draw(request: HttpRequest, number: int) -> HttpResponse:
    """`?page=`: a draw with its next step, its files and who reads them, and the loads."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = queries.draw(number)
    hidden = queries.hidden_from(who)
    shown = page.shown(of)
    manner = shown["terms"].manner(of.stage)
    files = Paginator(queries.drawn_files(of, hidden), PER_PAGE).get_page(request.GET.get("page"))
    words, titles, names = page.trouble(of, hidden)
    working = of.standing == Standing.FROZEN and of.chance is not None and not of.trouble
    changes = queries.changes_of(number, hidden)
    context = shown | {
        "facts": page.facts(of, shown["terms"]), "page": files, "loads": page.loads(of, hidden),
        "files": page.file_rows(list(files.object_list), of, manner.readers if manner else 0),
        "trouble": words, "narrow_files": titles, "narrow_readers": names, "working": working,
        "far": how_far(f"draw:{number}") if working else None, "runs": who.holds(Role.OFFICER),
        "due": of.due is None or timezone.now() >= of.due, "changes": page.change_rows(changes[:20], shown["terms"]),
        "numbers": of.source == NUMBERS, "second": manner.second.more if manner and of.phase > 1 else 0,
        "further": page.further(of, hidden),
    }  # fmt: skip
    return render(request, "judging/assignment/draw.html", context)


@door(access.may_look_at)
@require_safe
def progress(request: HttpRequest, number: int) -> HttpResponse:
    """How far a draw has come, for the script of its page."""
    of = queries.draw(number)
    working = of.standing == Standing.FROZEN and of.chance is not None and not of.trouble
    done, total, _quiet = how_far(f"draw:{number}") or (0, 0, 0.0)
    return JsonResponse({"working": working, "done": done, "of": total})


@door(access.may_run)
@require_POST
def step(request: HttpRequest, number: int) -> HttpResponse:
    """Freeze, look ahead, release, mend, cancel."""
    who: Any = request.who  # type: ignore[attr-defined]
    form = StepForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(each) for found in form.errors.values() for each in found))
        return redirect("draw", number)
    given = form.cleaned_data
    try:
        messages.success(request, _stepped(number, given, who))
    except Refused as refused:
        messages.error(request, f"{refused.verdict.reason} {refused.verdict.way}".strip())
    return redirect("draw", number)


def _stepped(number: int, given: dict[str, Any], who: Any) -> str:
    """Do a step and say what comes next."""
    by, why = who.doer, given["why"]
    if given["step"] == "freeze":
        actions.freeze(number, timezone.now(), by=by)
        return _("The lists are frozen and published. The draw waits for its public number.")
    if given["step"] == "release":
        actions.release(number, by=by)
        return _("The readers see their files, and each has a letter.")
    if given["step"] == "look":
        actions.ask(number, by=by)
        return _("It is being looked whether a plan is possible. Load this page again in a moment.")
    if given["step"] == "mend":
        actions.ask(number, True, by=by, why=why)
        return _("The draw is being mended. Load this page again in a moment.")
    actions.cancel(number, by=by, why=why)
    return _("The draw is cancelled; its page stays.")


@door(access.may_run)
@require_http_methods(FORM)
def chance(request: HttpRequest, number: int) -> HttpResponse:
    """Bring the public number: a round where the house has no network, or the announced numbers."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = queries.draw(number)
    numbers = of.source == NUMBERS
    given = request.POST or None
    sources = page.sources(of)
    form: Any = NumbersForm(sources, given) if numbers else RoundForm(of.beacon or 0, given)
    if request.method == "POST" and form.is_valid():
        try:
            if numbers:
                told = strung([form.cleaned_data[f"source{place}"] for place in range(len(sources))])
                actions.take_chance(number, told, as_announced, timezone.now(), by=who.doer)
            else:
                actions.bring(number, form.cleaned_data["text"], timezone.now(), by=who.doer)
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            messages.success(request, _("The number is being checked and the readers are drawn by it."))
            return redirect("draw", number)
    context = page.shown(of) | {"form": form, "numbers": numbers, "mirror": published.mirror(of)}
    return render(request, "judging/assignment/chance.html", context)


@door(access.may_run)
@require_http_methods(FORM)
def hand(request: HttpRequest, number: int) -> HttpResponse:
    """Give a file to a member by hand, with a reason."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = queries.draw(number)
    members = [
        (each.pk, each.seat.user.name) for each in queries.members_on(of.body_id, timezone.localdate())
    ]
    files = page.files_to_give(of, queries.hidden_from(who))
    form = HandForm(
        files, members, request.POST or None, initial={"application": request.GET.get("application")}
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.give_by_hand(number, given["application"], given["member"], by=who.doer, why=given["why"])
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            messages.success(request, _("The file is given, and it stands in the journal with your reason."))
            return redirect("draw", number)
    return render(request, "judging/assignment/hand.html", page.shown(of) | {"form": form})


@door(access.may_change)
@require_http_methods(FORM)
def change(request: HttpRequest, number: int, reading: int) -> HttpResponse:
    """End one reading, with or without a stand-in, with a reason."""
    who: Any = request.who  # type: ignore[attr-defined]
    found = queries.reading(reading)
    form = ChangeForm(request.POST or None, initial={"how": request.GET.get("how")})
    if request.method == "POST" and form.is_valid():
        given, about = form.cleaned_data, found.application.film.ref
        doing = actions.replace if given["how"] == "replace" else actions.end_reading
        try:
            doing(reading, by=who.doer, subject=about, why=given["why"])
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            messages.success(request, _("Done. It stands in the journal with your reason."))
            return redirect("draw", number)
    context = page.shown(queries.draw(number)) | {
        "form": form,
        "reading": found,
        "title": title(found.application),
    }
    return render(request, "judging/assignment/change.html", context)


@door(access.may_check)
@require_safe
def checked(request: HttpRequest, number: int) -> HttpResponse:
    """What was frozen and what came of it, for anyone to check; who reads what is not in it."""
    of = queries.whole(number)
    context = page.shown(of) | {"facts": page.facts(queries.draw(number), page.shown(of)["terms"])}
    context |= published.told(of) | {
        "address": request.build_absolute_uri(reverse("draw-check", args=[number])),
        "command": f"./kino manage verify draw {number}",
    }
    return render(request, "judging/assignment/check.html", context)


@door(access.may_check)
@require_safe
def frozen(request: HttpRequest, number: int) -> HttpResponse:
    """The frozen document, byte for byte."""
    return HttpResponse(queries.whole(number).frozen or "", content_type="application/json; charset=utf-8")


@door(access.may_check_result)
@require_safe
def result(request: HttpRequest, number: int) -> HttpResponse:
    """The result, byte for byte."""
    return HttpResponse(queries.whole(number).result or "", content_type="application/json; charset=utf-8")
