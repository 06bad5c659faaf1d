"""Proposing a correction, following it, and judging it."""

import hashlib
import secrets
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.accounts.role.access import holding, signed_in
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.correction import queries
from kinoqor.keeping.correction.access import may_follow, may_follow_own, may_open
from kinoqor.keeping.correction.actions import accept, refuse
from kinoqor.keeping.correction.actions import propose as propose_fact
from kinoqor.keeping.correction.forms import ProposalForm, RefusalForm, WhatForm
from kinoqor.keeping.correction.rules import Sent, may_send
from kinoqor.keeping.correction.words import SIGNS, Fate, Ground
from kinoqor.keeping.edit.queries import stood, subject
from kinoqor.keeping.edit.words import SAID_OF
from kinoqor.kit.verdict import Refused, Verdict
from kinoqor.ledger.deed.actions import Doer
from kinoqor.register.claim.words import PROPERTIES
from kinoqor.register.face.queries import cards, title
from kinoqor.register.history.queries import one_by_one
from kinoqor.ui.door import anyone, door
from kinoqor.ui.parts import Note, Row
from kinoqor.ui.templatetags.ui import day

PER_PAGE = 30


def _about(ref: str) -> tuple[Any, Any]:
    found, card = subject(ref), cards([ref]).get(ref)
    if found is None or card is None or found.kind not in SAID_OF:
        raise Http404
    return found, card


@door(anyone)
@require_safe
def propose(request: HttpRequest, ref: str) -> HttpResponse:
    """Which fact of a record a proposal is about."""
    about, card = _about(ref)
    if request.GET.get("prop") in SAID_OF[about.kind]:
        return redirect("propose-fact", ref, request.GET["prop"])
    return render(
        request,
        "keeping/correction/what.html",
        {"card": card, "title": title(card), "form": WhatForm(about.kind)},
    )


@door(anyone)
@require_http_methods(["GET", "HEAD", "POST"])
def propose_one(request: HttpRequest, ref: str, prop: str) -> HttpResponse:
    """Propose one fact with its source, with or without an account."""
    about, card = _about(ref)
    if prop not in SAID_OF[about.kind]:
        raise Http404
    who: Any = request.who  # type: ignore[attr-defined]
    form = ProposalForm(
        PROPERTIES[prop], not who.known, request.POST or None, initial={"lang": request.LANGUAGE_CODE}
    )
    refusal: Verdict | None = None
    if request.method == "POST" and form.is_valid():
        refusal = _taken(request, form, who)
        if not refusal:
            return render(
                request, "keeping/correction/fact.html", _page(card, prop, form, ref, refusal), status=403
            )
        secret = secrets.token_urlsafe(24)
        doer = who.doer if who.known else Doer("reader")
        try:
            address = form.cleaned_data.get("address", "")
            propose_fact(ref, form.entry(), who.voice, address, secret, by=doer, subject=ref)
        except Refused as refused:
            refusal = refused.verdict
        else:
            return redirect("receipt", secret)
    return render(request, "keeping/correction/fact.html", _page(card, prop, form, ref, refusal))


def _page(card: Any, prop: str, form: Any, ref: str, refusal: Verdict | None) -> dict[str, Any]:
    return {
        "card": card, "title": title(card), "prop": PROPERTIES[prop], "form": form, "stood": stood(ref, prop),
        "refusal": refusal,
    }  # fmt: skip


def _taken(request: HttpRequest, form: ProposalForm, who: Any) -> Verdict:
    """Whether this sending is taken. The address it came from is counted as a salted digest and never kept."""
    sender = who.voice or request.META.get("REMOTE_ADDR", "")
    key = hashlib.sha256(f"{settings.SECRET_KEY}{sender}".encode()).hexdigest()[:24]
    hour, today, strangers = queries.count_sending(key)
    return may_send(Sent(form.age(), request.POST.get("website", ""), hour, today, strangers, who.known))


