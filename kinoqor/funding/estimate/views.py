"""An estimate: its sums at a glance, a page for each chapter, the plan, the schedule, and tables in and out."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.funding.estimate import actions, queries
from kinoqor.funding.estimate.access import keeper, may_read, may_write
from kinoqor.funding.estimate.adapters import page, table
from kinoqor.funding.estimate.forms import LoadForm, ScheduleForm, filled, items_form, plan_form
from kinoqor.funding.estimate.rules import item_kept, source_kept, span_kept
from kinoqor.funding.estimate.words import MOST_ROWS
from kinoqor.kit.sheet.table import Form
from kinoqor.kit.sheet.writing import TYPES
from kinoqor.kit.verdict import Refused, Verdict
from kinoqor.ui import pack
from kinoqor.ui.door import door

FORM = ["GET", "HEAD", "POST"]


def _about(number: int) -> dict[str, Any]:
    found = keeper()
    if found is None:
        raise Http404
    return {
        "number": number, "called": found.called(number), "back": found.back, "norms": found.norms(number),
        "currency": found.norms(number).currency,
    }  # fmt: skip


def _tried(deed: Callable[[], object]) -> Verdict | None:
    """Do it; the verdict where it was refused."""
    try:
        deed()
    except Refused as refused:
        return refused.verdict
    return None


@door(may_read)
@require_safe
def estimate(request: HttpRequest, number: int) -> HttpResponse:
    """The estimate by chapters, the financing plan, the schedule, and what is open in them."""
    context = _about(number)
    context |= page.shown(queries.holder(number), number, context["norms"])
    context["writes"] = bool(may_write(request.who, number))  # type: ignore[attr-defined]
    return render(request, "funding/estimate/estimate.html", context)


@door(may_write)
@require_http_methods(FORM)
def chapter(request: HttpRequest, number: int, chapter: str) -> HttpResponse:
    """The lines of one chapter, in rows."""
    context = _about(number)
    found = context["norms"].chapter(chapter)
    if found is None:
        raise Http404
    items = [each for each in queries.parts_of(queries.holder(number))[0] if each.chapter == chapter]
    rows = items_form(request.POST or None, items, context["norms"])
    refusal = None
    if _sent(request) and rows.is_valid():
        kept = [form.item(chapter) for form in filled(rows)]
        shown, by = request.POST.get("shown", ""), request.who.doer  # type: ignore[attr-defined]
        refusal = _tried(lambda: actions.save_chapter(number, chapter, kept, shown, by=by))
        if refusal is None:
            return _saved(request, number)
    context |= _rows(request, rows, refusal, [item_kept(each) for each in items])
    context |= {"chapter": found, "name": pack.in_language(dict(found.name)), "stands": items}
    return render(request, "funding/estimate/chapter.html", context)


@door(may_write)
@require_http_methods(FORM)
def plan(request: HttpRequest, number: int) -> HttpResponse:
    """Who pays: the sources of the plan, in rows."""
    context = _about(number)
    items, sources, spans, _revision = queries.parts_of(queries.holder(number))
    rows = plan_form(request.POST or None, sources, context["norms"])
    refusal = None
    if _sent(request) and rows.is_valid():
        kept = [form.source() for form in filled(rows)]
        shown, by = request.POST.get("shown", ""), request.who.doer  # type: ignore[attr-defined]
        refusal = _tried(lambda: actions.save_plan(number, kept, shown, by=by))
        if refusal is None:
            return _saved(request, number)
    context |= _rows(request, rows, refusal, [source_kept(each) for each in sources])
    context["plan"] = page.sources(sources, queries.total(items, spans, context["norms"]), context["norms"])
    return render(request, "funding/estimate/plan.html", context)


@door(may_write)
@require_http_methods(FORM)
def schedule(request: HttpRequest, number: int) -> HttpResponse:
    """When each phase begins and ends."""
    context = _about(number)
    spans = queries.parts_of(queries.holder(number))[2]
    form = ScheduleForm(context["norms"], spans, request.POST or None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        shown, by = request.POST.get("shown", ""), request.who.doer  # type: ignore[attr-defined]
        refusal = _tried(lambda: actions.save_schedule(number, form.spans(), shown, by=by))
        if refusal is None:
            return _saved(request, number)
    stands = queries.seen([span_kept(each) for each in spans])
    context |= {"form": form, "refusal": refusal, "shown": stands, "spans": spans}
    return render(request, "funding/estimate/schedule.html", context)


@door(may_write)
@require_http_methods(FORM)
def load(request: HttpRequest, number: int) -> HttpResponse:
    """All lines from a table; with one faulty row nothing of it is taken, and every fault is told."""
    context = _about(number)
    items = queries.parts_of(queries.holder(number))[0]
    files = request.FILES if request.method == "POST" else None
    form = LoadForm(getattr(request, "too_big", False), len(items), request.POST or None, files)
    refusal, faults = None, list[tuple[int, str]]()
    if request.method == "POST" and form.is_valid() and form.table is not None:
        read, faults = table.read_lines(form.table, context["norms"])
        if not faults:
            shown, by = request.POST.get("shown", ""), request.who.doer  # type: ignore[attr-defined]
            refusal = _tried(lambda: actions.load_lines(number, read, shown, by=by))
            if refusal is None:
                messages.success(request, _("Loaded: %(n)d lines.") % {"n": len(read)})
                return redirect("estimate", number)
    stands = queries.seen([item_kept(each) for each in items])
    context |= {
        "form": form, "refusal": refusal, "faults": faults[: table.FAULTS], "all_faults": len(faults),
        "shown": stands, "lines": len(items), "chapters": page.names(context["norms"]),
    }  # fmt: skip
    return render(request, "funding/estimate/load.html", context)


@door(may_read)
@require_safe
def as_csv(request: HttpRequest, number: int) -> HttpResponse:
    """The lines with their sums as CSV."""
    return _file(number, Form.CSV)


@door(may_read)
@require_safe
def as_xlsx(request: HttpRequest, number: int) -> HttpResponse:
    """The lines with their sums as XLSX."""
    return _file(number, Form.XLSX)


def _file(number: int, form: Form) -> HttpResponse:
    items, _plan, spans, _revision = queries.parts_of(queries.holder(number))
    made = table.written(form, items, spans, _about(number)["norms"])
    name = f"{_('Estimate')}-{number}.{form}"
    disposition = content_disposition_header(True, name) or "attachment"
    return HttpResponse(made, content_type=TYPES[form], headers={"Content-Disposition": disposition})


def _sent(request: HttpRequest) -> bool:
    return request.method == "POST" and "more" not in request.POST


def _saved(request: HttpRequest, number: int) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("estimate", number)


def _rows(request: HttpRequest, rows: Any, refusal: Verdict | None, kept: Sequence[object]) -> dict[str, Any]:
    """The rows of a form; `shown` tells what stands now, so that saving once more is meant."""
    meant = refusal is not None or request.method != "POST"
    shown = queries.seen(list(kept)) if meant else request.POST.get("shown", "")
    return {
        "rows": rows, "refusal": refusal, "shown": shown, "more": rows.total_form_count() < MOST_ROWS,
        "quiet": "more" in request.POST,
    }  # fmt: skip
