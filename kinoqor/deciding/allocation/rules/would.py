"""What it would have taken for a film that is not in the list, each answer found by solving again.

*Points.* More points never turn a yes into a no: with more of them a film has fewer others before it, so whatever list
with it was allowed still is, and is worth more; no list without it gains anything. So there is one smallest number, found
by halving from the film's line: with it the film is in, with a hundredth less it is not, both proved. Where the computed
list still keeps the justice rule with other points of the film, it is still the best of those without it, so that only
lists with the film are searched, and none of them where prices say that none is worth enough.
*Envelope.* More money may choose otherwise, so that no smallest sum is sought: the one that is named was tried and is
enough. Nothing is said about asking for less, since that can hurt.

A band of the lot is left aside: the answers are about the computed list and the rest of the money.
"""

import time
from collections.abc import Callable
from dataclasses import replace

from kinoqor.deciding.allocation.rules.choosing import allocate, beaten
from kinoqor.deciding.allocation.rules.justice import passed_over
from kinoqor.deciding.allocation.rules.lining import last, passers
from kinoqor.deciding.allocation.rules.program import program
from kinoqor.deciding.allocation.rules.resting import rest
from kinoqor.deciding.allocation.rules.table import Row, Table, chosen, table
from kinoqor.deciding.allocation.words import Case, Lots, Reason, Result, Would

NEAR = 100  # an envelope is sought to this part of what the film would get


def would(case: Case, result: Result, code: str) -> Would:
    """What it would have taken for one film, in the time of the case. Raises ValueError for a film that is in the list or
    that no case names, Refused where the time is over before both answers are proved: then nothing is known of either.
    """
    held = table(_plain(case))
    row = next((row for row in held.rows if row.file.code == code), None)
    if row is None or code in result.funded:
        raise ValueError(code)
    passed = tuple(
        (other.file.code, held.codes(other.signs & held.least & ~row.signs))
        for other in passers(chosen(held, result.computed), row)
        if not held.over(row.signs, other.signs)
    )
    if row.out not in ("", Reason.PASS) or code in case.outside:
        return Would(code, None, None, passed)
    end = time.monotonic() + case.settings.seconds
    points = _points(held, result, row, end)
    return Would(code, points, None if row.out else _envelope(held, result, row, end), passed)


def _plain(case: Case) -> Case:
    lots = Lots.NONE.value if case.settings.lots == Lots.BAND else case.settings.lots
    return replace(case, settings=replace(case.settings, lots=lots))


def with_points(case: Case, code: str, points: int) -> Case:
    """The case in which one film has other points."""
    return replace(
        case,
        files=tuple(replace(file, points=points) if file.code == code else file for file in case.files),
    )


def with_more(case: Case, stream: str, more: int) -> Case:
    """The case in which a stream has so much more money."""
    streams = tuple(
        replace(each, envelope=each.envelope + more) if each.code == stream else each
        for each in case.settings.streams
    )
    return replace(case, settings=replace(case.settings, streams=streams))


def _points(held: Table, result: Result, row: Row, end: float) -> int | None:
    case, code = held.case, row.file.code
    top = max(file.points for file in case.files) + 1

    def is_in(points: int) -> bool:
        tried = with_points(case, code, points)
        other = table(tried)
        if any(passed_over(other, result.computed)):
            return code in allocate(tried, end).funded
        places = [each.at for each in chosen(other, result.computed)]
        mine = next(each for each in other.rows if each.file.code == code)
        if beaten(program(other), end, places, mine.at):
            return True
        return code in rest(other, result.computed, result.computed)

    low = row.file.points  # it is out with these
    giver = last(held, result.computed)[*row.group, row.signs]
    line = top if giver is None else max(giver.file.points, low) + 1
    high = _beyond(low, line, top, is_in)
    return None if high is None else _halved(*high, is_in)


def _beyond(low: int, first: int, top: int, holds: Callable[[int], bool]) -> tuple[int, int] | None:
    """Two numbers, of which the lower one does not hold and the higher does: near `first`, then further and further."""
    step, at = 1, min(first, top)
    if holds(at):
        while at - step > low:
            if not holds(at - step):
                return at - step, at
            at, step = at - step, 4 * step
        return low, at
    while at < top:
        low, at, step = at, min(at + step, top), 4 * step
        if holds(at):
            return low, at
    return None


def _halved(low: int, high: int, holds: Callable[[int], bool], near: int = 1) -> int:
    while high - low > near:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _envelope(held: Table, result: Result, row: Row, end: float) -> int | None:
    case, code, stream = held.case, row.file.code, row.file.stream
    funded = result.funded
    before = [
        other.money
        for other in held.rows
        if other.at <= row.at and other.group == row.group and not other.out and other.file.code not in funded
    ]
    every = sum(other.money for other in held.rows if other.file.stream == stream)

    def is_in(more: int) -> bool:
        return code in allocate(with_more(case, stream, more), end).funded

    found = _beyond(0, max(1, sum(before)), max(1, every), is_in)
    return None if found is None else _halved(*found, is_in, max(1, row.money // NEAR))
