"""Questions about sittings: agendas, who is there, what a point is about, how it was voted on."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils import timezone

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.session.models import Item, Part, Presence, Sitting, Tally
from kinoqor.deciding.session.words import OVER, PREFIX, Matter, Standing
from kinoqor.funding.application.models import Application
from kinoqor.funding.award.words import Form, Level, Voting
from kinoqor.funding.call.queries import published, terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.judging.panel import queries as panels
from kinoqor.judging.panel.models import Body, Member, Photograph
from kinoqor.judging.panel.words import Member as Seated
from kinoqor.judging.panel.words import Photograph as Taken
from kinoqor.judging.panel.words import Vote
from kinoqor.judging.score import queries as scores
from kinoqor.judging.tie.queries import shut_among, shut_numbers
from kinoqor.kit.canonical import digest, digest_of

READERS = (Role.OFFICER, Role.AUDITOR)


def holder(number: int) -> str:
    """The name under which the minutes of a sitting are kept."""
    return f"{PREFIX}:{number}"


def sittings() -> QuerySet[Sitting]:
    """Every sitting with its call and body, the last one first."""
    joined = ("version__call__programme", "body__programme", "made", "opened", "closed")
    return Sitting.objects.select_related(*joined).defer("version__terms").order_by("-at", "-pk")


def sittings_of(ref: str, stage: str) -> QuerySet[Sitting]:
    """The sittings about a stage of a call."""
    return sittings().filter(version__call__ref=ref, stage=stage)


def sitting(number: int) -> Sitting | None:
    """The sitting of a number."""
    return sittings().filter(pk=number).first()


def sittings_for(who: Who) -> QuerySet[Sitting]:
    """The sittings of the bodies on which a reader has a seat now."""
    return sittings().filter(body__in=[one.body_id for one in panels.member_of(who)])


def seat_in(who: Who, of: Sitting) -> Member | None:
    """The reader's seat on the body of a sitting."""
    return next((one for one in panels.member_of(who) if one.body_id == of.body_id), None)


def terms(of: Sitting) -> Terms:
    """What the call of a sitting says, by the version under which it was called."""
    return terms_of(of.version)


def voting(of: Sitting) -> Voting:
    """How a sitting votes: as the call has fixed it; where it says nothing, as the act of the body says of ties."""
    award = terms(of).award(of.stage)
    if award:
        return award.voting
    return Voting(level=Level.CHAIR if of.body.chair_breaks_ties else Level.FALLS)


def says_award(of: Sitting) -> bool:
    """Whether the call of a sitting gives money at its stage: then it is the computed list that is adopted."""
    award = terms(of).award(of.stage)
    return bool(award and award.purse)


def day_of(of: Sitting, now: datetime) -> date:
    """The day of a moment by the clock of the call."""
    return timezone.localdate(now, ZoneInfo(terms(of).zone))


def items() -> QuerySet[Item]:
    """Every point of every agenda, in its order."""
    at_vote = ("departure__application__film", "photograph__body", "opened", "closed")
    joined = ("sitting__body", "sitting__version__call", "application__film", *at_vote)
    return Item.objects.select_related(*joined).order_by("sitting_id", "number")


def items_of(sitting: int, dropped: bool = False) -> list[Item]:
    """The agenda of a sitting, without what was taken off it, unless that is asked for as well (`dropped`)."""
    found = items().filter(sitting=sitting)
    return list(found if dropped else found.exclude(standing=Standing.DROPPED))


def item(number: int) -> Item | None:
    """The point of a number."""
    return items().filter(pk=number).first()


def current(agenda: Iterable[Item]) -> Item | None:
    """The point that is being voted on, or else the next one, or else the one that was decided last."""
    listed = list(agenda)
    open_ = next((one for one in listed if one.standing == Standing.OPEN), None)
    waiting = next((one for one in listed if one.standing == Standing.WAITING), None)
    return open_ or waiting or (listed[-1] if listed else None)


def presences(sitting: int) -> list[Presence]:
    """Who came and left, in the order of their coming."""
    joined = ("member__seat__user", "came", "left")
    return list(Presence.objects.filter(sitting=sitting).select_related(*joined).order_by("pk"))


def here(sitting: int) -> dict[str, Presence]:
    """Who is at a sitting now, by person."""
    return {f"user:{one.member.seat.user_id}": one for one in presences(sitting) if one.left_id is None}


def members_on(of: Sitting, day: date) -> list[Member]:
    """Who sits on the body of a sitting on a day."""
    return list(panels.members_on(of.body_id, day))


def shut_for(films: Collection[int], users: Iterable[int]) -> dict[int, set[int]]:
    """To whom of these people which of these films are shut: by a conflict, an own hand, or a company of theirs."""
    return shut_among(set(films), set(users))


def films_of(of: Item) -> frozenset[int]:
    """The applications that a point is about; of a list, every film that was in question."""
    if of.matter == Matter.FILM and of.application_id:
        return frozenset({of.application_id})
    if of.matter == Matter.STAGE:
        return frozenset(stage_films(of.sitting.version.call.ref, of.sitting.stage))
    if of.matter == Matter.LIST and of.allocation_id:
        return frozenset(Allocation.objects.get(pk=of.allocation_id).codes.values())
    if of.matter == Matter.DEPARTURE and of.departure_id:
        found = Departure.objects.select_related("allocation").get(pk=of.departure_id)
        codes = found.allocation.codes
        return frozenset(
            {found.application_id} | {codes[each] for each in _texts(found.price) if each in codes}
        )
    return frozenset()


