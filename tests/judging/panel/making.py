"""Plain makers of bodies and of appointments to them, by the deeds of the room."""

from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.judging.panel.actions import appoint, make_body
from kinoqor.judging.panel.words import Appointment, BodyKind, Making
from kinoqor.ledger.deed.actions import Doer
from kinoqor.register.subject.models import Subject
from tests import make, people
from tests.funding.application.making import text
from tests.judging.making import call
from tests.make import BY

ACT = "Test order No. 7"
_numbers = count(1)


def officer() -> User:
    """An officer of the fund."""
    return people.seated(Role.OFFICER).user


def council(by: Doer = BY, **more: Any) -> str:
    """The ref of a new council of the programme of the call."""
    said = {"kind": BodyKind.COUNCIL, "name": text(f"Test council {next(_numbers)}"), "act": ACT, "quorum": 2}
    made: str = make_body(call().call.programme.ref, Making(**(said | more)), by=by)
    return made


def asked(user: User, **more: Any) -> Appointment:
    """An appointment from the first day of this year on, of somebody whose open points were looked into."""
    plain = {"act": ACT, "since": date(timezone.localdate().year, 1, 1), "looked": True}
    return Appointment(user.pk, people.body("fund", "Test fund").pk, **(plain | more))


def appointed(body: str, user: User | None = None, by: Doer = BY, **more: Any) -> int:
    """The number of a new membership."""
    made: int = appoint(body, asked(user or people.user(), **more), by=by)
    return made


def filmmaker(ref: str, role: str, year: int, name: str = "Сынақ Үлгіұлы") -> Subject:
    """Somebody in the register with one film."""
    someone, film = make.person(ref, name), make.film(f"f{ref[1:]}", f"The Test Steppe {ref}", year=str(year))
    make.credit(film, someone, role)
    make.settled(film, someone)
    return someone
