"""Everyone who may stand before a door, in a browser of theirs."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.utils import timezone

from kinoqor.accounts.role.queries import HAT, Who, who_asks
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from tests import make, people
from tests.house.routes import Kwargs
from tests.house.things import things


@dataclass
class Someone:
    """A person before a door (or nobody), their browser, and what of each kind is theirs or others'."""

    label: str
    user: User | None
    browser: Client
    things: dict[str, dict[str, Kwargs]] = field(default_factory=dict)

    @cached_property
    def who(self) -> Who:
        """They as a rule sees them."""
        if self.user is None:
            return Who()
        request = HttpRequest()
        request.session, request.user = self.browser.session, self.user
        return who_asks(request)

    def ask(self, method: str, place: str) -> HttpResponse:
        """One request; whatever the answer does to the browser's cookies is forgotten."""
        kept = deepcopy(self.browser.cookies)
        answer: HttpResponse = getattr(self.browser, method.lower())(place)
        self.browser.cookies = kept
        answer.close()  # a file is not read to its end here
        return answer


def person(label: str) -> User:
    """A person with a second step and recovery codes, whose own record in the register is p7<number>."""
    someone = people.user(f"Сынақ {label}")
    someone.person_ref = f"p7{someone.pk:04d}"
    someone.save(update_fields=["person_ref"])
    TOTP.activate(someone, generate_totp_secret())
    RecoveryCodes.activate(someone)
    make.person(someone.person_ref)
    make.settled(make.subject(someone.person_ref))
    return someone


def _seated(role: Role) -> Callable[[User], Client]:
    def sit(user: User) -> Client:
        people.seated(role, user)
        return people.client(user)

    return sit


def _weak(user: User) -> Client:
    people.seated(Role.CATALOGUER, user)
    return people.client(user, strong=False)


def _other_hat(user: User) -> Client:
    people.seated(Role.CATALOGUER, user)
    other = people.seated(Role.PRODUCER, user)
    browser = people.client(user)
    session = browser.session
    session[HAT] = other.pk
    session.save()
    return browser


def _past(user: User) -> Client:
    yesterday = timezone.localdate() - timedelta(days=1)
    people.seated(Role.CATALOGUER, user, Term(date(2020, 1, 1), yesterday))
    return people.client(user)


COLUMNS: dict[str, Callable[[User], Client]] = {
    "reader": people.client,
    **{role.value: _seated(role) for role in Role},
    "no second step": _weak,
    "other hat": _other_hat,
    "seat over": _past,
}


def everyone(*labels: str) -> list[Someone]:
    """Nobody, and a person for each column (or for these columns only), each with their own things."""
    found = [Someone("nobody", None, Client())]
    for label, sit in COLUMNS.items():
        if not labels or label in labels:
            user = person(label)
            found.append(Someone(label, user, sit(user)))
    stranger = person("stranger")
    for one in found:
        one.things = things(one.user, stranger)
    return found
