"""A form as it stands on a page: sets of boxes, each with all that its template needs."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from kinoqor.kit.money import sign
from kinoqor.kit.question import Condition, Form, Group, Kind, Question, only_if, said, shown
from kinoqor.ui.asked import controls
from kinoqor.ui.asked.controls import Option

RADIO_MOST = 8  # more answers than these are offered as a list to open


@dataclass(frozen=True, slots=True)
class Box:
    """A question on the page. `whole`: it is a field set of its own, since it has several controls."""

    place: str
    label: str
    help: str
    clause: str
    required: bool
    fault: str
    only_if: str
    when: str
    whole: bool
    control: SafeString | str = ""
    options: list[Option] = field(default_factory=list)
    many: bool = False
    short: bool = False
    words: int = 0
    signs: int = 0
    count: int = 0
    unit: str = ""
    multiline: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a group that repeats; its first place is what a link leads to."""

    number: int
    name: str
    boxes: list[Box]


@dataclass(frozen=True, slots=True)
class Set:
    """A group on the page."""

    code: str
    name: str
    help: str
    clause: str
    fault: str
    only_if: str
    when: str
    boxes: list[Box]
    rows: list[Row]
    repeats: bool
    most: int
    row_name: str

    @property
    def full(self) -> bool:
        """Whether no row can be added."""
        return len(self.rows) >= self.most


def sets(
    form: Form, values: Mapping[str, Any], faults: Mapping[str, str], only: Collection[str] = ()
) -> list[Set]:
    """The sets of a page; `only` as in `shown`."""
    return [_set(form, group, questions, values, faults) for group, questions in shown(form, values, only)]


def _set(
    form: Form, group: Group, questions: tuple[Question, ...], values: Mapping[str, Any], faults: Mapping[str, str]
) -> Set:  # fmt: skip
    boxes, rows = [], []
    if group.repeats:
        kept = values.get(group.code)
        found = [row for row in kept if isinstance(row, dict)] if isinstance(kept, list) else []
        found += [{}] * (max(group.least, 1) - len(found))
        name = said(group.row_name) or said(group.name)
        for number, row in enumerate(found, 1):
            lead = f"{group.code}.{number}."
            rows.append(Row(number, name, [_box(form, group, one, lead, row, faults) for one in questions]))
    else:
        boxes = [_box(form, group, one, "", values, faults) for one in questions]
    return Set(
        group.code, said(group.name), said(group.help), said(group.clause), faults.get(group.code, ""),
        only_if(form, group, group.when), _when(form, group, group.when, ""), boxes, rows, group.repeats,
        group.most, said(group.row_name) or said(group.name),
    )  # fmt: skip


def _box(
    form: Form, group: Group, question: Question, lead: str, values: Mapping[str, Any], faults: Mapping[str, str]
) -> Box:  # fmt: skip
    place, kind = f"{lead}{question.code}", question.kind
    value, fault = values.get(question.code), faults.get(f"{lead}{question.code}", "")
    options = controls.options(question, value)
    whole = kind in (Kind.SEVERAL, Kind.YES_NO) or (kind is Kind.CHOICE and len(options) <= RADIO_MOST)
    described = [f"{place}-hint"] if question.help or question.when else []
    described += [f"{place}-error"] if fault else []
    described += [f"{place}-count"] if question.words or (kind is Kind.TEXT and question.most) else []
    attributes = {
        "id": place, "name": place, "describedby": " ".join(described), "wrong": bool(fault),
        "listed": bool(lead),
    }  # fmt: skip
    shown_value = controls.shown(question, value)
    return Box(
        place, said(question.label), said(question.help), said(question.clause), question.required, fault,
        only_if(form, group, question.when), _when(form, group, question.when, lead), whole,
        control="" if whole else controls.control(question, shown_value, options, attributes),
        options=options if whole else [], many=kind is Kind.SEVERAL, short=kind in controls.SHORT,
        words=question.words or 0, signs=int(question.most or 0) if kind is Kind.TEXT else 0,
        count=len(shown_value.split()) if question.words else len(shown_value), unit=_unit(question),
        multiline=kind is Kind.TEXT,
    )  # fmt: skip


def _unit(question: Question) -> str:
    if question.kind is Kind.MONEY:
        return sign(question.currency, (get_language() or "en")[:2])
    return "%" if question.kind is Kind.PERCENT else ""


def _when(form: Form, group: Group, conditions: tuple[Condition, ...], lead: str) -> str:
    """The conditions for the script: the places that they look at and what they wait for."""
    if not conditions:
        return ""
    own = {one.code for one in group.questions} if lead else set()
    told = [
        {
            "place": f"{lead}{one.question}" if one.question in own else one.question,
            "is": one.any_of, "not": one.none_of, "given": one.given, "over": one.over, "under": one.under,
        }
        for one in conditions
    ]  # fmt: skip
    return json.dumps(told, ensure_ascii=False)
