"""Why no list keeps all limits: the smallest set of quotas that cannot hold together, and the smallest changes that help.

Each set is tried with the solver: first every quota alone, then every two, then one after another is left out of all
as long as the others still clash. Every change that is proposed was tried: with it there is a list.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.deciding.allocation.rules.program import program
from kinoqor.deciding.allocation.rules.solving import Chooser, Nothing
from kinoqor.deciding.allocation.rules.table import table
from kinoqor.deciding.allocation.words import WHOLE, Case, Change, Clash, Counted, Quota
from kinoqor.kit.verdict import no


def possible(case: Case, end: float) -> bool:
    """Whether any list keeps all limits. Raises Refused where the time is over."""
    try:
        Chooser(program(table(case)), end).solve()
    except Nothing:
        return False
    return True


def clash(case: Case, end: float | None = None) -> Clash:
    """The clash of a case for which there is no list. Raises Refused where the time is over."""
    until = time.monotonic() + case.settings.seconds if end is None else end
    quotas = _smallest(case, until)
    changes = tuple(change for quota in quotas for change in _changes(case, quota, until))
    return Clash(tuple(quota.code for quota in quotas), no(_words(case, quotas), way=_ways(changes)), changes)


def _only(case: Case, quotas: Iterable[Quota]) -> Case:
    return replace(case, settings=replace(case.settings, quotas=tuple(quotas)))


def _smallest(case: Case, end: float) -> tuple[Quota, ...]:
    quotas = case.settings.quotas
    for count in (0, 1, 2):
        for some in combinations(quotas, count):
            if not possible(_only(case, some), end):
                return some
    left = list(quotas)
    for quota in quotas:
        others = [each for each in left if each is not quota]
        if not possible(_only(case, others), end):
            left = others
    return tuple(left)


def said(quota: Quota) -> str:
    """A quota in words: its bounds and its clause."""
    bounds = []
    if quota.least is not None:
        bounds.append(_least(quota))
    if quota.most is not None:
        bounds.append(_most(quota))
    named = quota.clause or quota.code
    return _("%(clause)s (%(bounds)s)") % {"clause": named, "bounds": ", ".join(bounds)}


def _least(quota: Quota) -> str:
    count = quota.least or 0
    if quota.counted == Counted.FILMS:
        return ngettext("at least %(count)d film", "at least %(count)d films", count) % {"count": count}
    if quota.counted == Counted.SHARE:
        return _("at least %(count)d %% of the films") % {"count": count}
    return _("at least %(count)d %% of the money") % {"count": count}


def _most(quota: Quota) -> str:
    count = quota.most or 0
    if quota.counted == Counted.FILMS:
        return ngettext("at most %(count)d film", "at most %(count)d films", count) % {"count": count}
    if quota.counted == Counted.SHARE:
        return _("at most %(count)d %% of the films") % {"count": count}
    return _("at most %(count)d %% of the money") % {"count": count}


def _words(case: Case, quotas: tuple[Quota, ...]) -> str:
    if not quotas and case.inside:
        return _(
            "The films that a departure puts into the list cannot all be in it, whatever the quotas are."
        )
    if not quotas:
        return _("No list keeps the limits, whatever the quotas are.")
    if len(quotas) == 1:
        return _("With these files one quota cannot be met: %(quotas)s.") % {"quotas": said(quotas[0])}
    told = "; ".join(said(quota) for quota in quotas)
    return _("With these files the quotas cannot hold together: %(quotas)s.") % {"quotas": told}


def _ways(changes: tuple[Change, ...]) -> str:
    if not changes:
        return _("Other quotas, more money or other files are needed.")
    return _("What helps: %(ways)s.") % {"ways": _("; or ").join(change.words for change in changes)}


def _changes(case: Case, quota: Quota, end: float) -> list[Change]:
    """The least loosening of either bound of a quota with which there is a list."""

    def with_(loose: Quota) -> bool:
        quotas = (loose if each.code == quota.code else each for each in case.settings.quotas)
        return possible(_only(case, quotas), end)

    found, named = [], quota.clause or quota.code
    if quota.least:
        least = quota.least
        by = _fewest(least, lambda by: with_(replace(quota, least=least - by)))
        if by is not None:
            words = _("lower the least of %(clause)s to %(count)d")
            found.append(Change(quota.code, least - by, words % {"clause": named, "count": least - by}))
    if quota.most is not None:
        most = quota.most
        top = (len(case.files) if quota.counted == Counted.FILMS else WHOLE) - most
        by = _fewest(top, lambda by: with_(replace(quota, most=most + by)))
        if by is not None:
            words = _("raise the most of %(clause)s to %(count)d")
            found.append(Change(quota.code, most + by, words % {"clause": named, "count": most + by}))
    return found


def _fewest(high: int, helps: Callable[[int], bool]) -> int | None:
    """The fewest from 1 to `high` that helps, by halving; None where not even the most does."""
    if high < 1 or not helps(high):
        return None
    low = 0
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if helps(middle) else (middle, high)
    return high
