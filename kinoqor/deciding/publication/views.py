"""The pages of a result: for everybody once it is out, for the applicant their own line, for officers its preparation."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kinoqor.deciding.publication import access, actions, queries, rules
from kinoqor.deciding.publication.adapters import page
from kinoqor.deciding.publication.adapters.fates import fates
from kinoqor.deciding.publication.forms import PrepareForm, WithdrawForm
from kinoqor.deciding.publication.queries import Round
from kinoqor.deciding.publication.words import PER_PAGE, Result
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.call.queries import terms_of
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json_list


@door(anyone)
@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """`?call=&page=`: every result that is out, the newest first; of one call or of all."""
    ref = request.GET.get("call", "")
    shown = Paginator(queries.public(timezone.now(), ref), PER_PAGE).get_page(request.GET.get("page"))
    one = shown.object_list[0] if ref and shown.object_list else None
    context = {
        "page": shown, "rows": page.listed(shown.object_list), "ref": ref,
        "call": said(terms_of(one.version).name) if one else "",
    }  # fmt: skip
    return render(request, "deciding/publication/results.html", context)


@door(access.may_see)
@require_safe
def result(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The whole result of a stage: the way down, the list with its reasons, the lines, departures, votes, money."""
    publication, of = _public(request, ref, stage)
    context = page.shown(of, publication, queries.outcomes(publication), timezone.now())
    return render(request, "deciding/publication/result.html", context)


