"""How a body is called together, votes, and ends its sitting.

No line of the journal names a film (who sees deeds may have a conflict with it) or tells a vote.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.deciding.session import letters, queries, rules
from kinoqor.deciding.session.adapters import composition, minutes
from kinoqor.deciding.session.adapters.handed import hand_down, publish
from kinoqor.deciding.session.models import Item, Part, Presence, Sitting, Tally
from kinoqor.deciding.session.rules import NO_SITTING, NOT_THERE
from kinoqor.deciding.session.words import LISTS, Matter, Meeting, Point, Standing
from kinoqor.funding.award.words import Form
from kinoqor.funding.call.queries import published, terms_of
from kinoqor.funding.call.rules import may_go_on
from kinoqor.judging.panel.actions import photograph
from kinoqor.judging.panel.queries import body as body_of
from kinoqor.judging.panel.queries import member as member_with
from kinoqor.judging.panel.queries import members_on
from kinoqor.judging.panel.words import Vote
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import Refused, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed

NO_BODY = no(_("There is no such body."))


@deed(
    "deciding.session.called", _("A sitting called"),
    _("%(who)s called the body %(body)s together: sitting %(sitting)s"),
)  # fmt: skip
def call_sitting(line: Line, asked: Meeting, now: datetime) -> int:
    """Call a body together about a stage; every member is written to. Gives the number of the sitting."""
    of, version = body_of(asked.body), published(asked.ref)
    if not (of and version and of.programme_id == version.call.programme_id):
        raise Refused(NO_BODY)
    day = timezone.localdate(asked.at, ZoneInfo(terms_of(version).zone))
    members = list(members_on(of.pk, day))
    require(may_go_on(version.call.annulled_id is not None))
    require(rules.may_call(asked.at < now, of.closed_id is not None, len(members), of.act))
    told = {"stage": asked.stage, "at": asked.at, "place": asked.place.strip()}
    made = Sitting.objects.create(version=version, body=of, made=line.deed, **told)
    for point in asked.agenda:
        _put(line, made, point)
    points = queries.items_of(made.pk)
    for one in members:
        letters.tell_called(line, made, one.seat.user_id, points)
    line.details.update(
        body=of.name, panel=of.ref, sitting=made.pk, call=asked.ref, stage=asked.stage, letters=len(members)
    )
    return made.pk


@deed(
    "deciding.session.put",
    _("A point put on an agenda"),
    _("%(who)s put point %(point)s on the agenda of sitting %(sitting)s"),
)
def put_point(line: Line, sitting: int, point: Point) -> int:
    """Put a point on the agenda, as its last; gives its number in the house."""
    of = _held(sitting)
    require(rules.may_change_agenda(of.closed_id is not None))
    made = _put(line, of, point)
    line.details.update(sitting=sitting, point=made.number)
    return made.pk


@deed(
    "deciding.session.lines_put",
    _("Lines of a list put on an agenda"),
    _("%(who)s put single lines of a list on the agenda of sitting %(sitting)s"),
)
def put_lines(line: Line, item: int, now: datetime) -> int:
    """Put before a list each of its films that is shut to a member who is there, to be voted on alone; gives how many."""
    of = _led(item, line)
    require(rules.may_touch(of.standing, of.sitting.closed_id is not None))
    seen = composition.hall(of.sitting, queries.day_of(of.sitting, now), judged=False)
    case = composition.list_case(of, seen)
    asked = Item.objects.filter(sitting=of.sitting_id, matter=Matter.FILM, standing=Standing.WAITING)
    there = set(asked.values_list("application", flat=True)) | set(case.lines)
    missing = [each for each in case.apart if each not in there]
    for film in missing:
        made = _put(line, of.sitting, Point(Matter.FILM, application=film))
        _place_before(made, of)
        of.refresh_from_db()
    line.details.update(sitting=of.sitting_id, lines=len(missing))
    return len(missing)


@deed(
    "deciding.session.moved",
    _("A point of an agenda moved"),
    _("%(who)s moved a point on the agenda of sitting %(sitting)s"),
)
def move_point(line: Line, item: int, earlier: bool) -> None:
    """Change a point with the one before or after it, where that one waits as well; the first and the last stay."""
    of = _led(item, line)
    require(rules.may_touch(of.standing, of.sitting.closed_id is not None))
    near = [one for one in queries.items_of(of.sitting_id) if one.standing == Standing.WAITING]
    at = [one.pk for one in near].index(of.pk)
    to = at - 1 if earlier else at + 1
    if 0 <= to < len(near):
        _swap(of, near[to])
    line.details.update(sitting=of.sitting_id, point=of.number)


@deed(
    "deciding.session.dropped",
    _("A point taken off an agenda"),
    _("%(who)s took point %(point)s off the agenda of sitting %(sitting)s"),
)
def drop_point(line: Line, item: int) -> None:
    """Take a point off the agenda before it is put to the vote."""
    of = _led(item, line)
    require(rules.may_touch(of.standing, of.sitting.closed_id is not None))
    of.standing = Standing.DROPPED
    of.save(update_fields=["standing"])
    line.details.update(sitting=of.sitting_id, point=of.number)


@deed(
    "deciding.session.came", _("A member came"), _("%(who)s noted that %(user)s came to sitting %(sitting)s")
)
def note_came(line: Line, sitting: int, member: int, now: datetime) -> None:
    """Note that a member is there."""
    of = _held(sitting)
    someone = member_with(member)
    person = f"user:{someone.seat.user_id}" if someone and someone.body_id == of.body_id else ""
    seen = composition.hall(of, queries.day_of(of, now), judged=False)
    require(rules.may_come(person, seen, of.closed_id is not None))
    Presence.objects.create(sitting=of, member_id=member, came=line.deed)
    line.details.update(sitting=sitting, user=number_of(person), member=member)


@deed("deciding.session.left", _("A member left"), _("%(who)s noted that %(user)s left sitting %(sitting)s"))
def note_left(line: Line, sitting: int, member: int) -> None:
    """Note that a member left; a vote that they have cast stays."""
    of = _held(sitting)
    found = next((one for one in queries.here(sitting).values() if one.member_id == member), None)
    require(rules.may_leave(found is not None, of.closed_id is not None))
    assert found is not None  # asked just now
    Presence.objects.filter(pk=found.pk).update(left=line.deed)
    line.details.update(sitting=sitting, user=found.member.seat.user_id, member=member)


@deed("deciding.session.opened", _("A sitting opened"), _("%(who)s opened sitting %(sitting)s"))
def open_sitting(line: Line, sitting: int, now: datetime) -> None:
    """Open a sitting, once a lawful composition is there with a quorum."""
    of = _held(sitting)
    seen = composition.hall(of, queries.day_of(of, now), viewer=number_of(line.deed.voice))
    require(rules.may_open(seen, of.opened_id is not None, of.closed_id is not None))
    of.opened = line.deed
    of.save(update_fields=["opened"])
    line.details.update(sitting=sitting, present=len(seen.there))


@deed(
    "deciding.session.vote_opened",
    _("A point put to the vote"),
    _("%(who)s put point %(point)s of sitting %(sitting)s to the vote"),
)
def open_vote(line: Line, item: int, now: datetime) -> None:
    """Put a point to the vote: who sits and who is shut out is photographed, what is voted on is kept by its digest."""
    of = _led(item, line)
    day, films = queries.day_of(of.sitting, now), queries.films_of(of)
    apart = of.matter in LISTS  # a film of a list that is shut to somebody is voted on by itself, before it
    seen = composition.hall(of.sitting, day, () if apart else films, viewer=number_of(line.deed.voice))
    busy = Item.objects.filter(sitting=of.sitting_id, standing=Standing.OPEN).exists()
    require(
        rules.may_put(
            of.standing, seen, of.sitting.opened_id is not None, of.sitting.closed_id is not None, busy
        )
    )
    if apart:
        require(rules.may_put_list(composition.list_case(of, seen)))
    out = composition.photographed_out(of, seen)
    by = Doer(line.deed.voice, line.deed.hat)
    of.photograph_id = photograph(of.sitting.body_id, f"vote:{of.pk}", day, out, by=by)
    of.opened, of.standing = line.deed, Standing.OPEN
    of.save(update_fields=["photograph", "opened", "standing"])
    if of.form == Form.CLOSED:
        Tally.objects.bulk_create(Tally(item=of, vote=each) for each in Vote)
    line.details.update(
        sitting=of.sitting_id, point=of.number, result=queries.matter_digest(of), present=len(seen.there)
    )


@deed(
    "deciding.session.voted", _("A vote cast"), _("%(who)s voted on point %(point)s of sitting %(sitting)s")
)
def cast(line: Line, item: int, vote: Vote, now: datetime) -> None:
    """Cast one's vote, once. A closed vote is only counted up, and the list of who voted has no vote in it."""
    of = _point(item)
    user = number_of(line.deed.voice) or 0
    seen, voted = composition.at_vote(of, now), user in queries.took_part(of)
    require(rules.may_cast(line.deed.voice, seen, of.standing, voted))
    member = queries.here(of.sitting_id)[line.deed.voice].member_id
    closed = of.form == Form.CLOSED
    Part.objects.create(item=of, member_id=member, user_id=user, vote="" if closed else vote, made=line.deed)
    if closed:
        Tally.objects.filter(item=of, vote=vote).update(votes=F("votes") + 1)
    line.details.update(sitting=of.sitting_id, point=of.number)


