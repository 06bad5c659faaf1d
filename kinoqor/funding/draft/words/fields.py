"""What a field of an entry of a draft is, and what a list of them is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

Label = Any  # a text, perhaps one that is translated where it is shown


class Sort(StrEnum):
    """What a field of an entry holds."""

    CODE = "code"
    SHORT = "short"  # a line in three languages
    LONG = "long"  # a longer text in three languages
    WHOLE = "whole"
    ONE = "one"
    SOME = "some"
    YES = "yes"
    WORDS = "words"
    ONLY = "only"
    MARKS = "marks"
    CLAUSE = "clause"
    FLAG = "flag"  # a yes or a no, yes where nothing is said
    ORDER = "order"  # some of a closed list, in an order
    CLOCK = "clock"  # a time of the day
    COUNTED = "counted"  # which films a quota counts
    MARK = "mark"  # a mark with at most two decimals, kept in hundredths


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entry: its key in the document ("scores.plus" within a table), and how the page asks for it."""

    key: str
    sort: Sort
    label: Label
    hint: Label = ""
    needed: bool = False
    least: int = 1
    most: int = 1000
    choices: str = ""  # which closed list it is chosen from


@dataclass(frozen=True, slots=True)
class List:
    """A list of a draft: its words, and what each entry of it says."""

    code: str
    name: Label
    lead: Label
    add: Label
    added: Label
    title: str  # the field by which an entry is called
    fields: tuple[Field, ...]
    groups: tuple[
        tuple[str, Label], ...
    ] = ()  # the field with which each part of a long form begins, and its name


CODE = Field(
    "code",
    Sort.CODE,
    _("Code"),
    _("Small Latin letters, digits and hyphens. It stands in files and letters and does not change."),
    True,
)
CLAUSE = Field("clause", Sort.CLAUSE, _("Clause that it rests on"))
