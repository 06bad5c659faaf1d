"""Answers as they are read: group by group, each with its question."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from kinoqor.kit.question import Form, Group, Kind, asked, asked_values, said
from kinoqor.kit.question.answers import empty
from kinoqor.ui.asked.controls import words


@dataclass(frozen=True, slots=True)
class Told:
    """One question and its answer in words; an empty answer was not given."""

    place: str
    label: str
    words: str
    long: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A group, or one row of it, with what was answered."""

    code: str
    name: str
    told: list[Told]


def answers(form: Form, values: Mapping[str, Any], only: Collection[str] = ()) -> list[Part]:
    """What is asked and what was answered; of what was not answered the question alone."""
    good = asked_values(form, values)
    parts = []
    for group in form.groups:
        if only and group.code not in only:
            continue
        if group.repeats:
            for number, row in enumerate(good.get(group.code, []), 1):
                name = f"{said(group.row_name) or said(group.name)} {number}"
                parts.append(
                    Part(group.code, name, _told(form, group, values, row, f"{group.code}.{number}."))
                )
        else:
            parts.append(Part(group.code, said(group.name), _told(form, group, values, None, "")))
    return [part for part in parts if part.told]


def _told(
    form: Form, group: Group, values: Mapping[str, Any], row: Mapping[str, Any] | None, lead: str
) -> list[Told]:
    found = []
    for one in group.questions:
        value = (row if row is not None else values).get(one.code)
        if not asked(form, group, one, values, row) or (row is not None and empty(value)):
            continue
        link = (
            str(value) if one.kind is Kind.ADDRESS and str(value).startswith(("https://", "http://")) else ""
        )
        found.append(
            Told(f"{lead}{one.code}", said(one.label), words(one, value), one.kind is Kind.TEXT, link)
        )
    return found
