"""The pitching: planned, announced, heard with somebody who did not come and somebody shown out, marked and opened."""

from datetime import date, datetime, timedelta

from kinoqor.deciding.pitching import actions, queries
from kinoqor.deciding.pitching.adapters.hall import hearers
from kinoqor.deciding.pitching.models import Plan, Slot
from kinoqor.deciding.pitching.words import Came, Half, Sheet, Way
from kinoqor.deciding.premiere.adapters.cast import Cast, Stage
from kinoqor.deciding.premiere.queries import producer
from kinoqor.deciding.premiere.rules import heard
from kinoqor.funding.application.actions import withdraw
from kinoqor.judging.panel.models import Member

AWAY = 3  # how many members are away on the day
LATE, UNHEARD, WITHDRAWN = (
    4,
    9,
    15,
)  # places of films: comes only after noon; does not come; is withdrawn before
CALLED = 46  # days ago


def announce(cast: Cast, of: Stage, day: date, now: datetime) -> int:
    """Plan the pitching of a stage on a day, and publish its programme at a moment; gives the number of the plan."""
    by, words = cast.officer, cast.script.said["absence"]
    plan: int = actions.prepare(of.ref, of.stage, cast.body.pk, by=by)
    found = queries.held(plan)
    said = queries.setting(found)
    hours = {
        "first": said.first,
        "last": said.last,
        "rest_from": said.rest_from,
        "rest_until": said.rest_until,
    }
    days = [{"day": day.isoformat(), **{code: f"{at:%H:%M}" for code, at in hours.items()}}]
    hall, broadcast = cast.script.hall, cast.script.broadcast
    actions.set_days(plan, days, said.minutes, hall, broadcast, found.revision, by=by)
    for one in queries.members(found, day)[-AWAY:]:
        actions.declare_away(plan, "member", one.pk, day, "", words, by=by)
    films = list(queries.called(of.ref, of.stage).values_list("pk", flat=True))
    late = films[min(LATE, len(films) - 1)]
    actions.declare_away(plan, "application", late, day, Half.MORNING, words, by=by)
    actions.plan_programme(plan, by=by)
    actions.publish(plan, now, by=by)
    return plan


def hear(cast: Cast, plan: int) -> int:
    """Hear every film of a plan but those that are withdrawn or do not come, and open the marks; gives how many."""
    slots = [each for each in queries.slots(plan) if each.at is not None]
    _call(cast, slots)
    _withdraw(cast, slots.pop(WITHDRAWN))
    of = queries.held(plan)
    there = hearers(of)
    day = cast.local(slots[0].at or cast.now)
    sitting = {each.pk: each for each in queries.members(of, day)}
    present = {each: sitting[each] for each in set().union(*there.values())}
    _show_out(cast, slots, present)
    for place, each in enumerate(slots):
        came = Came.NO_SHOW if place == UNHEARD else Came.PITCHED
        actions.note_came(each.pk, came, _end(each, of), by=cast.officer)
        if came == Came.PITCHED:
            _mark(cast, of, each, [present[one] for one in sorted(there[each.pk])])
    actions.open_sheets(plan, (), False, _end(slots[-1], of) + timedelta(hours=1), by=cast.officer)
    return len(slots) - 1


def _call(cast: Cast, slots: list[Slot]) -> None:
    """Each applicant is phoned; one of them is not reached."""
    at, said = cast.at(CALLED), cast.script.said
    for place, each in enumerate(slots):
        words = said["unheard"] if place == UNHEARD else said["phoned"]
        actions.log_contact(each.pk, Way.PHONED, place != UNHEARD, words, at, by=cast.officer)


def _withdraw(cast: Cast, slot: Slot) -> None:
    of = slot.application
    withdraw(of.pk, by=producer(of), why=cast.script.said["withdrawn"], subject=of.film.ref)


def _show_out(cast: Cast, slots: list[Slot], present: dict[int, Member]) -> None:
    """Whoever is there and must not hear a film is shown out of it."""
    films = {each.application_id: each for each in slots}
    out = queries.outs(list(present.values()), [each.application for each in slots])
    for film, member in sorted(out):
        actions.show_out(films[film].pk, member, by=cast.officer)


def _mark(cast: Cast, of: Plan, slot: Slot, members: list[Member]) -> None:
    """The marks of those who heard a film."""
    scales = {each.code: (each.lowest or 0, each.highest or 0) for each in queries.criteria(of)}
    seed = slot.application.titles.get("kk", slot.application.name)
    for each in members:
        marks = heard(cast.experts[each.seat.user.email], seed, scales)
        actions.hand_in(slot.pk, Sheet(marks), 0, _end(slot, of), by=cast.doer(each))


def _end(slot: Slot, of: Plan) -> datetime:
    assert slot.at is not None  # only such slots are played
    return slot.at + timedelta(minutes=of.minutes)
