"""A case as a programme in whole numbers: which films to take, so that every sum keeps its bound.

Variables are nought or one: first a film each, in the order of the table, then excuses (a company that is full). Every
bound says that a sum is no more than a number.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import gcd

from kinoqor.deciding.allocation.rules.arcs import arcs, tight_companies
from kinoqor.deciding.allocation.rules.justice import compared
from kinoqor.deciding.allocation.rules.table import Row, Table
from kinoqor.deciding.allocation.words import WHOLE, Counted, Quota

SEVERAL = 6  # films of a company

Terms = tuple[tuple[int, int], ...]  # of variable and factor


@dataclass(frozen=True, slots=True)
class Bound:
    """A sum that is no more than `most`; `quota`: the bit of the quota and whether it is its least, where it is one."""

    terms: Terms
    most: int
    quota: tuple[int, bool] | None = None


@dataclass(slots=True)
class Program:
    """The programme of a table. `unit`: by how much its money is divided (all awards are multiples of it)."""

    held: Table
    unit: int
    gains: list[int]
    bounds: list[Bound] = field(default_factory=list)
    films: int = 0

    def more(self) -> int:
        """A new variable that is no film."""
        self.gains.append(0)
        return len(self.gains) - 1

    def gain(self, films: Iterable[int]) -> int:
        """What films are worth together."""
        return sum(self.gains[at] for at in films)


def program(held: Table) -> Program:
    """The programme of a case; what it gains is what the films are worth."""
    unit = gcd(*(row.money for row in held.rows if not row.out)) or 1
    gains = [0 if row.out else row.worth for row in held.rows]
    made = Program(held, unit, gains, films=len(gains))
    made.bounds += _fixed(held)
    made.bounds += _envelopes(made)
    for bit, quota in enumerate(held.settings.quotas):
        made.bounds += _quota(made, bit, quota)
    _companies(made)
    _justice(made)
    return made


def _fixed(held: Table) -> Iterator[Bound]:
    for row in held.rows:
        if row.out or row.file.code in held.case.outside:
            yield Bound(((row.at, 1),), 0)
        if row.file.code in held.case.inside:
            yield Bound(((row.at, -1),), -1)


def _envelopes(made: Program) -> Iterator[Bound]:
    for stream in made.held.settings.streams:
        rows = [row for row in made.held.rows if row.file.stream == stream.code and not row.out]
        terms = tuple((row.at, row.money // made.unit) for row in rows)
        yield Bound(terms, stream.envelope // made.unit)


def _quota(made: Program, bit: int, quota: Quota) -> Iterator[Bound]:
    rows = [row for row in made.held.rows if quota.stream in ("", row.file.stream) and not row.out]
    for bound, sign in ((quota.least, -1), (quota.most, 1)):
        if bound is None:
            continue
        terms = []
        for row in rows:
            weight = row.money // made.unit if quota.counted == Counted.MONEY else 1
            part = weight * (row.signs >> bit & 1)
            factor = part if quota.counted == Counted.FILMS else WHOLE * part - bound * weight
            if factor:
                terms.append((row.at, sign * factor))
        most = sign * bound if quota.counted == Counted.FILMS else 0
        yield Bound(tuple(terms), most, (bit, sign < 0))


def _companies(made: Program) -> None:
    """The limits of the companies that could come to them."""
    settings = made.held.settings
    for company in sorted(tight_companies(made.held)):
        rows = _own(made, company)
        if settings.company_money is not None:
            made.bounds.append(Bound(_money(made, rows), settings.company_money // made.unit))
        if settings.company_films is not None and len(rows) > settings.company_films:
            made.bounds.append(Bound(tuple((row.at, 1) for row in rows), settings.company_films))


def _own(made: Program, company: str) -> list[Row]:
    return [row for row in made.held.rows if row.file.company == company and not row.out]


def _money(made: Program, rows: Iterable[Row], sign: int = 1) -> Terms:
    return tuple((row.at, sign * (row.money // made.unit)) for row in rows)


def _justice(made: Program) -> None:
    """Who stands open is in, or excused by its company; of two films of one company the better one is never excused."""
    held, tight = made.held, tight_companies(made.held)
    opens: dict[int, int] = {}  # the variable that says of a film that it stands open
    for row in held.rows:
        if row.out or row.free:
            continue
        opens[row.at] = row.at
        if row.file.company in tight:
            opens[row.at] = made.more()
            made.bounds.append(Bound(((row.at, 1), (opens[row.at], -1)), 0))
            excuses = tuple((each, -1) for each in _excuses(made, row))
            made.bounds.append(Bound(((opens[row.at], 1), (row.at, -1), *excuses), 0))
    for arc in arcs(held):
        made.bounds.append(Bound(((opens[arc.lower.at], 1), (opens[arc.upper.at], -1)), 0))
    for company in sorted(tight):
        rows = _own(made, company)
        for upper, lower in combinations(rows, 2):
            if compared(held, upper, lower):
                made.bounds.append(_inside(made, rows, upper, lower))


def _excuses(made: Program, row: Row) -> Iterator[int]:
    """The variables that say that a film's company has all that it may without it: by number, by money."""
    settings = made.held.settings
    others = [each for each in _own(made, row.file.company) if each.at != row.at]
    films, money = settings.company_films, settings.company_money
    if films is not None and len(others) >= films:
        full = made.more()
        made.bounds.append(Bound(((full, films), *((each.at, -1) for each in others)), 0))
        made.bounds.append(Bound(((full, 1), (row.at, 1)), 1))
        # Tighter, for the relaxation: however few may be missing, among one more than those there is one.
        some = len(others) - films + 1
        if films > 1 and len(others) <= SEVERAL:
            for part in combinations(others, some):
                made.bounds.append(Bound(((full, 1), *((each.at, -1) for each in part)), 0))
        yield full
    if money is not None:
        full = made.more()
        need = (money - row.money) // made.unit + 1
        made.bounds.append(Bound(((full, need), *_money(made, others, -1)), 0))
        yield full


def _inside(made: Program, rows: Sequence[Row], upper: Row, lower: Row) -> Bound:
    """Of two films of one company: the lower is in only with the upper, unless the money of the company forbids it."""
    terms: Terms = ((lower.at, 1), (upper.at, -1))
    limit = made.held.settings.company_money
    if limit is not None:
        excuse = made.more()
        others = [row for row in rows if row.at not in (upper.at, lower.at)]
        need = (limit - upper.money) // made.unit + 1
        made.bounds.append(Bound(((excuse, need), *_money(made, others, -1)), 0))
        terms = (*terms, (excuse, -1))
    return Bound(terms, 0)


def keeps(made: Program, values: Sequence[int]) -> bool:
    """Whether values (films and excuses) keep every bound."""
    return all(sum(factor * values[at] for at, factor in bound.terms) <= bound.most for bound in made.bounds)
