"""The pages of a load, from the file to the result."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.accounts.user.queries import names_of
from kinoqor.keeping.edit.forms import WithdrawForm
from kinoqor.keeping.load import actions, queries, rules
from kinoqor.keeping.load.access import may_look, may_see, may_send, may_work_on
from kinoqor.keeping.load.adapters import files, page
from kinoqor.keeping.load.adapters.headings import guess
from kinoqor.keeping.load.clock import work_on
from kinoqor.keeping.load.forms import ColumnsForm, DoubtsForm, UploadForm
from kinoqor.keeping.load.words import AT_ONCE, KIND_LABELS, KINDS, WORKING, State
from kinoqor.kit.progress import how_far
from kinoqor.kit.sheet.table import Form
from kinoqor.kit.verdict import Refused, require
from kinoqor.register.intake.words import Outcome
from kinoqor.ui.door import door

PER_PAGE, DOUBTS = 50, 20
STALLED = 120  # seconds without a sign of life


def _load(request: HttpRequest, number: int) -> Any:
    return get_object_or_404(queries.visible_to(request.who), pk=number)  # type: ignore[attr-defined]


def _go_on(request: HttpRequest, number: int) -> HttpResponse:
    """Do the work of a small file while its page waits; a large one is left to the job that was called for it."""
    if queries.rows_of(number).count() <= AT_ONCE:
        work_on(number, request.who.doer)  # type: ignore[attr-defined]
    return redirect("load", number)


@door(may_look)
@require_safe
def loads(request: HttpRequest) -> HttpResponse:
    """`?page=`: the loads of the reader's organisation, the newest first, each with where it stands and its rows."""
    who: Any = request.who  # type: ignore[attr-defined]
    shown = Paginator(queries.visible_to(who), PER_PAGE).get_page(request.GET.get("page"))
    rows = page.listed(list(shown.object_list), queries.counted(load.pk for load in shown.object_list))
    context = {"page": shown, "rows": rows, "kinds": _kinds(), "may_send": bool(may_send(who))}
    return render(request, "keeping/load/loads.html", context)


def _kinds() -> list[tuple[str, Any]]:
    return [(slug, KIND_LABELS[kind]) for slug, kind in KINDS.items()]


