"""The pages of an order: what is missing, the draft, its papers, its signature in one of two ways, its end."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.order import access, actions, queries
from kinoqor.deciding.order.adapters import page
from kinoqor.deciding.order.adapters.kept import slots
from kinoqor.deciding.order.adapters.national import national, signs_with
from kinoqor.deciding.order.forms import BringForm, DraftForm, SignForm, WhyForm
from kinoqor.deciding.order.rules import steps
from kinoqor.deciding.order.words import Standing
from kinoqor.funding.call.queries import terms_of
from kinoqor.kit.verdict import YES, Refused
from kinoqor.ledger.file.adapters.shown import shown
from kinoqor.ui.door import door

FORM = ["GET", "HEAD", "POST"]


@door(access.may_look)
@require_safe
def order(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The order of a stage: what it lacks, its draft, its papers, its signature; those that fell."""
    terms = queries.terms(ref)
    if terms is None:
        raise Http404
    of = queries.list_of(ref, stage)
    now = queries.current(of) if of else None
    lacks, missed = queries.looked(of, _signed(now)) if of else ([], [])
    context = page.about(ref, stage, terms) | {
        "wants": page.wants(lacks, ref, stage), "there": of is not None, "missed": page.missed(missed, terms),
        "earlier": page.earlier(one for one in queries.orders_of(ref, stage) if one.annulled_id),
    }  # fmt: skip
    return render(request, "deciding/order/order.html", context | _shown(request, now))


def _signed(of: Any) -> bool:
    return of is not None and of.standing == Standing.SIGNED


def _shown(request: HttpRequest, of: Any) -> dict[str, Any]:
    runs = {"runs": request.who.holds(Role.OFFICER)}  # type: ignore[attr-defined]
    if of is None:
        return runs | {"order": None}
    more = {"brought": page.brought(of), "entered": page.entered(of), "left_out": page.left_out(of)}
    return runs | page.seen(of) | more


@door(access.may_look_at)
@require_safe
def order_one(request: HttpRequest, number: int) -> HttpResponse:
    """One order by its number here, those that fell too."""
    of = _order(number)
    context = _about(of) | _shown(request, of) | {"alone": True}
    return render(request, "deciding/order/one.html", context)


