"""Where an allocation is reckoned: the case is read from its frozen document, the law chooses, what came is written.

The solver takes a second to import: only jobs and the deeds that need it import this file.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kinoqor.deciding.allocation import queries
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.allocation.rules import frozen as documents
from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.rules.differing import difference
from kinoqor.deciding.allocation.rules.lots import chances
from kinoqor.deciding.allocation.rules.table import table
from kinoqor.deciding.allocation.rules.would import would
from kinoqor.deciding.allocation.words import Case, Lots, Result
from kinoqor.kit.canonical import canonical
from kinoqor.kit.progress import go_on
from kinoqor.kit.verdict import Refused

SECONDS, ALL_SECONDS = 20, 900  # for what one film would have taken, and for all of them


def reckoned(of: Allocation) -> Result:
    """The list of the frozen case, with its seed where it is known. Raises Impossible, Refused."""
    return allocate(case_with(of, frozenset(), frozenset()))


def case_with(of: Allocation, inside: frozenset[str], outside: frozenset[str]) -> Case:
    """The frozen case with the seed that came and these departures."""
    case = queries.frozen(of)
    settings = replace(case.settings, seed=of.seed or "")
    return replace(case, settings=settings, inside=inside, outside=outside)


def written(of: Allocation, case: Case, result: Result) -> str:
    """The document that is kept and published: the case that was chosen from, and what came."""
    text = documents.frozen(case)
    return canonical(
        {
            "frozen": of.digest,
            "chance": of.chance or "",
            "case": json.loads(text),
            "result": json.loads(documents.result(result, text, case.settings.seed)),
        }
    )


def waits(case: Case, found: Result) -> dict[str, str]:
    """The films that wait for lots, each with its chance beforehand as a share ("0.25"; empty where it is not counted):
    the band, or films that are exactly level across the line.
    """
    if case.settings.lots == Lots.BAND and found.band:
        told = chances(table(case), found.computed)
        return {code: f"{told[code]:.2f}" for code in found.band}
    if case.settings.lots != Lots.TIES:
        return {}
    marks: dict[tuple[str, str, int], list[str]] = {}
    for file in case.files:
        marks.setdefault((file.stream, file.kind, file.points), []).append(file.code)
    split = [codes for codes in marks.values() if 0 < len(found.funded & set(codes)) < len(codes)]
    return {code: "" for codes in split for code in codes}


def departed(of: Allocation, moves: Mapping[str, bool]) -> tuple[str, dict[str, Any]]:
    """The document of the list with these departures (code -> whether it comes in), and their price beside the list as it
    stands. Raises Impossible where no list keeps the limits then.
    """
    stands = queries.read(of)
    assert stands is not None  # asked by the law before
    inside = frozenset(code for code, comes_in in moves.items() if comes_in)
    case = case_with(of, inside, frozenset(moves) - inside)
    result = allocate(case)
    told = difference(stands.result, result)
    price = {
        "entering": list(told.entering), "leaving": list(told.leaving), "money": told.money, "films": told.films,
        "value": told.value,
    }  # fmt: skip
    return written(of, case, result), price


def lacked(of: Allocation) -> list[dict[str, Any]]:
    """What it would have taken for each film that is not in the list, each answer solved again. A film whose answer is
    not proved in its time is left out: nothing is said of it, and nothing guessed.
    """
    found = queries.computed(of)
    assert found is not None  # asked by the job before
    case = replace(found.case, settings=replace(found.case.settings, seconds=SECONDS))
    refused, told, end = (
        sorted(each.code for each in found.result.refusals),
        [],
        time.monotonic() + ALL_SECONDS,
    )
    for at, code in enumerate(refused, 1):
        if time.monotonic() > end:
            break
        try:
            each = would(case, found.result, code)
        except Refused:
            continue
        told.append(
            {
                "code": code, "points": each.points, "envelope": each.envelope,
                "passed": [[other, list(quotas)] for other, quotas in each.passed],
            }
        )  # fmt: skip
        go_on(f"told:{of.pk}", at, len(refused))
    return told
