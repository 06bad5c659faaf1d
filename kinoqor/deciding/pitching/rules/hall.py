"""The hall: which places its days have, and whether a day can be as it was given."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from kinoqor.deciding.pitching.words import (
    LONGEST,
    MOST_DAYS,
    SHORTEST,
    Day,
    Half,
    Place,
    Settings,
    Stretch,
    clock,
    day_in_words,
)
from kinoqor.kit.verdict import YES, Verdict, no


def may_be(days: Sequence[Day], settings: Settings) -> Verdict:
    """Whether these days and numbers can be those of a hall: in order, breaks inside of the day and apart."""
    if not days:
        return no(_("No day is named yet."), way=_("Add the first day of the pitching."))
    if len(days) > MOST_DAYS or len({each.day for each in days}) < len(days):
        return no(_("Each day stands once, and there are at most %(most)s.") % {"most": MOST_DAYS})
    if not SHORTEST <= settings.minutes <= LONGEST or settings.most < 1:
        return no(
            _("A pitching lasts from %(least)s to %(most)s minutes.") % {"least": SHORTEST, "most": LONGEST}
        )
    for each in days:
        verdict = _sound(each, settings)
        if not verdict:
            return verdict
    return YES


def _sound(day: Day, settings: Settings) -> Verdict:
    if not 0 <= day.begins < day.ends <= 24 * 60:
        return no(
            _("On %(day)s the end is not after the beginning.") % {"day": day_in_words(day.day)},
            way=_("Give the hours as 10:00 and 18:00."),
        )
    last = day.begins
    for start, end in sorted(day.breaks):
        if not last <= start < end <= day.ends:
            said = {"day": day_in_words(day.day), "from": clock(start), "to": clock(end)}
            return no(
                _("On %(day)s the break from %(from)s to %(to)s crosses another one or lies outside.") % said,
                way=_("Put every break inside the hours of the day."),
            )
        last = end
    if not places(day, settings):
        return no(
            _("On %(day)s there is no room for a single pitching.") % {"day": day_in_words(day.day)},
            way=_("Make the day longer or its breaks shorter."),
        )
    return YES


def places(day: Day, settings: Settings) -> list[Place]:
    """The places of a day in order: after every break they begin anew, and what is too short stays free."""
    found, now = [], day.begins
    for start, end in [*sorted(day.breaks), (day.ends, day.ends)]:
        found += [
            Place(day.day, minute) for minute in range(now, start - settings.minutes + 1, settings.minutes)
        ]
        now = end
    return found


def half_of(place: Place, settings: Settings) -> Half:
    """The half of the day in which a place begins."""
    return Half.MORNING if place.begins < settings.noon else Half.AFTERNOON


def stretches(days: Iterable[Day], settings: Settings) -> list[Stretch]:
    """All stretches in the order of time: cut by every break, and at noon, since who is there may change."""
    found: list[Stretch] = []
    for day in sorted(days, key=lambda each: each.day):
        run: list[Place] = []
        for place in places(day, settings):
            after = run and place.begins == run[-1].begins + settings.minutes
            if run and not (after and half_of(run[-1], settings) == half_of(place, settings)):
                found.append(Stretch(day.day, half_of(run[0], settings), tuple(run)))
                run = []
            run.append(place)
        if run:
            found.append(Stretch(day.day, half_of(run[0], settings), tuple(run)))
    return found
