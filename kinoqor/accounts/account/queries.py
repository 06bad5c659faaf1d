"""Everything that the house keeps about one person."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.utils.module_loading import import_string

from kinoqor.accounts.consent.models import Consent
from kinoqor.accounts.notice.models import Choice
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.user.models import User
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.queries import letters_to


def everything(user: User) -> dict[str, Any]:
    """What is kept about a person, as plain values: account, addresses, seats, deeds, letters, consents, sessions."""
    voice = user.doer.voice
    return {
        "account": {
            "number": user.pk,
            "name": user.name,
            "email": user.email,
            "language": user.language,
            "register": user.person_ref,
            "opened": user.joined.isoformat(),
        },
        "addresses": list(EmailAddress.objects.filter(user=user).values("email", "verified", "primary")),
        "second_steps": list(
            Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")
        ),
        "other_sign_ins": list(
            SocialAccount.objects.filter(user=user).values("provider", "uid", "date_joined")
        ),
        "seats": _seats(user.pk),
        "notices": dict(Choice.objects.filter(user=user).values_list("notice", "manner")),
        "consents": [
            {"text_sha256": each.text_digest, "language": each.language, "at": each.given.at.isoformat()}
            for each in Consent.objects.filter(user=user).select_related("given")
        ],
        "sessions": list(
            UserSession.objects.filter(user=user).values("ip", "user_agent", "created_at", "last_seen_at")
        ),
        "letters": _letters(voice),
        "deeds": list(
            Deed.objects.filter(voice=voice)
            .order_by("pk")
            .values("at", "code", "hat", "subject", "why", "details")
        ),
        "done_by_others": _done_by_others(user),
    } | {name: import_string(place)(voice) for name, place in settings.KEPT_ABOUT.items()}


def _letters(voice: str) -> list[dict[str, str]]:
    return [
        {
            "at": letter.at.isoformat(),
            "kind": letter.kind,
            "language": letter.language,
            "subject": letter.subject_line,
            "text": letter.text,
            "digest": letter.digest,
            "sent_to": letter.sending.address,
            "state": letter.sending.state,
        }
        for letter in letters_to(voice)
    ]


def _done_by_others(user: User) -> list[dict[str, Any]]:
    """What others did to this account: its opening, its seats; by a range of codes, since the journal is long."""
    found = Deed.objects.filter(code__gte="accounts.", code__lt="accounts/", details__user=user.pk)
    rows = found.exclude(voice=user.doer.voice).order_by("pk").values("at", "code", "why", "details")
    return [dict(row) for row in rows]


def _seats(user: int) -> list[dict[str, str | None]]:
    return [
        {
            "role": seat.role,
            "organisation": seat.organisation.name,
            "act": seat.act,
            "since": seat.since.isoformat(),
            "until": seat.until.isoformat() if seat.until else None,
        }
        for seat in Seat.objects.filter(user=user).select_related("organisation").order_by("since")
    ]
