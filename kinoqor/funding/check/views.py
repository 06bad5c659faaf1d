"""The formal check: the list of files, one file with its check list, and what may be decided."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.adapters.page import kind_of, title, wall
from kinoqor.funding.check import queries, rules
from kinoqor.funding.check.access import may_decide, may_look, may_repair, may_see
from kinoqor.funding.check.actions import admit, judge, notify, refuse
from kinoqor.funding.check.adapters import page as shown
from kinoqor.funding.check.adapters.points import points as points_of
from kinoqor.funding.check.forms import JudgeForm, NoticeForm, RefuseForm, WantedForm
from kinoqor.funding.check.queries import Wanted
from kinoqor.funding.check.words import PER_PAGE, SIGNS, Judged, Stands
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused, Verdict
from kinoqor.ledger.letter.queries import letters_about
from kinoqor.ui.door import door
from kinoqor.ui.parts import Pick

FORM = ["GET", "HEAD", "POST"]


@door(may_look)
@require_safe
def checks(request: HttpRequest) -> HttpResponse:
    """`?stands=waiting|overdue|repair|refused|admitted&call=&q=&page=`: the files, the oldest filing first."""
    who: Any = request.who  # type: ignore[attr-defined]
    now = timezone.now()
    asked = WantedForm(request.GET)
    asked.is_valid()
    given: dict[str, Any] = getattr(asked, "cleaned_data", {})
    wanted = Wanted(given.get("stands", ""), given.get("call", ""), given.get("q", "").strip())
    files = queries.files_for(who)
    counted = queries.counted(files, wanted.call, now)
    held = wanted.stands or (
        "" if wanted.typed else Stands.OVERDUE if counted[Stands.OVERDUE] else Stands.WAITING
    )
    found = queries.narrowed(files, Wanted(held, wanted.call, wanted.typed), now)
    numbers = found.values_list("pk", flat=True)
    if wanted.typed:  # to count what is looked for costs as much as to find it
        pages = Paginator(list(numbers), PER_PAGE)
    else:
        pages = Paginator(numbers, PER_PAGE)
        pages.count = counted[held]  # for the picks already
    page = pages.get_page(request.GET.get("page"))
    kept = {"call": wanted.call} if wanted.call else {}
    picks = [_pick(each, kept, counted[each], each == held) for each in Stands]
    rows = shown.rows(queries.in_order(page.object_list), now)
    context = {
        "page": page, "rows": rows, "picks": picks, "wanted": wanted, "held": held,
        "calls": [(each.call.ref, said(name)) for each, name in queries.calls_with_files(who)],
    }  # fmt: skip
    return render(request, "funding/check/checks.html", context)


def _pick(where: Stands, kept: dict[str, str], count: int, chosen: bool) -> Pick:
    return Pick(f"?{urlencode({**kept, 'stands': where})}", capfirst(where.label), count, chosen)


@door(may_see)
@require_http_methods(FORM)
def check(request: HttpRequest, number: int) -> HttpResponse:
    """One file: what the machine finds, the check list, and what may be done; POST keeps what was judged."""
    who: Any = request.who  # type: ignore[attr-defined]
    now = timezone.now()
    of = queries.file(number, now)
    items, besides = queries.listed(of)
    form = JudgeForm(items, request.POST or None)
    refusal: Verdict | None = None
    if request.method == "POST" and form.is_valid() and may_decide(who, number):
        try:
            changed = judge(
                number, _seen(request), form.judged(), now, by=who.doer, subject=of.application.film.ref
            )
        except Refused as refused:
            refusal = refused.verdict
        else:
            said_ = ngettext("%(n)s point kept.", "%(n)s points kept.", changed) % {"n": changed}
            messages.success(request, said_ if changed else _("Nothing has changed."))
            return redirect("check", number)
    likes, script_notes = shown.likes(of, who)
    context = _file(of, now) | {
        "form": form, "rows": list(form.rows()), "besides": shown.shown(besides, shown.places_of(of)),
        "decides": who.holds(Role.OFFICER) and bool(rules.may_decide(of.stands)), "refusal": refusal,
        "story": shown.story(of), "letters": letters_about(of.application.name), "likes": likes,
        "facts": shown.facts(of), "papers": shown.papers(of), "decisions": _decisions(of, items, now),
        "script_notes": script_notes,
    }  # fmt: skip
    return render(request, "funding/check/check.html", context)


def _ways(of: queries.File, items: list[rules.Item], now: Any) -> dict[str, Verdict]:
    """What may be done with the file, each with its reason where it may not."""
    judged = {item.code: item.judged for item in items if item.judged}
    faults = [item for item in items if item.judged == Judged.FAULT]
    days = (of.stage.repair_days or 0) if of.stage else 0
    decides = rules.may_decide(of.stands)
    noticed = queries.noticed(of.application.pk, of.application.stage)
    waits = (
        rules.may_notify(faults, days, noticed) if of.stands == Stands.WAITING else rules.may_notify_again()
    )
    return {
        "may_notify": waits if decides else decides,
        "may_admit": rules.may_admit([item.code for item in items], judged) if decides else decides,
        "may_refuse": rules.may_turn_to_refusal(of.shuts, now) if decides else decides,
    }


def _decisions(of: queries.File, items: list[rules.Item], now: Any) -> list[tuple[Verdict, str, str]]:
    """(whether, where, the words of the button) of each way that a file can go from here."""
    ways, number = _ways(of, items, now), [of.application.pk]
    return [
        (ways["may_admit"], reverse("check-admit", args=number), _("Admit")),
        (ways["may_notify"], reverse("check-notice", args=number), _("Send a notice of faults")),
        (ways["may_refuse"], reverse("check-refuse", args=number), _("Refuse by a code")),
    ]


def _seen(request: HttpRequest) -> int:
    given = request.POST.get("filing", "")
    return int(given) if given.isdigit() else 0


def _file(of: queries.File, now: Any) -> dict[str, Any]:
    """What every page of the check is given about its file."""
    return {
        "file": of, "application": of.application, "title": title(of.application), "called": said(of.terms.name),
        "stage": said(of.stage_name), "kind": kind_of(of.application, of.terms), "sign": SIGNS[of.stands],
        "due": shown.due(of, now), "invented": of.terms.invented,
    }  # fmt: skip


@door(may_decide)
@require_http_methods(FORM)
def notice(request: HttpRequest, number: int) -> HttpResponse:
    """Name the faults and the places that can be changed; the page says until when."""
    who: Any = request.who  # type: ignore[attr-defined]
    now = timezone.now()
    of = queries.file(number, now)
    items, _besides = queries.listed(of)
    faults = [item for item in items if item.judged == Judged.FAULT]
    form = NoticeForm(faults, list(shown.places_of(of).items()), request.POST or None)
    verdict = _ways(of, items, now)["may_notify"]
    if request.method == "POST" and form.is_valid():
        points = points_of(of, form.chosen())
        try:
            notify(number, _seen(request), points, now, by=who.doer, subject=of.application.film.ref)
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            messages.success(request, _("The notice is out. The applicant can repair the named points now."))
            return redirect("check", number)
    context = _file(of, now) | {
        "form": form,
        "rows": list(form.rows()),
        "verdict": verdict,
        "term": queries.term_from(of, now),
    }
    return render(request, "funding/check/notice.html", context)


@door(may_decide)
@require_http_methods(FORM)
def refusal(request: HttpRequest, number: int) -> HttpResponse:
    """Refuse a file by one of the codes of its call."""
    who: Any = request.who  # type: ignore[attr-defined]
    now = timezone.now()
    of = queries.file(number, now)
    items, _besides = queries.listed(of)
    faults = [item for item in items if item.judged == Judged.FAULT]
    codes = [
        (each.code, f"{said(each.name)} ({each.clause})" if each.clause else said(each.name))
        for each in of.terms.reasons
    ]
    form = RefuseForm(codes, request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = [(item.code, place, item.words) for item in faults for place in item.places or ("",)]
        given = form.cleaned_data
        points = points_of(of, chosen)
        try:
            refuse(
                number, _seen(request), given["code"], points, now, by=who.doer, why=given["words"],
                subject=of.application.film.ref,
            )  # fmt: skip
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            messages.success(
                request, _("Refused. The applicant is told the ground, the clause and how to complain.")
            )
            return redirect("check", number)
    verdict = _ways(of, items, now)["may_refuse"]
    return render(
        request,
        "funding/check/refuse.html",
        _file(of, now) | {"form": form, "faults": faults, "verdict": verdict},
    )


@door(may_decide)
@require_http_methods(FORM)
def admission(request: HttpRequest, number: int) -> HttpResponse:
    """Admit a file whose check list is judged to the end."""
    who: Any = request.who  # type: ignore[attr-defined]
    now = timezone.now()
    of = queries.file(number, now)
    items, _besides = queries.listed(of)
    verdict = _ways(of, items, now)["may_admit"]
    if request.method == "POST":
        try:
            admit(number, _seen(request), now, by=who.doer, subject=of.application.film.ref)
        except Refused as refused:
            verdict = refused.verdict
        else:
            messages.success(request, _("Admitted. The applicant is told."))
            return redirect("check", number)
    return render(request, "funding/check/admit.html", _file(of, now) | {"items": items, "verdict": verdict})


@door(may_repair)
@require_safe
def repair(request: HttpRequest, number: int) -> HttpResponse:
    """What the applicant can repair, until when, and where."""
    now = timezone.now()
    of = queries.file(number, now)
    found = of.notice
    context = _file(of, now) | {
        "notice": found, "verdict": rules.may_repair(of.shuts, now),
        "mends": shown.mends(of, found, shown.places_of(of)) if found else [],
        "until": shown.last_second(of.shuts, of.terms), "clock": wall(now, of.terms),
    }  # fmt: skip
    return render(request, "funding/check/repair.html", context)
