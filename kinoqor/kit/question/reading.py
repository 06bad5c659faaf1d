"""How a document becomes a form: everything that is wrong with it is said, in full sentences, with its place."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.kit.question.document import ANSWER, Document, Fault
from kinoqor.kit.question.form import (
    CHOSEN,
    MOST_ANSWERS,
    MOST_ROWS,
    MOST_SIGNS,
    NUMBERS,
    Choice,
    Condition,
    Form,
    Group,
    Kind,
    Question,
)

MOST_GROUPS, MOST_QUESTIONS, MOST_CHOICES = 40, 60, 200

_FORM = {"code", "name", "lead", "numbers", "groups"}
_GROUP = {"code", "name", "help", "clause", "when", "questions", "rows"}
_ROWS = {"least", "most", "name"}
_WHEN = {"question", "is", "not", "given", "over", "under"}
_CHOICE = {"code", "name", "help"}
_ALL = {"code", "kind", "label", "help", "clause", "required", "when"}
# What a question of a kind may say beside that.
OWN: dict[Kind, frozenset[str]] = {
    Kind.LINE: frozenset({"least", "most"}),
    Kind.TEXT: frozenset({"least", "most", "words"}),
    Kind.NUMBER: frozenset({"least", "most", "decimals"}),
    Kind.MONEY: frozenset({"least", "most", "currency"}),
    Kind.PERCENT: frozenset({"least", "most", "decimals"}),
    Kind.DATE: frozenset({"first", "last"}),
    Kind.CHOICE: frozenset({"choices", "list"}),
    Kind.SEVERAL: frozenset({"choices", "list", "least", "most"}),
    Kind.COUNTRY: frozenset({"countries"}),
    Kind.BANK: frozenset({"countries"}),
    Kind.PERSON_NUMBER: frozenset({"rule"}),
    Kind.COMPANY_NUMBER: frozenset({"rule"}),
    Kind.REFERENCE: frozenset({"of"}),
}


class Unfit(ValueError):
    """A document is no form; carries every fault that was found."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(" ".join(str(one) for one in faults))
        self.faults = faults


def read(document: Mapping[str, Any]) -> Form:
    """The form of a document. Raises Unfit with full sentences."""
    reader = _Reader()
    form = reader.form(document)
    if reader.faults:
        raise Unfit(reader.faults)
    return form