@door(access.may_look_at)
@require_safe
def statement(request: HttpRequest, number: int) -> HttpResponse:
    """The short text that is signed, byte for byte, to be saved."""
    of = _order(number)
    if of.statement is None:
        raise Http404
    answer = HttpResponse(of.statement.encode(), content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="order-{of.pk}.json"'
    return answer


@door(access.may_draft)
@require_http_methods(FORM)
def order_draft(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """Draft the order from what the commission approved, or draft it anew."""
    terms, of = queries.terms(ref), queries.list_of(ref, stage)
    if terms is None:
        raise Http404
    before = queries.current(of) if of else None
    initial: dict[str, Any] = {"day": timezone.localdate()}
    if before:
        initial = {"number": before.number, "day": before.day}
        initial |= {f"signer_{lang}": text for lang, text in before.signer.items()}
    form = DraftForm(request.POST or None, initial=initial)

    def done() -> HttpResponse:
        actions.draft(ref, stage, form.draft(), by=_doer(request))
        messages.success(request, _("The order is drafted from what the commission approved."))
        return redirect("order", ref, stage)

    context = page.about(ref, stage, terms) | {"form": form, "before": before}
    return _form(request, form, "deciding/order/draft.html", context, done)


@door(access.may_run)
@require_POST
def order_lay_out(request: HttpRequest, number: int) -> HttpResponse:
    """Lay the papers of a draft out for signing."""
    of = _order(number)
    try:
        actions.lay_out(number, by=_doer(request))
        messages.success(request, _("The papers are laid out for signing."))
    except Refused as refused:
        messages.error(request, f"{refused.verdict.reason} {refused.verdict.way}".strip())
    return redirect("order", of.version.call.ref, of.allocation.stage)


@door(access.may_run)
@require_http_methods(FORM)
def order_sign(request: HttpRequest, number: int) -> HttpResponse:
    """Enter a national signature over the statement; another officer confirms here whose it is."""
    of, bare = _order(number), "confirm" in request.POST
    form = SignForm(None if bare else request.POST or None, request.FILES or None)

    def done() -> HttpResponse:
        if bare:
            actions.sign(number, by=_doer(request))
            messages.success(request, _("Confirmed: the order is signed."))
        else:
            actions.enter(number, form.cleaned_data["signature"], timezone.now(), by=_doer(request))
            messages.success(request, _("The signature holds. Another officer confirms now whose it is."))
        return redirect("order", of.version.call.ref, of.allocation.stage)

    waits = page.entered(of)
    context = _about(of) | page.seen(of) | {
        "form": form, "with": signs_with(), "national": national() is not None, "entered": waits, "own": steps.OWN,
        "mine": waits is not None and waits["voice"] == _doer(request).voice,
    }  # fmt: skip
    return _form(request, form, "deciding/order/sign.html", context, done, bare)


@door(access.may_run)
@require_http_methods(FORM)
def order_hand(request: HttpRequest, number: int) -> HttpResponse:
    """Bring the scan of an order signed by hand; another officer confirms it here or sends it back."""
    of, who = _order(number), request.who  # type: ignore[attr-defined]
    form = BringForm(request.POST if "bring" in request.POST else None, initial={"day": timezone.localdate()})
    back = WhyForm(request.POST if "back" in request.POST else None)
    context = _about(of) | page.seen(of) | {
        "form": form, "back": back, "brought": page.brought(of), "voice": who.voice,
        "slots": shown(queries.holder(number), slots(number).values()), "writes": queries.brought(of) is None,
    }  # fmt: skip

    def done() -> HttpResponse:
        if "confirm" in request.POST:
            seen = request.POST["confirm"]
            actions.confirm(number, int(seen) if seen.isdecimal() else 0, by=who.doer)
            messages.success(request, _("Confirmed: the order is signed."))
            return redirect("order", of.version.call.ref, of.allocation.stage)
        if "back" in request.POST:
            actions.send_back(number, by=who.doer, why=back.cleaned_data["why"].strip())
            messages.success(request, _("Sent back. It may be brought anew."))
        else:
            actions.bring(number, form.cleaned_data["registry"], form.cleaned_data["day"], by=who.doer)
            messages.success(request, _("Brought. Another officer confirms it now."))
        return redirect("order-hand", number)

    asked = back if "back" in request.POST else form
    return _form(request, asked, "deciding/order/hand.html", context, done, "confirm" in request.POST)


@door(access.may_run)
@require_http_methods(FORM)
def order_end(request: HttpRequest, number: int) -> HttpResponse:
    """Drop an order that is not signed, or annul a signed one; with a reason."""
    of, form = _order(number), WhyForm(request.POST or None)
    signed = _signed(of)

    def done() -> HttpResponse:
        why = form.cleaned_data["why"].strip()
        (actions.annul if signed else actions.drop)(number, by=_doer(request), why=why)
        messages.success(request, _("Annulled. The order stays to be read.") if signed else _("Dropped."))
        return redirect("order", of.version.call.ref, of.allocation.stage)

    may = steps.PUBLIC if signed and queries.is_public(of) else YES
    context = _about(of) | page.seen(of) | {"form": form, "signed": signed, "may": may}
    return _form(request, form, "deciding/order/end.html", context, done)


def _form(
    request: HttpRequest, form: Any, template: str, context: dict[str, Any], done: Callable[[], HttpResponse],
    bare: bool = False,
) -> HttpResponse:  # fmt: skip
    """Show a form, or do what it asks; a refusal stands over it. `bare`: what is asked needs no fields."""
    if request.method == "POST" and (bare or form.is_valid()):
        try:
            return done()
        except Refused as refused:
            verdict = refused.verdict
            told = " ".join(filter(None, map(str, (verdict.reason, verdict.clause, verdict.way))))
            if bare:
                messages.error(request, told)
                return redirect(request.path)
            form.add_error(None, told)
    return render(request, template, context)


def _order(number: int) -> Any:
    found = queries.order(number)
    if found is None:
        raise Http404
    return found


def _about(of: Any) -> dict[str, Any]:
    return page.about(of.version.call.ref, of.allocation.stage, terms_of(of.version))


def _doer(request: HttpRequest) -> Any:
    return request.who.doer  # type: ignore[attr-defined]
