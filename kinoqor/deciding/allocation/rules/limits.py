"""What a list has to keep: envelopes, quotas, what one company may get. Sums of whole numbers, nothing else.

A share of the films is a share of all films in the list (of the quota's stream, where it names one), a share of the
money one of all that is given there, not of the envelope. “At least 35 %” holds where 100 x part >= 35 x whole; an empty
list keeps every share.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kinoqor.deciding.allocation.rules.table import Row, Table
from kinoqor.deciding.allocation.words import WHOLE, Counted, Quota, Settings


@dataclass(slots=True)
class Sums:
    """The sums of a list as it grows: money by stream, films and money by company, parts and wholes by quota."""

    settings: Settings
    money: dict[str, int] = field(default_factory=dict)
    films: dict[str, int] = field(default_factory=dict)
    companies: dict[str, tuple[int, int]] = field(default_factory=dict)
    parts: dict[int, tuple[int, int]] = field(default_factory=dict)

    def add(self, row: Row, times: int = 1) -> None:
        """Takes a film in, or out with times = -1."""
        stream, money = row.file.stream, row.money * times
        self.money[stream] = self.money.get(stream, 0) + money
        self.films[stream] = self.films.get(stream, 0) + times
        if row.file.company:
            films, sum_ = self.companies.get(row.file.company, (0, 0))
            self.companies[row.file.company] = films + times, sum_ + money
        for bit in range(len(self.settings.quotas)):
            if row.signs >> bit & 1:
                films, sum_ = self.parts.get(bit, (0, 0))
                self.parts[bit] = films + times, sum_ + money

    def left(self, stream: str) -> int:
        """What is left of an envelope."""
        whole = next(each.envelope for each in self.settings.streams if each.code == stream)
        return whole - self.money.get(stream, 0)

    def company_full(self, row: Row, instead_of: Row | None = None) -> bool:
        """Whether with this film besides (or instead of another one) its company would have more than it may."""
        company = row.file.company
        if not company:
            return False
        films, money = self.companies.get(company, (0, 0))
        if instead_of is not None and instead_of.file.company == company:
            films, money = films - 1, money - instead_of.money
        settings = self.settings
        return (settings.company_films is not None and films + 1 > settings.company_films) or (
            settings.company_money is not None and money + row.money > settings.company_money
        )

    def quota(self, bit: int) -> tuple[int, int]:
        """What of a quota is reached, as (part, whole): its bound b says part >= b x whole or part <= b x whole."""
        quota = self.settings.quotas[bit]
        films, money = self.parts.get(bit, (0, 0))
        if quota.counted == Counted.FILMS:
            return films, 1
        of = self.films if quota.counted == Counted.SHARE else self.money
        whole = of.get(quota.stream, 0) if quota.stream else sum(of.values())
        return WHOLE * (films if quota.counted == Counted.SHARE else money), whole

    def short(self, bit: int) -> bool:
        """Whether a quota's least is not reached."""
        least = self.settings.quotas[bit].least
        part, whole = self.quota(bit)
        return least is not None and part < least * whole

    def past(self, bit: int) -> bool:
        """Whether a quota's most is passed."""
        most = self.settings.quotas[bit].most
        part, whole = self.quota(bit)
        return most is not None and part > most * whole

    def broken(self) -> list[Quota]:
        """The quotas that do not hold."""
        return [quota for bit, quota in enumerate(self.settings.quotas) if self.short(bit) or self.past(bit)]

    def fits(self, row: Row) -> bool:
        """Whether a film can be added and everything that holds still does: envelope, company, quotas."""
        if row.money > self.left(row.file.stream) or self.company_full(row):
            return False
        before = {quota.code for quota in self.broken()}
        self.add(row)
        after = {quota.code for quota in self.broken()}
        self.add(row, -1)
        return after <= before


def sums(held: Table, rows: Iterable[Row]) -> Sums:
    """The sums of a list."""
    found = Sums(held.settings)
    for row in rows:
        found.add(row)
    return found
