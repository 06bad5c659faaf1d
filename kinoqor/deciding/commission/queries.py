"""Questions about rulings: which films wait for one, what was said of each, who may not decide on what."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation import queries as allocations
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.commission import rules
from kinoqor.deciding.commission.models import Hold, Ruling
from kinoqor.deciding.commission.words import IN_ORDER, Cut, Decision, Film, Seats
from kinoqor.deciding.session.queries import adopted, shut_for
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.call.queries import published, terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.funding.estimate.queries import usual_chapters
from kinoqor.judging.panel import queries as panels
from kinoqor.judging.panel.models import Body, Member
from kinoqor.judging.panel.words import BodyKind
from kinoqor.judging.tie.queries import shut_numbers
from kinoqor.kit.verdict import Verdict

READERS = (Role.OFFICER, Role.AUDITOR)


@dataclass(frozen=True)
class Table:
    """A list before the commission: its terms, its commission with who sits on it, and all that was said."""

    ref: str
    stage: str
    terms: Terms
    allocation: Allocation | None
    body: Body | None
    members: tuple[Member, ...]
    films: tuple[Film, ...]
    rulings: Mapping[int, Ruling]
    adopted: bool
    bound: bool

    @property
    def seats(self) -> Seats | None:
        """The commission as the law sees it."""
        if self.body is None:
            return None
        return Seats(frozenset(one.seat.user_id for one in self.members), self.body.quorum, self.body.act)

    @property
    def least(self) -> int | None:
        """The least award of the call, in minor units."""
        award = self.terms.award(self.stage)
        return award.purse.least if award and award.purse else None

    def film(self, number: int) -> Film | None:
        """The film of an application."""
        return next((each for each in self.films if each.application == number), None)


def gives_money(ref: str, stage: str) -> bool:
    """Whether a stage of a call gives money, and so has a list for a commission."""
    of = published(ref)
    award = terms_of(of).award(stage) if of else None
    return bool(award and award.purse)


def table(ref: str, stage: str, day: date) -> Table | None:
    """A list before the commission on a day; None where the stage gives no money."""
    if not gives_money(ref, stage):
        return None
    of = current(ref, stage)
    version = of.version if of else published(ref)
    if version is None:
        return None
    body = commission_of(version.call.programme_id)
    members = tuple(panels.members_on(body, day)) if body else ()
    films = funded(of, members) if of else ()
    return Table(
        ref, stage, terms_of(version), of, body, members, films, rulings(of) if of else {},
        bool(of and adopted(of)), bool(of and held(of)),
    )  # fmt: skip


def commission_of(programme: int) -> Body | None:
    """The commission of a programme: the newest that is at work."""
    found = panels.bodies().filter(programme=programme, kind=BodyKind.COMMISSION, closed=None)
    return found.order_by("-pk").first()


def funded(of: Allocation, members: Collection[Member] = ()) -> tuple[Film, ...]:
    """The funded films of a list in its order, after departures, with the members to whom each is shut."""
    rows = [row for row in allocations.listed(of) if row.funded]
    numbers = [row.application for row in rows]
    gone = set(Application.objects.filter(pk__in=numbers, state=State.WITHDRAWN).values_list("pk", flat=True))
    shut = shut_for(numbers, [one.seat.user_id for one in members]) if members and numbers else {}
    return tuple(
        Film(
            row.application, row.code, row.award, row.stream, row.application in gone,
            frozenset(user for user, films in shut.items() if row.application in films),
        )
        for row in rows
    )  # fmt: skip


def rulings(of: Allocation) -> dict[int, Ruling]:
    """What the commission says of each film of a list now, by application."""
    found = Ruling.objects.filter(allocation=of, replaced=None).select_related("made", "photograph")
    return {each.application_id: each for each in found.order_by("pk")}


def history(of: Allocation, application: int) -> QuerySet[Ruling]:
    """Everything that was ever said of a film of a list, the newest first."""
    found = Ruling.objects.filter(allocation=of, application=application)
    return found.select_related("made", "replaced").order_by("-pk")


def decision(of: Ruling) -> Decision:
    """A ruling as the law sees it."""
    cuts = tuple(Cut(each["chapter"], each["amount"]) for each in of.cuts)
    return Decision(of.said, of.award, cuts, of.reason, of.clause, True)


def settled(of: Allocation) -> Verdict:
    """Whether every funded film of a list has a ruling."""
    return rules.settled(funded(of), rulings(of))


def approved(of: Allocation) -> dict[int, int]:
    """What the commission gives to whom, in minor units, by application."""
    return {number: each.award for number, each in rulings(of).items() if each.said in IN_ORDER}


def held(of: Allocation) -> bool:
    """Whether the rulings on a list are bound by an order."""
    return Hold.objects.filter(allocation=of, lifted=None).exists()


def chapters(terms: Terms) -> list[tuple[str, Any]]:
    """The chapters of the estimates of a call: (code, name in every language); the country's usual where it has none."""
    return [(each.code, each.name) for each in terms.chapters or usual_chapters()]


def shut_in(who: Who, films: Collection[Film]) -> frozenset[int]:
    """Which of these films are shut to a reader, by application."""
    return (
        frozenset(each.application for each in films) & frozenset(shut_numbers(who)) if films else frozenset()
    )


def sits(who: Who, body: Body | None) -> bool:
    """Whether a reader sits on the commission now."""
    return body is not None and any(one.body_id == body.pk for one in panels.member_of(who))


def applications(numbers: Collection[int]) -> dict[int, Application]:
    """The applications of these numbers with what a row needs; one query."""
    found = Application.objects.filter(pk__in=list(numbers)).select_related("organisation", "film")
    return {each.pk: each for each in found}


def asked(of: Allocation) -> dict[int, int]:
    """What each funded film of a list asked, in minor units, by application."""
    return {row.application: row.asked for row in allocations.listed(of) if row.funded}


def current(ref: str, stage: str) -> Allocation | None:
    """The list of a stage that stands."""
    return allocations.current(ref, stage)
