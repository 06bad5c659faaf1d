"""What a case asks of the records beside its files and members."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Count, Q

from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.models import Seat
from kinoqor.funding.application.queries import applications
from kinoqor.judging.assignment.models import Reading
from kinoqor.judging.assignment.queries import READ
from kinoqor.judging.assignment.words import Standing


def companies_of(users: Collection[int], day: date) -> dict[int, set[str]]:
    """The companies in which people hold seats on a day, by their names ("organisation:3" and the register's number)."""
    found: dict[int, set[str]] = {each: set() for each in users}
    sits = Q(until=None) | Q(until__gte=day)
    seats = Seat.objects.filter(sits, user__in=list(users), organisation__kind=OrganisationKind.COMPANY)
    for user, number, ref in seats.values_list("user", "organisation", "organisation__ref"):
        found[user] |= {f"organisation:{number}", *([ref] if ref else [])}
    return found


def read_before(users: Collection[int], call: str, stage: str) -> dict[tuple[int, str], int]:
    """How many files of each kind people have read in other stages and calls, by person and kind of film."""
    past = Reading.objects.filter(user__in=list(users), ended=None, draw__standing=Standing.RELEASED)
    others = past.exclude(draw__version__call__ref=call, draw__stage=stage)
    rows = others.values_list("user", "application__kind").annotate(n=Count("pk"))
    return {(user, kind): n for user, kind, n in rows}


def given_by(number: int) -> list[int]:
    """The files of the readings that a draw gave before any change, one number for each reading."""
    first = Reading.objects.filter(draw=number, instead=None, given__code="judging.assignment.drawn")
    return list(first.values_list("application", flat=True))


def ever_read(number: int, application: int) -> set[int]:
    """The members who read a file in a draw, now or earlier."""
    found = Reading.objects.filter(draw=number, application=application)
    return set(found.values_list("member", flat=True))


def replacements(number: int, application: int) -> int:
    """How many stand-ins a file had in a draw."""
    return Reading.objects.filter(draw=number, application=application).exclude(instead=None).count()


def still_read(numbers: Iterable[int]) -> list[int]:
    """Which of these applications are still to be read."""
    return list(applications().filter(pk__in=list(numbers), state__in=READ).values_list("pk", flat=True))
