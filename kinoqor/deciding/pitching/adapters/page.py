"""What the pages of a pitching show: the board by days, the programme, the calling list, the steps that come next."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.pitching import queries
from kinoqor.deciding.pitching.adapters import hall
from kinoqor.deciding.pitching.rules.hall import places
from kinoqor.deciding.pitching.rules.telling import noticed, reached
from kinoqor.deciding.pitching.words import SIGNS, Came, Day, Place, Settings, Standing, Way, clock
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.call.adapters.spoken import zone
from kinoqor.judging.tie.queries import shut_numbers
from kinoqor.kit.question import said
from kinoqor.ui.parts import Link, Note, Row
from kinoqor.ui.templatetags.ui import day as day_of

STANDS: dict[str, str] = {Standing.PREPARED: "open", Standing.PUBLISHED: "waiting", Standing.OPENED: "good"}


def frame(ref: str, stage: str, plan: Any) -> dict[str, Any]:
    """What every page of a pitching is given: its call, its stage, how far it is."""
    terms = queries.terms(plan) if plan else queries.defended(ref, stage)
    assert terms is not None  # asked at the door
    of = terms.stage(stage)
    return {
        "ref": ref, "stage": stage, "call": said(terms.name), "stage_name": said(of.name) if of else stage,
        "plan": plan, "invented": terms.invented, "zone": zone(terms.zone), "place": said(plan.place) if plan else "",
        "sign": STANDS[plan.standing] if plan else "open", "body": said(plan.body.name) if plan else "",
    }  # fmt: skip


def round_rows(found: Iterable[tuple[str, str, Any]]) -> list[Row]:
    """The stages that are defended, each with how far its pitching is."""
    rows = []
    for ref, stage, terms in found:
        plan, of = queries.plan_of(ref, stage), terms.stage(stage)
        standing = (
            (plan.get_standing_display(), STANDS[plan.standing]) if plan else (_("not planned yet"), "open")
        )
        rows.append(
            Row(said(terms.name), "", reverse("pitching-board", args=[ref, stage]),
                [Note(said(of.name))] if of else [], [Note(*standing)])
        )  # fmt: skip
    return rows


def cell(each: Any, plan: Any, shut: Iterable[int], log: Mapping[int, Any]) -> dict[str, Any]:
    """A slot on the board; of a film that is shut to the reader only that something stands there."""
    if each.application_id in shut:
        return {"hidden": True}
    told = queries.told(each, log.get(each.pk, ()), plan)
    came = queries.came(each)
    return {
        "number": each.pk, "title": title(each.application), "section": hall.section_name(each.section),
        "came": came.label, "sign": SIGNS[came], "pinned": each.pinned,
        "quiet": came == Came.AWAITED and plan.published_id and not any(one.reached for one in told),
    }  # fmt: skip


def board(who: Who, plan: Any) -> dict[str, Any]:
    """Days as columns and times as rows, and the films that have no time."""
    shut, log = set(shut_numbers(who)), queries.contacts(plan)
    at: dict[tuple[date, int], Any] = {}
    timeless: dict[int, int] = {}
    for each in queries.slots(plan):
        if each.at is None:
            timeless[each.application_id] = each.pk
        else:
            place = queries.place(plan, each.at)
            at[place.day, place.begins] = cell(each, plan, shut, log)
    days, numbers = hall.days(plan.days), hall.settings(plan)
    gone = len(queries.set_aside(plan))
    begins = {one.begins for each in days for one in places(each, numbers)} | {minute for _day, minute in at}
    last = max((minute for _day, minute in at), default=0)
    shown = [
        minute for minute in sorted(begins) if minute <= last
    ]  # what stays free at the end is said in a number
    rows = [(clock(minute), [at.get((each.day, minute)) for each in days]) for minute in shown]
    counts = [sum((each.day, minute) in at for minute in begins) for each in days]
    head = [(each.day, count) for each, count in zip(days, counts, strict=True)]
    held = plan.published_id is not None and plan.opened_id is None
    return {
        "wrong": hall.wrong(plan, shut) if held else [],
        "days": head,
        "rows": rows if at else [],
        "loose": _loose(plan, shut, timeless) if at and plan.opened_id is None else [],
        "count": len(at),
        "aside": aside(gone) if gone else "",
        "free": _free(days, numbers, hall.places(plan).values()),
    }


def _loose(plan: Any, shut: Iterable[int], slots: Mapping[int, int]) -> list[dict[str, Any]]:
    """The films without a time; `slots` are the numbers of those that had one."""
    return [
        {"hidden": True}
        if each.pk in shut
        else {"hidden": False, "title": title(each), "number": slots.get(each.pk)}
        for each in hall.loose(plan)
    ]


def _free(days: Iterable[Day], numbers: Settings, placed: Iterable[Place]) -> int:
    """How many more films the days could take."""
    count, there = 0, list(placed)
    for each in days:
        taken = sum(one.day == each.day for one in there)
        count += max(0, min(len(places(each, numbers)), numbers.most) - taken)
    return count


def free_times(plan: Any, now: datetime) -> list[tuple[str, str]]:
    """Every time of the hall that lies ahead, with what stands there: the choices of a move."""
    numbers = hall.settings(plan)
    taken = set(hall.places(plan).values())
    found = []
    for each in hall.days(plan.days):
        for one in places(each, numbers):
            if queries.moment(plan, one) > now:
                words = f"{day_of(one.day)}, {clock(one.begins)}"
                there = _("taken: that film moves") if one in taken else _("free")
                found.append((f"{one.day.isoformat()} {one.begins}", f"{words} ({there})"))
    return found


def place_of(text: str) -> Place:
    """A choice of `free_times` as a place."""
    day, _space, minute = text.partition(" ")
    return Place(date.fromisoformat(day), int(minute))


def by_day(plan: Any) -> list[tuple[date, list[dict[str, Any]]]]:
    """The public programme: films with their companies in the order of time, day by day. Of one that was withdrawn
    nothing is said but that its time is free.
    """
    found: dict[date, list[dict[str, Any]]] = {}
    found_: Iterable[Any] = queries.slots(plan).exclude(at=None)
    for each in found_:
        came, place = queries.came(each), queries.place(plan, each.at)
        row = {"time": clock(place.begins), "free": came == Came.WITHDRAWN}
        if not row["free"]:
            row |= {
                "title": title(each.application), "company": each.application.organisation,
                "section": hall.section_name(each.section), "came": came, "sign": SIGNS[came],
            }  # fmt: skip
        found.setdefault(place.day, []).append(row)
    return sorted(found.items())


def calling(who: Who, plan: Any) -> list[dict[str, Any]]:
    """The calling list: who is not reached yet comes first; the log of each with who wrote it."""
    log, found = queries.contacts(plan), []
    shown: Iterable[Any] = list(queries.seen_by(who, queries.slots(plan)).exclude(at=None))
    people = queries.to_call([each.application for each in shown])
    for each in shown:
        place, told = queries.place(plan, each.at), queries.told(each, log.get(each.pk, ()), plan)
        found.append({
            "number": each.pk, "title": title(each.application), "company": each.application.organisation,
            "day": place.day, "time": clock(place.begins), "reached": reached(told, place),
            "noticed": noticed(told, place, each.at), "log": contacts_of(log.get(each.pk, ())),
            "came": queries.came(each), "people": people.get(each.application.name, ()),
        })  # fmt: skip
    return sorted(
        (one for one in found if one["came"] == Came.AWAITED),
        key=lambda one: (one["reached"], one["day"], one["time"]),
    )


def contacts_of(log: Iterable[Any]) -> list[dict[str, Any]]:
    """The log of a slot in words."""
    return [
        {
            "at": each.at, "way": Way(each.way).label, "reached": each.reached, "words": each.words,
            "sign": "good" if each.reached else "late", "phoned": each.way == Way.PHONED,
        }
        for each in log
    ]  # fmt: skip


def leads(who: Who) -> bool:
    """Whether the reader may change what the page shows."""
    return who.holds(Role.OFFICER)


def lacking(plan: Any) -> list[tuple[str, str]]:
    """The marks that are missing, as choices: which film, by whom."""
    slots = {each.pk: each for each in queries.slots(plan)}
    names = {each.pk: each.seat.user.name for each in queries.members(plan, _first(plan))}
    found = hall.sitting(plan, False).lacking
    return [
        (f"{film}-{one}", f"{title(slots[int(film)].application)}: {names[int(one)]}")
        for film, one in sorted(found)
    ]


def aside(count: int) -> str:
    """How many sheets of marks an opening has set aside."""
    said_ = ngettext(
        "Because of a conflict that was found after they were given, the marks of one sheet are not counted.",
        "Because of a conflict that was found after they were given, the marks of %(n)s sheets are not counted.",
        count,
    )
    return said_ % {"n": count}


def _first(plan: Any) -> date:
    days = hall.days(plan.days)
    return days[0].day if days else date.min


def own_line(number: int) -> Link | None:
    """What the page of an application says of its pitching: when it is, and what became of it."""
    own = queries.of_application(number)
    if own is None or own.at is None:
        return None
    place, came = queries.place(own.plan, own.at), queries.came(own)
    when = f"{day_of(place.day)}, {clock(place.begins)}"
    to = reverse("pitching", args=[own.plan.version.call.ref, own.plan.stage])
    return Link(_("Your pitching"), to, when if came == Came.AWAITED else f"{when}: {came.label}")
