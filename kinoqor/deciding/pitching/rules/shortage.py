"""Why there is no programme, and the smallest changes that make one. Every change that is named was tried."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.deciding.pitching.rules.bench import called
from kinoqor.deciding.pitching.rules.fitting import Table, fits, misfits, open_places
from kinoqor.deciding.pitching.words import MOST_DAYS, Case, Change, Film, Settings, Shortage
from kinoqor.kit.verdict import no

STEP = 5  # minutes
NAMED = 3  # films in a sentence


def shortage(held: Table) -> Shortage:
    """What keeps the films of a case from fitting; only to be asked where they do not."""
    for film in sorted(held.case.films, key=lambda each: each.code):
        never = held.bench.ever(film)
        if not never:
            return Shortage((film.code,), never)
    lonely = [kind.films[0] for kind in held.kinds if not kind.open]
    if lonely:
        return _nowhere(held, min(lonely, key=lambda each: each.code))
    return _narrow(held, misfits(held))


def _nowhere(held: Table, film: Film) -> Shortage:
    """A film for which no half of a day is open."""
    reason = _(
        "“%(film)s” fits nowhere: on none of these days its applicant comes while a quorum without conflicts is there."
    )
    changes = tuple(filter(None, (_one_day(held), _more_members(held, film))))
    return Shortage((film.code,), no(reason % {"film": called(film)}, way=ways_out(changes)), changes)


def _narrow(held: Table, films: Sequence[Film]) -> Shortage:
    room = open_places(held, films)
    sections = {film.section for film in films}
    names = [each.name or each.code for each in held.case.sections if each.code in sections]
    what = ngettext("%(count)d film", "%(count)d films", len(films)) % {"count": len(films)}
    if len(names) == 1 and names[0] and len(films) < len(held.case.films):
        what = _("%(films)s of the section “%(section)s”") % {"films": what, "section": names[0]}
    elif len(films) <= NAMED:
        what = ", ".join(f"“{called(film)}”" for film in films)
    places = ngettext("%(count)d place", "%(count)d places", room) % {"count": room}
    reason = _("Not enough room: %(films)s; for them there are on these days: %(places)s.")
    changes = tuple(change for way in (_one_day, _less_time, _fuller) if (change := way(held)))
    told = no(reason % {"films": what, "places": places}, way=ways_out(changes))
    return Shortage(tuple(film.code for film in films), told, changes)


def ways_out(changes: Sequence[Change]) -> str:
    """The changes in one sentence after another."""
    if not changes:
        return _("Other days, another absence or another section are needed.")
    return _("What helps: %(ways)s.") % {"ways": _("; or ").join(change.words for change in changes)}


def _least(low: int, high: int, helps: Callable[[int], bool]) -> int | None:
    """The lowest number from `low` to `high` that helps, by halving; None where not even the highest does."""
    if high < low or not helps(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if helps(middle) else (middle + 1, high)
    return high


def _one_day(held: Table) -> Change | None:
    """More days like the last one, on which everybody can come."""
    last = max(held.case.days, key=lambda each: each.day)

    def with_days(more: int) -> Case:
        new = [replace(last, day=last.day + timedelta(days=number)) for number in range(1, more + 1)]
        return replace(held.case, days=[*held.case.days, *new])

    most = min(len(held.case.films), MOST_DAYS - len(held.case.days))
    found = _least(1, most, lambda more: fits(with_days(more), held.settings))
    words = ngettext(
        "%(count)d more day like the last one", "%(count)d more days like the last one", found or 0
    )
    return Change("days", found, words % {"count": found}) if found else None


def _less_time(held: Table) -> Change | None:
    """Shorter pitchings in steps, not below what the rule allows."""

    def shorter(by: int) -> Settings:
        return replace(held.settings, minutes=held.settings.minutes - by * STEP)

    steps = max(0, (held.settings.minutes - held.settings.least_minutes) // STEP)
    found = _least(1, steps, lambda by: fits(held.case, shorter(by)))
    words = _("%(less)d minutes less for each film: %(minutes)d instead of %(now)d")
    if not found:
        return None
    to = shorter(found).minutes
    return Change("minutes", to, words % {"less": found * STEP, "minutes": to, "now": held.settings.minutes})


def _fuller(held: Table) -> Change | None:
    """More films on a day, where the hours have room for them."""
    rooms: dict[object, int] = {}
    for at, stretch in enumerate(held.stretches):
        rooms[stretch.day] = rooms.get(stretch.day, 0) + held.room(at)
    found = _least(
        held.settings.most + 1,
        max(rooms.values(), default=0),
        lambda most: fits(held.case, replace(held.settings, most=most)),
    )
    words = _("up to %(count)d films on a day instead of %(now)d")
    told = words % {"count": found or 0, "now": held.settings.most}
    return Change("most", found, told) if found else None


def _more_members(held: Table, film: Film) -> Change | None:
    """Members who change their absence: how many more have to come on the best half of a day that the applicant has."""
    sessions = [(each.day, each.half) for each in held.stretches]
    there = [len(held.bench.hear(film, each)) for each in sessions if each not in film.away]
    section = held.bench.sits(film)
    missing = section.quorum - max(there, default=section.quorum)
    if missing <= 0:
        return None
    words = ngettext(
        "%(count)d more member of its section on a half day on which the applicant comes",
        "%(count)d more members of its section on a half day on which the applicant comes",
        missing,
    )
    return Change("members", missing, words % {"count": missing})
