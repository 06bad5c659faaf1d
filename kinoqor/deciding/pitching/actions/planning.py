"""What is done with a pitching: planned, published, moved; who was told, who came, who was shown out; marks, opened."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.pitching import letters, queries
from kinoqor.deciding.pitching.adapters import hall
from kinoqor.deciding.pitching.models import Absence, Contact, Plan, Slot
from kinoqor.deciding.pitching.rules import checking, telling
from kinoqor.deciding.pitching.rules import steps as law
from kinoqor.deciding.pitching.rules.hall import may_be
from kinoqor.deciding.pitching.rules.hearing import may_reason, turn
from kinoqor.deciding.pitching.rules.moving import again
from kinoqor.deciding.pitching.rules.planning import planned
from kinoqor.deciding.pitching.words import Came, Place, Programme, Standing, Way
from kinoqor.deciding.pitching.words import Contact as Told
from kinoqor.funding.application.actions import move as move_application
from kinoqor.funding.application.words import State
from kinoqor.funding.call.queries import published
from kinoqor.funding.call.rules import may_go_on
from kinoqor.funding.programme.queries import calendar
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Doer, Line, deed


@deed(
    "deciding.pitching.prepared", _("A pitching prepared"),
    _("%(who)s began the plan of the pitching of %(call)s"),
)  # fmt: skip
def prepare(line: Line, ref: str, stage: str, body: int) -> int:
    """Begin the plan of a stage before a body; the numbers are the call's. Gives its number."""
    wait_turn(f"pitching of {ref} {stage}")
    version, terms = published(ref), queries.defended(ref, stage)
    there = queries.plan_of(ref, stage) is not None
    sits = queries.bodies(ref).filter(pk=body).exists()
    require(law.may_prepare(terms is not None, there, sits))
    assert version is not None and terms is not None
    require(may_go_on(version.call.annulled_id is not None))
    award = terms.award(stage)
    assert award is not None and award.pitching is not None
    minutes = award.pitching.minutes
    made = Plan.objects.create(version=version, stage=stage, body_id=body, minutes=minutes, made=line.deed)
    line.details.update(call=ref, stage=stage, plan=made.pk)
    return made.pk


@deed(
    "deciding.pitching.days_set",
    _("The days of a pitching set"),
    _("%(who)s set the days of pitching %(plan)s"),
)
def set_days(
    line: Line, plan: int, days: Sequence[Mapping[str, str]], minutes: int, place: Mapping[str, str], broadcast: str,
    revision: int,
) -> None:  # fmt: skip
    """Set days, minutes, place and broadcast; once the programme is known the last two, and a new place is told."""
    of = queries.held(plan)
    require(law.unchanged_since(revision, of.revision))
    kept = [dict(each) for each in sorted(days, key=lambda one: one["day"])]
    require(law.may_set(of.standing, kept == of.days and minutes == of.minutes))
    require(law.may_broadcast(broadcast))
    numbers = replace(hall.settings(of), minutes=minutes)
    require(law.may_last(minutes, numbers.least_minutes))
    require(may_be(hall.days(kept), numbers))
    elsewhere = of.published_id is not None and of.place != dict(place)
    of.days, of.minutes, of.place, of.broadcast = kept, minutes, dict(place), broadcast
    of.revision += 1
    of.save(update_fields=["days", "minutes", "place", "broadcast", "revision"])
    for each in queries.slots(of).filter(at__gt=line.deed.at) if elsewhere else ():
        if queries.came(each) == Came.AWAITED:
            _tell(line, each, of, line.deed.at)
    line.details.update(plan=plan, days=[each["day"] for each in kept])


@deed("deciding.pitching.away", _("An absence declared"), _("%(who)s noted an absence for pitching %(plan)s"))
def declare_away(
    line: Line, plan: int, whose: str, number: int, day: date, half: str, words: str = ""
) -> int:
    """Note that a member ("member") or an applicant ("application") is away on a day or half of it; gives its number."""
    of = queries.held(plan)
    require(law.may_note(of.standing))
    since, until = hall.span(of, day, half)
    made = Absence.objects.create(
        plan=of, since=since, until=until, words=words[:300], made=line.deed, **{f"{whose}_id": number}
    )
    line.details.update(plan=plan, day=day.isoformat())
    return made.pk