class _Reader(Document):
    """Reads on after a fault, so that all are said at once."""

    def __init__(self) -> None:
        super().__init__()
        self.earlier: dict[str, Question] = {}  # asked once, before

    def form(self, document: Mapping[str, Any]) -> Form:
        self.known(document, _FORM, "")
        code = self.code(document.get("code"), "code", re.compile(r"[a-z][a-z0-9-]{0,39}"))
        name, lead = self.texts(document, "name", "", True), self.texts(document, "lead", "")
        numbers = document.get("numbers") or {}
        if isinstance(numbers, Mapping) and all(isinstance(each, Mapping) for each in numbers.values()):
            self.rules = {rule: self.rule(rule, said) for rule, said in numbers.items()}
        else:
            self.wrong("numbers", _("Here a list of tables is needed."))
        listed = self.listed(document.get("groups"), "groups", MOST_GROUPS)
        groups = [self.group(each) for each in listed]
        if not groups:
            self.wrong("groups", _("A form has at least one group of questions."))
        codes = [group.code for group in groups]
        codes += [one.code for group in groups if not group.repeats for one in group.questions]
        for twice in sorted({one for one in codes if codes.count(one) > 1 and one}):
            self.wrong(twice, _("The code “%(code)s” is used twice.") % {"code": twice})
        return Form(code, name, tuple(groups), lead)

    def group(self, said: Mapping[str, Any]) -> Group:
        code = self.code(said.get("code"), "groups")
        place = f"groups.{code}"
        self.known(said, _GROUP, place)
        rows = said.get("rows") or {}
        if not isinstance(rows, Mapping):
            self.wrong(place, _("“%(name)s” must be a table.") % {"name": "rows"})
            rows = {}
        self.known(rows, _ROWS, place)
        least = self.whole(rows, "least", place, 0, MOST_ROWS) or 0
        most = (self.whole(rows, "most", place, 1, MOST_ROWS) or 0) if rows else 0
        if rows and (not most or least > most):
            self.wrong(place, _("A group in rows says the most of them, and not less than the least."))
        when = self.conditions(said, place, {})
        own: dict[str, Question] = {}
        for each in self.listed(said.get("questions"), place, MOST_QUESTIONS):
            question = self.question(each, place, own)
            if question.code in own and most:
                self.wrong(place, _("The code “%(code)s” is used twice.") % {"code": question.code})
            own[question.code] = question
        if not own:
            self.wrong(place, _("A group has at least one question."))
        if most * len(own) > MOST_ANSWERS:
            sentence = _("All rows together would ask more than %(most)s answers; allow fewer rows.")
            self.wrong(place, sentence % {"most": MOST_ANSWERS})
        if not most:
            self.earlier |= own
        return Group(
            code, self.texts(said, "name", place, True), tuple(own.values()), self.texts(said, "help", place),
            when, self.texts(rows, "name", place), least, most, self.texts(said, "clause", place),
        )  # fmt: skip

    def question(self, said: Mapping[str, Any], group: str, own: dict[str, Question]) -> Question:
        code = self.code(said.get("code"), group)
        place = f"{group}.{code}"
        try:
            kind = Kind(str(said.get("kind")))
        except ValueError:
            self.wrong(place, _("There is no kind of question “%(kind)s”.") % {"kind": said.get("kind")})
            kind = Kind.LINE
            said = {key: value for key, value in said.items() if key in _ALL}
        self.known(said, _ALL | OWN.get(kind, frozenset()), place)
        if not isinstance(said.get("required", False), bool):
            self.wrong(place, _("“%(name)s” must be true or false.") % {"name": "required"})
        least, most = self.limits(said, kind, place)
        choices = self.choices(said, kind, place)
        return Question(
            code=code, kind=kind, label=self.texts(said, "label", place, True),
            help=self.texts(said, "help", place), clause=self.texts(said, "clause", place),
            required=bool(said.get("required", False)), when=self.conditions(said, place, own),
            least=least, most=most, words=self.whole(said, "words", place, 1, 5000),
            decimals=self.whole(said, "decimals", place, 0, 6) or 0, currency=self.currency(said, kind, place),
            first=self.day(said, "first", place), last=self.day(said, "last", place), choices=choices,
            named=str(said.get("list") or ""), rule=self.which_rule(said, kind, place),
            countries=tuple(str(one) for one in said.get("countries") or ()), of=str(said.get("of") or ""),
        )  # fmt: skip

    def limits(self, said: Mapping[str, Any], kind: Kind, place: str) -> tuple[float | None, float | None]:
        found: list[float | None] = []
        for name in ("least", "most"):
            value = said.get(name)
            if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
                self.wrong(place, _("“%(name)s” must be a number.") % {"name": name})
                value = None
            if value is not None and kind not in NUMBERS and not 0 <= value <= MOST_SIGNS:
                sentence = _("“%(name)s” must lie between %(first)s and %(last)s.")
                self.wrong(place, sentence % {"name": name, "first": 0, "last": MOST_SIGNS})
            found.append(value)
        if found[0] is not None and found[1] is not None and found[0] > found[1]:
            self.wrong(place, _("The least is more than the most."))
        return found[0], found[1]

    def choices(self, said: Mapping[str, Any], kind: Kind, place: str) -> tuple[Choice, ...]:
        if kind not in CHOSEN:
            return ()
        if said.get("list"):
            self.code(said["list"], place)
            if said.get("choices"):
                self.wrong(place, _("A question has either its own choices or the name of a list."))
            return ()
        found = []
        for each in self.listed(said.get("choices"), place, MOST_CHOICES):
            self.known(each, _CHOICE, place)
            code = self.code(each.get("code"), place, ANSWER)
            found.append(Choice(code, self.texts(each, "name", place, True), self.texts(each, "help", place)))
        if len(found) < 2:
            self.wrong(place, _("A question of this kind offers at least two answers."))
        if len({one.code for one in found}) < len(found):
            self.wrong(place, _("Two answers have the same code."))
        return tuple(found)

    def conditions(
        self, said: Mapping[str, Any], place: str, own: Mapping[str, Question]
    ) -> tuple[Condition, ...]:
        return tuple(
            self.condition(each, place, own) for each in self.listed(said.get("when") or [], place, 10)
        )

    def condition(self, said: Mapping[str, Any], place: str, own: Mapping[str, Question]) -> Condition:
        self.known(said, _WHEN, place)
        code = str(said.get("question") or "")
        question = own.get(code) or self.earlier.get(code)
        if question is None:
            sentence = _("The condition looks at “%(code)s”, which is not asked before it.")
            self.wrong(place, sentence % {"code": code})
        any_of, none_of = self.codes(said, "is"), self.codes(said, "not")
        if not any_of and not none_of and not {"given", "over", "under"} & set(said):
            self.wrong(place, _("The condition does not say what the answer must be."))
        if question and question.choices:
            for one in (*any_of, *none_of):
                if one not in {choice.code for choice in question.choices}:
                    sentence = _("The condition waits for “%(answer)s”, which is not offered.")
                    self.wrong(place, sentence % {"answer": one})
        if {"over", "under"} & set(said) and question and question.kind not in NUMBERS:
            self.wrong(place, _("The condition compares an answer that is not a number."))
        for name in ("over", "under"):
            if not isinstance(said.get(name, 0), int | float):
                self.wrong(place, _("“%(name)s” must be a number.") % {"name": name})
        given = None if said.get("given") is None else bool(said["given"])
        return Condition(code, any_of, none_of, given, said.get("over"), said.get("under"))

    def codes(self, said: Mapping[str, Any], name: str) -> tuple[str, ...]:
        value = said.get(name)
        listed = value if isinstance(value, list | tuple) else [] if value is None else [value]
        return tuple({True: "yes", False: "no"}[one] if isinstance(one, bool) else str(one) for one in listed)
