"""What still stands open in the answers to a form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.kit.question.answers import empty
from kinoqor.kit.question.faults import fault
from kinoqor.kit.question.form import Form, Group, Question, Values, said
from kinoqor.kit.question.when import asked, group_asked


@dataclass(frozen=True, slots=True)
class Point:
    """An open point: where, what, by which clause, and how the question is called; in the language of the page."""

    place: str
    sentence: str
    clause: str
    label: str
    group: str  # the code of the group, for a link to its page


def open_points(form: Form, values: Values) -> list[Point]:
    """Everything that is missing or wrong, in the order of the form."""
    return [point for group in form.groups for point in _of_group(form, group, values)]


def _of_group(form: Form, group: Group, values: Values) -> Iterator[Point]:
    if not group_asked(form, group, values):
        return
    if not group.repeats:
        for question in group.questions:
            yield from _of_question(form, group, question, values, None, question.code)
        return
    rows = values.get(group.code)
    rows = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    yield from _of_rows(group, len([row for row in rows if row]))
    for number, row in enumerate(rows, 1):
        for question in group.questions if row else ():
            place = f"{group.code}.{number}.{question.code}"
            yield from _of_question(form, group, question, values, row, place)


def _of_rows(group: Group, n: int) -> Iterator[Point]:
    sentence = ""
    if n < group.least:
        sentence = ngettext(
            "At least %(least)s row is needed here.", "At least %(least)s rows are needed here.", group.least
        ) % {"least": group.least}
    elif n > group.most:
        sentence = ngettext(
            "At most %(most)s row is allowed here.", "At most %(most)s rows are allowed here.", group.most
        ) % {"most": group.most}
    if sentence:
        yield Point(group.code, sentence, said(group.clause), said(group.name), group.code)


def _of_question(
    form: Form, group: Group, question: Question, values: Values, row: Mapping[str, Any] | None, place: str
) -> Iterator[Point]:
    if not asked(form, group, question, values, row):
        return
    value = (row if row is not None else values).get(question.code)
    if not empty(value):
        sentence = fault(question, value)
    elif question.required:
        sentence = _("This is not answered yet.")
    else:
        return
    if sentence:
        label = said(question.label)
        if row is not None:
            number = place.split(".")[1]
            label = f"{said(group.row_name) or said(group.name)} {number}: {label}"
        yield Point(place, sentence, said(question.clause), label, group.code)