@deed(
    "deciding.pitching.back",
    _("An absence taken back"),
    _("%(who)s took back an absence for pitching %(plan)s"),
)
def take_back(line: Line, plan: int, absence: int) -> None:
    """Somebody can come after all."""
    of = queries.held(plan)
    require(law.may_note(of.standing))
    Absence.objects.filter(pk=absence, plan=of, gone=None).update(gone=line.deed)
    line.details.update(plan=plan)


@deed(
    "deciding.pitching.planned",
    _("A programme planned"),
    _("%(who)s planned the programme of pitching %(plan)s"),
)
def plan_programme(line: Line, plan: int) -> int:
    """Make the programme anew, but for the slots set by hand; gives how many films have a time.

    Once it is known it is mended: films without a time or a quorum get another one, as few as possible move, and they
    are told.
    """
    wait_turn(turn(plan))
    of = queries.held(plan)
    known = of.published_id is not None
    require(law.may_plan(of.standing, known and bool(hall.wrong(of))))
    if known:
        found = _again(line, of, _pinned(of), line.deed.at)[0]
        line.details.update(plan=plan, files=len(found.slots))
        return len(found.slots)
    case, numbers = hall.case(of), hall.settings(of)
    pins = _pinned(of)
    found = planned(case, numbers)
    found = again(case, numbers, found.places, pins) if pins else found
    _keep(line, of, found)
    line.details.update(plan=plan, files=len(found.slots))
    return len(found.slots)


def _keep(line: Line, of: Plan, found: Programme, pinned: str = "") -> list[tuple[Slot, datetime | None]]:
    """Write a programme into the slots of a plan; gives those that have another time than before, with that."""
    there = {str(each.application_id): each for each in queries.slots(of)}
    changed: list[tuple[Slot, datetime | None]] = []
    taken = {queries.moment(of, each.place) for each in found.slots}
    for each in found.slots:
        at, own = queries.moment(of, each.place), there.pop(each.film, None)
        own = own or Slot(plan=of, application_id=int(each.film), made=line.deed)
        if own.pk is None or own.at != at or own.section != each.section or each.film == pinned:
            before = own.at
            if own.at != at:
                own.made = line.deed
                changed.append((own, before))
            own.at, own.section, own.pinned = at, each.section, own.pinned or each.film == pinned
            own.save(update_fields=["at", "section", "pinned", "made"] if own.pk else None)
    for left in there.values():
        # Of a known programme the time of a withdrawn film stays, as free, until it is taken.
        kept = left.at is None or (of.published_id is not None and left.at not in taken)
        if left.came == Came.AWAITED and not kept:
            left.at, left.made = None, line.deed
            left.save(update_fields=["at", "made"])
    return changed


@deed(
    "deciding.pitching.moved",
    _("A slot moved"),
    _("%(who)s moved a film in the programme of pitching %(plan)s"),
)
def move(line: Line, slot: int, at: datetime, now: datetime) -> int:
    """Set a film to a time; as few others as possible move. Once the programme is known the deed's why says why, and
    whoever has another time is told. Gives how many films have another time.
    """
    wait_turn(turn(queries.plan_number(slot)))
    own = queries.held_slot(slot)
    of = queries.held(own.plan_id)
    known = of.published_id is not None
    require(law.may_move(of.standing, queries.came(own), at, now, hall.broken(of, own)))
    require(may_reason(known, line.deed.why))
    if own.came != Came.AWAITED:  # who gets another time is awaited again
        own.came, own.noted = Came.AWAITED, line.deed
        own.save(update_fields=["came", "noted"])
    film = str(own.application_id)
    changed = _again(line, of, {**_pinned(of), film: queries.place(of, at)}, now, film)[1]
    line.details.update(plan=of.pk, slot=slot, files=changed)
    return changed


def _pinned(of: Plan) -> dict[str, Place]:
    """Where the films stand that were set by hand."""
    return {
        str(each.application_id): queries.place(of, each.at)
        for each in queries.slots(of).filter(pinned=True)
        if each.at is not None
    }


def _again(
    line: Line, of: Plan, fast: Mapping[str, Place], now: datetime, film: str = ""
) -> tuple[Programme, int]:
    """Make the programme anew around the films that stand fast and what was heard or has begun; tell who has another
    time, if it is known. Gives it with how many have another time.
    """
    over = {
        str(each.application_id): queries.place(of, each.at)
        for each in queries.slots(of).exclude(at=None)
        if each.at is not None and (each.came != Came.AWAITED or each.at <= now)
    }
    over.pop(film, None)
    case, numbers = hall.case(of), hall.settings(of)
    lost = {
        each for each in hall.lost(case, numbers, fast) if each != film
    }  # what broke may leave where it was set
    pins = {code: at for code, at in fast.items() if code not in lost} | over
    found = again(case, numbers, hall.places(of), pins, over.keys(), queries.place(of, now))
    changed = _keep(line, of, found, film)
    for each, old in changed if of.published_id is not None else ():
        _invite(line, each)
        _tell(line, each, of, now, old)
    return found, len(changed)