@deed(
    "deciding.session.vote_closed",
    _("A vote closed"),
    _("%(who)s closed the vote on point %(point)s of sitting %(sitting)s"),
)
def close_vote(line: Line, item: int, now: datetime, broken_off: str | None = None) -> bool:
    """Close a vote and count it; gives whether it is carried. Broken off for one of the reasons of `Broken`, it keeps its
    votes and carries nothing, and the point may be put anew.
    """
    of = _led(item, line)
    part = queries.took_part(of)
    quorum, same, tied = of.sitting.body.quorum, composition.same(of), composition.kept_out(of, part)
    require(rules.may_close(of.standing, len(part), quorum, same, len(tied), broken_off, of.sitting.body.act))
    of.counts, of.carried = composition.numbers(of, now, part, broken_off or "")
    of.closed, of.standing = line.deed, Standing.BROKEN if broken_off else Standing.DECIDED
    of.save(update_fields=["counts", "carried", "closed", "standing"])
    by = Doer(line.deed.voice, line.deed.hat)
    hand_down(of, by)
    publish(of, by)
    line.details.update(sitting=of.sitting_id, point=of.number, carried=of.carried)
    return of.carried


@deed("deciding.session.closed", _("A sitting closed"), _("%(who)s closed sitting %(sitting)s"))
def close_sitting(line: Line, sitting: int) -> list[str]:
    """Close a sitting and give out its minutes as papers in the languages of the house; gives their numbers."""
    of = _held(sitting)
    standings = [one.standing for one in queries.items_of(sitting)]
    require(rules.may_end(of.opened_id is not None, of.closed_id is not None, standings))
    of.closed = line.deed
    of.save(update_fields=["closed"])
    papers = letters.write_minutes(line, of, minutes.facts(of))
    line.details.update(sitting=sitting, papers=len(papers))
    return papers


