"""Questions about proposals."""

import hashlib
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.utils import timezone

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.correction.models import Proposal
from kinoqor.keeping.correction.words import A_DAY, AN_HOUR, KEPT_DAYS, Fate
from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.twin.queries import own_refs
from kinoqor.register.claim.queries import standing, waiting


def proposals() -> QuerySet[Proposal]:
    """Every proposal with its claim, the oldest first."""
    return Proposal.objects.select_related(
        "claim",
        "claim__subject",
        "claim__source",
        "claim__target",
        "claim__stated",
        "claim__withdrawn",
        "made",
        "judged",
    ).order_by("pk")


def visible_to(who: Who) -> QuerySet[Proposal]:
    """What a reader may see of them: a cataloguer all but those about themselves, anyone else their own."""
    if who.holds(Role.CATALOGUER):
        own = own_refs(who)
        about = Q(claim__subject__ref__in=own) | Q(claim__target__ref__in=own)
        return proposals().exclude(about) if own else proposals()
    return proposals().filter(proposer=who.voice) if who.known else Proposal.objects.none()


def own(who: Who) -> QuerySet[Proposal]:
    """What a reader has proposed themselves, under whichever seat, the newest first."""
    mine = proposals().filter(proposer=who.voice) if who.known else Proposal.objects.none()
    return mine.order_by("-pk")


def addresses_to_empty() -> QuerySet[Proposal]:
    """The proposals of strangers whose answer is so old that their address is not needed any more."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    return Proposal.objects.filter(judged__at__lt=before).exclude(address="")


def kept_about(voice: str) -> list[dict[str, Any]]:
    """What is kept of a person's proposals, as plain values."""
    return [
        {
            "record": one.claim.subject.ref,
            "property": one.claim.prop,
            "value": one.claim.value,
            "source": one.claim.source.address,
            "note": one.claim.note,
            "language": one.language,
            "at": one.made.at.isoformat(),
            "fate": one.fate,
            "ground": one.ground,
            "answered": one.judged.at.isoformat() if one.judged else None,
        }
        for one in proposals().filter(proposer=voice).exclude(proposer="")
    ]


def how_many_open(who: Who) -> int:
    """How many proposals wait that this reader may judge."""
    found = visible_to(who).filter(fate=Fate.OPEN)
    return found.exclude(proposer=who.voice).count()


def by_receipt(secret: str) -> Proposal | None:
    """The proposal of a private address."""
    return proposals().filter(receipt=hashed(secret)).first()


def hashed(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def says_so_already(about: int, entry: Entry) -> Any:
    """A standing claim that says the same of the same source, if there is one."""
    found = standing().filter(subject=about, prop=entry.prop, value=entry.value, lang=entry.lang)
    return found.filter(source__address=entry.source).select_related("source").first()


def proposed_already(about: int, entry: Entry) -> bool:
    """Whether the same waits to be judged."""
    same = waiting().filter(subject=about, prop=entry.prop, value=entry.value, lang=entry.lang)
    return same.filter(source__address=entry.source).exists()


def count_sending(key: str) -> tuple[int, int, int]:
    """Sendings of this hour and day from one (hashed) address, and of this hour from all; counts this one."""
    counted = []
    for name, seconds in ((f"sent:h:{key}", AN_HOUR), (f"sent:d:{key}", A_DAY), ("sent:all", AN_HOUR)):
        cache.add(name, 0, seconds)
        counted.append(cache.incr(name) - 1)
    return counted[0], counted[1], counted[2]