def _invite(line: Line, slot: Any) -> None:
    """Whoever has a time is invited: at first, as a film that came later, or to be heard once more."""
    if slot.application.state in (*queries.ADMITTED, State.NO_SHOW, State.PITCHED):
        move_application(slot.application_id, "invite", by=Doer(line.deed.voice, line.deed.hat))


def _tell(line: Line, slot: Any, of: Plan, now: datetime, before: datetime | None = None) -> None:
    """Write to the applicant and note the notice in the log."""
    sent = letters.tell_moved(line, slot, of, before) if before else letters.invite(line, slot, of)
    if sent:
        kept = {"way": Way.WRITTEN, "reached": True, "words": "", "moment": now}
        Contact.objects.create(slot=slot, made=line.deed, **kept)


@deed(
    "deciding.pitching.published", _("The programme of a pitching published"),
    _("%(who)s published the programme of pitching %(plan)s and invited its applicants"),
)  # fmt: skip
def publish(line: Line, plan: int, now: datetime) -> int:
    """Publish the programme: everybody may read it, the films are invited, their applicants are told. Gives how many."""
    of = queries.held(plan)
    case, numbers = hall.case(of), hall.settings(of)
    found = hall.programme(of, case)
    require(checking.may_publish(case, numbers, found, of.published_id is not None))
    first = min(each.place.day for each in found.slots)
    notice = queries.setting(of).notice_days
    today = now.astimezone(queries.zone(of)).date()
    require(law.in_time(calendar(of.version.call.programme), notice, today, first))
    of.published, of.standing = line.deed, Standing.PUBLISHED
    of.save(update_fields=["published", "standing"])
    for each in queries.slots(of).exclude(at=None):
        _invite(line, each)
        _tell(line, each, of, now)
    line.details.update(plan=plan, call=of.version.call.ref, files=len(found.slots))
    return len(found.slots)


@deed("deciding.pitching.contacted", _("A contact logged"), _("%(who)s logged a contact about slot %(slot)s"))
def log_contact(line: Line, slot: int, way: Way, reached: bool, words: str, now: datetime) -> int:
    """Note that an applicant was phoned or written to, and whether they were reached; nobody can change it after."""
    own = queries.held_slot(slot)
    place = queries.place(own.plan, own.at) if own.at else Place(date.min, 0)
    contact = Told(way, reached, now, line.deed.voice, place)
    require(telling.may_log(contact, own.plan.published_id is not None, now))
    kept = {"way": way, "reached": reached, "words": words[:500], "moment": now}
    made = Contact.objects.create(slot=own, made=line.deed, **kept)
    line.details.update(slot=slot, application=own.application_id)
    return made.pk


@deed(
    "deciding.pitching.reminded", _("Applicants reminded of their pitching"),
    _("%(who)s reminded applicants of their pitching tomorrow"),
)  # fmt: skip
def remind(line: Line, slots: Collection[int]) -> int:
    """Remind the applicants of these slots; the letter stands in the log. Gives how many letters were written."""
    sent = 0
    for number in slots:
        own = queries.held_slot(number)
        letters_ = letters.remind(line, own, own.plan)
        if letters_:
            Contact.objects.create(
                slot=own, way=Way.WRITTEN, reached=True, words=_g("reminder"), made=line.deed
            )
        sent += letters_
    line.details.update(letters=sent)
    return sent


@deed(
    "deciding.pitching.cancelled",
    _("A pitching cancelled"),
    _("%(who)s cancelled the plan of pitching %(plan)s"),
)
def cancel(line: Line, plan: int) -> None:
    """Give up a plan that nobody knows yet, with the deed's reason; another one may be begun."""
    of = queries.held(plan)
    require(law.may_change(of.standing))
    require(may_reason(True, line.deed.why))
    of.cancelled, of.standing = line.deed, Standing.CANCELLED
    of.save(update_fields=["cancelled", "standing"])
    line.details.update(plan=plan)
