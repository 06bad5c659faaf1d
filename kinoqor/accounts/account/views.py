"""One's own page, the hat, what is kept, and the way out."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.accounts.account.actions import erase as erase_account
from kinoqor.accounts.account.forms import ErasureForm, SelfForm
from kinoqor.accounts.account.queries import everything
from kinoqor.accounts.account.rules import may_be_erased
from kinoqor.accounts.consent.actions import give_consent
from kinoqor.accounts.consent.queries import latest_of, stands
from kinoqor.accounts.notice.letters import own_language
from kinoqor.accounts.role.access import signed_in
from kinoqor.accounts.role.queries import HAT
from kinoqor.accounts.signin.queries import factors
from kinoqor.accounts.signin.queries import sessions as open_sessions
from kinoqor.accounts.signin.words import STEPS
from kinoqor.accounts.user.actions import describe_user
from kinoqor.kit.verdict import Refused
from kinoqor.ui import pack
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_json, for_reader_only


@door(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Who the reader is here: name, language of letters, seats, and the ways to everything else of theirs."""
    who: Any = request.who  # type: ignore[attr-defined]
    form = SelfForm(
        request.POST or None, initial={"name": who.user.name, "language": who.user.language or own_language()}
    )
    if request.method == "POST" and form.is_valid():
        describe_user(who.number, form.cleaned_data["name"], form.cleaned_data["language"], by=who.doer)
        messages.success(request, _("Your name and language are kept."))
        return redirect("account")
    kinds = factors(who.number)
    context = {
        "form": form,
        "steps": [str(words) for kind, words in STEPS.items() if kind in kinds],
        "sessions": len(open_sessions(who.number)),
    }
    return render(request, "accounts/account/account.html", context)


@door(signed_in)
@require_POST
def hat(request: HttpRequest) -> HttpResponse:
    """Put on one of one's seats. It stays on until another is chosen or the session ends."""
    who: Any = request.who  # type: ignore[attr-defined]
    chosen = request.POST.get("seat", "")
    seat = next((each for each in who.seats if str(each.pk) == chosen), None)
    if seat is None:
        messages.error(request, _("You do not hold this seat today."))
    else:
        request.session[HAT] = seat.pk
        messages.success(request, _("You act as %(seat)s now.") % {"seat": seat})
    back = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return redirect(back if own else "account")


@door(signed_in)
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Everything that is kept about the reader, as a file."""
    who: Any = request.who  # type: ignore[attr-defined]
    answer = for_reader_only(as_json(everything(who.user)))
    answer["Content-Disposition"] = f'attachment; filename="kinoqor-{who.number}.json"'
    return answer


@door(signed_in)
@reauthentication_required  # type: ignore[untyped-decorator]
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """What erasing means, and the erasing; asked for the password or the second step before."""
    who: Any = request.who  # type: ignore[attr-defined]
    clause = pack.text("clause_staff")
    verdict = may_be_erased(any(seat.staff for seat in who.seats), clause)
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and verdict and form.is_valid():
        try:
            erase_account(who.number, clause, by=who.doer)
        except Refused as refused:
            verdict = refused.verdict
        else:
            logout(request)
            messages.success(request, _("Your account is erased."))
            return redirect("home")
    context = {"form": form, "verdict": verdict, "clause": pack.text("clause_erasure")}
    return render(request, "accounts/account/erase.html", context)


@door(anyone)
@require_safe
def consent(request: HttpRequest) -> HttpResponse:
    """What is kept about people with an account, and why: the operator's text; and when the reader agreed to it."""
    who: Any = request.who  # type: ignore[attr-defined]
    given = latest_of(who.number) if who.known else None
    context = {"text": pack.text("consent"), "given": given, "stands": given is not None and stands(given)}
    return render(request, "accounts/account/consent.html", context)


@door(signed_in)
@require_POST
def consent_give(request: HttpRequest) -> HttpResponse:
    """Agree to the text as it stands now."""
    who: Any = request.who  # type: ignore[attr-defined]
    give_consent(who.number, own_language(), by=who.doer)
    messages.success(request, _("Your consent to the text as it stands now is kept."))
    return redirect("consent")
