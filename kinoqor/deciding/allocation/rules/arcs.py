"""The justice rule as few arcs as say the same: from a film to one that may not be in without it.

The rule is transitive, so a film needs arcs only from the nearest films before it: one in each set of quotas that is over
its own. A film whose company might have all that it may is loose: it may be excused, and then those before it must still
hold, so that nothing goes through it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kinoqor.deciding.allocation.rules.justice import compared
from kinoqor.deciding.allocation.rules.table import Row, Table


@dataclass(frozen=True, slots=True)
class Arc:
    """Where the lower one is in, the upper one is, unless its company is full (for a loose one)."""

    upper: Row
    lower: Row
    loose: bool


def tight_companies(held: Table) -> frozenset[str]:
    """The companies that could come to their limits."""
    films: dict[str, int] = {}
    money: dict[str, int] = {}
    for row in held.rows:
        if row.file.company and not row.out:
            films[row.file.company] = films.get(row.file.company, 0) + 1
            money[row.file.company] = money.get(row.file.company, 0) + row.money
    settings = held.settings
    return frozenset(
        company
        for company in films
        if (settings.company_films is not None and films[company] > settings.company_films)
        or (settings.company_money is not None and money[company] > settings.company_money)
    )


def arcs(held: Table) -> Iterator[Arc]:
    """The arcs of a case."""
    tight = tight_companies(held)
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in held.rows:
        if not row.out and not row.free:
            groups.setdefault(row.group, []).append(row)
    for rows in groups.values():
        yield from _arcs(held, rows, tight)


def _arcs(held: Table, rows: list[Row], tight: Collection[str]) -> Iterator[Arc]:
    firm: dict[int, Row] = {}
    loose: dict[int, list[Row]] = {}
    mine: dict[str, list[Row]] = {}  # loose films before, by company
    for row in rows:
        yield from (Arc(upper, row, False) for upper in _nearest(held, firm, row))
        for signs, waiting in loose.items():
            if held.over(signs, row.signs):
                others = [upper for upper in waiting if upper.file.company != row.file.company]
                yield from (Arc(upper, row, True) for upper in others)
        if row.file.company in tight:
            own = mine.setdefault(row.file.company, [])
            yield from (Arc(upper, row, True) for upper in own if compared(held, upper, row))
            own.append(row)
            loose.setdefault(row.signs, []).append(row)
        else:
            firm[row.signs] = row
            loose.pop(row.signs, None)


def _nearest(held: Table, firm: dict[int, Row], row: Row) -> list[Row]:
    """Of the last firm films of the sets that are over this one's, those that no later one of them is under."""
    over = [upper for signs, upper in firm.items() if held.over(signs, row.signs)]
    return [
        upper
        for upper in over
        if not any(other.at > upper.at and held.over(upper.signs, other.signs) for other in over)
    ]
