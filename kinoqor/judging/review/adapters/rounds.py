"""A stage as it is read by all: counts, readers, files, lacks. Before the opening nothing else of a review is asked."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone

from kinoqor.accounts.notice.queries import number_of
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.application.queries import holder
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.funding.conflict.queries import shut_pairs
from kinoqor.funding.programme.queries import calendar
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.panel.models import Body, Member
from kinoqor.judging.review import rules
from kinoqor.judging.review.models import Opening
from kinoqor.judging.review.queries import (
    SHARED,
    calendars,
    draws_of,
    due,
    now_day,
    opening,
    readings_of,
)
from kinoqor.judging.review.words import Round, reminder
from kinoqor.judging.tie.queries import shut_numbers
from kinoqor.kit.calendar import UnknownYear, end_of
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Verdict
from kinoqor.ledger.letter.models import Letter


def hidden_streams(who: Who, found: QuerySet[Reading]) -> list[str]:
    """The streams in which a file is shut to somebody: no loads are shown there (see `conflict.rules.loads_seen`)."""
    shut = shut_numbers(who)
    if not shut:
        return []
    asked = found.filter(application__in=shut).order_by().values_list("application__stream", flat=True)
    return list(asked.distinct())


@dataclass(frozen=True, slots=True)
class Counted:
    """How many readings there are, how many reviews were begun and handed in."""

    readings: int
    begun: int
    handed: int


_MANY = {"n": Count("pk"), "begun": Count("review"), "handed": Count("review__handed")}


def counted(found: QuerySet[Reading]) -> Counted:
    """The counts of some readings; one query."""
    told = found.order_by().aggregate(**_MANY)
    return Counted(told["n"], told["begun"], told["handed"])


def by_reader(found: QuerySet[Reading], overdue: datetime | None) -> list[dict[str, Any]]:
    """Reader by reader: number, name, how many files, begun, handed in, how many are overdue of those that were given
    before a moment; who lacks most first; one query.
    """
    since = found.order_by().annotate(since=Greatest("draw__released_by__at", "given__at"))
    late = Q(review__handed=None, since__lt=overdue) if overdue else Q(pk=None)
    rows: Any = since.values("user", name=F("user__name")).annotate(**_MANY, late=Count("pk", filter=late))
    return list(rows.annotate(open=F("n") - F("handed")).order_by("-open", "name", "user"))


def by_file(found: QuerySet[Reading]) -> QuerySet[Any]:
    """File by file: number of the application, how many readers, how many reviews are in; the fewest in first."""
    rows = found.order_by().values("application").annotate(**_MANY)
    return rows.order_by(F("handed") - F("n"), "application")


def named_lacking(found: QuerySet[Reading]) -> list[tuple[int, str]]:
    """The same with what each is called: whose, and of which file."""
    bare = lacking(found).prefetch_related(None).select_related(None)
    few = bare.select_related("user", "application").only("user__name", "application__values")
    return [
        (each.pk, f"{each.user.name} – {title(each.application)} (№ {each.application_id})") for each in few
    ]


def lacking(found: QuerySet[Reading]) -> QuerySet[Reading]:
    """The readings without a review that was handed in, reader by reader."""
    joined = found.filter(review__handed=None).select_related("user", "application", "given")
    return joined.prefetch_related(*SHARED).order_by("user__name", "user", "application")


def overdue(found: QuerySet[Reading], since: datetime | None) -> QuerySet[Reading]:
    """The readings without a review of those that were given before a moment (see `overdue_since`), the oldest first."""
    if since is None:
        return Reading.objects.none()
    given = lacking(found).annotate(since=Greatest("draw__released_by__at", "given__at"))
    return given.filter(since__lt=since).order_by("since", "user__name", "pk")


def seals(ref: str, stage: str, phase: int) -> list[tuple[int, str]]:
    """The digest of each review that was handed in, by the number of its reading."""
    found = readings_of(ref, stage, phase).exclude(review__handed=None).order_by("pk")
    return list(found.values_list("pk", "review__digest"))


def bodies_of(ref: str, stage: str, phase: int) -> list[Body]:
    """The bodies whose members read in a phase."""
    numbers = draws_of(ref, stage).filter(phase=phase).values_list("body", flat=True)
    return list(Body.objects.filter(pk__in=list(numbers)).order_by("pk"))


def sitting(bodies: Iterable[Body], day: date) -> dict[int, int]:
    """How many members each of these bodies has on a day; one query."""
    lasts = Q(seat__until=None) | Q(seat__until__gte=day)
    found = Member.objects.filter(lasts, body__in=[each.pk for each in bodies], seat__since__lte=day)
    rows: Any = found.order_by().values_list("body").annotate(n=Count("pk"))
    return dict(rows)


def reminded(draws: Collection[int], since: datetime, voice: str = "") -> set[str]:
    """The voices that were reminded of these draws since a moment (by whom)."""
    asked = Letter.objects.filter(about__in=[reminder(each) for each in draws], at__gte=since)
    found = asked.filter(deed__code="judging.review.reminded")
    return set((found.filter(deed__voice=voice) if voice else found).values_list("receiver", flat=True))


def unshut(readings: Collection[Reading]) -> list[Reading]:
    """Those of some readings that are not shut to their own readers."""
    shut = shut_pairs({holder(each.application_id) for each in readings})
    return [each for each in readings if (each.user_id, holder(each.application_id)) not in shut]


def waiting_rounds() -> list[tuple[str, str, int]]:
    """(call, stage, phase) of everything that was released and not opened yet."""
    opened = set(Opening.objects.values_list("version__call__ref", "stage", "phase"))
    found = Draw.objects.filter(cancelled_by=None).exclude(released_by=None).order_by("pk")
    asked = found.values_list("version__call__ref", "stage", "phase")
    return [each for each in dict.fromkeys(asked) if each not in opened]


def to_remind(ref: str, stage: str, phase: int, only: Collection[int] = ()) -> dict[int, list[Reading]]:
    """By the reader's number what each still has to hand in of a stage, nothing that is shut to them."""
    found = lacking(readings_of(ref, stage, phase)).select_related("review")
    asked = found.filter(user__in=list(only)) if only else found
    by: dict[int, list[Reading]] = {}
    for each in unshut(list(asked)):
        by.setdefault(each.user_id, []).append(each)
    return by


