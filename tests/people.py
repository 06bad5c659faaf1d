"""People with accounts, for tests: invented, with the seats that a test needs."""

import time
from datetime import date
from itertools import count

from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth import login
from django.http import HttpRequest
from django.test import Client
from django.utils import timezone

from kinoqor.accounts.organisation.actions import open_organisation
from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.organisation.rules import Named
from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.actions import give_seat
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.queries import Who, seats_on
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import HELD_IN, Role
from kinoqor.accounts.user.actions import open_account
from kinoqor.accounts.user.models import User
from kinoqor.ui.sitting import BEGAN, SEEN
from tests.make import BY

PASSWORD = "a horizon over the steppe"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
_numbers = count(1)


def user(name: str = "Сынақ Адам", email: str = "") -> User:
    """A person with an account and a confirmed address; no seat."""
    return open_account(email or f"person{next(_numbers)}@example.org", name, PASSWORD, by=BY)


def body(kind: str = OrganisationKind.FUND, name: str = "Test fund") -> Organisation:
    """The organisation of this name, entered where it is not there yet."""
    found = Organisation.objects.filter(kind=kind, name_en=name).first()
    return found or open_organisation(Named(kind, name_en=name), by=BY)


def seated(
    role: Role, whom: User | None = None, term: Term | None = None, where: Organisation | None = None
) -> Seat:
    """A seat of this role from this year's first day, in an organisation that may have it."""
    place = where or body(sorted(HELD_IN[role])[-1], f"Test {sorted(HELD_IN[role])[-1]}")
    days = term or Term(date(timezone.localdate().year, 1, 1))
    return give_seat((whom or user()).pk, place.pk, role, "Test order No. 1", days, by=BY)


def client(whom: User | None = None, strong: bool = True, confirmed: bool = True) -> Client:
    """A browser in which this person has signed in, with a second step or without, and has just confirmed it or not."""
    browser = Client()
    if whom is None:
        return browser
    request = HttpRequest()
    request.session = browser.session
    request.META["REMOTE_ADDR"] = "127.0.0.1"
    request.user = whom
    login(request, whom, BACKEND)
    record_authentication(request, whom, "password", email=whom.email, reauthenticated=confirmed)
    if strong:
        record_authentication(request, whom, "mfa", type="totp", reauthenticated=confirmed)
    # Somebody who has been here a while: the first page of a session notes when it began.
    request.session[BEGAN] = request.session[SEEN] = time.time()
    request.session.save()
    UserSession.objects.create_from_request(request)
    browser.cookies["sessionid"] = request.session.session_key or ""
    return browser


def signed_in(*roles: Role, strong: bool = True) -> Client:
    """A browser of a new person with these seats, the first one on."""
    someone = user()
    for role in roles:
        seated(role, someone)
    return client(someone, strong)


def who(*roles: Role, strong: bool = True, whom: User | None = None) -> Who:
    """A reader as rules see them: with these seats, the first one on."""
    someone = whom or user()
    given = [seated(role, someone) for role in roles]
    seats = tuple(seats_on(someone.pk, timezone.localdate()))
    return Who(someone, seats, given[0] if given else None, strong)


def confirmed(someone: User) -> bool:
    """Whether the address of this person is confirmed."""
    return EmailAddress.objects.filter(user=someone, verified=True).exists()
