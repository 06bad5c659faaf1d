"""How the films of each stage are chosen and the money is given, in plain sentences for the page of a call."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.funding.award.words import (
    Abstention,
    Award,
    Level,
    Lots,
    Majority,
    Measure,
    Pitching,
    Purse,
    Quota,
)
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.adapters.manner import Judged, Told
from kinoqor.funding.call.words import Terms
from kinoqor.ui.pack import language


def awards(terms: Terms) -> list[Judged]:
    """Each stage that says how it is decided, in the order of the stages."""
    found = [(stage, terms.award(stage.code)) for stage in terms.stages]
    return [
        Judged(stage.code, spoken.told(stage.name), award.clause, list(_told(award, terms)))
        for stage, award in found
        if award
    ]


def quotas(terms: Terms) -> list[dict[str, Any]]:
    """Each quota: its name, where it counts, its bounds in words, its clause."""
    streams = {each.code: spoken.told(each.name) for each in terms.streams}
    return [
        {
            "name": spoken.told(each.name), "where": streams.get(each.stream) or _("in the whole call"),
            "bounds": spoken.in_a_row(_bounds(each)), "clause": each.clause,
        }
        for each in terms.quotas
    ]  # fmt: skip


def _told(of: Award, terms: Terms) -> Iterator[Told]:
    if of.pitching:
        yield Told(_("Pitching"), " ".join(_pitching(of.pitching, terms)))
    yield Told(_("Vote of the council"), " ".join(_vote(of)))
    if of.purse:
        yield Told(_("Who gets money"), " ".join(_money(of.purse, terms)))
        yield Told(_("Films at the line"), _lots(of.purse))
        yield Told(_("When the council departs from the list"), _departures(of.purse))
    if of.complaint_days:
        yield Told(_("If you do not agree"), _objection(of.complaint_days))


def _pitching(of: Pitching, terms: Terms) -> Iterator[str]:
    yield ngettext(
        "Each film is defended before the council, in the open, for %(n)s minute.",
        "Each film is defended before the council, in the open, for %(n)s minutes.",
        of.minutes,
    ) % {"n": of.minutes}
    if of.weight:
        yield _("The marks of the pitching make %(share)s of the points, those of the readers the rest.") % {
            "share": spoken.percent(of.weight * 100)
        }
    names = [spoken.told(each.name) for each in terms.criteria if each.code in of.criteria]
    if names:
        yield _("Marked there: %(criteria)s.") % {"criteria": spoken.in_a_row(names)}
    if of.notice_days:
        yield ngettext(
            "You are told day and place at least %(n)s working day ahead.",
            "You are told day and place at least %(n)s working days ahead.",
            of.notice_days,
        ) % {"n": of.notice_days}


def _vote(of: Award) -> Iterator[str]:
    yield {
        Majority.PRESENT: _("A vote is carried by more than half of those who take part."),
        Majority.MEMBERS: _("A vote is carried by more than half of all members."),
        Majority.THIRDS: _("A vote is carried by two thirds of those who take part."),
    }[Majority(of.voting.majority)]
    yield {
        Level.CHAIR: _("Where the votes are level, the chair’s vote decides."),
        Level.FALLS: _("Where the votes are level, it is not carried."),
    }[Level(of.voting.level)]
    if of.voting.abstention == Abstention.AGAINST:
        yield _("An abstention counts as a vote against.")
    yield _("Who has a conflict of interest leaves the room and has no vote on that film.")


def _money(of: Purse, terms: Terms) -> Iterator[str]:
    yield _(
        "Each stream has its own sum. Films are taken from the top of the list while the sum and the quotas hold."
    )
    yield _(
        "Nobody is passed over by a film of the same kind with fewer points, unless a quota asks for that film."
    )
    if of.least_points is not None:
        yield _("Below %(mark)s points none is funded.") % {"mark": _points(of.least_points)}
    if of.most is not None:
        yield _("At most %(sum)s for one film.") % {"sum": spoken.sum_of(of.most, terms.currency)}
    if of.company_films is not None:
        yield ngettext(
            "At most %(n)s film of one company.", "At most %(n)s films of one company.", of.company_films
        ) % {"n": of.company_films}
    if of.company_sum is not None:
        yield _("At most %(sum)s for one company.") % {"sum": spoken.sum_of(of.company_sum, terms.currency)}
    if of.steps:
        parts = spoken.in_a_row(spoken.percent(step * 100) for step in of.steps)
        yield _("All films of a stream may be given the same part of what they ask: %(parts)s.") % {
            "parts": parts
        }


def _points(hundredths: int) -> str:
    return str(format_decimal(Decimal(hundredths) / 100, locale=language()))


def _lots(of: Purse) -> str:
    return {
        Lots.NONE: _("No lots are drawn."),
        Lots.TIES: _("Where films are exactly level, a public draw decides that anybody can repeat."),
        Lots.BAND: _(
            "Between films whose interval crosses the line a public draw decides that anybody can repeat; each has the"
            " same chance."
        ),
    }[Lots(of.lots)]


def _departures(of: Purse) -> str:
    if not of.departures:
        return _("It may not.")
    return _("It votes on each departure; its author, its reason and its price are published.")


def _objection(days: int) -> str:
    return ngettext(
        "You may object within %(n)s working day after the result is published.",
        "You may object within %(n)s working days after the result is published.",
        days,
    ) % {"n": days}


def _bounds(of: Quota) -> Iterator[str]:
    for bound, films, share, money in (
        (of.least, _least_films, _("at least %(share)s of the films"), _("at least %(share)s of the money")),
        (of.most, _most_films, _("at most %(share)s of the films"), _("at most %(share)s of the money")),
    ):
        if bound is None:
            continue
        if of.measure == Measure.FILMS:
            yield films(bound)
        else:
            said = share if of.measure == Measure.FILM_SHARE else money
            yield said % {"share": spoken.percent(bound * 100)}


def _least_films(n: int) -> str:
    return ngettext("at least %(n)s film", "at least %(n)s films", n) % {"n": n}


def _most_films(n: int) -> str:
    return ngettext("at most %(n)s film", "at most %(n)s films", n) % {"n": n}
