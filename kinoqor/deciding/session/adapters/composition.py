"""A body as a vote finds it, put together for the law: who sits, is there, is barred or shut out; what was voted."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from kinoqor.accounts.notice.queries import number_of
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.user.models import User
from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.allocation.words import Standing as Computed
from kinoqor.deciding.session import queries
from kinoqor.deciding.session.models import Item, Sitting
from kinoqor.deciding.session.queries import day_of, films_of, here, members_on, shut_for
from kinoqor.deciding.session.rules import counting
from kinoqor.deciding.session.words import LISTS, Hall, ListCase, Matter, Standing, Tally
from kinoqor.funding.award.words import Form
from kinoqor.judging.panel import queries as panels
from kinoqor.judging.panel.models import Body, Member
from kinoqor.judging.panel.rules import bars
from kinoqor.judging.panel.rules.barring import turn_of
from kinoqor.judging.panel.words import Bar, Ground, Outcome


def hall(
    of: Sitting, day: date, films: Collection[int] = (), judged: bool = True, viewer: int | None = None
) -> Hall:
    """A body in session as the law sees it on a day: who sits, who is there, to whom one of these films is shut.

    `judged`: what bars each member is looked for as well, which asks the register about each; what is shut to the
    `viewer` is not named in it.
    """
    there = here(of.pk)
    sitting_ = members_on(of, day)
    persons = {f"user:{one.seat.user_id}": one for one in sitting_}
    out = shut_for(films, [one.seat.user_id for one in sitting_]) if films else {}
    return Hall(
        panels.lawful(of.body), of.body.act, tuple(panels.seated(one) for one in sitting_),
        {person: one.seat.user.name for person, one in persons.items()},
        barred(of.body, sitting_, day, viewer) if judged else {},
        frozenset(there), frozenset(f"user:{user}" for user in out),
        tuple(one.member.seat.user.name for person, one in there.items() if person not in persons),
    )  # fmt: skip


def barred(of: Body, members: Iterable[Member], day: date, viewer: int | None) -> dict[str, tuple[Bar, ...]]:
    """What bars each member on a day, by person. Who sits is not asked to rest from the round that runs."""
    law, opened = panels.bar_rules(of.programme), panels.openings(of.programme)
    found = {}
    for one in members:
        user = one.seat.user
        known = panels.known_of(user.person_ref, user.pk, of.programme, day, viewer, opened)
        turn = turn_of(opened, day, known.rounds)
        found[f"user:{user.pk}"] = tuple(
            each for each in bars(known, law, day.year, turn) if each.ground != Ground.ROTATION
        )
    return found


def list_case(of: Item, seen: Hall) -> ListCase:
    """A list that is to be put to the vote, as the law sees it."""
    films = films_of(of)
    present = [int(one.person.removeprefix("user:")) for one in seen.members if one.person in seen.present]
    apart = set().union(*shut_for(films, present).values())
    computed, waiting = True, 0
    if of.matter == Matter.LIST:
        found = Allocation.objects.filter(pk=of.allocation_id or 0).first()
        computed = bool(found and found.standing == Computed.COMPUTED and found.cancelled_id is None)
        asked = Departure.objects.filter(allocation=of.allocation_id, dropped=None)
        waiting = asked.exclude(items__carried=True).count()
    return ListCase(tuple(sorted(apart)), lines_of(of), waiting, computed, len(films))


def lines_of(of: Item) -> dict[int, bool]:
    """The films of a list that the body has voted on by themselves, at whichever sitting, each with whether its line was
    carried. A vote on a list that was computed anew since is none on this one; a carried departure changes the line of
    its film, and is its vote.
    """
    at = {"sitting__version__call": of.sitting.version.call_id, "sitting__stage": of.sitting.stage}
    lines = Item.objects.filter(**at, sitting__body=of.sitting.body_id, application__in=films_of(of))
    lines = lines.filter(matter=Matter.FILM, standing=Standing.DECIDED)
    found = set(lines.values_list("closed", "application", "carried"))
    if of.allocation_id:
        made = Allocation.objects.values_list("made", flat=True).get(pk=of.allocation_id)
        found = {each for each in found if each[0] > made}
        moved = Item.objects.filter(departure__allocation=of.allocation_id, carried=True)
        found |= set(moved.values_list("closed", "departure__application", "carried"))
    return {film: bool(carried) for _closed, film, carried in sorted(found)}


def at_vote(of: Item, now: datetime) -> Hall:
    """The body at a vote: as it was photographed, with who is there now and still has their seat."""
    seen = hall(of.sitting, day_of(of.sitting, now), judged=False)
    if of.photograph is None:
        return seen
    at = queries.taken(of.photograph)
    held = {one.person for one in seen.members}
    members = tuple(one for one in at.members if one.person in held)
    late = kept_out(of, [number_of(one.person) or 0 for one in members])
    return Hall(seen.body, seen.act, members, seen.names, {}, seen.present, at.shut_out | late, seen.unseated)


def kept_out(of: Item, users: Collection[int]) -> frozenset[str]:
    """Who of these people has no vote on a point now: one of its films is shut to them, and of a list such a film that
    was not voted on by itself. It may come up, or they may come, while the vote is open.
    """
    shut = shut_for(films_of(of), users)
    lines = set(lines_of(of)) if of.matter in LISTS else set()
    return frozenset(f"user:{user}" for user, films in shut.items() if films - lines)


def photographed_out(of: Item, seen: Hall) -> list[int]:
    """The accounts of who sits there and has no vote on a point, at the moment at which it is put to the vote."""
    users = [number_of(one.person) or 0 for one in seen.members]
    return [number_of(person) or 0 for person in kept_out(of, users)]


def shut_to(voice: str, of: Item) -> frozenset[int]:
    """Which films of a point are shut to whoever speaks with a voice of the journal."""
    number = number_of(voice)
    who = Who(None if number is None else User.objects.filter(pk=number).first())
    return queries.shut_in(who, films_of(of))


def same(of: Item) -> bool:
    """Whether what is voted on is still what lay there when it was put to the vote."""
    kept = (of.opened.details or {}).get("result") if of.opened else None
    return kept is None or kept == queries.matter_digest(of)


def counted(of: Item) -> tuple[Outcome, Tally]:
    """What came of the votes of a point so far, and the numbers behind it."""
    assert of.photograph is not None  # was put to the vote
    at, voting = queries.taken(of.photograph), queries.voting(of.sitting)
    if of.form == Form.CLOSED:
        told = counting.counts(queries.given_of(of), len(at.members) - len(at.shut_out))
    else:
        told = counting.tally(at, queries.votes_of(of))
    return counting.outcome(told, of.sitting.body.quorum, voting), told


def numbers(of: Item, now: datetime, part: set[int], broken_off: str) -> tuple[dict[str, Any], bool]:
    """What came of the votes of a point in numbers, of which `part` took part, and whether it is carried.

    The votes of a closed vote that was broken off are told to nobody: so few would lead back to who cast them.
    """
    found, told = counted(of)
    seen = at_vote(of, now)
    votes = {"for": found.votes_for, "against": found.against, "abstained": found.abstained}
    if broken_off and of.form == Form.CLOSED:
        votes = dict.fromkeys(votes, 0)
    return votes | {
        "present": len({number_of(person) for person in seen.there} | part), "shut_out": len(seen.shut_out),
        "members": told.members, "voted": len(part), "quorate": found.quorate, "broken_off": broken_off,
    }, found.carried and not broken_off  # fmt: skip