def _texts(value: Any) -> set[str]:
    """Every text in a value of JSON, keys included."""
    if isinstance(value, dict):
        return set(value).union(*(_texts(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(_texts(each) for each in value))
    return {value} if isinstance(value, str) else set()


def stage_films(ref: str, stage: str) -> set[int]:
    """The films that were marked in a stage and opened; none before that."""
    of = scores.round_of(ref, stage)
    if of is None or of.opening is None:
        return set()
    return {int(place.film) for place in scores.standing(of).places}


def stage_digest(ref: str, stage: str) -> str:
    """The digest of the films that a stage without money admits, with the opening that they rest on; "" before it."""
    of = scores.round_of(ref, stage)
    if of is None or of.opening is None:
        return ""
    films = sorted(int(film) for film in scores.standing(of).admitted)
    return digest({"call": ref, "stage": stage, "opening": of.opening.pk, "films": films})


def allocation_of(ref: str, stage: str) -> Allocation | None:
    """The computed list of a stage that stands."""
    return (
        Allocation.objects.filter(version__call__ref=ref, stage=stage, cancelled=None).order_by("-pk").first()
    )


def matter_digest(of: Item) -> str:
    """The digest of what is voted on, so that a vote cannot be laid to another list than the one that lay there."""
    if of.matter == Matter.STAGE:
        return stage_digest(of.sitting.version.call.ref, of.sitting.stage)
    if of.allocation_id:
        found = Allocation.objects.get(pk=of.allocation_id)
        stands = (
            digest_of(found.after) if found.after else found.result_digest
        )  # with the departures, if there are any
        return "" if found.cancelled_id else (stands or "")
    if of.departure is not None:
        one = of.departure
        said = [one.pk, one.application_id, one.comes_in, one.award, one.reason, one.price]
        return "" if one.dropped_id else digest([str(each) for each in said])
    return digest({"film": of.application_id, "words": of.words})


def votes_of(of: Item) -> dict[str, Vote]:
    """Who voted how, by person; empty for a closed vote, of which nobody knows."""
    rows = Part.objects.filter(item=of.pk).exclude(vote="").values_list("user", "vote")
    return {f"user:{user}": Vote(vote) for user, vote in rows}


def given_of(of: Item) -> list[Vote]:
    """The votes of a point without names."""
    if of.form == Form.CLOSED:
        rows = Tally.objects.filter(item=of.pk).values_list("vote", "votes")
        return [Vote(vote) for vote, votes in rows for _each in range(votes)]
    return list(votes_of(of).values())


def took_part(of: Item) -> set[int]:
    """Who has voted on a point, by number, whatever its form."""
    return set(Part.objects.filter(item=of.pk).values_list("user", flat=True))


def taken(of: Photograph) -> Taken:
    """A photograph as the law sees it."""
    seats = tuple(
        Seated(
            f"user:{one['user']}", one["act"], date.fromisoformat(one["since"]),
            date.fromisoformat(one["until"]) if one["until"] else None, one["chair"],
        )
        for one in of.members
    )  # fmt: skip
    return Taken(of.body.ref, of.day, seats, frozenset(f"user:{user}" for user in of.shut_out), of.digest)


def adopted(allocation: Allocation) -> Item | None:
    """The carried vote on a computed list."""
    return items().filter(allocation=allocation, matter=Matter.LIST, carried=True).first()


def decided_in(ref: str, stage: str, until: int | None) -> list[Item]:
    """Every vote on a stage of a call that was closed or broken off up to a deed, in its order; none without one."""
    found = items().filter(sitting__version__call__ref=ref, sitting__stage=stage, standing__in=OVER)
    return list(found.filter(closed__lte=until).order_by("closed_id")) if until is not None else []


def films_here(of: Sitting) -> frozenset[int]:
    """Every film that a point of a sitting is about, also of one that was taken off: the minutes name it."""
    return frozenset().union(*(films_of(one) for one in items_of(of.pk, dropped=True)))


def shut_in(who: Who, films: Collection[int]) -> frozenset[int]:
    """Which of these films are shut to a reader."""
    return frozenset(films) & frozenset(shut_numbers(who)) if films else frozenset()


def bodies_of(ref: str) -> list[Body]:
    """The bodies of the programme of a call that are at work."""
    of = published(ref)
    return list(panels.bodies().filter(programme=of.call.programme_id, closed=None)) if of else []


def admitted(of: Item) -> list[Any]:
    """The films that the list of a stage admits, as its scores stand now."""
    found = scores.round_of(of.sitting.version.call.ref, of.sitting.stage)
    if found is None or found.opening is None:
        return []
    films = scores.films(sorted(scores.standing(found).admitted, key=int))
    return list(films.values())


def departures_of(of: Sitting) -> list[Departure]:
    """The departures from the computed list of a sitting's stage that stand and are not confirmed."""
    found = Departure.objects.filter(
        allocation__version__call=of.version.call_id, allocation__stage=of.stage, allocation__cancelled=None,
        dropped=None,
    )  # fmt: skip
    return list(found.exclude(items__carried=True).select_related("application").order_by("pk"))


def belongs(of: Sitting, application: int | None, departure: int | None) -> bool:
    """Whether a film or a departure is one of a sitting's stage."""
    if application is not None:
        return (
            Application.objects.filter(pk=application, version__call=of.version.call_id)
            .exclude(filed_at=None)
            .exists()
        )
    return departure is None or departure in {one.pk for one in departures_of(of)}
