"""The desk of a card: what stands, and the pages that change it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.keeping.edit import queries
from kinoqor.keeping.edit.access import may_edit, may_withdraw
from kinoqor.keeping.edit.actions import begin, enter, take_back
from kinoqor.keeping.edit.forms import BeginForm, FactForm, WithdrawForm
from kinoqor.keeping.edit.rules import Entry, read, read_source
from kinoqor.keeping.edit.words import SAID_OF, properties_of
from kinoqor.keeping.twin.adapters.page import rows
from kinoqor.keeping.twin.queries import pairs_of
from kinoqor.kit.names import script_of
from kinoqor.kit.presence import arrive
from kinoqor.kit.verdict import Refused
from kinoqor.register.card.words import DATED_BY, NAMED_BY
from kinoqor.register.claim.words import PROPERTIES, Property
from kinoqor.register.face.queries import cards, title
from kinoqor.register.subject.words import Kind
from kinoqor.ui.door import door

NEW_KINDS = {"film": Kind.WORK, "person": Kind.PERSON, "organisation": Kind.ORGANISATION}


def _about(ref: str) -> tuple[Any, Any]:
    found = queries.subject(ref)
    if found is None or found.kind not in SAID_OF:
        raise Http404
    return found, cards([ref]).get(ref)


def _prop(about: Any, code: str) -> Property:
    if code not in SAID_OF[about.kind]:
        raise Http404
    return PROPERTIES[code]


@door(may_edit)
@require_safe
def card_edit(request: HttpRequest, ref: str) -> HttpResponse:
    """The desk of one card: every property with what stands of it, and who else is here."""
    about, card = _about(ref)
    by_prop: dict[str, list[queries.Stood]] = {}
    for one in queries.stood(ref):
        by_prop.setdefault(one.claims[0].prop, []).append(one)
    who: Any = request.who  # type: ignore[attr-defined]
    every = properties_of(about.kind)
    context = {
        "about": about,
        "title": title(card) if card else ref,
        "page": card.get_absolute_url() if card else "",
        "parts": [(prop, by_prop[prop.code]) for prop in every if prop.code in by_prop],
        "unsaid": [prop for prop in every if prop.code not in by_prop],
        "others": queries.present(ref, who.number),
        "changed": request.GET.get("changed", ""),
        "twins": rows(list(pairs_of(ref))),
        "state": queries.completeness(card) if card else None,
    }
    return render(request, "keeping/edit/card.html", context)


@door(may_edit)
@require_POST
def card_here(request: HttpRequest, ref: str) -> HttpResponse:
    """A sign that the reader is at the card; who else is."""
    who: Any = request.who  # type: ignore[attr-defined]
    _about(ref)
    arrive(f"card:{ref}", who.number)
    return JsonResponse({"others": queries.present(ref, who.number)})


@door(may_edit)
@require_http_methods(["GET", "HEAD", "POST"])
def fact(request: HttpRequest, ref: str, prop: str) -> HttpResponse:
    """Add to a property or correct it: a form, a page that shows what will change, the deed."""
    about, card = _about(ref)
    of, who = _prop(about, prop), request.who  # type: ignore[attr-defined]
    form = FactForm(of, request.POST or None, initial={"lang": request.LANGUAGE_CODE})
    leads = request.POST.get("leads", request.GET.get("leads", "")) == "1"
    seen = request.POST.get("seen", "")
    context = {
        "about": about, "card": card, "title": title(card) if card else ref, "prop": of, "form": form, "leads": leads,
        "seen": int(seen) if seen.isdigit() else queries.newest(about.pk, prop),
        "stood": queries.stood(ref, prop), "others": queries.present(ref, who.number), "refusal": None,
    }  # fmt: skip
    if request.method != "POST" or not form.is_valid():
        return render(request, "keeping/edit/fact.html", context)
    entry = form.entry()
    if _said_already(context["stood"], entry, leads):
        form.add_error(None, _("This source says so already; nothing would change."))
        return render(request, "keeping/edit/fact.html", context)
    if request.POST.get("sure") == "1":
        try:
            enter(ref, entry, leads, context["seen"], by=who.doer, subject=ref, why=entry.note)
        except Refused as refused:
            context |= {"refusal": refused.verdict, "seen": queries.newest(about.pk, prop)}
        else:
            messages.success(
                request, _("Kept. The card shows it now, and what was said before stands beside it.")
            )
            return redirect(f"{reverse('card-edit', args=[ref])}?changed={prop}#p-{prop}")
    return render(request, "keeping/edit/check.html", context | {"entry": entry, "shown": _shown(of, entry)})


def _said_already(stood: list[queries.Stood], entry: Entry, leads: bool) -> bool:
    return any(
        (claim.value, claim.lang, claim.qualifiers, claim.source.address, one.preferred)
        == (entry.value, entry.lang, entry.qualifiers, entry.source, leads)
        for one in stood
        for claim in one.claims
    )


def _shown(prop: Property, entry: Entry) -> str:
    """The value in words of the page's language."""
    if entry.target:
        found = cards([entry.target]).get(entry.target)
        return str(title(found)) if found else entry.target
    labels = dict(queries.codes_of(prop.code))
    return labels.get(entry.value, entry.value)


