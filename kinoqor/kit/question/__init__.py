"""Questions as data: a form is a document that is read, shown, filled in and judged, whatever it asks for.

Words: form, group (asked once, or in rows), question, kind, condition, place ("title_kk", "crew.3.name"), open point.

A place is the code of a question, or for a group that repeats its code, the number of the row from 1, and the code of
the question. Values are a dict that JSON can hold: {"title_kk": "…", "crew": [{"name": "…"}]}. What was typed wrongly
stays in it as it was typed, so that nothing is lost, and is an open point until it is mended.
"""

from kinoqor.kit.question.cells import Cell, cells
from kinoqor.kit.question.document import Fault
from kinoqor.kit.question.filling import Filled, filled, row_button
from kinoqor.kit.question.form import Choice, Condition, Form, Group, Kind, Question, said
from kinoqor.kit.question.numbers import NumberRule
from kinoqor.kit.question.points import Point, open_points
from kinoqor.kit.question.reading import Unfit, read
from kinoqor.kit.question.when import asked, asked_values, only_if, shown

__all__ = [
    "Cell",
    "Choice",
    "Condition",
    "Fault",
    "Filled",
    "Form",
    "Group",
    "Kind",
    "NumberRule",
    "Point",
    "Question",
    "Unfit",
    "asked",
    "asked_values",
    "cells",
    "filled",
    "only_if",
    "open_points",
    "read",
    "row_button",
    "said",
    "shown",
]
