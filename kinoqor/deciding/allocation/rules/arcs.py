"""The justice rule as few bounds as say the same: who stands open, and whose company excuses him.

A film *stands open* where it, or a film that may not be in without it, is in the list. The rule is transitive, so that a
film needs steps only from the nearest films before it. A film whose company cannot come to its limits is in where it
stands open; any other one is in, or excused: its company has all that it may without it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kinoqor.deciding.allocation.rules.table import Row, Table


@dataclass(frozen=True, slots=True)
class Arc:
    """Where the lower one stands open, so does the upper one."""

    upper: Row
    lower: Row


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
    """The steps of a case from film to film, each from the nearest."""
    groups: dict[tuple[str, str], dict[int, Row]] = {}  # the last film of each set of quotas
    for row in held.rows:
        if not row.out and not row.free:
            before = groups.setdefault(row.group, {})
            yield from (Arc(upper, row) for upper in _nearest(held, before, row))
            before[row.signs] = row


def _nearest(held: Table, before: dict[int, Row], row: Row) -> list[Row]:
    """Of the last films of the sets that are over this one's, those that no later one of them is under."""
    over = [upper for signs, upper in before.items() if held.over(signs, row.signs)]
    return [
        upper
        for upper in over
        if not any(other.at > upper.at and held.over(upper.signs, other.signs) for other in over)
    ]
