"""Questions about reviews: what one has to read, how far it is, what is opened. Before the opening only counts."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils import timezone

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.queries import holder
from kinoqor.funding.application.words import State
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.funding.conflict.queries import is_shut
from kinoqor.funding.manner.words import Manner
from kinoqor.funding.programme.queries import calendar
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.review.models import Opening, Review
from kinoqor.judging.review.rules import stands
from kinoqor.judging.review.words import Case, Given, Stands
from kinoqor.judging.tie.queries import shut_numbers
from kinoqor.kit.calendar import UnknownYear

READERS = (Role.OFFICER, Role.AUDITOR)
GONE = (State.WITHDRAWN, State.LAPSED)
_JOINED = ("application__film", "application__organisation", "given", "member__seat", "review__handed")
# Read once for all readings of a draw: a version of a call carries its whole document.
SHARED = ("draw__released_by", "draw__version__call__programme")


def released() -> QuerySet[Reading]:
    """Every reading that was released and stands."""
    found = Reading.objects.filter(ended=None, draw__cancelled_by=None)
    return found.exclude(draw__released_by=None)


def visible_to(who: Who) -> QuerySet[Reading]:
    """What a reader has to read now or has read: released, not ended, not shut, while their seat on the body lasts."""
    if not who.holds(Role.EXPERT):
        return Reading.objects.none()
    held = Q(member__seat__until=None) | Q(member__seat__until__gte=timezone.localdate())
    found = released().filter(held, user=who.number).exclude(application__in=shut_numbers(who))
    return found.select_related(*_JOINED).prefetch_related(*SHARED)


def waiting_for(who: Who) -> QuerySet[Reading]:
    """What a reader still has to hand in."""
    return visible_to(who).filter(review__handed=None).exclude(application__state__in=GONE)


def reading_of(who: Who, number: int) -> Reading | None:
    """A reading of this reader's by its number, if it is there for them; asked once for a page."""
    key = f"reading {number}"
    if key not in who.known_once:
        who.known_once[key] = visible_to(who).filter(pk=number).first()
    found: Reading | None = who.known_once[key]
    return found


def own(user: int | None, number: int) -> Reading | None:
    """A reading of this person by its number, held until the transaction ends; whether it can be read says the law."""
    held = Reading.objects.select_for_update(of=("self",)).filter(pk=number, user=user)
    return held.select_related(*_JOINED).prefetch_related(*SHARED).first()


def review_of(number: int) -> Review | None:
    """The review of a reading, if it was begun."""
    return Review.objects.filter(reading=number).select_related("handed").first()


def given_of(review: Review | None, language: str = "") -> Given:
    """What a review says, as plain values; of one that was not begun nothing, in a language."""
    if review is None:
        return Given(language=language)
    return Given(dict(review.marks), dict(review.reasons), review.council, review.language)


def case_of(reading: Reading, review: Review | None) -> Case:
    """A reading as the law sees it."""
    draw = reading.draw
    return Case(
        released=draw.released_by_id is not None and draw.cancelled_by_id is None,
        ended=reading.ended_id is not None,
        shut=is_shut(reading.user_id, holder(reading.application_id)),
        withdrawn=reading.application.state in GONE,
        annulled=draw.version.call.annulled_id is not None,
        handed=review is not None and review.handed_id is not None,
        opened=opening(draw.version.call.ref, draw.stage, draw.phase) is not None,
    )


def terms(reading: Reading) -> Terms:
    """The terms by which a file is read: those of the version of the call that was drawn by."""
    return terms_of(reading.draw.version)


def words_needed(found: Terms, stage: str) -> bool:
    """Whether no mark counts without its reason."""
    manner = found.manner(stage)
    return (manner or Manner(stage)).feedback.needed


def due(reading: Reading, days: Any = calendar) -> date | None:
    """The last day of a reading: the reading days of the stage after its release, or after it was given if later.

    None where the call gives no days or the calendar does not reach so far. `days` gives the calendar of a programme.
    """
    told, stage = terms(reading), terms(reading).stage(reading.draw.stage)
    if stage is None or not stage.reading_days or reading.draw.released_by is None:
        return None
    since = max(reading.draw.released_by.at, reading.given.at)
    try:
        found: date = days(reading.draw.version.call.programme).after(
            timezone.localdate(since, ZoneInfo(told.zone)), stage.reading_days
        ).day  # fmt: skip
    except UnknownYear:
        return None
    return found


def calendars() -> Any:
    """The calendars of programmes, each read once: what `due` is given for many readings."""
    return lru_cache(maxsize=None)(calendar)


def where(reading: Reading) -> Stands:
    """How far the review of a reading of `visible_to` is."""
    review = getattr(reading, "review", None)
    handed = review is not None and review.handed_id is not None
    return stands(review is not None, handed, reading.application.state in GONE)


def opening(ref: str, stage: str, phase: int) -> Opening | None:
    """The opening of the reviews of a stage and phase, if there was one."""
    found = Opening.objects.filter(version__call__ref=ref, stage=stage, phase=phase)
    return found.select_related("deed", "photograph__body", "version").first()


def openings(ref: str, stage: str) -> QuerySet[Opening]:
    """The openings of a stage, the first phase first."""
    return (
        Opening.objects.filter(version__call__ref=ref, stage=stage).select_related("deed").order_by("phase")
    )


def draws_of(ref: str, stage: str) -> QuerySet[Draw]:
    """The released draws of a stage, of all bodies and phases."""
    found = Draw.objects.filter(version__call__ref=ref, stage=stage, cancelled_by=None)
    joined = ("version__call__programme", "body", "released_by")
    return found.exclude(released_by=None).select_related(*joined).order_by("phase", "pk")


def readings_of(ref: str, stage: str, phase: int) -> QuerySet[Reading]:
    """The readings of a stage and phase that count: released, standing, of files that are still there."""
    found = released().filter(draw__version__call__ref=ref, draw__stage=stage, draw__phase=phase)
    return found.exclude(application__state__in=GONE)


def seen_by(who: Who, found: QuerySet[Reading]) -> QuerySet[Reading]:
    """Of these readings those that somebody may know of: none of a file that is shut to them."""
    return found.exclude(application__in=shut_numbers(who))


def opened_of(who: Who, ref: str, stage: str, application: int) -> list[Review]:
    """All opened reviews of a file, side by side; none of a file that is shut to whoever asks."""
    phases = list(openings(ref, stage).values_list("phase", flat=True))
    if not who.holds(*READERS) or application in shut_numbers(who):
        return []
    found = Review.objects.filter(
        reading__application=application, reading__draw__version__call__ref=ref, reading__draw__stage=stage,
        reading__draw__phase__in=phases, reading__draw__cancelled_by=None, reading__ended=None,
    )  # fmt: skip
    joined = ("reading__user", "reading__draw", "handed", "reading__application__film")
    return list(
        found.exclude(handed=None).select_related(*joined).order_by("reading__draw__phase", "reading")
    )


def of_stage(ref: str, stage: str, phase: int) -> Draw | None:
    """One of the draws by which a stage is read in a phase: by its version of the call all of it goes."""
    return draws_of(ref, stage).filter(phase=phase).first()


def now_day(told: Terms, now: datetime) -> date:
    """The day of a moment by the clock of the call."""
    return timezone.localdate(now, ZoneInfo(told.zone))
