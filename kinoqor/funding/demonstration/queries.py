"""Questions of the demonstration: whether it was played, and who plays in it."""

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed

PLAYED = "funding.demonstration.played"


def is_played(but: int = 0) -> bool:
    """Whether this house has its demonstration; `but` is the deed that is being done just now."""
    return Deed.objects.filter(code=PLAYED).exclude(pk=but).exists()


def organisation(number: str) -> Organisation | None:
    """The organisation of a registration number."""
    return Organisation.objects.filter(number=number).first()


def account(email: str) -> User | None:
    """The account of an address."""
    return User.objects.filter(email=email, erased=None).first()


def blank(email: str, name: str) -> User:
    """An account that is not kept yet and in which nobody can sign in by a password."""
    user = User(email=email, name=name)
    user.set_unusable_password()
    return user


def seat(email: str, role: Role, where: int | None = None) -> Seat | None:
    """The seat of a person in a role (in an organisation)."""
    found = Seat.objects.filter(user__email=email, user__erased=None, role=role)
    return (found.filter(organisation=where) if where else found).order_by("-pk").first()


def doer(of: Seat) -> Doer:
    """A person in a seat as the journal knows them."""
    return Doer(f"user:{of.user_id}", of.name)
