"""Which day is asked for. Pure."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Before this year there is no register and no journal that could be asked.
FIRST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class Day:
    """A day that was asked for. `reason` says why the answer is not what was asked; `day` None: there is no such day."""

    day: date | None
    reason: str | Promise = ""


def day_asked(text: str, today: date) -> Day:
    """Read "2026-11-22". A day that cannot be is answered by a sentence; a day to come is answered with today."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return Day(None, _("There is no such day. Write it as year, month and day, such as 2026-01-31."))
    if day > today:
        return Day(today, _("That day has not come yet. This is the card as it stands today."))
    if day.year < FIRST_YEAR:
        return Day(None, _("There was no register then. Ask for a later day."))
    return Day(day)
