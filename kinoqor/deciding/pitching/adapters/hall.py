"""The case of a pitching, made of its records: days, films, members, absences, conflicts."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from kinoqor.deciding.pitching import queries
from kinoqor.deciding.pitching.rules.bench import bench
from kinoqor.deciding.pitching.rules.checking import faults
from kinoqor.deciding.pitching.rules.hall import half_of
from kinoqor.deciding.pitching.words import (
    Away,
    Came,
    Case,
    Day,
    Film,
    Half,
    Member,
    Place,
    Programme,
    Section,
    Settings,
    Sitting,
    Slot,
)  # fmt: skip
from kinoqor.funding.call.words import Medium


def minute(text: str) -> int:
    """A time as 10:00 in minutes of the day."""
    hour, _colon, rest = text.partition(":")
    return int(hour) * 60 + int(rest)


def days(told: Iterable[Mapping[str, str]]) -> list[Day]:
    """The days of a plan as the law sees them."""
    found = []
    for each in told:
        rest = (minute(each["rest_from"]), minute(each["rest_until"])) if each.get("rest_from") else None
        breaks = (rest,) if rest and rest[0] < rest[1] else ()
        found.append(
            Day(date.fromisoformat(each["day"]), minute(each["first"]), minute(each["last"]), breaks)
        )
    return sorted(found, key=lambda one: one.day)


def settings(plan: Any) -> Settings:
    """The numbers of a pitching."""
    said = queries.setting(plan)
    noon = said.rest_from.hour * 60 + said.rest_from.minute
    return Settings(plan.minutes, said.a_day, said.minutes, noon)


def case(plan: Any) -> Case:
    """All that the programme of a plan depends on: films still called, members of its first day, who is away and out."""
    terms, hall = queries.terms(plan), days(plan.days)
    called = list(queries.called(plan.version.call.ref, plan.stage))
    sitting = queries.members(plan, hall[0].day) if hall else []
    away = _away(plan, hall)
    media = {each.code: str(each.medium) for each in terms.kinds}
    films = [
        Film(
            str(each.pk), media.get(each.kind, ""), str(each.organisation_id),
            away.get(("application", each.pk), frozenset()), name_of(each),
        )
        for each in called
    ]  # fmt: skip
    people = [Member(str(each.pk), away.get(("member", each.pk), frozenset())) for each in sitting]
    codes = tuple(each.code for each in people)
    sections = [
        Section(code, plan.body.quorum, codes, section_name(code))
        for code in sorted({film.section for film in films})
    ]
    shut = {(str(film), str(one)) for film, one in queries.outs(sitting, called)}
    return Case(hall, films, sections, people, frozenset(shut))


def _away(plan: Any, hall: list[Day]) -> dict[tuple[str, int], Away]:
    noon = settings(plan).noon
    found: dict[tuple[str, int], set[tuple[date, Half]]] = {}
    for each in queries.absences(plan):
        whose = ("member", each.member_id) if each.member_id else ("application", each.application_id or 0)
        for day in hall:
            parts = {Half.MORNING: (0, noon), Half.AFTERNOON: (noon, 24 * 60 - 1)}
            for half, (start, end) in parts.items():
                since = queries.moment(plan, Place(day.day, start))
                until = queries.moment(plan, Place(day.day, end))
                if each.since < until and since < each.until:
                    found.setdefault(whose, set()).add((day.day, half))
    return {whose: frozenset(sessions) for whose, sessions in found.items()}


def span(plan: Any, day: date, half: str) -> tuple[datetime, datetime]:
    """From when to when somebody is away on a day: its morning, its afternoon, or all of it ("")."""
    noon, midnight = settings(plan).noon, queries.moment(plan, Place(day + timedelta(days=1), 0))
    middle = queries.moment(plan, Place(day, noon))
    if half == Half.MORNING:
        return queries.moment(plan, Place(day, 0)), middle
    return (middle if half == Half.AFTERNOON else queries.moment(plan, Place(day, 0))), midnight


def places(plan: Any) -> dict[str, Place]:
    """Where the films of a plan stand now; a film that was withdrawn leaves its place free."""
    return {
        str(each.application_id): queries.place(plan, each.at)
        for each in queries.slots(plan)
        if each.at is not None and queries.came(each) != Came.WITHDRAWN
    }


def programme(plan: Any, told: Case) -> Programme:
    """The programme as it stands, for the law to look over."""
    films, numbers, law = {each.code: each for each in told.films}, settings(plan), bench(told)
    found: list[Slot] = []
    for code, place in sorted(places(plan).items(), key=lambda one: one[1]):
        if code in films:
            found.append(law.slot(films[code], place, half_of(place, numbers)))
    return Programme(tuple(found))


def section_name(code: str) -> str:
    """What a section is called: its kind of film."""
    return str(Medium(code).label) if code in Medium.values else code


def name_of(application: Any) -> str:
    """The title of a film for a sentence."""
    titles = application.titles
    return str(next(iter(titles.values()), "")) or f"№ {application.pk}"


def hearers(plan: Any) -> dict[int, set[int]]:
    """Who hears each film that has a time, by slot: members who are there and neither shut out nor shown out."""
    told = case(plan)
    slots = {str(each.application_id): each.pk for each in queries.slots(plan)}
    out = queries.shown_out(plan)
    found: dict[int, set[int]] = {}
    for each in programme(plan, told).slots:
        number = slots[each.film]
        found[number] = {int(one) for one in each.hear if (number, int(one)) not in out}
    return found


def broken(plan: Any, own: Any) -> bool:
    """Whether a film was heard without a quorum, as conflicts and absences are known now: it may be heard again."""
    return bool(own.came == Came.PITCHED and len(hearers(plan).get(own.pk, ())) < plan.body.quorum)


def wrong(plan: Any, shut: Collection[int] = ()) -> list[str]:
    """What has become wrong in a programme since it was known: films without a time, quorums that broke. Nothing of films
    that are shut to the reader.
    """
    hidden, told = {str(each) for each in shut}, case(plan)
    there = replace(told, films=[each for each in told.films if each.code not in hidden])
    return faults(there, settings(plan), programme(plan, there))


def lost(told: Case, numbers: Settings, placed: Mapping[str, Place]) -> set[str]:
    """The films, of those that are placed so, that cannot be heard there as things are now."""
    law, films = bench(told), {each.code: each for each in told.films}
    return {
        code
        for code, place in placed.items()
        if code in films and not law.may(films[code], (place.day, half_of(place, numbers)))
    }


def loose(plan: Any) -> list[Any]:
    """The films that are to be defended and have no time."""
    placed = places(plan)
    called = queries.called(plan.version.call.ref, plan.stage)
    return [each for each in called if str(each.pk) not in placed]


def aside(plan: Any) -> set[tuple[int, int]]:
    """Pairs of slot and member whose marks are handed in and do not count: a conflict was found after they marked, or
    they were out when the film was heard once more.
    """
    return _aside(plan, queries.slots(plan), queries.handed(plan))


def _aside(plan: Any, slots: Iterable[Any], handed: set[tuple[int, int]]) -> set[tuple[int, int]]:
    if not handed:
        return set()
    numbers = {each.application_id: each for each in slots}
    out = queries.outs(queries.markers(plan), [each.application for each in numbers.values()])
    gone = {(numbers[film].pk, one) for film, one in out} | queries.shown_out(plan)
    return gone & handed


def not_out(plan: Any, own: Any) -> list[str]:
    """The names of those who must not hear a film, are not known to be away, and are not recorded as shown out."""
    if own.at is None:
        return []
    place = queries.place(plan, own.at)
    session = (place.day, half_of(place, settings(plan)))
    there, away = queries.members(plan, place.day), _away(plan, days(plan.days))
    must, out = queries.outs(there, [own.application]), queries.shown_out(plan)
    return [
        each.seat.user.name
        for each in there
        if (own.application_id, each.pk) in must
        and (own.pk, each.pk) not in out
        and session not in away.get(("member", each.pk), ())
    ]


def sitting(plan: Any, hidden: bool, named: Iterable[tuple[int, int]] = ()) -> Sitting:
    """What waits to be opened: who heard which film, who handed in, what lacks. Films are named by their slots."""
    found = [each for each in queries.slots(plan) if each.at is not None]
    heard, handed = hearers(plan), queries.handed(plan)
    came = {each.pk: queries.came(each) for each in found}
    hear = {number: some for number, some in heard.items() if came.get(number) == Came.PITCHED}
    lacking = {(number, one) for number, some in hear.items() for one in some if (number, one) not in handed}
    return Sitting(
        {str(number): one for number, one in came.items()},
        frozenset((str(film), str(one)) for film, one in lacking),
        frozenset((str(film), str(one)) for film, one in named),
        len(handed - _aside(plan, found, handed)), plan.body.quorum,
        {str(film): len(some) for film, some in hear.items()},
        plan.opened_id is not None, {str(each.pk): name_of(each.application) for each in found}, hidden,
    )  # fmt: skip


def tomorrow(now: datetime) -> list[Any]:
    """The awaited slots of the day after this one, by the clock of each call."""
    found = []
    for each in queries.awaited_between(now, now + timedelta(days=2)):
        zone = queries.zone(each.plan)
        if each.at and each.at.astimezone(zone).date() == now.astimezone(zone).date() + timedelta(days=1):
            found.append(each)
    return found
