"""Plain makers of newcomers: invented people, proposed for invented companies."""

from typing import Any

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.user.models import User
from kinoqor.keeping.newcomer.actions import propose
from kinoqor.keeping.newcomer.models import Newcomer
from kinoqor.keeping.newcomer.rules import Name, Person
from kinoqor.ledger.deed.actions import Doer
from tests import people

LINK = "https://archive.example/people/1"


def person(text: str = "Сынақ Жаңаұлы", lang: str = "kk", **more: Any) -> Person:
    """An invented person with one name."""
    return Person((Name(text, lang),), **more)


def company(name: str = "Proposing company") -> Organisation:
    return people.body(OrganisationKind.COMPANY, name)


def newcomer(
    who: Person | None = None,
    by: User | None = None,
    of: Organisation | None = None,
    besides: tuple[str, ...] = (),
) -> Newcomer:
    """Somebody who waits."""
    doer = by.doer if by else Doer("applicant")
    ref = propose(who or person(source=LINK), (of or company()).pk, besides, by=doer)
    return Newcomer.objects.get(subject__ref=ref)
