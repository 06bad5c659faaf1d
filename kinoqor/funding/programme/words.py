"""What a programme consists of, and what becomes of a file of a pack."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinoqor.kit.calendar import Special

Text = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Act:
    """A law or an order that a programme rests on."""

    act: Text
    about: Text
    address: str = ""


@dataclass(frozen=True, slots=True)
class Valued:
    """A parameter's value in minor units or as a plain number, from a day until the next one."""

    parameter: str
    since: date
    value: int
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the calendar: who says what is worked in it, and whether somebody has compared it with the act."""

    year: int
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day that is not what its weekday says."""

    day: date
    working: bool
    name: Text
    source: str
    verified: bool

    @property
    def special(self) -> Special:
        """The day as the calendar counts it."""
        return Special(self.day, self.working, self.verified)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: what it is called and in which unit it stands ("money" or "number")."""

    code: str
    name: Text
    unit: str


@dataclass(frozen=True, slots=True)
class Described:
    """A programme as its pack describes it."""

    ref: str
    country: str
    zone: str
    currency: str
    operator: Text
    name: Text
    about: Text
    acts: tuple[Act, ...]
    parameters: tuple[Parameter, ...]
    values: tuple[Valued, ...]
    years: tuple[Year, ...]
    days: tuple[Day, ...]
    weekend: tuple[int, ...] = (6, 7)