@door(may_send)
@require_http_methods(["GET", "HEAD", "POST"])
def load_new(request: HttpRequest) -> HttpResponse:
    """Send a table; it is read at once, and whatever speaks against it is said at its field."""
    who: Any = request.who  # type: ignore[attr-defined]
    home = who.hat.organisation_id
    files_ = request.FILES if request.method == "POST" else None
    form = UploadForm(
        getattr(request, "too_big", False), queries.senders(home), request.POST or None, files_,
        initial={"kind": "work"},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid() and form.table is not None:
        said = form.cleaned_data
        number = actions.upload(
            home, said["sender"], said["kind"], said["file"], form.raw, form.table, by=who.doer
        )
        return redirect("load-columns", number)
    return render(request, "keeping/load/new.html", {"form": form, "kinds": _kinds()})


@door(may_send)
@require_safe
def load_example(request: HttpRequest, kind: str, form: str) -> HttpResponse:
    """A small table with the right headings, as XLSX or CSV."""
    if kind not in KINDS or form not in (Form.CSV, Form.XLSX):
        raise Http404
    made = files.example(KINDS[kind], Form(form))
    return _sent(made, f"{KIND_LABELS[KINDS[kind]]}.{form}", Form(form))


def _sent(made: bytes, name: str, form: Form) -> HttpResponse:
    disposition = content_disposition_header(True, name) or "attachment"
    return HttpResponse(
        made,
        content_type=files.type_of(form),
        headers={"Content-Disposition": disposition, "Cache-Control": "private, no-store"},
    )


@door(may_work_on)
@require_http_methods(["GET", "HEAD", "POST"])
def load_columns(request: HttpRequest, number: int) -> HttpResponse:
    """What each column means, guessed from the headings and from what the same sender meant before."""
    found, who = _load(request, number), request.who  # type: ignore[attr-defined]
    require(rules.may_be_mapped(found.state))
    before = queries.remembered(found.organisation_id, found.sender, found.kind)
    meant = found.columns or guess(found.kind, found.headings, before)
    initial = {f"c{at}": code for at, code in enumerate(meant)} | {"source": found.source}
    form = ColumnsForm(found.kind, found.headings, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.map_columns(number, form.columns(), form.cleaned_data["source"], by=who.doer)
        return _go_on(request, number)
    samples = queries.samples(number, len(found.headings))
    context = {
        "load": found, "form": form, "remembered": bool(before), "before": queries.sent_before(found),
        "columns": [(form[f"c{at}"], samples[at]) for at in range(len(found.headings))],
        "rows": queries.rows_of(number).count(),
    }  # fmt: skip
    return render(request, "keeping/load/columns.html", context)


@door(may_see)
@require_safe
def load(request: HttpRequest, number: int) -> HttpResponse:
    """`?outcome=&page=`: one load, where it stands, and its rows with what each comes to."""
    found, who = _load(request, number), request.who  # type: ignore[attr-defined]
    outcome = request.GET.get("outcome", "")
    outcome = outcome if outcome in page.OUTCOMES else ""
    counted = queries.counted([number])[number]
    shown = Paginator(queries.rows_of(number, outcome), PER_PAGE).get_page(request.GET.get("page"))
    far = how_far(f"load:{number}")
    context = {
        "load": found, "n": counted, "page": shown,
        "rows": page.rows_shown(found, list(shown.object_list), queries.wording(found)),
        "picks": page.picks(found, counted, outcome), "outcome": outcome, "working": found.state in WORKING, "far": far,
        "stalled": far is None or far[2] > STALLED, "may_work": bool(may_work_on(who, number)),
        "kind": KIND_LABELS[found.kind],
        "by": names_of([found.made.voice])[found.made.voice], "back": files.form_back(found), "states": State,
    }  # fmt: skip
    return render(request, "keeping/load/load.html", context)


@door(may_see)
@require_safe
def load_progress(request: HttpRequest, number: int) -> HttpResponse:
    """How far the work on a load has come, for the script of its page."""
    found = _load(request, number)
    done, of, _quiet = how_far(f"load:{number}") or (0, 0, 0.0)
    return JsonResponse({"working": found.state in WORKING, "done": done, "of": of})


@door(may_work_on)
@require_http_methods(["GET", "HEAD", "POST"])
def load_doubts(request: HttpRequest, number: int) -> HttpResponse:
    """`?page=`: the doubtful rows, to be decided on one by one."""
    found, who = _load(request, number), request.who  # type: ignore[attr-defined]
    require(rules.may_be_decided(found.state))
    shown = Paginator(queries.rows_of(number, Outcome.DOUBTFUL), DOUBTS).get_page(request.GET.get("page"))
    each = page.doubts(found, shown.object_list, queries.wording(found))
    asked = [(one["number"], one["called"], one["offered"], one["decided"]) for one in each]
    form = DoubtsForm(asked, request.POST or None)
    if request.method == "POST" and form.is_valid():
        many = actions.decide(number, form.decisions(), by=who.doer)
        messages.success(request, _("Kept: %(n)s decisions.") % {"n": many})
        if shown.has_next():
            return redirect(f"{request.path}?page={shown.next_page_number()}")
        return redirect("load", number)
    rows = [(one, form[f"r{one['number']}"]) for one in each]
    return render(
        request, "keeping/load/doubts.html", {"load": found, "form": form, "rows": rows, "page": shown}
    )


@door(may_work_on)
@require_http_methods(["GET", "HEAD", "POST"])
def load_confirm(request: HttpRequest, number: int) -> HttpResponse:
    """What loading will do, and the deed."""
    found, who = _load(request, number), request.who  # type: ignore[attr-defined]
    counted = queries.counted([number])[number]
    verdict = rules.may_be_loaded(found.state, counted.to_take)
    if request.method == "POST":
        actions.confirm(number, by=who.doer)
        return _go_on(request, number)
    return render(request, "keeping/load/confirm.html", {"load": found, "n": counted, "verdict": verdict})


@door(may_work_on)
@require_http_methods(["GET", "HEAD", "POST"])
def load_withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Take back all that a load has stated, with the reason."""
    found, who = _load(request, number), request.who  # type: ignore[attr-defined]
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_withdrawal(number, by=who.doer, why=form.cleaned_data["why"])
        except Refused as refused:
            form.add_error(None, str(refused.verdict.reason))
        else:
            return _go_on(request, number)
    counted = queries.counted([number])[number]
    return render(request, "keeping/load/withdraw.html", {"load": found, "form": form, "n": counted})


@door(may_work_on)
@require_POST
def load_aside(request: HttpRequest, number: int) -> HttpResponse:
    """Set a file aside unloaded."""
    actions.set_aside(number, by=request.who.doer)  # type: ignore[attr-defined]
    messages.success(request, _("Set aside. Nothing of it was loaded."))
    return redirect("loads")


@door(may_work_on)
@require_POST
def load_again(request: HttpRequest, number: int) -> HttpResponse:
    """Begin work again that has stopped."""
    actions.begin_again(number, by=request.who.doer)  # type: ignore[attr-defined]
    return _go_on(request, number)


@door(may_see)
@require_safe
def load_back(request: HttpRequest, number: int) -> HttpResponse:
    """The rows that are not loaded, as a file like the one that was sent, with the reason in a column of its own."""
    found = _load(request, number)
    made = files.rows_back(found, queries.rows_back(number), queries.wording(found))
    return _sent(made, files.name_back(found), files.form_back(found))
