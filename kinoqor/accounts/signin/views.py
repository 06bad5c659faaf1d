"""The second step and its confirming, one’s own sessions, and the way to another house’s sign-in."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account import views as account_views
from allauth.account.authentication import get_authentication_records
from allauth.account.decorators import reauthentication_required
from allauth.mfa.base import views as mfa_views
from allauth.mfa.webauthn import views as passkey_views
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.accounts.role.access import signed_in
from kinoqor.accounts.signin.access import may_end_session, may_end_sessions_of
from kinoqor.accounts.signin.actions import end_sessions, renew_session
from kinoqor.accounts.signin.adapters.elsewhere import Elsewhere
from kinoqor.accounts.signin.queries import factors, is_session
from kinoqor.accounts.signin.queries import sessions as sessions_of
from kinoqor.accounts.signin.rules import device
from kinoqor.kit.watch import note
from kinoqor.ui.door import FORM, anyone, door


@door(anyone)
@require_safe
def old_signin(request: HttpRequest) -> HttpResponse:
    """The address that sign-in had before."""
    return redirect("account_login", permanent=True)


@door(signed_in)
@require_safe
def second_step(request: HttpRequest) -> HttpResponse:
    """`?next=`: to the page that confirms the second step, or to the one that sets it up; then back."""
    who: Any = request.who  # type: ignore[attr-defined]
    back = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = reverse("account")
    kinds = factors(who.number)
    if not kinds:
        messages.info(request, _("Your seat opens once your account has a second step. Set one up here."))
        return redirect("mfa_index")
    if who.strong:
        return redirect(back)
    way = "mfa_reauthenticate" if "totp" in kinds else "mfa_reauthenticate_webauthn"
    return redirect(f"{reverse(way)}?{urlencode({'next': back})}")


@door(signed_in)
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """Where the reader is signed in, each to be ended."""
    who: Any = request.who  # type: ignore[attr-defined]
    found = sessions_of(who.number)
    shown = [(each, device(each.user_agent)) for each in found]
    context = {"sessions": shown, "here": request.session.session_key, "others": len(found) > 1}
    return render(request, "accounts/signin/sessions.html", context)


def _is_another(request: HttpRequest) -> bool:
    """Whether the session to be ended is not the reader's present one, which anyone may leave at once."""
    asked = request.resolver_match.kwargs.get("number") if request.resolver_match else None
    return not is_session(asked, request.session.session_key)


@door(may_end_session)
@require_POST
@reauthentication_required(enabled=_is_another)  # type: ignore[untyped-decorator]
def session_end(request: HttpRequest, number: int) -> HttpResponse:
    """End one session."""
    who: Any = request.who  # type: ignore[attr-defined]
    end_sessions(who.number, [number], by=who.doer)
    _leave_where_ended(request)
    messages.success(request, _("The session is ended."))
    return redirect("sessions")


@door(signed_in)
@require_POST
@reauthentication_required  # type: ignore[untyped-decorator]
def sessions_end(request: HttpRequest) -> HttpResponse:
    """End all sessions but this one."""
    who: Any = request.who  # type: ignore[attr-defined]
    others = [each.pk for each in sessions_of(who.number) if each.session_key != request.session.session_key]
    n = end_sessions(who.number, others, by=who.doer)
    messages.success(request, ngettext("%(n)d session is ended.", "%(n)d sessions are ended.", n) % {"n": n})
    return redirect("sessions")


@door(may_end_sessions_of)
@require_POST
def person_sessions_end(request: HttpRequest, number: int) -> HttpResponse:
    """End every session of a person, as when somebody leaves or a device was stolen."""
    who: Any = request.who  # type: ignore[attr-defined]
    n = end_sessions(number, [each.pk for each in sessions_of(number)], by=who.doer)
    _leave_where_ended(request)
    messages.success(request, ngettext("%(n)d session is ended.", "%(n)d sessions are ended.", n) % {"n": n})
    return redirect("holder", number)


