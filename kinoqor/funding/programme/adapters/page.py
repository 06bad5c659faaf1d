"""What the pages of a programme show."""

import calendar as months
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from babel.dates import get_day_names, get_month_names

from kinoqor.kit.calendar import Calendar, Counted, Reckoned
from kinoqor.kit.document import said
from kinoqor.kit.moment import Moment, say
from kinoqor.kit.money import Money
from kinoqor.ui.pack import language


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of a month: its number, what it is called, and how it looks; an empty one outside the month."""

    number: int = 0
    name: str = ""
    looks: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """A month as weeks of cells, with how many days are worked."""

    name: str
    weeks: list[list[Cell]]
    works: int


def day(when: date) -> str:
    """A day in the language of the page."""
    return say(Moment(when.year, when.month, when.day), language())


def weekdays() -> list[tuple[str, str]]:
    """The days of the week, short and in full, Monday first."""
    short = get_day_names("abbreviated", "stand-alone", language())
    full = get_day_names("wide", "stand-alone", language())
    return [(short[i], full[i]) for i in range(7)]


def year(
    of: Calendar, number: int, named: Iterable[Any], term: tuple[date, date] | None = None
) -> list[Month]:
    """The months of a year; `named` are the days that are not what their weekday says, `term` a counted one."""
    names = {each.day: said(each.name, language()) for each in named}
    return [_month(of, number, month, names, term) for month in range(1, 13)]


def _month(
    of: Calendar, number: int, month: int, names: dict[date, str], term: tuple[date, date] | None
) -> Month:
    weeks, works = [], 0
    for week in months.Calendar().monthdatescalendar(number, month):
        inside = [each if each.month == month else None for each in week]
        weeks.append([_cell(of, each, names, term) if each else Cell() for each in inside])
        works += sum(1 for each in inside if each and of.works(each))
    name = get_month_names("wide", "stand-alone", language())[month]
    return Month(name.capitalize(), weeks, works)


def _cell(of: Calendar, when: date, names: dict[date, str], term: tuple[date, date] | None) -> Cell:
    looks = [] if of.works(when) else ["off"]
    if when in names:
        looks.append("worked" if of.works(when) else "feast")
    if term and when == term[1]:
        looks.append("end")
    elif term and term[0] < when < term[1] and of.works(when):
        looks.append("counted")
    return Cell(when.day, names.get(when, ""), " ".join(looks))


def skipped(of: Calendar, start: date, end: date, named: Iterable[Any]) -> list[tuple[str, str, bool, str]]:
    """The named days in a term: the day, what it is called, whether it is worked, and who says so."""
    return [
        (day(each.day), said(each.name, language()), each.working, each.source)
        for each in named
        if start < each.day <= end
    ]


def reckoned(found: Reckoned, start: date, counted: str) -> dict[str, Any]:
    """The answer of a count."""
    return {
        "end": day(found.day), "weekday": get_day_names("wide", "stand-alone", language())[found.day.weekday()],
        "unsure": [day(each) for each in found.unsure], "start": day(start), "working": counted == Counted.WORKING,
        "after": day(found.day + timedelta(days=1)),
    }  # fmt: skip


def minor(value: int, unit: str, currency: str) -> int:
    """A value as it is kept: money in minor units."""
    return Money.whole(value, currency).minor if unit == "money" else value


def values(programme: Any, rows: Iterable[Any]) -> list[dict[str, Any]]:
    """The parameters of a programme, each with its values by date."""
    held = list(rows)
    return [
        {
            "name": said(each["name"], language()),
            "rows": [
                (
                    day(row.since),
                    Money(row.value, programme.currency).say(language())
                    if each["unit"] == "money"
                    else row.value,
                    row.source,
                    row.verified,
                )
                for row in held
                if row.parameter == each["code"]
            ],
        }
        for each in programme.parameters
    ]
