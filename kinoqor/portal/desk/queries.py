"""Questions of the desk: what waits, what was done lately, and by whom."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from kinoqor.accounts.role.queries import Who
from kinoqor.keeping.correction.models import Proposal
from kinoqor.keeping.correction.queries import own, visible_to
from kinoqor.keeping.correction.words import Fate
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.subject.models import Subject

# Deeds of people by which the record that they are about has changed.
CHANGES = (
    "keeping.edit.entered", "keeping.edit.withdrawn", "keeping.edit.begun", "keeping.correction.accepted",
    "keeping.newcomer.taken", "keeping.twin.judged", "keeping.twin.taken_back",
)  # fmt: skip
WEEK = 7


def open_proposals(who: Who) -> QuerySet[Proposal]:
    """The proposals that wait for this reader, the oldest first; their own are judged by a colleague."""
    return visible_to(who).filter(fate=Fate.OPEN).exclude(proposer=who.voice)


def own_proposals(who: Who) -> QuerySet[Proposal]:
    """What a reader has proposed under the hat that is on or under none, the newest first."""
    hats = ["", who.hat.name] if who.hat else [""]
    return own(who).filter(made__hat__in=hats)


@dataclass(frozen=True, slots=True)
class Change:
    """A record that was changed: its number, the newest deed on it, and who did it."""

    ref: str
    deed: Deed


def changed_by(who: Who, most: int) -> list[Change]:
    """The records that a reader has changed lately under the hat that is on, each once, the newest first."""
    hat = who.hat.name if who.hat else ""
    return _once(Deed.objects.filter(voice=who.voice, hat=hat), most)


def changed_by_others(who: Who, most: int) -> list[Change]:
    """The records that colleagues have changed lately, each once, the newest first."""
    found = Deed.objects.filter(voice__startswith="user:").exclude(voice=who.voice)
    own_record = who.user.person_ref if who.user else ""
    return _once(found.exclude(subject=own_record) if own_record else found, most)


def _once(found: QuerySet[Deed], most: int) -> list[Change]:
    """Looks at four times as many deeds as are shown, since one record is often changed several times in a row."""
    seen: dict[str, Change] = {}
    for deed in found.filter(code__in=CHANGES).order_by("-at", "-pk")[: 4 * most]:
        ref = deed.subject or str((deed.details or {}).get("ref", ""))
        if ref:
            seen.setdefault(ref, Change(ref, deed))
    return list(seen.values())[:most]


def deeds_since(day: date) -> QuerySet[Deed]:
    """The deeds done for their own sake since the beginning of a day, the newest first."""
    return Deed.objects.filter(within=None, at__gte=_midnight(day)).order_by("-at", "-pk")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def week_of(who: Who, today: date) -> list[tuple[date, int]]:
    """The last seven days, today last, each with how many deeds the reader did under the hat that is on."""
    hat, first = who.hat.name if who.hat else "", today - timedelta(days=WEEK - 1)
    found = Deed.objects.filter(voice=who.voice, hat=hat, within=None, at__gte=_midnight(first))
    rows: Any = found.annotate(day=TruncDate("at")).values_list("day").annotate(n=Count("pk")).order_by("day")
    counted = dict(rows)
    return [(day, counted.get(day, 0)) for day in (first + timedelta(days=n) for n in range(WEEK))]


def kind_of(ref: str) -> str:
    """The kind of the subject of this number, or nothing."""
    return Subject.objects.filter(ref=ref).values_list("kind", flat=True).first() or ""
