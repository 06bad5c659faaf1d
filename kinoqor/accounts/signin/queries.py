"""Questions about factors and sessions."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from kinoqor.accounts.user.models import User

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def factors(user: int) -> list[str]:
    """The kinds of second steps that an account has, one entry for each."""
    return list(Authenticator.objects.filter(user=user, type__in=FACTORS).values_list("type", flat=True))


def sessions(user: int) -> list[UserSession]:
    """The sessions of a person that still stand, the newest first."""
    found = list(UserSession.objects.filter(user=user).order_by("-last_seen_at", "-pk"))
    keys = [each.session_key for each in found]
    open_now = set(
        Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now()).values_list(
            "session_key", flat=True
        )
    )
    return [each for each in found if each.session_key in open_now]


def expired() -> bool:
    """Whether there are sessions that stand no more and were not ended by anybody."""
    return Session.objects.filter(expire_date__lte=timezone.now()).exists()


def owner_of(address: str) -> int | None:
    """Whose account has this e-mail address."""
    known = EmailAddress.objects.filter(email__iexact=address).values_list("user", flat=True)
    return known.first() or User.objects.filter(email__iexact=address).values_list("pk", flat=True).first()


def is_session(number: int | None, key: str | None) -> bool:
    """Whether a session by this number is the one with this key."""
    return bool(UserSession.objects.filter(pk=number, session_key=key).exists())
