"""The part of the builder's forms that says on which earlier answers a question or a group hangs.

Several conditions must all hold; one condition may name several answers, of which any is enough. That is all that a
document of questions can say, and so all that is offered.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinoqor.funding.question.adapters.worded import Worded
from kinoqor.funding.question.words import HOW
from kinoqor.kit.question import Form, Group, Kind, Question, said
from kinoqor.kit.question.form import NUMBERS

MOST = 10  # as many as a document may name
MISSING = "missing"  # how the page says "given" with a no
ASKED_HOW = HOW | {MISSING: gettext_lazy("is not answered")}
_SEVERAL = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One condition on the page."""

    number: int
    fields: list[forms.BoundField]


class Conditioned(Worded):
    """What may hang on earlier answers."""

    earlier: dict[str, Question]
    many = 1

    def conditioned(self, form: Form, until: Group | None, inside: list[Question]) -> None:
        """Ask for conditions on what is asked before: those that stand, and a free row after them."""
        found: list[Question] = []
        for group in form.groups:
            if until is not None and group.code == until.code:
                break
            found += [one for one in group.questions if not group.repeats]
        self.earlier = {one.code: one for one in (*found, *inside)}
        given = self.data or self.initial
        self.many = max((n for n in range(1, MOST + 1) if f"hangs_on_{n}" in given), default=1)
        for number in range(1, self.many + 1):
            self._row(number)

    def _row(self, number: int) -> None:
        choices = [("", "–"), *((code, said(one.label)) for code, one in self.earlier.items())]
        self.fields[f"hangs_on_{number}"] = forms.ChoiceField(
            label=_("Only if this answer"), choices=choices, required=False
        )
        self.fields[f"how_{number}"] = forms.ChoiceField(
            label=_("How"), choices=list(ASKED_HOW.items()), required=False
        )
        self.fields[f"what_{number}"] = forms.CharField(
            label=_("Which answer"), required=False, max_length=400,
            help_text=_("Codes of answers, divided by commas; yes or no; a number."),
        )  # fmt: skip

    def plain(self) -> list[forms.BoundField]:
        """The fields that are no part of a condition."""
        own = {field.name for row in self.rows() for field in row.fields}
        return [field for field in self if field.name not in own]

    def rows(self) -> list[Row]:
        """The conditions, a row each."""
        names = ("hangs_on", "how", "what")
        return [Row(n, [self[f"{name}_{n}"] for name in names]) for n in range(1, self.many + 1)]

    def may_have_more(self) -> bool:
        """Whether there is room for one more condition."""
        return self.many < MOST and bool(self.earlier)

    def offered(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The codes that a condition may name, by the question that is asked before."""
        kinds = {Kind.YES_NO: [("yes", _("yes")), ("no", _("no"))]}
        listed = [
            (said(one.label), [(choice.code, said(choice.name)) for choice in one.choices] or kinds.get(one.kind, []))
            for one in self.earlier.values()
        ]  # fmt: skip
        return [(label, codes) for label, codes in listed if codes]

    def clean(self) -> dict[str, Any]:
        """Every condition is whole: it says which answer, and one that can be given; the reason stands at its field."""
        found: dict[str, Any] = super().clean() or {}
        for number in range(1, self.many + 1):
            wrong = self._wrong(found, number) if found.get(f"hangs_on_{number}") else ""
            if wrong:
                self.add_error(f"what_{number}", wrong)
        return found

    def _wrong(self, given: Mapping[str, Any], number: int) -> str:
        how, what = given.get(f"how_{number}"), (given.get(f"what_{number}") or "").strip()
        asked = self.earlier[given[f"hangs_on_{number}"]]
        if how in ("given", MISSING):
            return ""
        if not what:
            return _("Say which answer the condition waits for.")
        if how in ("over", "under"):
            if asked.kind not in NUMBERS:
                return _("“%(question)s” is not a number and cannot be compared.") % {
                    "question": said(asked.label)
                }
            return "" if isinstance(_number(what), int | float) else _("Give a number.")
        known = {choice.code for choice in asked.choices} or (
            {"yes", "no"} if asked.kind is Kind.YES_NO else set()
        )
        unknown = [code for code in _codes(what) if known and code not in known]
        if unknown:
            told = {"codes": ", ".join(unknown), "known": ", ".join(sorted(known))}
            return _("“%(codes)s” is not an answer to that question. It can be: %(known)s.") % told
        return ""

    def condition(self) -> list[dict[str, Any]]:
        """The conditions for the document; none where none was said."""
        given = self.cleaned_data
        return [
            _condition(given[f"hangs_on_{n}"], given[f"how_{n}"] or "is", given[f"what_{n}"].strip())
            for n in range(1, self.many + 1)
            if given.get(f"hangs_on_{n}")
        ]


def _condition(question: str, how: str, what: str) -> dict[str, Any]:
    if how in ("given", MISSING):
        return {"question": question, "given": how == "given"}
    value = _number(what) if how in ("over", "under") else _codes(what)
    return {"question": question, how: value}


def conditions_of(document: Mapping[str, Any]) -> dict[str, Any]:
    """The conditions of a document as first values of the fields. One that says two things is shown as two, since all
    of them must hold.
    """
    said_ones = [
        (each.get("question"), how, each[how])
        for each in document.get("when") or []
        for how in HOW
        if each.get(how) is not None
    ]
    found: dict[str, Any] = {}
    for number, (question, how, value) in enumerate(said_ones[:MOST], 1):
        found[f"hangs_on_{number}"] = question
        found[f"how_{number}"] = MISSING if how == "given" and not value else how
        found[f"what_{number}"] = "" if how == "given" else _shown(value)
    return found


def one_more(given: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed so far, with a free row for one more condition."""
    free = next((n for n in range(1, MOST + 1) if f"hangs_on_{n}" not in given), MOST)
    return {**given, f"hangs_on_{free}": given.get(f"hangs_on_{free}", "")}


def _shown(value: Any) -> str:
    return ", ".join(map(_plain, value)) if isinstance(value, list) else _plain(value)


def _plain(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _codes(text: str) -> list[str]:
    return [one for one in _SEVERAL.split(text) if one]


def _number(text: str) -> Any:
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        return text
    return int(found) if found == int(found) else found
