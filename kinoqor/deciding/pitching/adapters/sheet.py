"""What comes in and what is shown of one film in the hall, and of one member's marks."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.pitching import queries
from kinoqor.deciding.pitching.adapters import hall, page
from kinoqor.deciding.pitching.models import Sheet as Kept
from kinoqor.deciding.pitching.rules import hearing as law
from kinoqor.deciding.pitching.words import SIGNS, Came, Sheet, clock
from kinoqor.funding.application.adapters.page import title
from kinoqor.judging.panel.models import Member
from kinoqor.judging.review.adapters.page import asked
from kinoqor.judging.review.adapters.sent import given as marked
from kinoqor.judging.review.adapters.sent import revision
from kinoqor.judging.review.words import Given as Said
from kinoqor.judging.tie.queries import shut_numbers
from kinoqor.ui.templatetags.ui import day as day_of

HOURS = ("first", "last", "rest_from", "rest_until")


def days_of(plan: Any) -> dict[str, Any]:
    """What the form of the days begins with: the plan, or what the call says."""
    told, numbers = plan.days, queries.setting(plan)
    hours = (
        told[0]
        if told
        else {key: f"{getattr(numbers, key):%H:%M}" for key in ("first", "last", "rest_from", "rest_until")}
    )
    return {
        "days": "\n".join(each["day"] for each in told), "minutes": plan.minutes, "broadcast": plan.broadcast,
        "revision": plan.revision, **{key: hours[key] for key in HOURS},
        **{f"place_{lang}": plan.place.get(lang, "") for lang in ("kk", "ru", "en")},
    }  # fmt: skip


def days_named(plan: Any) -> list[tuple[str, str]]:
    """The days of a plan as choices."""
    return [(each.day.isoformat(), day_of(each.day)) for each in hall.days(plan.days)]


def people(who: Who, plan: Any) -> list[tuple[str, str]]:
    """Members and films as choices of who is away; no film that is shut to the reader."""
    first = hall.days(plan.days)[0].day if plan.days else date.min
    members = [(f"member-{each.pk}", each.seat.user.name) for each in queries.members(plan, first)]
    shut = set(shut_numbers(who))
    films = queries.called(plan.version.call.ref, plan.stage).exclude(pk__in=shut)
    return members + [(f"application-{each.pk}", f"№ {each.pk} {title(each)}") for each in films]


def absence(given: Mapping[str, Any]) -> tuple[str, int, date, str, str]:
    """An absence as the deed takes it."""
    whose, _dash, number = given["whose"].partition("-")
    return whose, int(number), date.fromisoformat(given["day"]), given["half"], given["words"].strip()


def absences(who: Who, plan: Any) -> list[dict[str, Any]]:
    """Who is away, in words; none of a film that is shut to the reader."""
    shut, found = set(shut_numbers(who)), []
    declared: Iterable[Any] = queries.absences(plan)
    for each in declared:
        if each.application_id not in shut:
            name = each.member.seat.user.name if each.member_id else title(each.application)
            since, until = queries.place(plan, each.since), queries.place(plan, each.until)
            hours = f"{clock(since.begins)}–{clock(until.begins) if until.begins else '24:00'}"
            found.append(
                {"number": each.pk, "name": name, "day": since.day, "hours": hours, "words": each.words}
            )
    return found


def slot_page(own: Any, now: datetime) -> dict[str, Any]:
    """One film in the hall, for whoever leads it."""
    plan = own.plan
    place, came = queries.place(plan, own.at) if own.at else None, queries.came(own)
    sitting = queries.members(plan, place.day) if place else []
    must, shown = queries.outs(sitting, [own.application]), queries.shown_out(plan)
    log, handed = queries.contacts(plan).get(own.pk, []), queries.handed(plan)
    heard, gone = queries.heard(own, plan, log), queries.set_aside(plan)
    may_pitch = law.may_say(heard, Came.PITCHED, now)
    return {
        "slot": own, "title": title(own.application), "company": own.application.organisation,
        "day": place.day if place else None, "time": clock(place.begins) if place else "",
        "came": came, "came_sign": SIGNS[came], "log": page.contacts_of(log),
        "may_pitch": law.all_out(hall.not_out(plan, own)) if may_pitch else may_pitch,
        "may_miss": law.may_say(heard, Came.NO_SHOW, now),
        "members": [
            {"number": each.pk, "name": each.seat.user.name, "must": (own.application_id, each.pk) in must,
             "out": (own.pk, each.pk) in shown, "handed": came == Came.PITCHED and (own.pk, each.pk) in handed,
             "counts": plan.opened_id is not None and (own.pk, each.pk) not in gone}
            for each in sitting
        ],
    }  # fmt: skip


def sent(posted: Mapping[str, Any], criteria: Any) -> tuple[Sheet, int]:
    """The marks of a form, and the revision that its page was made from."""
    told = marked(posted, criteria, "kk")
    return Sheet(told.marks, told.council), revision(posted)


def own_days(who: Who) -> list[tuple[date, list[dict[str, Any]]]]:
    """What a member hears, day by day, with how far their own marks are."""
    found: dict[date, list[dict[str, Any]]] = {}
    for plan, slots in hearings(who):
        own = own_sheets(plan, who.number)
        for each in slots:
            place, came = queries.place(plan, each.at), queries.came(each)
            row = {
                "number": each.pk, "time": clock(place.begins), "title": title(each.application), "came": came,
                "sign": SIGNS[came], "handed": own.get(each.pk), "begun": each.pk in own,
            }  # fmt: skip
            found.setdefault(place.day, []).append(row)
    return sorted(found.items())


def own_page(own: Any, who: Who, given: Sheet | None) -> dict[str, Any]:
    """A member's marks of one film."""
    plan, kept = own.plan, queries.own_sheet(own.pk, who.number)
    place, came = queries.place(plan, own.at), queries.came(own)
    member = queries.member_in(plan, who.number, place.day)
    out = member is not None and (own.pk, member.pk) in queries.shown_out(plan)
    stands = given or queries.given(kept)
    handed = kept is not None and kept.handed_id is not None
    return page.frame(plan.version.call.ref, plan.stage, plan) | {
        "slot": own, "title": title(own.application), "day": place.day, "time": clock(place.begins), "came": came,
        "came_sign": SIGNS[came], "may": law.may_mark(queries.heard(own, plan), True, out, handed),
        "criteria": asked(queries.criteria(plan), Said(stands.marks)), "words": stands.words, "sheet": kept,
        "revision": kept.revision if kept else 0, "pitched": came == Came.PITCHED,
        "next": next_slot(who, own),
    }  # fmt: skip


