"""Who asks, and what they hold."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.ledger.deed.actions import Doer

SOON = timedelta(days=30)  # how long before its last day a seat counts as ending
HAT = "hat"  # where the session keeps the number of the seat that its owner has put on


@dataclass(frozen=True, slots=True)
class Who:
    """The reader of a page: nobody that we know, or a person with seats and one of them on.

    `seats` are those held today, `hat` the one that is on; `strong` tells whether this session has shown a second
    factor. A hat of the staff lets nothing through without it. `known_once` is what rooms above have asked about this
    reader already and need not ask again for the same page.
    """

    user: User | None = None
    seats: tuple[Seat, ...] = ()
    hat: Seat | None = None
    strong: bool = False
    known_once: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def known(self) -> bool:
        """Whether they have signed in."""
        return self.user is not None

    @property
    def number(self) -> int | None:
        """The number of their account."""
        return self.user.pk if self.user else None

    @property
    def voice(self) -> str:
        """Their name in the journal; empty for nobody that we know."""
        return f"user:{self.user.pk}" if self.user else ""

    @property
    def doer(self) -> Doer:
        """They as the journal knows them, with their hat; raises LookupError for nobody that we know."""
        if self.user is None:
            raise LookupError("nobody is signed in")
        return Doer(self.voice, self.hat.name if self.hat else "")

    @property
    def needs_second(self) -> bool:
        """Whether their hat counts only after a second factor that this session has not shown."""
        return self.hat is not None and self.hat.staff and not self.strong

    def wears(self, *roles: Role) -> bool:
        """Whether their hat is of one of these roles, counted or not."""
        return self.hat is not None and self.hat.role in roles

    def holds(self, *roles: Role) -> bool:
        """Whether they act in one of these roles now."""
        return self.wears(*roles) and not self.needs_second


def who_asks(request: HttpRequest) -> Who:
    """The reader of a request: one question for the session, one for the person, one for their seats."""
    user = request.user
    if not isinstance(user, User):
        return Who()  # one for each page: what is asked once for a stranger is not known to the next
    seats = tuple(seats_on(user.pk, timezone.localdate()))
    strong = any(record.get("method") == "mfa" for record in get_authentication_records(request, user))
    return Who(user, seats, hat_of(seats, request.session.get(HAT)), strong)


def hat_of(seats: tuple[Seat, ...], chosen: int | None) -> Seat | None:
    """The seat that was put on, or the oldest where none was chosen or the chosen has ended."""
    return next((seat for seat in seats if seat.pk == chosen), seats[0] if seats else None)


def seats_on(user: int, day: date) -> QuerySet[Seat]:
    """The seats that a person holds on a day, the oldest first."""
    held = Q(until=None) | Q(until__gte=day)
    return (
        Seat.objects.filter(held, user=user, since__lte=day)
        .select_related("organisation")
        .order_by("since", "pk")
    )


def seats() -> QuerySet[Seat]:
    """All seats that were ever held, the newest first."""
    return Seat.objects.select_related("organisation", "user", "given").order_by("-since", "-pk")


def ending_seats(today: date) -> QuerySet[Seat]:
    """The seats whose last day comes soon, the next first."""
    return seats().filter(until__gte=today, until__lte=today + SOON).order_by("until", "pk")


def narrowed(role: str, held: str, day: date) -> QuerySet[Seat]:
    """The seats of a role ("" for all) that are held on a day ("now"), end soon ("ending"), are over ("ended"), or
    all ("").
    """
    found = ending_seats(day) if held == "ending" else seats()
    found = found.filter(role=role) if role else found
    if held == "now":
        return found.filter(Q(until=None) | Q(until__gte=day), since__lte=day)
    return found.filter(until__lt=day) if held == "ended" else found


def organisation_of(pk: int) -> Organisation:
    """The organisation of this number; raises Organisation.DoesNotExist."""
    return Organisation.objects.get(pk=pk)


def terms_of(user: int, organisation: int, role: Role) -> list[Term]:
    """A person's terms in one role of one organisation."""
    return [seat.term for seat in Seat.objects.filter(user=user, organisation=organisation, role=role)]
