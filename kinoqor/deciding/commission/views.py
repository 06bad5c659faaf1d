"""The pages of the commission: the list with what was said, one film, all that is left at once."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.commission import access, queries, rules
from kinoqor.deciding.commission.actions import approve_rest, rule
from kinoqor.deciding.commission.adapters import page
from kinoqor.deciding.commission.forms import ReasonForm, RulingForm
from kinoqor.deciding.commission.queries import Table
from kinoqor.deciding.commission.words import Film
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import door

FORM = ["GET", "HEAD", "POST"]


@door(access.may_look)
@require_safe
def commission(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The adopted list with what the commission said of each film."""
    who: Any = request.who  # type: ignore[attr-defined]
    context = page.overview(who, _table(request, ref, stage))
    return render(
        request, "deciding/commission/commission.html", context | {"enters": who.holds(Role.OFFICER)}
    )


@door(access.may_look_at)
@require_http_methods(FORM)
def film(request: HttpRequest, ref: str, stage: str, number: int) -> HttpResponse:
    """One film: what the commission said of it and before; an officer enters it anew."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = _table(request, ref, stage)
    one = of.film(number)
    if one is None or of.allocation is None:
        raise Http404
    enters = bool(access.may_enter_one(who, ref, stage, number))
    form = RulingForm(bool(one.out), _chapters(of), of.terms.currency, request.POST or None)
    if request.method == "POST" and enters and form.is_valid():
        try:
            rule(ref, stage, number, form.decided(one.award), by=who.doer)
        except Refused as refused:
            _refused(form, refused)
        else:
            messages.success(request, _("Entered. What was said before stays to be read."))
            return redirect("commission", ref, stage)
    context = page.about(of) | {
        "form": form, "line": page.lines(of, [one])[0], "enters": enters, "begin": page.begin(of),
        "withdrawn": one.withdrawn,
        "told": page.told(of, queries.history(of.allocation, number)),
    }  # fmt: skip
    return render(request, "deciding/commission/film.html", context)


@door(access.may_enter)
@require_http_methods(FORM)
def rest(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Approve all films that wait, after a look at what that would be."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = _table(request, ref, stage)
    shut = queries.shut_in(who, of.films)
    waiting = [each for each in rules.unruled(of.films, of.rulings) if each.application not in shut]
    form = ReasonForm(any(each.out for each in waiting), request.POST or None)
    if request.method == "POST" and form.is_valid():
        seen = [int(each) for each in request.POST.getlist("seen") if each.isascii() and each.isdigit()]
        try:
            count = approve_rest(ref, stage, seen, shut, form.told(), by=who.doer)
        except Refused as refused:
            _refused(form, refused)
        else:
            told = ngettext("%(n)s film approved.", "%(n)s films approved.", count) % {"n": count}
            messages.success(request, told)
            return redirect("commission", ref, stage)
    context = page.about(of) | {
        "form": form, "lines": page.lines(of, waiting), "total": page.money(_sum(waiting), of),
        "begin": page.begin(of), "shut": bool(shut),
    }  # fmt: skip
    return render(request, "deciding/commission/rest.html", context)


def _table(request: HttpRequest, ref: str, stage: str) -> Table:
    found = access.table_for(request.who, ref, stage)  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found


def _chapters(of: Table) -> list[tuple[str, str]]:
    return [(code, said(name)) for code, name in queries.chapters(of.terms)]


def _sum(films: list[Film]) -> int:
    return sum(each.award for each in films)


def _refused(form: Any, refused: Refused) -> None:
    verdict = refused.verdict
    form.add_error(None, " ".join(filter(None, map(str, (verdict.reason, verdict.clause, verdict.way)))))
