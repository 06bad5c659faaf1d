"""Questions about hands: who may do what with a file."""

import hashlib
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.db.models import QuerySet

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.user.models import User
from kinoqor.funding.hand.models import Hand
from kinoqor.funding.hand.words import INVITED_DAYS, Right

A_DAY = 24 * 3600


def hands_on(holder: str) -> QuerySet[Hand]:
    """Who has a right on a file now, and who is invited, in the order in which they came."""
    return Hand.objects.filter(holder=holder, ended=None).select_related("user", "made").order_by("pk")


def right_on(who: Who, holder: str) -> str:
    """The right of a reader's own hand on a file; empty where they have none."""
    return right_of_user(who.number, holder) if who.number else ""


def right_of_user(user: int, holder: str) -> str:
    """The right of a person on a file; empty where they have none."""
    found = Hand.objects.filter(holder=holder, user=user, ended=None).values_list("right", flat=True)
    return found.first() or ""


def held_by(who: Who, prefix: str) -> list[str]:
    """The files of a kind ("application") on which a reader has a hand."""
    if not who.known:
        return []
    found = Hand.objects.filter(user=who.number, ended=None, holder__startswith=f"{prefix}:")
    return list(found.values_list("holder", flat=True))


def hands_of_all(holders: Collection[str]) -> dict[str, list[User]]:
    """The people with a right on these files now, by the file; one query."""
    found: dict[str, list[User]] = {}
    rows = Hand.objects.filter(holder__in=holders, ended=None).exclude(user=None).select_related("user")
    for hand in rows.order_by("pk"):
        if hand.user is not None:
            found.setdefault(hand.holder, []).append(hand.user)
    return found


def ever_held(user: int, holder: str) -> bool:
    """Whether a person has or had a right on a file."""
    return Hand.objects.filter(user=user, holder=holder).exists()


def hands_ever(user: int, prefix: str) -> QuerySet[Hand]:
    """The hands that a person has or had on files of a kind."""
    return Hand.objects.filter(user=user, holder__startswith=f"{prefix}:")


def hands_among(users: Collection[int], holders: Collection[str]) -> set[tuple[int, str]]:
    """Every pair of one of these people and one of these files on which they have or had a hand; one query."""
    found = Hand.objects.filter(user__in=list(users), holder__in=list(holders))
    return {(user, holder) for user, holder in found.values_list("user", "holder") if user is not None}


def addressees(holder: str) -> list[int]:
    """The people to whom letters about a file go: those who may act for it."""
    hands = Hand.objects.filter(holder=holder, ended=None, right=Right.FILE).exclude(user=None)
    return list(hands.order_by("pk").values_list("user_id", flat=True))


def invited(secret: str) -> Hand | None:
    """The invitation of a private address, if it waits."""
    found = Hand.objects.filter(secret=hashed(secret), user=None, ended=None)
    return found.select_related("made").first()


def too_old(now: datetime) -> QuerySet[Hand]:
    """The invitations that wait and can be taken no more."""
    return Hand.objects.filter(ended=None, user=None, made__at__lt=now - timedelta(days=INVITED_DAYS))


def hashed(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def count_invitation(voice: str) -> int:
    """How many invitations a person has sent in this day before; counts this one."""
    key = f"invited:{voice}"
    cache.add(key, 0, A_DAY)
    try:
        return int(cache.incr(key)) - 1
    except ValueError:  # the day ended between the two
        return 0


def kept_about(voice: str) -> list[dict[str, Any]]:
    """What is kept of a person's rights on files, as plain values."""
    number = voice.removeprefix("user:")
    hands = Hand.objects.filter(user=int(number)) if number.isdigit() else Hand.objects.none()
    return [
        {
            "file": hand.holder,
            "right": hand.right,
            "since": hand.made.at.isoformat(),
            "ended": hand.ended.at.isoformat() if hand.ended else None,
        }
        for hand in hands.select_related("made", "ended").order_by("pk")
    ]