@door(may_withdraw)
@require_http_methods(["GET", "HEAD", "POST"])
def claim_withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Withdraw one claim, with the reason."""
    claim, who = queries.standing_claim(number), request.who  # type: ignore[attr-defined]
    if claim is None:
        raise Http404
    ref, seen = queries.shown_of(claim), request.POST.get("seen", "")
    form = WithdrawForm(request.POST or None)
    context = {
        "form": form, "one": queries.in_words([claim])[0], "ref": ref, "prop": PROPERTIES.get(claim.prop),
        "refusal": None,
        "seen": int(seen) if seen.isdigit() else queries.newest(claim.subject_id, claim.prop),
    }  # fmt: skip
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        try:
            take_back(ref, number, context["seen"], by=who.doer, subject=ref, why=why)
        except Refused as refused:
            context |= {"refusal": refused.verdict, "seen": queries.newest(claim.subject_id, claim.prop)}
        else:
            messages.success(request, _("Withdrawn. It stays to be read in the history, with your reason."))
            return redirect(f"{reverse('card-edit', args=[ref])}#p-{claim.prop}")
    return render(request, "keeping/edit/withdraw.html", context)


@door(may_edit)
@require_http_methods(["GET", "HEAD", "POST"])
def card_new(request: HttpRequest, kind: str) -> HttpResponse:
    """Begin a record; what is called alike is shown first."""
    if kind not in NEW_KINDS:
        raise Http404
    form = BeginForm(request.POST or None, initial={"lang": request.LANGUAGE_CODE})
    alike: list[Any] = []
    if request.method == "POST" and form.is_valid():
        entries = _entries(NEW_KINDS[kind], form)
        alike = queries.look_alikes(form.cleaned_data["name"], NEW_KINDS[kind])
        if entries and (form.cleaned_data["other"] or not alike):
            who: Any = request.who  # type: ignore[attr-defined]
            ref = begin(NEW_KINDS[kind], entries, by=who.doer)
            messages.success(request, _("The record is begun. Say more of it here."))
            return redirect("card-edit", ref)
    return render(
        request, "keeping/edit/new.html", {"form": form, "alike": alike, "kind": NEW_KINDS[kind].label}
    )


def _entries(kind: str, form: forms.Form) -> list[Entry]:
    """The first things said of a new record; empty where something is wrong, which the form then says."""
    said = form.cleaned_data
    found = []
    try:
        source = read_source(said["source"])
        name = read(PROPERTIES[NAMED_BY[kind]], said["name"])
        found.append(Entry(NAMED_BY[kind], name, source, lang=said["lang"], script=script_of(name)))
        if said["date"]:
            found.append(Entry(DATED_BY[kind], read(PROPERTIES[DATED_BY[kind]], said["date"]), source))
    except ValueError as wrong:
        form.add_error(None, str(wrong))
        return []
    return found