def hearings(who: Who) -> list[tuple[Any, list[Any]]]:
    """The published pitchings of the bodies on which a reader sits today, with the slots that are not shut to them."""
    own = [each.pk for each in who.seats if each.role == Role.EXPERT]
    mine = Member.objects.filter(seat__in=own, body__closed=None).values("body")
    found = queries.plans().filter(body__in=mine).exclude(published=None).order_by("-pk")
    return [(each, list(queries.seen_by(who, queries.slots(each)).exclude(at=None))) for each in found]


def own_sheets(of: Any, user: int | None) -> dict[int, bool]:
    """By slot whether the sheet that somebody has begun is handed in."""
    found = Kept.objects.filter(slot__plan=of, user=user)
    return {slot_: handed_ is not None for slot_, handed_ in found.values_list("slot", "handed")}


def next_slot(who: Who, own: Any) -> Any:
    """The film that comes after this one for whoever asks."""
    after = queries.seen_by(who, queries.slots(own.plan_id)).filter(at__gt=own.at)
    return after.exclude(application__state__in=queries.GONE).first()


def pairs(named: Iterable[str]) -> list[tuple[int, int]]:
    """The marks that an opener names as missing, as pairs of slot and member."""
    found = (each.partition("-") for each in named)
    return [(int(film), int(one)) for film, _dash, one in found]
