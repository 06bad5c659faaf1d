"""What a form is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.utils.translation import get_language

from kinoqor.kit.question.numbers import NumberRule

# A text in several languages: {"kk": …, "ru": …, "en": …}.
Texts = Mapping[str, str]
Values = Mapping[str, Any]

MOST_ROWS = 200  # of a group, whatever a form says
MOST_SIGNS = 30_000  # of one answer, whatever a form says
MOST_ANSWERS = 900  # of one group in all its rows, so that a browser can send them at once


class Kind(StrEnum):
    """What an answer is."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    YES_NO = "yes-no"
    CHOICE = "choice"
    SEVERAL = "several"
    COUNTRY = "country"
    LANGUAGE = "language"
    PERSON_NUMBER = "person-number"
    COMPANY_NUMBER = "company-number"
    BANK = "bank"
    EMAIL = "e-mail"
    PHONE = "phone"
    ADDRESS = "address"
    REFERENCE = "reference"


NUMBERS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT})
CHOSEN = frozenset({Kind.CHOICE, Kind.SEVERAL})
CHECKED = frozenset({Kind.PERSON_NUMBER, Kind.COMPANY_NUMBER})


def said(texts: Texts, lang: str = "") -> str:
    """A text in `lang` or the language of the page; in another one where it is not given."""
    found = texts.get(lang or (get_language() or "en")[:2], "")
    return found or next((each for each in texts.values() if each), "")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that are offered."""

    code: str
    name: Texts
    help: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Condition:
    """What an earlier answer must be: one of `any_of`, none of `none_of`, given or not, over or under a number."""

    question: str
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    given: bool | None = None
    over: float | None = None
    under: float | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `least` and `most` are signs of a text, units of a number, or how many of several; `first` and
    `last` the days between which a date lies.
    """

    code: str
    kind: Kind
    label: Texts
    help: Texts = field(default_factory=dict)
    clause: Texts = field(default_factory=dict)
    required: bool = False
    when: tuple[Condition, ...] = ()
    least: float | None = None
    most: float | None = None
    words: int | None = None
    decimals: int = 0
    currency: str = ""
    first: str = ""
    last: str = ""
    choices: tuple[Choice, ...] = ()
    named: str = ""  # a list that is given from outside ("kinds"), instead of choices
    rule: NumberRule | None = None
    countries: tuple[str, ...] = ()  # those offered first, or the only ones of a bank account
    of: str = ""  # with which letters a reference may begin


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that are asked together: once, or (`most` above 0) in up to `most` rows."""

    code: str
    name: Texts
    questions: tuple[Question, ...]
    help: Texts = field(default_factory=dict)
    when: tuple[Condition, ...] = ()
    row_name: Texts = field(default_factory=dict)
    least: int = 0
    most: int = 0
    clause: Texts = field(default_factory=dict)

    @property
    def repeats(self) -> bool:
        """Whether it is asked in rows."""
        return self.most > 0


@dataclass(frozen=True)
class Form:
    """A form that was read; every code of it is good."""

    code: str
    name: Texts
    groups: tuple[Group, ...]
    lead: Texts = field(default_factory=dict)

    @property
    def questions(self) -> Iterator[tuple[Group, Question]]:
        """Every question with its group, in order."""
        return ((group, question) for group in self.groups for question in group.questions)

    @cached_property
    def lists(self) -> frozenset[str]:
        """The names of the lists that it wants from outside."""
        return frozenset(question.named for _group, question in self.questions if question.named)

    def group(self, code: str) -> Group | None:
        """The group of this code."""
        return next((group for group in self.groups if group.code == code), None)

    def question(self, place: str) -> Question | None:
        """The question at a place: "title_kk", "crew.3.name", or without the row "crew.name"."""
        found = self.home(place)
        return found[1] if found else None

    def home(self, place: str) -> tuple[Group, Question] | None:
        """The group and the question of a place."""
        parts = place.split(".")
        for group, question in self.questions:
            if question.code == parts[-1] and (
                (parts[0] == group.code and len(parts) in (2, 3)) if group.repeats else len(parts) == 1
            ):
                return group, question
        return None

    def with_lists(self, lists: Mapping[str, tuple[Choice, ...]]) -> "Form":
        """The same form with the choices of the lists that were wanted from outside."""
        groups = tuple(
            replace(
                group,
                questions=tuple(
                    replace(one, choices=tuple(lists[one.named])) if one.named in lists else one
                    for one in group.questions
                ),
            )
            for group in self.groups
        )
        return replace(self, groups=groups)
