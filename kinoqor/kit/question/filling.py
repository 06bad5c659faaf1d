"""A form that was sent: what of it is kept, and what is wrong with it."""

import re
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple, Protocol

from django.utils.translation import ngettext

from kinoqor.kit.question.answers import empty, parse
from kinoqor.kit.question.faults import fault
from kinoqor.kit.question.form import Form, Group, Kind, Question, Values
from kinoqor.kit.question.when import asked, shown

ROWS = "_row"  # the name of the buttons that add and remove rows: "crew.add", "crew.3.remove"
_BUTTON = re.compile(r"([a-z][a-z0-9_]{0,39})\.(?:add|([1-9]\d{0,2})\.remove)")


class Sent(Protocol):
    """What a browser sent: Django's QueryDict."""

    def get(self, key: str, default: Any = None) -> Any:
        """The last value of this name."""

    def getlist(self, key: str) -> list[Any]:
        """All values of this name."""

    def keys(self) -> Any:
        """The names."""


class Filled(NamedTuple):
    """What is kept of a sent form, and the faults by their places."""

    values: dict[str, Any]
    faults: dict[str, str]


def row_button(form: Form, sent: Sent) -> str:
    """The place to show next where a button that adds or removes a row was pressed; else empty."""
    match = _BUTTON.fullmatch(str(sent.get(ROWS, "")))
    group = form.group(match[1]) if match else None
    return group.code if group and group.repeats else ""


def filled(form: Form, sent: Sent, before: Values | None = None, only: Collection[str] = ()) -> Filled:
    """Read what was sent into `before`, the answers so far; `only` are the codes of the groups that were on the page.

    What is wrong stays as it was typed. Answers of other groups, and those that the page did not show, stay as they
    were. An answer that is missing is no fault here: see `open_points`.
    """
    values: dict[str, Any] = dict(before or {})
    faults: dict[str, str] = {}
    page = shown(form, values, only)
    for group, questions in page:
        if group.repeats:
            _rows(group, questions, sent, values, faults)
        else:
            for question in questions:
                _put(values, question, _typed(question, question.code, sent))
    for group, questions in page:
        for place, question, row in _places(group, questions, values):
            if asked(form, group, question, values, row):
                sentence = fault(question, (row if row is not None else values).get(question.code))
                if sentence:
                    faults[place] = sentence
    _press(form, sent, values)
    return Filled(values, faults)


def _typed(question: Question, name: str, sent: Sent) -> Any:
    if question.kind is Kind.SEVERAL:
        return list(dict.fromkeys(str(one)[:100] for one in sent.getlist(name)[:200] if one))
    return parse(question, str(sent.get(name) or ""))


def _put(into: dict[str, Any], question: Question, value: Any) -> None:
    if empty(value):
        into.pop(question.code, None)
    else:
        into[question.code] = value


def _rows(
    group: Group, questions: tuple[Question, ...], sent: Sent, values: dict[str, Any], faults: dict[str, str]
) -> None:
    lead = f"{group.code}."
    numbers = {
        int(parts[1])
        for key in sent.keys()  # noqa: SIM118
        if key.startswith(lead) and len(parts := key.split(".")) == 3 and _is_row(parts[1])
    }
    kept = sorted(numbers)[: group.most]
    if len(numbers) > len(kept):
        faults[group.code] = ngettext(
            "At most %(most)s row is allowed here; the rows after it were not kept.",
            "At most %(most)s rows are allowed here; the rows after them were not kept.",
            group.most,
        ) % {"most": group.most}
    old = values.get(group.code)
    unseen = {one.code for one in group.questions} - {one.code for one in questions}
    rows: list[dict[str, Any]] = []
    for number in kept:
        row = _unseen(old, number, unseen)
        for question in questions:
            _put(row, question, _typed(question, f"{lead}{number}.{question.code}", sent))
        rows.append(row)
    values[group.code] = _without_bare(rows, str(sent.get(ROWS, "")), group.code, kept)


def _is_row(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 5 and text[0] != "0"


def _unseen(old: Any, number: int, codes: Collection[str]) -> dict[str, Any]:
    """What the page did not show of a row stays."""
    if not (isinstance(old, list) and number <= len(old) and isinstance(old[number - 1], dict)):
        return {}
    return {code: value for code, value in old[number - 1].items() if code in codes}


def _without_bare(
    rows: list[dict[str, Any]], button: str, code: str, kept: list[int]
) -> list[dict[str, Any]]:
    """Rows with an answer; and without the one whose button was pressed."""
    match = _BUTTON.fullmatch(button)
    gone = int(match[2]) if match and match[1] == code and match[2] else 0
    return [row for number, row in zip(kept, rows, strict=True) if row and number != gone]


def _places(
    group: Group, questions: tuple[Question, ...], values: Mapping[str, Any]
) -> list[tuple[str, Question, dict[str, Any] | None]]:
    if not group.repeats:
        return [(one.code, one, None) for one in questions]
    return [
        (f"{group.code}.{number}.{one.code}", one, row)
        for number, row in enumerate(values.get(group.code, []), 1)
        for one in questions
    ]


def _press(form: Form, sent: Sent, values: dict[str, Any]) -> None:
    """An empty row, where the button for one was pressed and there is room."""
    code, button = row_button(form, sent), str(sent.get(ROWS, ""))
    group = form.group(code) if code and button.endswith(".add") else None
    if group is not None and len(values.get(code, [])) < group.most:
        values[code] = [*values.get(code, []), {}]