@door(access.may_see)
@require_safe
def result_csv(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The list as CSV: sums in minor units, points in hundredths."""
    rows = ([each[name] for name in page.COLUMNS] for each in _data(request, ref, stage))
    return as_csv(f"result-{ref}-{stage}", page.COLUMNS, rows)


@door(access.may_see)
@require_safe
def result_json(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The list as JSON: sums in minor units, points in hundredths."""
    _publication, of = _public(request, ref, stage)
    about = {"call": ref, "stage": stage, "currency": of.terms.currency, "invented": of.terms.invented}
    return as_json_list(about, "films", _data(request, ref, stage))


@door(access.may_see_film)
@require_safe
def result_film(request: HttpRequest, ref: str, stage: str, code: str) -> HttpResponse:
    """One chosen film: the sums, the reasons, who decided when."""
    publication, of = _public(request, ref, stage)
    found = publication.outcomes.filter(line__code=code).exclude(result=Result.NOT_CHOSEN).first()
    if found is None:
        raise Http404
    context = page.about(of) | {
        "publication": publication, "film": page.film(found, of), "line": page.own_line(found, of, {}),
        "awarded": found.result == Result.AWARDED, "ballots": page.votes(publication, of), "links": page.links(of),
        "lifts": page.at(publication.lifts, of), "leaf": queries.leaf(publication),
    }  # fmt: skip
    return render(request, "deciding/publication/film.html", context)


@door(access.may_read_own)
@require_safe
def own(request: HttpRequest, number: int) -> HttpResponse:
    """For the applicant: their own line, what it rests on, and what it would have taken."""
    found = queries.outcome_of(number)
    if found is None:
        raise Http404
    of = queries.round_published(found.publication)
    context = page.about(of) | {
        "application": found.application, "title": title(found.application), "found": found,
        "line": page.own_line(found, of, queries.titles(found.publication)),
        "objects": page.address("objection", number),
    }  # fmt: skip
    return render(request, "deciding/publication/own.html", context)


@door(access.may_look)
@require_safe
def publication(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """For officers: what a result would rest on, its moment, the countdown to it, its letters."""
    return _desk(request, ref, stage, PrepareForm())


@door(access.may_run)
@require_POST
def prepare_one(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Prepare a publication for a moment by the clock of the call."""
    form = PrepareForm(request.POST)
    if form.is_valid() and _prepared(request, _round(ref, stage), form, timezone.now()):
        return redirect("round-publication", ref, stage)
    return _desk(request, ref, stage, form)


def _desk(request: HttpRequest, ref: str, stage: str, form: PrepareForm) -> HttpResponse:
    who: Any = request.who  # type: ignore[attr-defined]
    of, found, now = _round(ref, stage), queries.of(ref, stage), timezone.now()
    context = page.about(of) | {
        "form": form, "runs": bool(access.may_run(who, ref, stage)), "rests": rules.rests(queries.basis(of)),
        "publication": found, "clock": page.at(now, of), "back": WithdrawForm(),
    }  # fmt: skip
    if found is not None:
        context |= _how_far(of, found, now)
    return render(request, "deciding/publication/desk.html", context)


def _how_far(of: Round, found: Any, now: datetime) -> dict[str, Any]:
    stands = queries.stands(found)
    left = int((found.lifts - now).total_seconds())
    days, rest = divmod(max(left, 0), 86400)
    letters = found.outcomes.count()
    return {
        "lifts": page.at(found.lifts, of), "stands": stands, "days": days, "hours": rest // 3600,
        "minutes": rest % 3600 // 60, "waits": left > 0,
        "withdrawable": rules.may_withdraw(stands, found.lifts, now, "-"), "files": letters,
        "told": letters - queries.untold(found.pk).count(),
    }  # fmt: skip


def _prepared(request: HttpRequest, of: Round, form: PrepareForm, now: datetime) -> bool:
    who: Any = request.who  # type: ignore[attr-defined]
    lifts = form.wall().replace(tzinfo=ZoneInfo(of.terms.zone))
    try:
        actions.prepare(of.ref, of.stage, lifts, now, by=who.doer)
    except Refused as refused:
        form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        return False
    messages.success(
        request, _("The publication is prepared. Until its moment nobody outside sees anything.")
    )
    return True


@door(access.may_run)
@require_POST
def withdraw_one(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Take a publication back before its moment."""
    who: Any = request.who  # type: ignore[attr-defined]
    found, form = queries.of(ref, stage), WithdrawForm(request.POST)
    if found is None or not form.is_valid():
        messages.error(request, _("Write why the publication is withdrawn."))
        return redirect("round-publication", ref, stage)
    try:
        actions.withdraw(found.pk, timezone.now(), by=who.doer, why=form.cleaned_data["why"])
    except Refused as refused:
        messages.error(request, f"{refused.verdict.reason} {refused.verdict.way}".strip())
    else:
        messages.success(request, _("The publication is withdrawn; another one can be prepared."))
    return redirect("round-publication", ref, stage)


@door(access.may_look)
@require_safe
def preview(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """For officers: the page of the result as everybody would see it now; nothing of it is kept."""
    of, now = _round(ref, stage), timezone.now()
    found = queries.of(ref, stage)
    rests = rules.rests(queries.basis(of))
    if found is not None and queries.visible(found, now):
        return redirect("result", ref, stage)
    if not rests:
        messages.error(request, f"{rests.reason} {rests.way}".strip())
        return redirect("round-publication", ref, stage)
    plain = found or queries.unkept(of, now)
    context = page.shown(of, plain, page.outcomes_of(fates(of)), now) | {"preview": True}
    return render(request, "deciding/publication/result.html", context)


def _round(ref: str, stage: str) -> Round:
    found = queries.round_of(ref, stage)
    if found is None:
        raise Http404
    return found


def _public(request: HttpRequest, ref: str, stage: str) -> tuple[Any, Round]:
    who: Any = request.who  # type: ignore[attr-defined]
    found = queries.of_for(who, ref, stage)
    if found is None:
        raise Http404
    return found, queries.round_published(found)


def _data(request: HttpRequest, ref: str, stage: str) -> list[dict[str, Any]]:
    found = queries.outcomes(_public(request, ref, stage)[0])
    return [page.as_data(each) for each in found if each.result != Result.NOT_CHOSEN]
