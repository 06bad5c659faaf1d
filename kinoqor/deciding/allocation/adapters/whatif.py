"""What if: other envelopes, other bounds of quotas, without a member. Each is a case of its own, solved as exactly as the
list itself, and never kept. It is asked from a page, so it has less time than the list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.deciding.allocation import queries
from kinoqor.deciding.allocation.adapters.case import joined
from kinoqor.deciding.allocation.adapters.page import named
from kinoqor.deciding.allocation.adapters.pitched import pitched
from kinoqor.deciding.allocation.adapters.said import Tongue, tongue
from kinoqor.deciding.allocation.forms import LEAST, MOST, STEP, Slider
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.rules.differing import difference
from kinoqor.deciding.allocation.words import WHOLE, Case, Counted, Quota
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.call.queries import terms_of
from kinoqor.judging.score.queries import readers, round_of, standing
from kinoqor.kit.verdict import Refused
from kinoqor.ui.parts import Said

SECONDS = 20  # a page is not waited for longer
MONEY, AT_LEAST, AT_MOST = "money-", "least-", "most-"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would be: who would come in and go out, and the sums; or why nothing can be said."""

    entering: Sequence[tuple[Said, str]] = ()
    leaving: Sequence[tuple[Said, str]] = ()
    films: int = 0
    money: str = ""
    more: str = ""
    streams: Sequence[tuple[str, str, str]] = ()
    trouble: str = ""


def sliders(of: Allocation) -> list[Slider]:
    """What can be moved: the money of each stream, each bound of each quota."""
    found = queries.read(of)
    if found is None:
        return []
    say, made = tongue(of), []
    for stream in found.case.settings.streams:
        label = _("Money of %(stream)s (%(money)s), in per cent more or less") % {
            "stream": say.stream(stream.code), "money": say.money(stream.envelope),
        }  # fmt: skip
        made.append(Slider(MONEY + stream.code, label, LEAST, MOST, 0, STEP))
    films = len(found.case.files)
    for quota in found.case.settings.quotas:
        made += list(_bounds(quota, say.quota(quota.code), films))
    return made


def _bounds(quota: Quota, name: str, films: int) -> list[Slider]:
    top = films if quota.counted == Counted.FILMS else WHOLE
    unit = Counted(quota.counted).label
    found = []
    if quota.least is not None:
        words = _("%(quota)s: at least (%(unit)s)") % {"quota": name, "unit": unit}
        found.append(Slider(AT_LEAST + quota.code, words, 0, max(top, quota.least), quota.least))
    if quota.most is not None:
        words = _("%(quota)s: at most (%(unit)s)") % {"quota": name, "unit": unit}
        found.append(Slider(AT_MOST + quota.code, words, 0, max(top, quota.most), quota.most))
    return found


def members(of: Allocation) -> list[tuple[str, str]]:
    """Whose marks the points are made of: the readers of the round, by their accounts."""
    round_ = round_of(of.version.call.ref, of.stage)
    if round_ is None or round_.opening is None:
        return []
    names = readers(list(standing(round_).correction.readers))
    return sorted(names.items(), key=lambda each: each[1])


def outcome(of: Allocation, asked: Mapping[str, Any]) -> Outcome:
    """The list as it would be, beside the list as it stands."""
    found = queries.read(of)
    assert found is not None  # asked by the page before
    try:
        case = changed(of, found.case, asked)
        after = allocate(case)
    except Refused as refused:
        return Outcome(trouble=f"{refused.verdict.reason} {refused.verdict.way}".strip())
    told, say, films = difference(found.result, after), tongue(of), named(of)
    given = {each.code: each.money for each in (*found.result.awards, *after.awards)}

    def some(codes: Sequence[str]) -> list[tuple[Said, str]]:
        return [(title(films[str(of.codes[code])]), say.money(given[code])) for code in codes]

    return Outcome(
        some(told.entering), some(told.leaving), len(after.awards), say.money(after.money), _difference(told.money, say),
        _streams(case, {each.code: each.money for each in after.awards}, say),
    )  # fmt: skip


def _difference(minor: int, say: Tongue) -> str:
    if not minor:
        return _("as much money as now")
    words = _("%(money)s more than now") if minor > 0 else _("%(money)s less than now")
    return words % {"money": say.money(abs(minor))}


def _streams(case: Case, given: Mapping[str, int], say: Tongue) -> list[tuple[str, str, str]]:
    of = {each.code: each.stream for each in case.files}
    return [
        (
            say.stream(stream.code), say.money(stream.envelope),
            say.money(sum(money for code, money in given.items() if of[code] == stream.code)),
        )
        for stream in case.settings.streams
    ]  # fmt: skip


def changed(of: Allocation, case: Case, asked: Mapping[str, Any]) -> Case:
    """The case with what was asked. Refused where the marks without a member cannot be counted."""
    streams = tuple(
        replace(each, envelope=each.envelope * (WHOLE + int(asked.get(MONEY + each.code, 0))) // WHOLE)
        for each in case.settings.streams
    )
    quotas = tuple(
        replace(each, least=asked.get(AT_LEAST + each.code, each.least), most=asked.get(AT_MOST + each.code, each.most))
        for each in case.settings.quotas
    )  # fmt: skip
    seconds = min(SECONDS, case.settings.seconds)
    made = replace(case, settings=replace(case.settings, streams=streams, quotas=quotas, seconds=seconds))
    return without(of, made, int(asked["gone"])) if asked.get("gone") else made


def without(of: Allocation, case: Case, gone: int) -> Case:
    """The case as if this account had never marked: a film that nobody else has read leaves it."""
    round_, award = round_of(of.version.call.ref, of.stage), terms_of(of.version).award(of.stage)
    if round_ is None:
        return case
    weight = award.pitching.weight if award and award.pitching else 0
    told = pitched(of.version, of.stage, [gone]) if weight else {}
    found = joined(standing(round_, gone), told, weight)
    files = []
    for file in case.files:
        now = found.get(of.codes[file.code])
        if now is not None:
            files.append(replace(file, points=now.points, low=now.low, high=now.high, place=now.place))
    left = frozenset(each.code for each in files)
    return replace(case, files=tuple(files), inside=case.inside & left, outside=case.outside & left)
