"""Making a series, reading what was done, undoing it."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.accounts.role.access import holding
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.queries import names_of
from kinoqor.keeping.gap.forms import asked
from kinoqor.keeping.gap.queries import in_order
from kinoqor.keeping.gap.rules import pairs
from kinoqor.keeping.gap.words import KIND
from kinoqor.keeping.series import queries
from kinoqor.keeping.series.access import may_open
from kinoqor.keeping.series.actions import make, undo
from kinoqor.keeping.series.adapters import page
from kinoqor.keeping.series.forms import ChangeForm, UndoForm, WhatForm, number_in, refs_of
from kinoqor.keeping.series.rules import may_take, may_undo
from kinoqor.keeping.series.words import MOST, PER_PAGE, SHOWN, Do
from kinoqor.kit.verdict import Refused
from kinoqor.register.claim.words import PROPERTIES
from kinoqor.register.face.queries import cards, title
from kinoqor.ui.door import door
from kinoqor.ui.formats import as_csv


@door(holding(Role.CATALOGUER))
@require_safe
def series(request: HttpRequest) -> HttpResponse:
    """`?page=`: every series, the newest first."""
    shown = Paginator(queries.series(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": shown, "rows": page.rows(list(shown.object_list))}
    return render(request, "keeping/series/series.html", context)


@door(holding(Role.CATALOGUER))
@require_safe
def series_csv(request: HttpRequest) -> HttpResponse:
    """Every series as a table."""
    return as_csv("series", queries.HEAD, queries.rows(queries.series()))


def _chosen(request: HttpRequest) -> list[str]:
    """The records of a new series: those that a form carries, those picked, else those of the queue as asked."""
    if request.method == "POST":
        return refs_of(request.POST)
    picked = request.GET.getlist("ref")[: MOST + 1]
    if picked:
        return list(dict.fromkeys(picked))
    return list(in_order(asked(request.GET)).values_list("ref", flat=True)[: MOST + 1])


@door(holding(Role.CATALOGUER))
@require_http_methods(["GET", "HEAD", "POST"])
def series_new(request: HttpRequest) -> HttpResponse:
    """The queue's own choices or `?ref=&ref=…`, and `&do=&prop=`: what is to be done, the form, the preview, the deed."""
    wanted, refs = asked(request.GET), _chosen(request)
    what = WhatForm(KIND[wanted.of], request.GET if "do" in request.GET else None)
    verdict = may_take(len(refs))
    picked = [("ref", ref) for ref in request.GET.getlist("ref")[: MOST + 1]]
    context: dict[str, Any] = {
        "refs": " ".join(refs), "n": len(refs), "kept": [*pairs(wanted), *picked], "what": what,
        "refusal": None if verdict else verdict, "back": f"?{urlencode(pairs(wanted))}",
    }  # fmt: skip
    if not verdict or not what.is_bound or not what.is_valid():
        known = cards(refs[:SHOWN])
        context["titles"] = [(ref, title(known[ref])) for ref in refs[:SHOWN] if ref in known]
        return render(request, "keeping/series/new.html", context)
    return _change(request, KIND[wanted.of], refs, context, Do(what.cleaned_data["do"]))


def _change(
    request: HttpRequest, kind: str, refs: list[str], context: dict[str, Any], do: Do
) -> HttpResponse:
    who: Any = request.who  # type: ignore[attr-defined]
    prop = PROPERTIES[context["what"].cleaned_data["prop"]]
    olds = page.choices(prop.code, queries.values(kind, refs, prop.code))
    form = ChangeForm(do, prop, olds, request.POST or None)
    seen = number_in(request.POST, "seen") or queries.newest_deed()
    context |= {
        "form": form,
        "prop": prop,
        "do": do,
        "seen": seen,
        "takes": "old" in form.fields,
        "olds": olds,
    }
    if request.method != "POST" or not form.is_valid() or "again" in request.POST:
        return render(request, "keeping/series/change.html", context)
    change = form.change()
    if request.POST.get("sure") == "1":
        try:
            number = make(kind, change, refs, seen, by=who.doer, why=form.cleaned_data["why"])
        except Refused as refused:
            context["refusal"] = refused.verdict
        else:
            messages.success(request, _("Done. The series can be undone as a whole."))
            return redirect("series-one", number)
    told = queries.outcomes(change, kind, refs, seen, who.voice)
    shown = page.preview(change, told)
    context |= {
        "change": change, "preview": shown, "old": shown.old, "new": shown.new, "shown": f":{SHOWN}", "rest": f"{SHOWN}:",
    }  # fmt: skip
    return render(request, "keeping/series/check.html", context)


@door(may_open)
@require_safe
def series_one(request: HttpRequest, number: int) -> HttpResponse:
    """`?page=`: one series: who made it, when and why, and what it did to which record."""
    of = get_object_or_404(queries.series(), pk=number)
    subjects = Paginator(queries.subjects_of(number), PER_PAGE).get_page(request.GET.get("page"))
    some = [subject.pk for subject in subjects.object_list]
    voices = [of.made.voice, *([of.undone.voice] if of.undone else [])]
    called = names_of(voices)
    context = {
        "of": of,
        "what": page.words_of([of])[of.pk],
        "made_by": called[of.made.voice],
        "undone_by": called[of.undone.voice] if of.undone else "",
        "page": subjects,
        "done": page.done(queries.steps_of(number, some)),
        "left": page.passed_by(of.left),
        "left_undone": page.passed_by(of.left_undone),
    }
    return render(request, "keeping/series/one.html", context)


@door(may_open)
@require_http_methods(["GET", "HEAD", "POST"])
def series_undo(request: HttpRequest, number: int) -> HttpResponse:
    """What undoing would give back and what it would pass by; then the deed."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = get_object_or_404(queries.series(), pk=number)
    found = queries.undoing(of, who.voice)
    verdict = may_undo(of.undone is not None, [each.left for each in found])
    form = UndoForm(request.POST or None)
    if request.method == "POST" and verdict and form.is_valid():
        try:
            n = undo(number, by=who.doer, why=form.cleaned_data["why"])
        except Refused as refused:
            verdict = refused.verdict
        else:
            said = ngettext("%(n)d record is as before.", "%(n)d records are as before.", n) % {"n": n}
            messages.success(request, said)
            return redirect("series-one", number)
    context = {
        "of": of, "what": page.words_of([of])[of.pk], "form": form, "preview": page.undone(found),
        "refusal": None if verdict else verdict,
    }  # fmt: skip
    return render(request, "keeping/series/undo.html", context)