@door(may_follow)
@require_safe
def receipt(request: HttpRequest, secret: str) -> HttpResponse:
    """What became of a proposal, at the private address that its proposer was given."""
    found = queries.by_receipt(secret)
    if found is None:
        raise Http404
    answer = render(request, "keeping/correction/receipt.html", _shown(found))
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@door(signed_in)
@require_safe
def own_proposals(request: HttpRequest) -> HttpResponse:
    """`?page=`: what the reader has proposed and what became of it, the newest first."""
    page = Paginator(queries.own(request.who), PER_PAGE).get_page(request.GET.get("page"))  # type: ignore[attr-defined]
    named = cards({one.claim.subject.ref for one in page.object_list})
    rows = [_row(one, named, "own-proposal") for one in page.object_list]
    return render(request, "keeping/correction/own.html", {"page": page, "rows": rows})


@door(may_follow_own)
@require_safe
def own_proposal(request: HttpRequest, number: int) -> HttpResponse:
    """What became of one of the reader's own proposals."""
    found = get_object_or_404(queries.own(request.who), pk=number)  # type: ignore[attr-defined]
    return render(request, "keeping/correction/receipt.html", _shown(found))


def _shown(proposal: Any) -> dict[str, Any]:
    claim = proposal.claim
    card = cards([claim.subject.ref]).get(claim.subject.ref)
    return {
        "proposal": proposal, "claim": claim, "said": one_by_one([claim])[0][1], "prop": PROPERTIES[claim.prop],
        "title": title(card) if card else claim.subject.ref, "page": card.get_absolute_url() if card else "",
        "ground": Ground(proposal.ground).label if proposal.ground else "", "open": proposal.fate == Fate.OPEN,
    }  # fmt: skip


@door(holding(Role.CATALOGUER))
@require_safe
def proposals(request: HttpRequest) -> HttpResponse:
    """`?fate=open|accepted|refused&page=`: what the public proposes, the oldest first."""
    who: Any = request.who  # type: ignore[attr-defined]
    fate = request.GET.get("fate", Fate.OPEN)
    found = queries.visible_to(who).filter(fate=fate if fate in Fate.values else Fate.OPEN)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    named = cards({one.claim.subject.ref for one in page.object_list})
    rows = [_row(one, named, "proposal") for one in page.object_list]
    return render(
        request,
        "keeping/correction/proposals.html",
        {"page": page, "rows": rows, "fates": Fate.choices, "fate": fate},
    )


def _row(one: Any, named: dict[str, Any], page: str) -> Row:
    claim = one.claim
    card = named.get(claim.subject.ref)
    what = title(card) if card else claim.subject.ref
    note = Note(f"{PROPERTIES[claim.prop].label}: {claim.value[:120]}")
    beside = (
        [Note(claim.source.called)] if page == "proposal" else [Note(one.get_fate_display(), SIGNS[one.fate])]
    )
    return Row(what, day(one.made.at), reverse(page, args=[one.pk]), [note], beside)


@door(may_open)
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, number: int) -> HttpResponse:
    """One proposal beside what stands, to be accepted or refused."""
    who: Any = request.who  # type: ignore[attr-defined]
    found = get_object_or_404(queries.visible_to(who), pk=number)
    form = RefusalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            refuse(number, Ground(form.cleaned_data["ground"]), by=who.doer, why=form.cleaned_data["words"])
        except Refused as refused:
            form.add_error(None, str(refused.verdict.reason))
        else:
            messages.success(request, _("Refused. The proposer is told, with your words."))
            return redirect("proposals")
    beside = stood(found.claim.subject.ref, found.claim.prop)
    return render(
        request, "keeping/correction/proposal.html", _shown(found) | {"form": form, "stood": beside}
    )


@door(may_open)
@require_POST
def proposal_accept(request: HttpRequest, number: int) -> HttpResponse:
    """Accept a proposal."""
    who: Any = request.who  # type: ignore[attr-defined]
    accept(number, by=who.doer)
    messages.success(request, _("Accepted. It counts from now on, and the proposer is told."))
    return redirect("proposals")
