"""Plain makers for what follows the council: a list that it adopted, a commission that sits, what it said, an order."""

import json
from collections.abc import Mapping
from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.allocation.rules.frozen import frozen, result
from kinoqor.deciding.allocation.words import (
    Award,
    Case,
    File,
    Quota,
    Result,
    Settings,
    Standing,
    Stream,
    Way,
)
from kinoqor.deciding.commission.actions import approve_rest, rule
from kinoqor.deciding.commission.words import Cut, Decision
from kinoqor.deciding.commission.words import Ruling as Said
from kinoqor.deciding.order.actions import draft, lay_out
from kinoqor.deciding.order.words import Draft
from kinoqor.deciding.session.models import Item
from kinoqor.funding.application.models import Application
from kinoqor.judging.panel.actions import photograph
from kinoqor.judging.panel.models import Body, Photograph
from kinoqor.judging.panel.words import BodyKind
from kinoqor.kit.canonical import canonical, digest_of
from tests import people
from tests.deciding import making
from tests.judging import making as judging
from tests.make import BY

REF, STAGE = making.REF, making.STAGE
MILLION = 100_000_000  # minor units
SIGNER = {"kk": "Сынақ министрі", "ru": "Пробный министр", "en": "The minister of the tests"}
REASON = {"reason": "The budget of the crew is padded.", "clause": "Test rules, clause 4", "apart": True}
APPROVED = Decision(Said.APPROVED, **REASON)  # type: ignore[arg-type]
_votes = count(1)


def listed(*awards: int, quotas: tuple[Quota, ...] = (), **more: Any) -> tuple[Allocation, list[Application]]:
    """A list that was computed of as many films, each funded with its sum in minor units, and adopted; all are debuts."""
    films = [making.admitted() for _award in awards]
    codes = {f"code-{film.pk}": film.pk for film in films}
    files = tuple(
        File(code, "film", film.stream, 9000 - place, award, place=place, attributes=frozenset({"debut"}))
        for place, (code, film, award) in enumerate(zip(codes, films, awards, strict=True))
    )
    streams = tuple(Stream(code, 10**14) for code in sorted({film.stream for film in films}))
    text = frozen(Case(files, Settings(streams, quotas)))
    given = tuple(Award(each.code, each.asked, 100, Way.LIST) for each in files)
    came = result(Result(tuple(codes), 0, given, (), ()), text)
    said = canonical({"case": json.loads(text), "result": json.loads(came)})
    text = canonical({"case": json.loads(text)})
    plain = {
        "frozen": text,
        "digest": digest_of(text),
        "result_digest": digest_of(said),
        "standing": Standing.ADOPTED,
    }
    of = making.allocation(codes, said, **(plain | more))
    return of, films


def voted(of: Allocation, members: int = 3, **more: Any) -> Item:
    """The vote that adopted a list, with who sat there."""
    body = judging.body("test-council", quorum=2)
    for _number in range(members):
        judging.member(body)
    number = photograph(body.pk, f"vote:{next(_votes)}", judging.NOW.date(), by=BY)
    counts = {"for": 2, "against": 1, "abstained": 0, "present": 3, "shut_out": 0}
    plain = {
        "allocation": of, "photograph": Photograph.objects.get(pk=number), "counts": counts, "carried": True,
        "standing": "decided", "closed": judging.deed(), "opened": judging.deed(),
    }  # fmt: skip
    return making.item(making.sitting(), **(plain | more))


def commission(*members: User, quorum: int = 2) -> Body:
    """A commission of the programme on which these people sit, or three others."""
    body = judging.body("test-commission", kind=BodyKind.COMMISSION, quorum=quorum)
    for place, each in enumerate(members):
        seat = people.seated(Role.EXPERT, each, people.Term(date(2026, 1, 1)))
        body.members.create(seat=seat, chair=place == 0, made=judging.deed())
    for place in range(0 if members else 3):
        judging.member(body, chair=place == 0)
    return body


def adopted(*awards: int) -> tuple[Allocation, list[Application]]:
    """A list of films with these sums that the council adopted, before a commission."""
    of, films = listed(*awards)
    voted(of)
    commission()
    return of, films


def officer() -> User:
    """An officer of the fund."""
    return people.seated(Role.OFFICER).user


def approve(of: Allocation, by: User | None = None) -> int:
    """The commission approves all that waits; gives how many."""
    waiting = [
        number for number in of.codes.values() if not of.rulings.filter(application=number, replaced=None)
    ]
    made: int = approve_rest(REF, STAGE, waiting, (), APPROVED, by=(by or officer()).doer)
    return made


def cut(film: Application, award: int, cuts: Mapping[str, int], by: User | None = None) -> None:
    """The commission gives a film a smaller sum."""
    told = Decision(Said.CUT, award, tuple(Cut(*each) for each in cuts.items()), **REASON)  # type: ignore[arg-type]
    rule(REF, STAGE, film.pk, told, by=(by or officer()).doer)


def refuse(film: Application, said: str = Said.REFUSED, by: User | None = None) -> None:
    """The commission refuses a film, or returns it."""
    rule(REF, STAGE, film.pk, Decision(said, **REASON), by=(by or officer()).doer)  # type: ignore[arg-type]


def drafted(by: User | None = None, number: str = "T-41") -> int:
    """The number here of a drafted order."""
    made: int = draft(REF, STAGE, Draft(number, timezone.localdate(), SIGNER), by=(by or officer()).doer)
    return made


def laid_out(*awards: int) -> int:
    """The number of an order whose papers are laid out for signing."""
    of, _films = adopted(*awards)
    approve(of)
    number = drafted()
    lay_out(number, by=officer().doer)
    return number


def approve_again(film: Application, award: int, by: User | None = None) -> None:
    """The commission approves one film with the sum of the council."""
    rule(REF, STAGE, film.pk, Decision(Said.APPROVED, award, **REASON), by=(by or officer()).doer)  # type: ignore[arg-type]
