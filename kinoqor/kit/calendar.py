"""Working days and windows: how far a number of days reaches, and until which second of a wall clock a thing counts.

Days are counted on a calendar that is data. A year that the calendar does not know is refused, never guessed; a date
that rests on a day nobody has verified says which. Windows are given by the wall clock of a time zone and compared as
moments in UTC, so that a change of the clocks neither shortens nor reopens them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
FARTHEST = 1000  # days that a rule may give; what is longer is a mistake


class UnknownYear(LookupError):
    """A day was asked of a year that the calendar does not hold; says so in a full sentence."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            _("The calendar of working days does not hold the year %(year)s yet.") % {"year": year}
        )


@dataclass(frozen=True, slots=True)
class Special:
    """A day that is not what its weekday says: a holiday (not working), or a weekend day that is worked."""

    day: date
    working: bool
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A counted day, and the days (or first days of years) that it rests on and that nobody has verified."""

    day: date
    unsure: tuple[date, ...] = ()


class Counted(StrEnum):
    """Which days a rule counts."""

    WORKING = "working"
    CALENDAR = "calendar"


class Calendar:
    """The working days of the years that are known; `years` says of each whether it was verified as a whole."""

    def __init__(
        self, specials: Iterable[Special], years: Mapping[int, bool], weekend: Iterable[int] = (6, 7)
    ) -> None:
        self.years = dict(years)
        self.weekend = frozenset(weekend)
        self.specials = {one.day: one for one in specials if one.day.year in self.years}

    def works(self, day: date) -> bool:
        """Whether a day is worked. Raises UnknownYear."""
        if day.year not in self.years:
            raise UnknownYear(day.year)
        special = self.specials.get(day)
        return special.working if special else day.isoweekday() not in self.weekend

    def after(self, start: date, days: int, counted: Counted = Counted.WORKING) -> Reckoned:
        """The last day of a term of `days` that begins after `start`: the day of a notice itself does not count.

        A term of calendar days that ends on a day off ends where it ends. Raises UnknownYear, and ValueError for a
        number of days that is no term.
        """
        if not 0 < days <= FARTHEST:
            raise ValueError(_("A term has between 1 and %(most)s days.") % {"most": FARTHEST})
        if counted is Counted.CALENDAR:
            return Reckoned(start + days * DAY)
        day, left = start, days
        while left:
            day += DAY
            left -= self.works(day)
        return Reckoned(day, self.unsure(start + DAY, day))

    def on_or_after(self, day: date) -> Reckoned:
        """The first working day that is not before a day. Raises UnknownYear."""
        found = day
        while not self.works(found):
            found += DAY
        return Reckoned(found, self.unsure(day, found))

    def between(self, start: date, end: date) -> int:
        """How many working days lie after `start` up to `end`, which is included. Raises UnknownYear."""
        return sum(self.works(day) for day in _days(start + DAY, end))

    def unsure(self, first: date, last: date) -> tuple[date, ...]:
        """What a count over these days rests on and nobody has verified: days, and 1 January of whole years."""
        years = [date(y, 1, 1) for y in range(first.year, last.year + 1) if not self.years.get(y, True)]
        days = [one.day for one in self.specials.values() if first <= one.day <= last and not one.verified]
        return tuple(sorted({*years, *days}))


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + number * DAY


def moments(wall: datetime, zone: str) -> tuple[datetime, datetime]:
    """The earliest and the latest moment (UTC) that a time on the wall can mean: two where clocks are set back, and two
    readings where they are set forward over it.
    """
    both = [wall.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC) for fold in (0, 1)]
    return min(both), max(both)


def end_of(day: date, zone: str) -> datetime:
    """The first moment (UTC) that no longer belongs to a day: a term that ends on it has run out then."""
    return moments(datetime.combine(day, time(23, 59, 59)), zone)[1] + SECOND


@dataclass(frozen=True, slots=True)
class Window:
    """From the first second to the last, both by the wall clock of a zone ("Etc/UTC"), both counting in whole.

    A window until 23:59:59 takes what comes at 23:59:59.999 and nothing at 00:00:00. Where the clock of its end is
    shown twice in a night, the later one counts; where its beginning is, the earlier one.
    """

    first: datetime
    last: datetime
    zone: str

    @property
    def opens(self) -> datetime:
        """The first moment that counts, in UTC."""
        return moments(self.first, self.zone)[0]

    @property
    def shuts(self) -> datetime:
        """The first moment that no longer counts, in UTC."""
        return moments(self.last, self.zone)[1] + SECOND

    def holds(self, moment: datetime) -> bool:
        """Whether a moment (aware) lies in the window."""
        return self.opens <= moment.astimezone(UTC) < self.shuts

    def began(self, moment: datetime) -> bool:
        """Whether the window has opened by a moment (aware)."""
        return moment.astimezone(UTC) >= self.opens

    def over(self, moment: datetime) -> bool:
        """Whether the window has shut by a moment (aware)."""
        return moment.astimezone(UTC) >= self.shuts
