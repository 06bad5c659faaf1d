"""The pages of a call: for everybody the list, the call and the check; for officers the draft and its publishing."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.accounts.role.access import holding
from kinoqor.accounts.role.words import Role
from kinoqor.funding.call import queries, rules
from kinoqor.funding.call.access import may_keep, may_see
from kinoqor.funding.call.actions import annul, begin_call, begin_draft, drop, edit, note_step, publish
from kinoqor.funding.call.adapters import page, spoken, timeline
from kinoqor.funding.call.adapters.editing import PARTS, changes, doors
from kinoqor.funding.call.adapters.judged import judged, papers
from kinoqor.funding.call.forms import CheckForm, NewForm, PartForm, RevisionForm, StepForm, WhyForm
from kinoqor.funding.call.words import Standing
from kinoqor.funding.programme.queries import programmes
from kinoqor.kit.calendar import SECOND
from kinoqor.kit.document import Faulty
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import anyone, door

OPEN = (Standing.OPEN, Standing.COMING, Standing.ANNOUNCED)


@door(anyone)
@require_safe
def calls(request: HttpRequest) -> HttpResponse:
    """Every call: what is open, what comes, what was."""
    now = timezone.now()
    found = [(each, queries.terms_of(each)) for each in queries.all_published()]
    found.sort(key=lambda pair: (_ends(pair[1], now), -pair[0].call_id))
    live = [pair for pair in found if _standing(pair, now) in OPEN]
    past = [pair for pair in found if pair not in live]
    context = {
        "live": page.listed(live, now), "past": page.listed(past, now),
        "programmes": _programmes(),
    }  # fmt: skip
    return render(request, "funding/call/calls.html", context)


def _programmes() -> list[tuple[str, str, str]]:
    return [(each.ref, spoken.told(each.name), spoken.told(each.operator)) for each in programmes()]


def _standing(pair: Any, now: Any) -> Standing:
    return rules.standing(pair[1], now, bool(pair[0].call.annulled_id))


def _ends(terms: Any, now: Any) -> float:
    return -terms.ends.timestamp() if terms.ends and terms.ends <= now else 0.0


@door(may_see)
@require_safe
def call(request: HttpRequest, ref: str) -> HttpResponse:
    """What, for whom, how much, when, how it is judged, what happens next."""
    version = queries.published(ref)
    if version is None:
        raise Http404
    return render(request, "funding/call/call.html", context_of(version))


@door(may_see)
@require_safe
def call_version(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """An earlier version of a call as it stood, for whoever was judged by it."""
    version, now = queries.numbered(ref, number), queries.published(ref)
    if version is None:
        raise Http404
    replaced = now is not None and now.number != number
    return render(request, "funding/call/call.html", context_of(version) | {"replaced": replaced})


def context_of(version: Any) -> dict[str, Any]:
    """What the page of a version shows."""
    now, terms = timezone.now(), queries.terms_of(version)
    lines = timeline.lines(terms, queries.happened(version.call), now)
    counted = min(now, terms.ends - SECOND) if terms.ends else now
    shown = page.shown(version, terms, queries.conditions_on(version, counted), now)
    versions = list(queries.history(version.call.ref))
    more = {
        "limit_day": spoken.local(counted, terms.zone), "lines": lines,
        "drawing": timeline.drawn(lines, terms, now), "versions": versions, "version": version,
        "apply": _address("application-new", version.call.ref) if shown["open"] else "",
        "reruns": queries.reruns(version.call),
    }  # fmt: skip
    return shown | more


def _address(name: str, ref: str) -> str:
    """The address of a page of a room above; nothing where this house has no such page."""
    try:
        return reverse(name, kwargs={"ref": ref})
    except NoReverseMatch:
        return ""


@door(may_see)
@require_safe
def call_check(request: HttpRequest, ref: str) -> HttpResponse:
    """`?stream=&kind=&c-…=`: is this call for me? Each no with its clause and the way out. Nothing is kept."""
    version = queries.published(ref)
    if version is None:
        raise Http404
    now, terms = timezone.now(), queries.terms_of(version)
    form = CheckForm(terms, queries.conditions_on(version, now), request.GET or None)
    context = page.shown(version, terms, (), now) | {"form": form}
    if form.is_valid():
        chosen = [
            form.cleaned_data.get(key) or getattr(terms, f"{key}s")[0].code for key in ("stream", "kind")
        ]
        answer = judged(terms, chosen[0], chosen[1], form.answers())
        stage = rules.open_stage(terms, now) or terms.stages[0]
        context |= {
            "answer": answer, "noes": sum(1 for each in answer if not each.verdict and not each.unsure),
            "unsure": sum(1 for each in answer if each.unsure), "papers": papers(terms, stage, *chosen),
            "apply": _address("application-new", ref) if context["open"] else "",
        }  # fmt: skip
    return render(request, "funding/call/check.html", context)


@door(holding(Role.OFFICER))
@require_http_methods(["GET", "HEAD", "POST"])
def desk_calls(request: HttpRequest) -> HttpResponse:
    """Every call with its draft; a new one is begun from an old one."""
    counting = {each.call_id: each for each in queries.all_published()}
    drafts = {each.call_id: each for each in queries.drafts()}
    now = timezone.now()
    rows = [page.kept(each, counting.get(each.pk), drafts.get(each.pk), now) for each in queries.calls()]
    named = [(row.ref, str(row.name)) for row in rows]
    form = NewForm(named, request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            begin_call(data["ref"], data["like"], data["repeats"], by=_doer(request))
        except Refused as refused:
            form.add_error("ref", str(refused.verdict.reason))
        else:
            return redirect("desk-call", data["ref"])
    return render(
        request,
        "funding/call/desk.html",
        {"rows": rows, "form": form if named else None, "programmes": _programmes()},
    )


def _doer(request: HttpRequest) -> Any:
    return request.who.doer  # type: ignore[attr-defined]


@door(may_keep)
@require_safe
def desk_call(request: HttpRequest, ref: str) -> HttpResponse:
    """A call at the desk: what counts, its draft and what that changes, what has happened, its history."""
    return render(request, "funding/call/kept.html", _kept(ref))


def _kept(ref: str) -> dict[str, Any]:
    call, counts, draft = queries.call(ref), queries.published(ref), queries.draft(ref)
    terms = queries.terms_of(counts or draft)  # type: ignore[arg-type]
    return {
        "call": call, "ref": ref, "name": spoken.told(terms.name), "counts": counts, "draft": draft,
        "doors": doors(ref, draft.terms) if draft else [], "versions": list(queries.history(ref)),
        "changes": changes(counts.terms if counts else {}, draft.terms) if draft else [],
        "verdict": queries.may_be_published(draft) if draft else None, "why": WhyForm(), "lines": _lines(counts),
        "note": StepForm(terms.dates) if counts and terms.dates else None,
        "tried": _address("call-quotas", ref) if draft and queries.terms_of(draft).quotas else "",
    }  # fmt: skip


def _lines(version: Any) -> Any:
    if version is None:
        return []
    return timeline.lines(queries.terms_of(version), queries.happened(version.call), timezone.now())


@door(may_keep)
@require_safe
def desk_call_preview(request: HttpRequest, ref: str) -> HttpResponse:
    """A draft as an applicant would see it."""
    draft = queries.draft(ref)
    if draft is None:
        raise Http404
    return render(request, "funding/call/call.html", context_of(draft) | {"preview": True, "apply": ""})


@door(may_keep)
@require_http_methods(["GET", "HEAD", "POST"])
def desk_call_part(request: HttpRequest, ref: str, part: str) -> HttpResponse:
    """A part of a draft as a form; nothing that cannot be read is saved."""
    draft = queries.draft(ref)
    if draft is None or part not in PARTS:
        raise Http404
    told: list[tuple[str, str, str]] = []
    form = PartForm(part, draft.terms, request.POST or None, initial={"revision": draft.revision})
    if request.method == "POST" and form.is_valid():
        try:
            edit(ref, form.cleaned_data["document"], form.cleaned_data["revision"], by=_doer(request))
        except Refused as refused:
            told = changes(draft.terms, form.cleaned_data["document"])
            form = form.once_more(draft.revision)
            form.add_error(None, str(refused.verdict.reason))
        else:
            messages.success(request, _("Saved in the draft. Applicants see nothing of it yet."))
            return redirect("desk-call", ref)
    context = {
        "form": form, "ref": ref, "part": PARTS[part], "code": part, "doors": doors(ref, draft.terms), "told": told,
    }  # fmt: skip
    return render(request, "funding/call/part.html", context)


@door(may_keep)
@require_POST
def desk_call_draft(request: HttpRequest, ref: str) -> HttpResponse:
    """Begin a draft."""
    return _done(request, ref, lambda: begin_draft(ref, by=_doer(request)), _("A draft is begun."))


@door(may_keep)
@require_POST
def desk_call_publish(request: HttpRequest, ref: str) -> HttpResponse:
    """Let a draft count from now on."""
    form = RevisionForm(request.POST)
    revision = form.cleaned_data["revision"] if form.is_valid() else 0
    return _done(
        request,
        ref,
        lambda: publish(ref, revision, by=_doer(request)),
        _("Published. It counts from now on."),
    )


@door(may_keep)
@require_POST
def desk_call_drop(request: HttpRequest, ref: str) -> HttpResponse:
    """Drop a draft."""
    alone = queries.published(ref) is None
    done = _done(request, ref, lambda: drop(ref, by=_doer(request)), _("The draft is dropped."))
    return redirect("desk-calls") if alone else done


@door(may_keep)
@require_POST
def desk_call_step(request: HttpRequest, ref: str) -> HttpResponse:
    """Note when a step happened."""
    version = queries.published(ref)
    form = StepForm(queries.terms_of(version).dates if version else (), request.POST)
    if not form.is_valid():
        messages.error(request, _("Say which step, and on which day."))
        return redirect("desk-call", ref)
    data = form.cleaned_data
    return _done(
        request, ref, lambda: note_step(ref, data["step"], data["day"], data["until"], by=_doer(request)), _("Noted.")
    )  # fmt: skip


@door(may_keep)
@require_POST
def desk_call_annul(request: HttpRequest, ref: str) -> HttpResponse:
    """Annul a call, with the reason."""
    form = WhyForm(request.POST)
    why = form.cleaned_data["why"] if form.is_valid() else ""
    return _done(
        request, ref, lambda: annul(ref, by=_doer(request), why=why),
        _("Annulled. Its page says so, with your reason; begin a new call that repeats it."),
    )  # fmt: skip


def _done(request: HttpRequest, ref: str, deed: Callable[[], object], said: str) -> HttpResponse:
    """Do a deed and go back to the call, with what came of it in words."""
    try:
        deed()
    except Refused as refused:
        messages.error(request, f"{refused.verdict.reason} {refused.verdict.way}")
    except Faulty as faulty:
        messages.error(request, str(faulty))
    else:
        messages.success(request, said)
    return redirect("desk-call", ref)
