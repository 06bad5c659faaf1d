"""A programme looked over without the solver: what is wrong in it, in sentences. Asked before it is published."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from kinoqor.deciding.pitching.rules.bench import bench, called
from kinoqor.deciding.pitching.rules.hall import half_of, places
from kinoqor.deciding.pitching.words import Case, Programme, Settings, Slot, clock, day_in_words
from kinoqor.kit.verdict import YES, Verdict, no


def faults(case: Case, settings: Settings, programme: Programme) -> list[str]:
    """All that keeps a programme from being lawful: films missing or twice, times that are none, quorums that broke."""
    seats, films = bench(case), {film.code: film for film in case.films}
    order = {place for day in case.days for place in places(day, settings)}
    found = [*_counted(case, settings, programme)]
    for slot in programme.slots:
        film = films.get(slot.film)
        if film is None:
            continue
        if slot.place not in order:
            said = {
                "film": called(film),
                "day": day_in_words(slot.place.day),
                "time": clock(slot.place.begins),
            }
            found.append(_("“%(film)s”: no pitching begins on %(day)s at %(time)s.") % said)
        half = half_of(slot.place, settings)
        verdict = seats.may(film, (slot.place.day, half))
        if not verdict:
            found.append(str(verdict.reason))
        elif seats.slot(film, slot.place, half) != slot:
            found.append(_("“%(film)s”: who hears it has changed.") % {"film": called(film)})
    return found


def _counted(case: Case, settings: Settings, programme: Programme) -> list[str]:
    films = {film.code: film for film in case.films}
    count, taken = (
        Counter(slot.film for slot in programme.slots),
        Counter(slot.place for slot in programme.slots),
    )
    found = [
        _("“%(film)s” has no time yet.") % {"film": called(film)}
        for code, film in sorted(films.items())
        if not count[code]
    ]
    found += [
        _("The film “%(film)s” stands more than once.") % {"film": code} for code in count if count[code] > 1
    ]
    found += [
        _("The film “%(film)s” is not to be heard.") % {"film": code} for code in count if code not in films
    ]
    found += [
        _("Two films stand on %(day)s at %(time)s.")
        % {"day": day_in_words(place.day), "time": clock(place.begins)}
        for place, times in sorted(taken.items())
        if times > 1
    ]
    for day, films_of in sorted(Counter(slot.place.day for slot in programme.slots).items()):
        if films_of > settings.most:
            said = {"day": day_in_words(day), "count": films_of, "most": settings.most}
            found.append(_("On %(day)s there are %(count)s films, and %(most)s at most are heard.") % said)
    return found


def may_publish(case: Case, settings: Settings, programme: Programme, published: bool) -> Verdict:
    """Whether a programme may be made known: whole, lawful, and not known already."""
    if published:
        return no(
            _("This programme is known already."), way=_("Move single slots; their applicants are told.")
        )
    if not programme.slots:
        return no(_("Nothing is planned yet."), way=_("Name the days and make the programme first."))
    found = faults(case, settings, programme)
    if found:
        return no(found[0], way=_("Make the programme anew, or move this slot."))
    return YES


def pieces(slots: Sequence[Slot]) -> dict[str, int]:
    """Into how many pieces each section is cut: another section between two of its films begins a new one."""
    found: Counter[str] = Counter()
    last = None
    for slot in sorted(slots, key=lambda each: each.place):
        if slot.section != last:
            found[slot.section] += 1
        last = slot.section
    return dict(found)
