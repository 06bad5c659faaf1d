"""What a call says of its awards and quotas, read from its document; faults are written into the part.

A number that the document leaves out takes the default of words.py; a default is part of what a call publishes.
"""

from collections.abc import Collection
from datetime import time

from django.utils.translation import gettext as _

from kinoqor.funding.award import words
from kinoqor.funding.award.words import Award, Measure, Pitching, Purse, Quota, Voting
from kinoqor.kit.document import Part, once
from kinoqor.kit.money import Money

MOST_MINUTES, MOST_A_DAY, MOST_DAYS, MOST_FILMS, MOST_SECONDS = 120, 100, 1000, 100_000, 3600
POINTS = 100_000  # the most hundredths of a mark


def award(part: Part, stages: Collection[str], criteria: Collection[str], currency: str) -> Award:
    """The award that a table says; `stages` and `criteria` are codes that the call has. Faults are left in the part."""
    found = Award(
        stage=part.code("stage"),
        pitching=_pitching(part.part("pitching"), criteria) if part.has("pitching") else None,
        voting=_voting(part.part("voting")),
        purse=_purse(part.part("purse"), currency) if part.has("purse") else None,
        complaint_days=part.whole("complaint_days", 1, MOST_DAYS),
        clause=part.cited("clause"),
    )
    if found.stage and found.stage not in stages:
        part.fault(
            _("“%(place)s” names the stage “%(code)s”, which there is not."),
            place=part.at("stage"), code=found.stage,
        )  # fmt: skip
    part.end()
    return found


def _or(given: int | None, default: int) -> int:
    """Nought that is given is not the same as nothing."""
    return default if given is None else given


def _clock(part: Part, key: str, default: time) -> time:
    """A time of the day as 10:00."""
    said = part.line(key)
    try:
        return time.fromisoformat(said) if said else default
    except ValueError:
        part.fault(_("“%(place)s” must be a time of the day such as 10:00."), place=part.at(key))
        return default


def _pitching(part: Part, criteria: Collection[str]) -> Pitching:
    plain = Pitching()
    found = Pitching(
        _or(part.whole("minutes", 1, MOST_MINUTES), plain.minutes),
        _or(part.whole("a_day", 1, MOST_A_DAY), plain.a_day),
        _clock(part, "first", plain.first),
        _clock(part, "last", plain.last),
        _clock(part, "rest_from", plain.rest_from),
        _clock(part, "rest_until", plain.rest_until),
        _or(part.whole("weight", 0, 100), plain.weight),
        part.words("criteria"),
        _or(part.whole("notice_days", 0, MOST_DAYS), plain.notice_days),
    )
    for each in found.criteria:
        if each not in criteria:
            part.fault(
                _("“%(place)s” names the criterion “%(code)s”, which there is not."),
                place=part.at("criteria"), code=each,
            )  # fmt: skip
    if not found.first <= found.rest_from <= found.rest_until <= found.last or found.first == found.last:
        part.fault(
            _("“%(place)s”: the day, its break and its end do not follow one another."),
            place=part.at("first"),
        )
    part.end()
    return found


def _voting(part: Part) -> Voting:
    plain = Voting()
    found = Voting(
        part.choice("form", tuple(words.Form.values), needed=False) or plain.form,
        part.choice("majority", tuple(words.Majority.values), needed=False) or plain.majority,
        part.choice("level", tuple(words.Level.values), needed=False) or plain.level,
        part.choice("abstention", tuple(words.Abstention.values), needed=False) or plain.abstention,
    )
    part.end()
    return found


def _purse(part: Part, currency: str) -> Purse:
    plain = Purse()
    found = Purse(
        least_points=part.whole("least_points", 0, POINTS),
        least=_minor(part.whole("least", 1), currency),
        most=_minor(part.whole("most", 1), currency),
        steps=_steps(part),
        company_films=part.whole("company_films", 1, MOST_FILMS),
        company_sum=_minor(part.whole("company_sum", 1), currency),
        rest=_or(part.whole("rest", 0, POINTS), plain.rest),
        lots=part.choice("lots", tuple(words.Lots.values), needed=False) or plain.lots,
        departures=part.yes("departures", plain.departures),
        seconds=_or(part.whole("seconds", 1, MOST_SECONDS), plain.seconds),
    )
    if found.least is not None and found.most is not None and found.least > found.most:
        part.fault(_("“%(place)s”: the least award is above the most."), place=part.at("least"))
    part.end()
    return found


def _steps(part: Part) -> tuple[int, ...]:
    """The parts of the asked sum in per cent, the largest first."""
    said = part.words("steps")
    once(part, "steps", list(said))
    found = [int(each) for each in said if each.isdigit() and 1 <= int(each) <= 99]
    if len(found) != len(said):
        part.fault(
            _("“%(place)s”: each part of the asked sum is a whole number of per cent from 1 to 99."),
            place=part.at("steps"),
        )
    return tuple(sorted(found, reverse=True))


def _minor(units: int | None, currency: str) -> int | None:
    return None if units is None else Money.whole(units, currency).minor


def quota(part: Part, streams: Collection[str]) -> Quota:
    """The quota that a table says; `streams` are the codes that the call has. Faults are left in the part."""
    only = part.part("only")
    found = Quota(
        code=part.code(),
        name=part.text("name"),
        answer=only.line("answer", needed=True),
        one_of=only.words("one_of"),
        measure=part.choice("measure", tuple(Measure.values), needed=False) or Measure.FILMS,
        least=part.whole("least", 0, MOST_FILMS),
        most=part.whole("most", 0, MOST_FILMS),
        stream=part.code("stream", needed=False),
        clause=part.cited("clause"),
    )
    only.end()
    _bounded(part, found)
    if found.stream and found.stream not in streams:
        part.fault(
            _("“%(place)s” names the stream “%(code)s”, which there is not."),
            place=part.at("stream"), code=found.stream,
        )  # fmt: skip
    part.end()
    return found


def _bounded(part: Part, found: Quota) -> None:
    if not found.one_of:
        part.fault(_("“%(place)s” is missing."), place=part.at("only.one_of"))
    if found.least is None and found.most is None:
        part.fault(_("“%(place)s”: a quota has a least or a most."), place=part.at("least"))
    if found.least is not None and found.most is not None and found.least > found.most:
        part.fault(_("“%(place)s”: the least is above the most."), place=part.at("least"))
    share = found.measure != Measure.FILMS
    if share and max(found.least or 0, found.most or 0) > 100:
        part.fault(_("“%(place)s”: a share is at most 100 per cent."), place=part.at("least"))
