"""Dates, windows and sums of a call in the words of the page's language."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.kit.calendar import Window
from kinoqor.kit.document import Text, said
from kinoqor.kit.moment import Moment, say
from kinoqor.kit.money import Money
from kinoqor.kit.text import percent as share
from kinoqor.ui.pack import language

DAY, HOUR = 86_400, 3600


def told(text: Text) -> str:
    """A text in the language of the page."""
    return said(text, language())


def in_a_row(names: Iterable[str]) -> str:
    """Names that each begin with a capital, as one sentence has them: only the first keeps it, save abbreviations."""
    first, *others = [*names] or [""]
    return ", ".join(
        [first, *(each if each[1:2].isupper() else each[:1].lower() + each[1:] for each in others)]
    )


def day(when: date) -> str:
    """A day."""
    return say(Moment(when.year, when.month, when.day), language())


def wall(when: datetime) -> str:
    """A time on the wall, with seconds only where they are not nought."""
    clock = f"{when:%H:%M:%S}" if when.second else f"{when:%H:%M}"
    return f"{day(when.date())}, {clock}"


def zone(name: str) -> str:
    """A time zone by the place whose clock it is."""
    return str(get_timezone_location(name, locale=language(), return_city=True))


def place(name: str) -> str:
    """A sentence that says whose clock counts."""
    return _("by the clock of %(place)s") % {"place": zone(name)}


def span(first: Moment, until: Moment | None) -> str:
    """A date as exact as it is known, perhaps with a last day."""
    return f"{say(first, language())} – {say(until, language())}" if until else say(first, language())


def window(of: Window) -> str:
    """From the first second to the last."""
    return f"{wall(of.first)} – {wall(of.last)}"


def left(of: Window, now: datetime) -> str:
    """How long a window is still open: days, and hours of the last two."""
    seconds = int((of.shuts - now).total_seconds())
    if seconds >= 2 * DAY:
        return ngettext("%(n)s day", "%(n)s days", seconds // DAY) % {"n": seconds // DAY}
    hours = max(seconds // HOUR, 1)
    return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}


def local(now: datetime, zone_name: str) -> date:
    """The day of a moment by the clock of a zone."""
    return now.astimezone(ZoneInfo(zone_name)).date()


def sum_of(minor: int | None, currency: str) -> str:
    """A sum, or the words that it is not known."""
    return _("not known") if minor is None else Money(minor, currency).say(language())


def percent(hundredths: int) -> str:
    """A share given in hundredths of a per cent."""
    return share(hundredths, language())
