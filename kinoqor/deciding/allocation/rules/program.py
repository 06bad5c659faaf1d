"""A case as a programme in whole numbers: which films to take, so that every sum keeps its bound.

Variables are nought or one: first a film each, in the order of the table, then excuses (a company that is full). Every
bound says that a sum is no more than a number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import gcd

from kinoqor.deciding.allocation.rules.arcs import Arc, arcs, tight_companies
from kinoqor.deciding.allocation.rules.table import Row, Table
from kinoqor.deciding.allocation.words import WHOLE, Counted, Quota

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


def program(held: Table) -> Program:
    """The programme of a case; what it gains is points times money in its unit."""
    unit = gcd(*(row.money for row in held.rows if not row.out)) or 1
    gains = [0 if row.out else row.file.points * (row.money // unit) for row in held.rows]
    made = Program(held, unit, gains, films=len(gains))
    made.bounds += _fixed(held)
    made.bounds += _envelopes(made)
    for bit, quota in enumerate(held.settings.quotas):
        made.bounds += _quota(made, bit, quota)
    full = _companies(made)
    for arc in arcs(held):
        made.bounds += _arc(made, arc, full)
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


def _own(made: Program, company: str) -> list[Row]:
    return [row for row in made.held.rows if row.file.company == company and not row.out]


def _companies(made: Program) -> dict[str, int]:
    """The limits of the companies that could come to them; a variable for each that is full by number."""
    settings, full = made.held.settings, {}
    for company in sorted(tight_companies(made.held)):
        rows = _own(made, company)
        if settings.company_money is not None:
            terms = tuple((row.at, row.money // made.unit) for row in rows)
            made.bounds.append(Bound(terms, settings.company_money // made.unit))
        if settings.company_films is not None and len(rows) > settings.company_films:
            made.bounds.append(Bound(tuple((row.at, 1) for row in rows), settings.company_films))
            full[company] = made.more()
            terms = tuple((row.at, -1) for row in rows)
            made.bounds.append(Bound((*terms, (full[company], settings.company_films)), 0))
    return full


def _arc(made: Program, arc: Arc, full: dict[str, int]) -> Iterator[Bound]:
    terms = [(arc.lower.at, 1), (arc.upper.at, -1)]
    if arc.loose:
        company = arc.upper.file.company
        same = arc.lower.file.company == company
        if company in full and not same:
            terms.append((full[company], -1))
        limit = made.held.settings.company_money
        if limit is not None:
            excuse = made.more()
            terms.append((excuse, -1))
            apart = {arc.upper.at, arc.lower.at} if same else {arc.upper.at}
            need = (limit - arc.upper.money) // made.unit + 1
            others = [
                (row.at, -(row.money // made.unit)) for row in _own(made, company) if row.at not in apart
            ]
            yield Bound((*others, (excuse, need)), 0)
    yield Bound(tuple(terms), 0)


def keeps(made: Program, values: Sequence[int]) -> bool:
    """Whether values (films and excuses) keep every bound."""
    return all(sum(factor * values[at] for at, factor in bound.terms) <= bound.most for bound in made.bounds)
