"""Dates as sources give them: a day, a month, a year, or a span of years, and no more exact than that."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.dates import get_month_names
from django.utils.translation import gettext as _

FIRST_YEAR, LAST_YEAR = 1000, 2999
_LANGUAGES = ("en", "ru", "kk")

_ISO = re.compile(r"(\d{1,5})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_SPAN = re.compile(r"(\d{4})\s*(?:[–—/]|-(?=\d{4}))\s*(\d{4})")
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([^\W\d_]+)\s+(\d{1,5})(?:\s*(?:г\.?|года?))?")
_KAZAKH = re.compile(r"(\d{1,5})\s+(?:жылғы|ж\.)\s+(?:(\d{1,2})\s+)?([^\W\d_]+)")
_CIRCA = re.compile(r"^(?:about|around|circa|ca?\.|около|ок\.|шамамен)\s*", re.IGNORECASE)


@cache
def _month_numbers() -> dict[str, int]:
    """Month names of the three languages, lower case, to 1..12."""
    return {
        name.casefold().rstrip("."): number
        for lang in _LANGUAGES
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, locale=lang).items()
    }


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as exact as it was given; `year_to` makes a span of years, `circa` marks a rough one.

    Raises ValueError with a full sentence where no such date can be.
    """

    year: int
    month: int | None = None
    day: int | None = None
    year_to: int | None = None
    circa: bool = False

    def __post_init__(self) -> None:
        for year in (self.year, self.year_to):
            if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
                raise ValueError(
                    _("The year %(year)s is not between %(first)s and %(last)s.")
                    % {"year": year, "first": FIRST_YEAR, "last": LAST_YEAR}
                )
        if self.year_to is not None and (self.month is not None or self.year_to <= self.year):
            raise ValueError(_("A span of years must end after it begins and name years only."))
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(_("There is no month %(month)s.") % {"month": self.month})
        if self.day is not None and (self.month is None or not 1 <= self.day <= self._days()):
            raise ValueError(
                _("There is no day %(day)s in %(month)s.")
                % {"day": self.day, "month": f"{self.year}-{self.month or 0:02}"}
            )

    def _days(self) -> int:
        return calendar.monthrange(self.year, self.month or 1)[1]

    @property
    def iso(self) -> str:
        """Sortable text: 1934, 1960-01, 1961-01-06, 2008/2009; a rough date ends with "~" (ISO 8601-2)."""
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}" + (f"-{self.day:02}" if self.day is not None else "")
        if self.year_to is not None:
            text += f"/{self.year_to:04}"
        return text + ("~" if self.circa else "")

    @property
    def decade(self) -> int:
        """The first year of the decade: 1967 gives 1960."""
        return self.year // 10 * 10

    @property
    def first_day(self) -> date:
        """The earliest day this can mean."""
        return date(self.year, self.month or 1, self.day or 1)


def _cut(text: str) -> Moment | None:
    """The moment in `text` (already without a word for "about"), None if no form fits."""
    if match := _SPAN.fullmatch(text):
        return Moment(int(match[1]), year_to=int(match[2]))
    if match := _ISO.fullmatch(text):
        return Moment(int(match[1]), _number(match[2]), _number(match[3]))
    day, name, year = None, "", ""
    if match := _WORDS.fullmatch(text):
        day, name, year = match.groups()
    elif match := _KAZAKH.fullmatch(text):
        year, day, name = match.groups()
    month = _month_numbers().get(name.casefold())
    return Moment(int(year), month, _number(day)) if month else None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def parse(text: str) -> Moment:
    """Read "1934", "1960-01", "1961-01-06", "November 1941", "6 January 1961", "2008–2009", "c. 1934".

    Months are read in English, Russian and Kazakh. Raises ValueError with a full sentence for anything else.
    """
    rest = text.strip()
    bare = _CIRCA.sub("", rest).removesuffix("~").strip()
    moment = _cut(bare)
    if moment is None:
        raise ValueError(
            _("“%(text)s” is not a date of the form 1961, 1961-01 or 1961-01-06.") % {"text": rest[:60]}
        )
    if bare == rest:
        return moment
    return Moment(moment.year, moment.month, moment.day, moment.year_to, circa=True)


def _exact(moment: Moment, lang: str) -> str:
    if moment.year_to is not None:
        return f"{moment.year}–{moment.year_to}"
    if moment.month is None:
        return str(moment.year)
    month = get_month_names("wide", "stand-alone" if moment.day is None else "format", lang)[moment.month]
    if lang == "kk":  # 1961 жылғы 6 қаңтар: the year leads and takes the ending
        day = f"{moment.day} " if moment.day is not None else ""
        return f"{moment.year} жылғы {day}{month.lower()}"
    day = f"{moment.day} " if moment.day is not None else ""
    return f"{day}{month} {moment.year}"


_ABOUT = {"kk": "шамамен", "ru": "около", "en": "about"}


def say(moment: Moment, lang: str) -> str:
    """The moment in words of `lang` ("kk", "ru", "en"), short enough for a table, as exact as known."""
    exact = _exact(moment, lang)
    return f"{_ABOUT[lang]} {exact}" if moment.circa else exact
