"""The list: computed, departed from once, and adopted by the council at a sitting with its quorum."""

from datetime import timedelta

from kinoqor.deciding.allocation import actions as allocations
from kinoqor.deciding.allocation import clock
from kinoqor.deciding.allocation import queries as lists
from kinoqor.deciding.allocation.adapters.working import departed
from kinoqor.deciding.premiere.adapters.cast import DECIDED, Cast
from kinoqor.deciding.premiere.rules import votes
from kinoqor.deciding.session import actions, queries
from kinoqor.deciding.session.models import Item
from kinoqor.deciding.session.words import Matter, Meeting, Point, Standing
from kinoqor.judging.assignment.adapters.written import as_announced, strung
from kinoqor.judging.panel.queries import members_on
from kinoqor.kit.verdict import YES, Refused, no, require

FROZEN, MET = 36, 30  # days ago
LEAST = 500  # points in hundredths, below which no film is taken in
ABSENT = 2  # members who do not come to the sitting


def allocate(cast: Cast) -> int:
    """Compute the list, with the announced numbers where films are level; gives its number."""
    at, script = cast.at(FROZEN), cast.script
    day = cast.day(FROZEN).isoformat()
    announced = [{"code": each.code, "name": dict(each.name), "day": day} for each in script.announced]
    number: int = allocations.freeze(DECIDED.ref, DECIDED.stage, at, None, announced, by=cast.officer)
    clock.work.call(number)  # here and now, and not when a worker comes
    if lists.whole(number).progress.get("band"):
        chance = strung([each.numbers for each in script.announced])
        allocations.take_chance(number, chance, as_announced, at, by=cast.officer)
        clock.work.call(number)
    of = lists.whole(number)
    require(YES if of.computed_id else no(of.trouble))
    clock.tell.call(number)
    return number


def depart(cast: Cast, allocation: int) -> int:
    """Take in the film of the most points among those that did not get in and can; gives the number of the departure."""
    said, last = cast.script.said, None
    for row in lists.listed(lists.whole(allocation)):
        if row.funded or row.points < LEAST:
            continue
        try:
            made: int = allocations.depart(
                allocation,
                row.application,
                True,
                said["departure"],
                departed,
                said["author"],
                by=cast.officer,
            )
            return made
        except Refused as refused:  # no list keeps the limits with this film
            last = refused
    raise last or Refused(no("No film is left out."))


def adopt(cast: Cast, allocation: int) -> int:
    """Let the council vote on the departure and on the list; gives how many films the adopted list has."""
    at, day = cast.afternoon(MET), cast.day(MET)
    agenda = (Point(Matter.DEPARTURE, departure=depart(cast, allocation)), Point(Matter.LIST))
    asked = Meeting(DECIDED.ref, DECIDED.stage, cast.body.ref, at, cast.script.said["place"], agenda)
    sitting: int = actions.call_sitting(asked, at - timedelta(days=7), by=cast.officer)
    members = list(members_on(cast.body.pk, day))
    for each in members[: len(members) - ABSENT]:
        actions.note_came(sitting, each.pk, at, by=cast.officer)
    actions.open_sitting(sitting, at, by=cast.officer)
    whole = next(each for each in queries.items_of(sitting) if each.matter == Matter.LIST)
    actions.put_lines(whole.pk, at, by=cast.officer)
    for point in queries.items_of(sitting):
        if point.standing == Standing.WAITING:
            _vote(cast, point)
    actions.close_sitting(sitting, by=cast.officer)
    return sum(row.funded for row in lists.listed(lists.whole(allocation)))


def _vote(cast: Cast, of: Item) -> None:
    """A point is put to the vote; whoever is there and not shut out of it votes."""
    at = cast.afternoon(MET)
    actions.open_vote(of.pk, at, by=cast.officer)
    found = queries.item(of.pk)
    assert found is not None and found.photograph is not None  # taken just now
    out = set(found.photograph.shut_out)
    voters = [
        each.member for each in queries.here(of.sitting_id).values() if each.member.seat.user_id not in out
    ]
    for each, vote in zip(voters, votes(len(voters)), strict=True):
        actions.cast(of.pk, vote, at, by=cast.doer(each))
    actions.close_vote(of.pk, at, by=cast.officer)