def _leave_where_ended(request: HttpRequest) -> None:
    """Sign the reader out in this very request where the session that they act in was among the ended."""
    if not request.session.exists(str(request.session.session_key)):
        logout(request)


def watched(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A page of sign-in around which is told what became of each attempt."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = view(request, *args, **kwargs)
        if request.method == "POST":
            _tell(request, answer)
        return answer

    return asked


def _tell(request: HttpRequest, answer: HttpResponseBase) -> None:
    outcome = {302: "half", 429: "too many"}.get(answer.status_code, "refused")
    known = request.user.is_authenticated
    by = request.resolver_match.url_name if request.resolver_match else ""
    note(
        "sign-in",
        by=by,
        outcome="in" if known else outcome,
        user=request.user.pk,
        address=request.META["REMOTE_ADDR"],
    )


@door(signed_in)
@require_http_methods(FORM)
def confirm(request: HttpRequest) -> HttpResponseBase:
    """`?next=`: show once more by the password that it is you."""
    return _confirmed(request, account_views.reauthenticate)


@door(signed_in)
@require_http_methods(FORM)
def confirm_by_code(request: HttpRequest) -> HttpResponseBase:
    """`?next=`: the same by a code of an app or a recovery code."""
    return _confirmed(request, mfa_views.reauthenticate)


@door(signed_in)
@require_http_methods(FORM)
def confirm_by_passkey(request: HttpRequest) -> HttpResponseBase:
    """`?next=`: the same by a passkey."""
    return _confirmed(request, passkey_views.reauthenticate_webauthn)


def _confirmed(request: HttpRequest, by: Callable[[HttpRequest], HttpResponseBase]) -> HttpResponseBase:
    """What the library answers; once it is confirmed, the session has a new key, so that a stolen one gains nothing."""
    who: Any = request.who  # type: ignore[attr-defined]
    key, shown = request.session.session_key, list(get_authentication_records(request, who.user))
    answer = by(request)
    anew = get_authentication_records(request, who.user) != shown
    if request.method == "POST":
        note(
            "confirmation",
            user=who.number,
            outcome="shown" if anew else "refused",
            address=request.META["REMOTE_ADDR"],
        )
    if request.session.session_key == key and anew:
        request.session.cycle_key()
        renew_session(who.number, str(key), str(request.session.session_key), by=who.doer)
    return answer


@door(anyone)
@require_http_methods(FORM)
def elsewhere(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """`?next=`: the way to another house's sign-in; a plain sentence where it does not answer as it should."""
    # The library takes more from the address (what is asked of the other house); none of it is the reader's to say.
    request.GET = _only(request.GET, "next", "process")  # type: ignore[assignment]
    try:
        answer: HttpResponseBase = OAuth2LoginView.adapter_view(Elsewhere(request, provider_id))(request)
    except SocialApp.DoesNotExist as unknown:
        raise Http404 from unknown
    except (OAuth2Error, OSError, ValueError, KeyError):
        return render(request, "socialaccount/authentication_error.html", {"silent": True}, status=502)
    return answer


def _only(given: QueryDict, *names: str) -> QueryDict:
    return QueryDict(urlencode({name: str(given.get(name)) for name in names if name in given}))


@door(anyone, writes="the other house sends the browser back by GET, and who comes in is kept")
@require_safe
def back_from_elsewhere(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """The way back: signs in whom the other house vouches for, if everything about its answer is right."""
    try:
        answer: HttpResponseBase = OAuth2CallbackView.adapter_view(Elsewhere(request, provider_id))(request)
    except SocialApp.DoesNotExist as unknown:
        raise Http404 from unknown
    except (OSError, ValueError, KeyError):
        answer = render(request, "socialaccount/authentication_error.html", {"silent": True}, status=502)
    _tell(request, answer)
    return answer
