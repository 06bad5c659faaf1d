"""Where a re-check is reckoned: the adopted list's case with what is changed, chosen from anew, beside the list.

The solver takes a second to import: only jobs import this file.
"""

import json
from dataclasses import replace
from typing import Any

from kinoqor.deciding.allocation import queries as lists
from kinoqor.deciding.allocation.adapters.case import joined
from kinoqor.deciding.allocation.adapters.pitched import pitched
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.allocation.rules import frozen as documents
from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.rules.differing import difference
from kinoqor.deciding.allocation.words import Case
from kinoqor.deciding.recheck import rules
from kinoqor.deciding.recheck.models import Recheck
from kinoqor.deciding.recheck.words import Changes
from kinoqor.funding.call.queries import terms_of
from kinoqor.judging.score.queries import law_terms, marks_of, round_of, sections
from kinoqor.judging.score.rules import without


def reckoned(of: Recheck) -> tuple[str, str, dict[str, Any]]:
    """(frozen, result, difference) of a re-check. Raises Refused where nothing can be chosen, or not in time."""
    stands = lists.read(of.allocation)
    assert stands is not None  # asked by the law before
    changes = rules.read(of.changes)
    case = rules.changed(_points(of.allocation, stands.case, changes), changes)
    found = allocate(case)
    told = difference(stands.result, found)
    text = documents.frozen(case)
    apart = {
        "entering": list(told.entering), "leaving": list(told.leaving), "money": told.money, "films": told.films,
    }  # fmt: skip
    return text, documents.result(found, text, case.settings.seed), apart


def _points(of: Allocation, case: Case, changes: Changes) -> Case:
    """The case with the points that films would have if some members had never marked."""
    if not changes.without:
        return case
    version, stage = of.version, of.stage
    round_ = round_of(version.call.ref, stage)
    award = terms_of(version).award(stage)
    assert round_ is not None and round_.opening is not None and award is not None
    weight = award.pitching.weight if award.pitching else 0
    gone = [str(each) for each in changes.without]
    read = without(marks_of(round_.opening), gone, law_terms(round_), sections(round_))
    told = pitched(version, stage, changes.without) if weight else {}
    points = joined(read, told, weight)
    files = []
    for each in case.files:
        known = points.get(of.codes[each.code])
        files.append(
            replace(each, points=known.points, low=known.low, high=known.high)
            if known
            else replace(each, points=0)
        )
    return replace(case, files=tuple(files))


def said(text: str | None) -> Any:
    """A kept document as plain values."""
    return json.loads(text) if text else None
