"""Questions to the journal: what of it a reader may see, narrowed to what they ask for, piece by piece."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from kinoqor.accounts.notice.queries import visible_to as letters_open_to
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import STAFF, Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.queries import films_of, holder, shut_to
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.deed.words import DOERS
from kinoqor.ledger.letter.models import Letter
from kinoqor.portal.journal.rules import KEPT, TOUCHING_FILES, WAITING, Asked, Scope, scope_of
from kinoqor.register.card.models import Card
from kinoqor.register.claim.models import Claim
from kinoqor.register.identity.models import Merged
from kinoqor.register.identity.queries import refs_with
from kinoqor.register.subject.models import Subject

MOST_COUNTED = 10_000  # beyond this a list says "more than"
MOST_PEOPLE = 200  # people that one name may mean


def scope(who: Who) -> Scope:
    """How much of the journal is open to a reader under the hat that is on."""
    role = who.hat.role if who.hat is not None and not who.needs_second else ""
    return scope_of(who.known, role)


def visible_to(who: Who) -> QuerySet[Deed]:
    """The deeds that a reader may see; the only door to the journal.

    What others did about a file that is shut to the reader by a conflict of interest is left out, and all in its course.
    """
    return _without_shut(_in_scope(who), who)


def _without_shut(found: QuerySet[Deed], who: Who) -> QuerySet[Deed]:
    numbers = shut_to(who) if scope(who) in (Scope.ALL, Scope.KEEPING) else []
    if not numbers:
        return found
    names = [holder(number) for number in numbers]
    about = Q(details__application__in=numbers) | Q(details__holder__in=names) | Q(details__file__in=names)
    told = Q(subject__in=films_of(numbers)) | (about & _begins(TOUCHING_FILES))
    shut = Deed.objects.filter(told).exclude(voice=who.voice).values("pk")
    return found.exclude(pk__in=shut).exclude(within__in=shut)


def _in_scope(who: Who) -> QuerySet[Deed]:
    open_to = scope(who)
    if open_to is Scope.ALL:
        return Deed.objects.all()
    own = Q(voice=who.voice)
    if open_to is Scope.OWN:
        return Deed.objects.filter(own)
    if open_to is Scope.NOTHING:
        return Deed.objects.none()
    found = Deed.objects.filter(_begins(KEPT) | own)
    ref = who.user.person_ref if who.user else ""
    return found.exclude(_begins(WAITING) & Q(subject__in=_same_as(ref))) if ref else found


def _same_as(ref: str) -> QuerySet[Any, Any]:
    """The numbers of a record and of those that are one with it, as a part of another question."""
    led = Merged.objects.filter(Q(subject__ref=ref) | Q(leader__ref=ref)).values("leader")
    return Subject.objects.filter(Q(ref=ref) | Q(pk__in=led) | Q(merged__leader__in=led)).values("ref")


def _begins(codes: Iterable[str]) -> Q:
    found = Q()
    for code in codes:
        found |= Q(code__startswith=code)
    return found


def narrowed(who: Who, asked: Asked) -> QuerySet[Deed]:
    """The deeds that a reader may see and asks for, the newest first; what was done in the course of another is left to
    that one.
    """
    found = visible_to(who).filter(within=None).order_by("-at", "-pk")
    if asked.wrong:
        return found.none()
    if asked.who:
        found = found.filter(voice__in=voices_called(who, asked.who))
    if asked.what:
        one = asked.what.count(".") == 2
        found = found.filter(code=asked.what) if one else found.filter(code__startswith=f"{asked.what}.")
    if asked.about:
        found = found.filter(pk__in=touching(asked.about))
    if asked.seat:
        found = found.filter(hat__in=_hats(asked.seat)).exclude(hat="")
    if asked.since:
        found = found.filter(at__gte=_midnight(asked.since))
    if asked.until:
        found = found.filter(at__lt=_midnight(asked.until + timedelta(days=1)))
    return found


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def voices_called(who: Who, text: str) -> list[str]:
    """The voices that a reader may mean by a name, an address, a number or a word such as "clock".

    Who does not see everything finds their colleagues and themselves, nobody else.
    """
    kind, _sign, number = text.partition(":")
    if kind == "pack":
        return [text]
    houses = [voice for voice, called in DOERS.items() if text.lower() in (voice, str(called).lower())]
    if houses:
        return houses
    words = text.title(), text.capitalize(), text
    named = Q(email=text.lower()) if "@" in text else Q()
    for each in words if "@" not in text else ():
        named |= Q(name__icontains=each)
    named = Q(pk=int(number)) if kind == "user" and number.isdigit() else named
    found = User.objects.filter(named)
    if scope(who) is not Scope.ALL:
        found = found.filter(Q(pk=who.number) | Q(pk__in=Seat.objects.filter(role__in=STAFF).values("user")))
    return [f"user:{pk}" for pk in found.values_list("pk", flat=True)[:MOST_PEOPLE]]


def nameable(who: Who, voices: Iterable[str]) -> set[str]:
    """Those of these voices whose names a reader may read: all, or their colleagues and themselves."""
    listed = set(voices)
    if scope(who) is Scope.ALL:
        return listed
    people = [int(each[5:]) for each in listed if each.startswith("user:") and each[5:].isdigit()]
    known = Seat.objects.filter(user__in=people, role__in=STAFF).values_list("user", flat=True)
    colleagues = {f"user:{pk}" for pk in known} if people else set()
    return {
        each for each in listed if not each.startswith("user:") or each in colleagues or each == who.voice
    }


def touching(ref: str) -> set[int]:
    """The deeds done for their own sake in whose course something happened to a record, or to one that is the same."""
    refs = refs_with(ref)
    claims = Claim.objects.filter(subject__ref__in=refs).values_list("stated", "published", "withdrawn")
    known = {pk for three in claims for pk in three if pk}
    rows = Deed.objects.filter(Q(pk__in=known) | Q(subject__in=refs)).values_list("pk", "within")
    return {within or pk for pk, within in rows}


def records_of(refs: Collection[str], numbers: Collection[int]) -> Iterator[tuple[str, int, Card | None]]:
    """(number, number of the database, card) of records; one question for all. One that is shown under another's number
    has the card of that one.
    """
    found = Subject.objects.filter(Q(ref__in=refs) | Q(pk__in={0, *numbers}))
    for subject in found.select_related("card", "merged__leader__card"):
        led = getattr(subject, "merged", None)
        yield subject.ref, subject.pk, getattr(led.leader if led else subject, "card", None)


def _hats(seat: str) -> list[str]:
    """The seats of a role, or the one of a number, as the journal calls them."""
    found = Seat.objects.filter(role=seat) if seat in Role.values else Seat.objects.none()
    return [f"seat:{seat}"] if seat.isdigit() else [f"seat:{pk}" for pk in found.values_list("pk", flat=True)]


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of a list, the newest first, and the deeds from which the older and the newer pieces are asked for."""

    deeds: list[Deed]
    older: int | None
    newer: int | None


