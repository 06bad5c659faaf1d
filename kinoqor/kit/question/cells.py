"""Answers as typed cells, for search and for counting."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kinoqor.kit.question.answers import NO, YES, day, number
from kinoqor.kit.question.faults import fault
from kinoqor.kit.question.form import NUMBERS, Form, Kind, Question, Values
from kinoqor.kit.question.when import asked_values


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer: the question ("title_kk", "crew.name"), its place, the row from 1 (0: none), and what was answered.

    Money is counted in minor units. A choice has its code as text; of several, each is a cell of its own.
    """

    question: str
    place: str
    row: int
    text: str
    number: Decimal | None
    day: date | None


def cells(form: Form, values: Values) -> Iterator[Cell]:
    """The good answers to what is asked."""
    good = asked_values(form, values)
    for group in form.groups:
        if not group.repeats:
            for question in group.questions:
                yield from _cells(question, question.code, question.code, 0, good.get(question.code))
            continue
        for at, row in enumerate(good.get(group.code, []), 1):
            for question in group.questions:
                name = f"{group.code}.{question.code}"
                yield from _cells(
                    question, name, f"{group.code}.{at}.{question.code}", at, row.get(question.code)
                )


def _cells(question: Question, name: str, place: str, row: int, value: Any) -> Iterator[Cell]:
    if value is None or fault(question, value):
        return
    for one in value if isinstance(value, list) else [value]:
        text = (YES if one else NO) if isinstance(one, bool) else str(one)
        counted = number(question, one) if question.kind in NUMBERS else None
        yield Cell(name, place, row, text, counted, day(one) if question.kind is Kind.DATE else None)
