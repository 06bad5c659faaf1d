"""Questions of the rehearsal: whether it was played, who plays in it, what is read."""

from django.db.models import QuerySet

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.judging.assignment.models import Reading
from kinoqor.judging.panel.models import Body, Member
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed

PLAYED = "judging.rehearsal.played"


def is_played(but: int = 0) -> bool:
    """Whether this house has its rehearsal; `but` is the deed that is being done just now."""
    return Deed.objects.filter(code=PLAYED).exclude(pk=but).exists()


def officer(email: str) -> tuple[Doer, int] | None:
    """An officer of the demonstration as the journal knows them, and the number of their fund."""
    found = Seat.objects.filter(user__email=email, user__erased=None, role=Role.OFFICER).first()
    return (Doer(f"user:{found.user_id}", found.name), found.organisation_id) if found else None


def account(email: str) -> User | None:
    """The account of an address."""
    return User.objects.filter(email=email, erased=None).first()


def blank(email: str, name: str) -> User:
    """An account that is not kept yet and in which nobody can sign in by a password."""
    user = User(email=email, name=name)
    user.set_unusable_password()
    return user


def company(number: str) -> Organisation | None:
    """The company of a registration number."""
    return Organisation.objects.filter(number=number).first()


def body_number(ref: str) -> int:
    """The number of a body."""
    return Body.objects.values_list("pk", flat=True).get(ref=ref)


def member_doer(member: int) -> Doer:
    """A member of a body as the journal knows them, in their seat."""
    seat = Member.objects.select_related("seat").get(pk=member).seat
    return Doer(f"user:{seat.user_id}", seat.name)


def readings(draw: int) -> QuerySet[Reading]:
    """The readings of a draw that stand, in one order."""
    found = Reading.objects.filter(draw=draw, ended=None).select_related("application", "member")
    return found.order_by("application_id", "member_id")


def first_admitted(ref: str) -> Application:
    """The file of a call that was admitted first."""
    found = Application.objects.filter(version__call__ref=ref, state=State.ADMITTED).select_related("film")
    return found.order_by("pk")[0]
