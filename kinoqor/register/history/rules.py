"""Which day is asked for. Pure."""

from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a record's story before it is put into words: what one deed did to which claims."""

    deed: int
    did: str
    claims: tuple[int, ...]


def steps(claims: Iterable[tuple[int, int | None, int | None]]) -> list[Step]:
    """The story of a record, the newest step first, from (claim, deed that made it public, deed that withdrew it).

    What one deed stated is one step, what one deed withdrew another; where a deed did both, the stating is told after.
    """
    made: dict[int, list[int]] = {}
    gone: dict[int, list[int]] = {}
    for claim, public, withdrawn in claims:
        if public is not None:
            made.setdefault(public, []).append(claim)
        if withdrawn is not None:
            gone.setdefault(withdrawn, []).append(claim)
    found = [Step(deed, "stated", tuple(some)) for deed, some in made.items()]
    found += [Step(deed, "withdrawn", tuple(some)) for deed, some in gone.items()]
    return sorted(found, key=lambda step: (-step.deed, step.did == "withdrawn"))
