"""The pages on which officers write the lists of a draft: the list, one entry of it, and taking it out."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.funding.call import queries
from kinoqor.funding.call.actions import amend
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.adapters.editing import doors
from kinoqor.funding.draft import rules
from kinoqor.funding.draft.access import may_write
from kinoqor.funding.draft.adapters.shown import differences, stacks
from kinoqor.funding.draft.forms import EntryForm
from kinoqor.funding.draft.words import CRITERIA, LISTS, PAPERS, List
from kinoqor.funding.programme.queries import known_parameters
from kinoqor.kit.document import Faulty
from kinoqor.kit.verdict import Refused, require
from kinoqor.ui.door import door

HOME = "funding/draft/"


def _open(ref: str, name: str) -> tuple[Any, List]:
    draft, of = queries.draft(ref), LISTS.get(name)
    if draft is None or of is None:
        raise Http404
    return draft, of


def _common(ref: str, draft: Any, of: List) -> dict[str, Any]:
    return {"ref": ref, "list": of, "code": of.code, "doors": doors(ref, draft.terms)}


@door(may_write)
@require_safe
def entries(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """A list of a draft, in its order."""
    draft, of = _open(ref, name)
    terms = queries.terms_of(draft)
    weights = [each.weight for each in terms.criteria]
    known = name == CRITERIA and weights and None not in weights
    shown = {"stacks": stacks(of, terms), "by_stage": name == PAPERS, "call": spoken.told(terms.name)}
    total = sum(weight or 0 for weight in weights) if known else None
    return render(request, HOME + "list.html", _common(ref, draft, of) | shown | {"total": total})


@door(may_write)
@require_http_methods(["GET", "HEAD", "POST"])
def entry_new(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """`?stage=`: a new entry, at the end of its list."""
    return _entry(request, ref, name, "")


@door(may_write)
@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, ref: str, name: str, key: str) -> HttpResponse:
    """An entry of a list; nothing is saved that cannot be read, and nothing over what somebody else saved meanwhile."""
    return _entry(request, ref, name, key)


def _entry(request: HttpRequest, ref: str, name: str, key: str) -> HttpResponse:
    draft, of = _open(ref, name)
    stands = rules.entry(draft.terms, name, key) if key else None
    if key and stands is None and request.method != "POST":
        raise Http404
    form = EntryForm(
        of, draft.terms, key, known_parameters(draft.call.programme), request.POST or None,
        initial={"stage": request.GET.get("stage", "")} if not key else {},
    )  # fmt: skip
    seen, told = request.POST.get("seen", rules.seen(stands)), None
    if request.method == "POST" and form.is_valid():
        try:
            amend(ref, f"{name}.{form.new_key()}", lambda now: form.change(now, seen), by=_doer(request))
        except (Refused, Faulty) as refused:
            form, stands = _once_more(request, form, ref)
            seen, told = rules.seen(stands), differences(of, stands, form.said())
            form.add_error(None, _why(refused))
        else:
            messages.success(request, _("Saved in the draft. Applicants see nothing of it yet."))
            return _back(ref, name, form.new_key())
    title = _title(draft, of, key) or key or of.added
    base = request.POST.get("base") if told is None else None
    more = {
        "form": form, "key": key, "title": title, "seen": seen, "told": told, "gone": bool(key) and stands is None,
        "base": base or json.dumps(stands, ensure_ascii=False),
    }  # fmt: skip
    return render(request, HOME + "entry.html", _common(ref, draft, of) | more)


def _title(draft: Any, of: List, key: str) -> str:
    rows = [row for stack in stacks(of, queries.terms_of(draft)) for row in stack.rows] if key else []
    return next((row.name for row in rows if row.key == key), "")


def _once_more(request: HttpRequest, form: EntryForm, ref: str) -> tuple[EntryForm, dict[str, Any] | None]:
    """The page of an entry that somebody else has changed meanwhile, and the entry as it stands now."""
    draft, of = _open(ref, form.of.code)
    stands = rules.entry(draft.terms, of.code, form.key) if form.key else None
    try:
        base = json.loads(request.POST.get("base", ""))
    except ValueError:
        base = None
    typed = form.once_more(stands, base) if isinstance(base, dict) else request.POST
    again = EntryForm(of, draft.terms, form.key, known_parameters(draft.call.programme), typed)
    return (again, stands) if again.is_valid() else (form, stands)


def _why(refused: Refused | Faulty) -> str:
    if isinstance(refused, Faulty):
        return str(refused)
    return f"{refused.verdict.reason} {refused.verdict.way}".strip()


def _back(ref: str, name: str, key: str = "") -> HttpResponse:
    return redirect(reverse("draft-list", args=[ref, name]) + (f"#i-{key}" if key else ""))


def _doer(request: HttpRequest) -> Any:
    return request.who.doer  # type: ignore[attr-defined]


@door(may_write)
@require_http_methods(["GET", "HEAD", "POST"])
def entry_out(request: HttpRequest, ref: str, name: str, key: str) -> HttpResponse:
    """Take an entry out, after one more look at it."""
    draft, of = _open(ref, name)
    stands = rules.entry(draft.terms, name, key)
    if stands is None:
        raise Http404
    seen, refusal = request.POST.get("seen", rules.seen(stands)), ""
    if request.method == "POST":

        def out(now: Mapping[str, Any]) -> dict[str, Any]:
            require(rules.unchanged(now, name, key, seen))
            return rules.without(now, name, key)

        refusal = _tried(request, ref, f"{name}.{key}", out)
        if not refusal:
            messages.success(request, _("Taken out of the draft. What is published stays as it is."))
            return _back(ref, name)
    rows = [row for stack in stacks(of, queries.terms_of(draft)) for row in stack.rows if row.key == key]
    more = {"row": rows[0], "seen": rules.seen(stands), "refusal": refusal}
    return render(request, HOME + "out.html", _common(ref, draft, of) | more)


@door(may_write)
@require_POST
def entry_move(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """Move an entry up or down in its list."""
    _draft, _of = _open(ref, name)
    key, by = request.POST.get("key", ""), {"up": -1, "down": 1}.get(request.POST.get("where", ""), 0)

    def move(now: Mapping[str, Any]) -> dict[str, Any]:
        require(rules.is_there(now, name, key))
        return rules.moved(now, name, key, by)

    refusal = _tried(request, ref, f"{name}.{key}", move)
    if refusal:
        messages.error(request, refusal)
    return _back(ref, name, "" if refusal else key)


def _tried(request: HttpRequest, ref: str, what: str, change: Callable[[Mapping[str, Any]], Any]) -> str:
    """Do a change; the reason where it is refused."""
    try:
        amend(ref, what, change, by=_doer(request))
    except (Refused, Faulty) as refused:
        return _why(refused)
    return ""