def window(found: QuerySet[Deed], size: int, before: str = "", after: str = "") -> Window:
    """The newest `size` of these deeds, or those before (older than) or after (newer than) the deed of a number.

    Costs the same at the first and at the last of a million: no row is counted, none is passed over.
    """
    at = Deed.objects.filter(pk=int(after or before)).first() if (after or before).isdigit() else None
    if at is not None and after:
        later = found.filter(Q(at__gt=at.at) | Q(at=at.at, pk__gt=at.pk)).order_by("at", "pk")
        some = list(later[: size + 1])
        deeds = some[:size][::-1]
        return Window(deeds, deeds[-1].pk if deeds else None, deeds[0].pk if len(some) > size else None)
    if at is not None:
        found = _older(found, at)
    some = list(found[: size + 1])
    deeds = some[:size]
    return Window(deeds, deeds[-1].pk if len(some) > size else None, deeds[0].pk if at and deeds else None)


def _older(found: QuerySet[Deed], than: Deed) -> QuerySet[Deed]:
    return found.filter(at__lte=than.at).filter(Q(at__lt=than.at) | Q(pk__lt=than.pk))


def how_many(found: QuerySet[Deed]) -> int:
    """How many deeds these are, counted up to a limit; one more than it means "more than"."""
    return found.order_by()[: MOST_COUNTED + 1].count()


def in_pieces(found: QuerySet[Deed], size: int = 2000) -> Iterator[list[Deed]]:
    """All of these deeds, the newest first, a piece at a time."""
    rest, piece = found, list(found[:size])
    while piece:
        yield piece
        if len(piece) < size:
            return
        rest = _older(found, piece[-1])
        piece = list(rest[:size])


def is_open(who: Who, number: int) -> bool:
    """Whether there is a deed of this number that the reader may see."""
    return visible_to(who).filter(pk=number).exists()


def with_parts(who: Who, number: int) -> list[Deed]:
    """A deed that the reader may see, and after it what was done in its course, in the order of doing; one question."""
    return list(visible_to(who).filter(Q(pk=number) | Q(within=number)).order_by("pk"))


def letters_of(who: Who, of: Deed) -> QuerySet[Letter]:
    """The letters that a deed has written, as far as the reader may open them."""
    return letters_open_to(who).filter(Q(deed=of) | Q(deed__within=of)).order_by("pk")


def codes_to_choose(who: Who) -> set[str]:
    """The deeds that a reader of their own deeds may choose among: those that they have ever done."""
    own = visible_to(who).filter(within=None).order_by()
    return set(own.values_list("code", flat=True).distinct())


def seats_to_choose(who: Who) -> list[Seat]:
    """The seats that a reader of their own deeds may choose among: all that they ever held."""
    return list(Seat.objects.filter(user=who.number).select_related("organisation").order_by("since", "pk"))