def _held(number: int) -> Sitting:
    """The sitting, held until the transaction ends."""
    wait_turn(f"sitting {number}")
    of = queries.sitting(number)
    if of is None:
        raise Refused(NO_SITTING)
    return of


def _point(number: int) -> Item:
    """The point with its sitting, held until the transaction ends."""
    of = queries.item(number)
    if of is None:
        raise Refused(NOT_THERE)
    wait_turn(f"sitting {of.sitting_id}")
    again = queries.item(number)
    assert again is not None  # a point is never deleted
    return again


def _led(number: int, line: Line) -> Item:
    of = _point(number)  # none of its films may be shut to whoever leads it
    require(rules.may_lead(composition.shut_to(line.deed.voice, of)))
    return of


def _put(line: Line, of: Sitting, point: Point) -> Item:
    last = Item.objects.filter(sitting=of).order_by("-number").values_list("number", flat=True).first()
    listed = point.matter == Matter.LIST
    computed = queries.allocation_of(of.version.call.ref, of.stage) if listed else None
    there = queries.belongs(of, point.application, point.departure)
    require(rules.may_put_matter(point, computed is not None, queries.says_award(of), there))
    return Item.objects.create(
        sitting=of, number=(last or 0) + 1, matter=point.matter, words=point.words.strip(),
        form=queries.voting(of).form, allocation=computed, application_id=point.application,
        departure_id=point.departure, made=line.deed,
    )  # fmt: skip


def _swap(one: Item, other: Item) -> None:
    """Change the places of two points; through a place that is free, since no two may have the same."""
    first, second = one.number, other.number
    free = Item.objects.filter(sitting=one.sitting_id).latest("number").number + 1
    for found, number in ((one, free), (other, first), (one, second)):
        found.number = number
        found.save(update_fields=["number"])


def _place_before(new: Item, of: Item) -> None:
    """Move the last point of an agenda before another one."""
    between = Item.objects.filter(sitting=of.sitting_id, number__gte=of.number, number__lt=new.number)
    for one in between.order_by("-number"):
        _swap(new, one)
