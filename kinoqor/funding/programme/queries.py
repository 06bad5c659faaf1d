"""Questions about programmes: which there are, what a parameter is on a day, which days are worked."""

from datetime import date
from pathlib import Path

from django.db.models import QuerySet

from kinoqor.funding.programme.adapters.files import digest, folders
from kinoqor.funding.programme.models import CalendarDay, ParameterValue, Programme
from kinoqor.kit.calendar import Calendar, Special


def programmes() -> QuerySet[Programme]:
    """Every programme, by its number."""
    return Programme.objects.order_by("ref")


def programme(ref: str) -> Programme | None:
    """The programme of a number."""
    return Programme.objects.filter(ref=ref).first()


def waiting(pack: Path) -> list[Path]:
    """The folders of a pack's programmes that do not stand as their files describe them."""
    standing = set(Programme.objects.values_list("digest", flat=True))
    return [folder for folder in folders(pack) if digest(folder) not in standing]


def stated(of: Programme | int, parameter: str, day: date) -> ParameterValue | None:
    """The row that says what a parameter is on a day, with its source; None where none reaches that day."""
    rows = ParameterValue.objects.filter(programme=of, parameter=parameter, since__lte=day)
    return rows.order_by("-since").first()


def value_on(of: Programme | int, parameter: str, day: date) -> int | None:
    """What a parameter of a programme is on a day, money in minor units; None where it is not known, never nought.

    The programme may be named by its number in the database.
    """
    found = stated(of, parameter, day)
    return found.value if found else None


def values(of: Programme) -> QuerySet[ParameterValue]:
    """Every value of every parameter, the newest first."""
    return ParameterValue.objects.filter(programme=of).order_by("parameter", "-since")


def known_parameters(of: Programme) -> frozenset[str]:
    """The parameters of which at least one value is known."""
    return frozenset(ParameterValue.objects.filter(programme=of).values_list("parameter", flat=True))


def calendar(of: Programme) -> Calendar:
    """The days that are worked, with what nobody has verified."""
    specials = [Special(*row) for row in of.days.values_list("day", "working", "verified")]
    return Calendar(specials, dict(of.years.values_list("year", "verified")), of.weekend or (6, 7))


def years(of: Programme) -> list[int]:
    """The years whose working days are known."""
    return sorted(of.years.values_list("year", flat=True))


def days_of(of: Programme, year: int) -> QuerySet[CalendarDay]:
    """The days of a year that are not what their weekday says."""
    return of.days.filter(day__year=year).order_by("day")