def to_remind_by_clock(ref: str, stage: str, phase: int, now: datetime) -> list[int]:
    """The readers whose due day is near and whom the clock has not reminded of it yet."""
    draws = list(draws_of(ref, stage).filter(phase=phase))
    days, today = calendars(), now_day(terms_of(draws[0].version), now)
    known, found = reminded([each.pk for each in draws], now - timedelta(days=400), "clock"), []
    for user, waiting in to_remind(ref, stage, phase).items():
        last = max((each for each in (due(one, days) for one in waiting) if each), default=None)
        try:
            near = rules.remind_now(last, today, days(waiting[0].draw.version.call.programme))
        except UnknownYear:
            continue
        if near and f"user:{user}" not in known:
            found.append(user)
    return found


def may_remind(ref: str, stage: str, phase: int, now: datetime) -> Verdict:
    """Whether somebody can be reminded now: counted in the database, for a page."""
    open_ = lacking(readings_of(ref, stage, phase)).order_by()
    waiting = set(open_.values_list("user", flat=True).distinct())
    draws = [each.pk for each in draws_of(ref, stage).filter(phase=phase)]
    told = reminded(draws, midnight(now)) & {f"user:{each}" for each in waiting}
    return rules.may_remind(len(waiting), len(told))


def midnight(now: datetime) -> datetime:
    """The beginning of the day of a moment, by the clock of the house."""
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)


def overdue_since(draws: Collection[Draw], told: Terms, now: datetime) -> datetime | None:
    """The moment before which what was given is overdue now; None where the call gives no days or none are known."""
    stage = told.stage(next(iter(draws)).stage) if draws else None
    if stage is None or not stage.reading_days:
        return None
    days = calendar(next(iter(draws)).version.call.programme)
    try:
        first = rules.overdue_before(days, stage.reading_days, now_day(told, now))
    except UnknownYear:
        return None
    return end_of(first - timedelta(days=1), told.zone)


def round_of(ref: str, stage: str, phase: int, opener: str, named: Collection[int], day: date) -> Round:
    """What waits to be opened as the law sees it, for an opener by voice who names readings as lacking."""
    found = readings_of(ref, stage, phase)
    count, bodies = counted(found), bodies_of(ref, stage, phase)
    sit = sitting(bodies, day)
    return Round(
        count.readings, count.handed, frozenset(lacking(found).order_by().values_list("pk", flat=True)),
        frozenset(named), tuple((said(each.name), each.quorum, sit.get(each.pk, 0)) for each in bodies),
        opening(ref, stage, phase) is not None, found.filter(application__in=shut_numbers(asker(opener))).exists(),
    )  # fmt: skip


def asker(voice: str) -> Who:
    """Whoever speaks with a voice of the journal, as the door knows them."""
    return Who(User.objects.filter(pk=number_of(voice) or 0).first())
