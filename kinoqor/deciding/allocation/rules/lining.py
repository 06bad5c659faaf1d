"""The table of cut-offs, in which everybody finds his line, and the reason of each film that is not in the list.

The line of a stream, a kind and a set of quotas is the points of the worst-placed film of the computed list that a film
of this set may not be passed over by: whoever has more points is in, unless his company has all that it may.
"""

from collections.abc import Iterator, Sequence

from kinoqor.deciding.allocation.rules.limits import Sums, sums
from kinoqor.deciding.allocation.rules.table import Row, Table, chosen
from kinoqor.deciding.allocation.words import Line, Reason, Refusal

Group = tuple[str, str, int]  # stream, kind, signs


def groups(held: Table) -> dict[Group, list[Row]]:
    """The rows of each stream, kind and set of quotas, in order."""
    found: dict[Group, list[Row]] = {}
    for row in held.rows:
        found.setdefault((*row.group, row.signs), []).append(row)
    return found


def last(held: Table, computed: Sequence[str]) -> dict[Group, Row | None]:
    """The film that gives each group its line."""
    ends: dict[Group, Row] = {}
    for row in chosen(held, computed):
        if not row.free:
            ends[*row.group, row.signs] = row
    found: dict[Group, Row | None] = {}
    for group in groups(held):
        under = [
            row for other, row in ends.items() if other[:2] == group[:2] and held.over(group[2], other[2])
        ]
        found[group] = max(under, key=lambda row: row.at, default=None)
    return found


def lines(held: Table, computed: Sequence[str]) -> tuple[Line, ...]:
    """The table of cut-offs."""
    inside = frozenset(computed)
    ends = last(held, computed)
    found = []
    for group, rows in groups(held).items():
        end = ends[group]
        funded = sum(row.file.code in inside for row in rows)
        points = None if end is None else end.file.points
        found.append(Line(group[0], group[1], held.codes(group[2]), points, len(rows), funded))
    return tuple(sorted(found, key=lambda line: (line.stream, line.kind, line.quotas)))


def refusals(
    held: Table, computed: Sequence[str], funded: Sequence[str], band: Sequence[str]
) -> tuple[Refusal, ...]:
    """The reason of each film that is not in the list: the first that holds of departure, pass mark, sum, lot, company,
    maximum, quota, envelope, line.
    """
    rows = chosen(held, computed)
    counted = sums(held, rows)
    ends = last(held, computed)
    inside, drawn = frozenset(funded), frozenset(band)
    first: set[Group] = set()  # groups whose first film below the line was met
    found = []
    for row in held.rows:
        if row.file.code in inside:
            continue
        group = (*row.group, row.signs)
        reason, signs = _reason(held, counted, rows, row, ends[group], group in first, drawn)
        first.add(group)
        found.append(Refusal(row.file.code, reason.value, held.codes(signs)))
    return tuple(sorted(found))


def _reason(
    held: Table,
    counted: Sums,
    rows: Sequence[Row],
    row: Row,
    end: Row | None,
    behind: bool,
    drawn: frozenset[str],
) -> tuple[Reason, int]:
    """`behind`: another one of its group stands between it and the line."""
    if row.file.code in held.case.outside:
        return Reason.DEPARTURE, 0
    if row.out:
        return Reason(row.out), 0
    if row.file.code in drawn:
        return Reason.LOT, 0
    above = end is not None and row.at < end.at
    if above and counted.company_full(row):
        return Reason.COMPANY, 0
    by = [other for other in passers(rows, row) if not held.over(row.signs, other.signs)]
    pressed = _pressed(held, counted, row)
    if by and pressed:
        return Reason.MAXIMUM, pressed
    brought = sum({1 << bit for other in by for bit in _bits(other.signs & held.least & ~row.signs)})
    if brought:
        return Reason.QUOTA, brought
    if pressed and not behind:
        return Reason.MAXIMUM, pressed
    if not behind and (end is None or row.money > counted.left(row.file.stream)):
        return Reason.ENVELOPE, 0
    return Reason.LINE, 0


def _bits(signs: int) -> Iterator[int]:
    return (bit for bit in range(signs.bit_length()) if signs >> bit & 1)


def _pressed(held: Table, counted: Sums, row: Row) -> int:
    """The maximums that this film besides would pass."""
    counted.add(row)
    found = sum(1 << bit for bit in _bits(row.signs & held.most) if counted.past(bit))
    counted.add(row, -1)
    return found


def passers(rows: Sequence[Row], row: Row) -> list[Row]:
    """The films of a list that are of the same stream and kind and placed worse."""
    return [other for other in rows if other.at > row.at and other.group == row.group]
