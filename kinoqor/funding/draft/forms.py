"""An entry of a draft as a form, made from what its list says of it; judged by the reading that judges a pack."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kinoqor.funding.call.rules import terms
from kinoqor.funding.draft import rules
from kinoqor.funding.draft.adapters.compound import MOST_MARKS, Clause, Counted, Marks, Only, Order
from kinoqor.funding.draft.adapters.offered import offered
from kinoqor.funding.draft.adapters.plain import (
    Clock,
    Code,
    Flag,
    Line,
    Long,
    Mark,
    One,
    Some,
    Three,
    Whole,
    Words,
    Yes,
    text,
)
from kinoqor.funding.draft.words import BY_STAGE, GATES, PAPERS, Field, List, Sort
from kinoqor.kit.document import Faulty
from kinoqor.kit.verdict import require

KINDS: dict[Sort, type[Line]] = {
    Sort.CODE: Code, Sort.SHORT: Three, Sort.LONG: Long, Sort.WHOLE: Whole, Sort.ONE: One, Sort.SOME: Some,
    Sort.YES: Yes, Sort.WORDS: Words, Sort.ONLY: Only, Sort.MARKS: Marks, Sort.CLAUSE: Clause,
    Sort.FLAG: Flag, Sort.ORDER: Order, Sort.MARK: Mark, Sort.CLOCK: Clock, Sort.COUNTED: Counted,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """A field of an entry as the page shows it: its shape, and its controls."""

    key: str
    shape: str
    label: Any
    hint: Any
    needed: bool
    cells: list[forms.BoundField]
    lines: list[list[forms.BoundField]]
    wrong: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Some fields of a long form that belong together, under their name."""

    key: str
    name: Any
    sections: list[Section]


class EntryForm(forms.Form):
    """One entry of a list: the fields that its list asks for."""

    use_required_attribute = False  # the page says what is missing, in the reader's language and all at once

    def __init__(
        self, of: List, document: Mapping[str, Any], key: str, parameters: Iterable[str], *args: Any, **kw: Any
    ) -> None:  # fmt: skip
        self.of, self.document, self.key = of, document, key
        self.stands = rules.entry(document, of.code, key) if key else None
        super().__init__(*args, **kw)
        lists = dict(offered(document, parameters))
        clause = (self.stands or {}).get("clause")
        if clause and clause not in dict(lists["clauses"]):
            lists["clauses"] = [*lists["clauses"], (clause, clause)]  # it is written out and not named
        parameter = (self.stands or {}).get("parameter")
        if parameter and parameter not in dict(lists["parameters"]):
            lists["parameters"] = [*lists["parameters"], (parameter, parameter)]
        self.lines = [self._line(field, lists) for field in of.fields if self._asked(field)]
        for line in self.lines:
            self.fields.update(line.controls())
            begun = {name: given for name, given in kw.get("initial", {}).items() if name in line.controls()}
            self.initial = {**self.initial, **line.first(self._value(line.field)), **begun}

    def _asked(self, field: Field) -> bool:
        """A code is given once, since other documents rest on it; so is the stage by which an entry is called."""
        once = field.sort is Sort.CODE or (field.key == "stage" and self.of.code in BY_STAGE)
        return not once or not self.key

    def _line(self, field: Field, lists: Any) -> Line:
        line = KINDS[field.sort](field, lists)
        if isinstance(line, Marks):
            filled = [n for n in range(1, MOST_MARKS + 1) if self.data.get(f"mark_{n}")]
            line.lines = min(max(len((self.stands or {}).get("anchors") or []), *filled, 0) + 3, MOST_MARKS)
        return line

    def _value(self, field: Field) -> Any:
        if field.key == "stage" and self._staged():
            return self.key.partition(".")[0] if self.key else None
        return rules.at(self.stands, field.key)

    def _staged(self) -> bool:
        return self.of.code == PAPERS

    @property
    def _own(self) -> str:
        """The field by which an entry is called."""
        return "stage" if self.of.code in BY_STAGE else "code"

    def sections(self) -> list[Section]:
        """The fields as the page shows them."""
        found = []
        for line in self.lines:
            cells = [self[name] for name in line.controls()]
            rows = [cells[at : at + 4] for at in range(0, len(cells), 4)] if line.shape == "marks" else []
            found.append(
                Section(
                    line.name, line.shape, line.field.label, line.field.hint, line.field.needed, cells, rows,
                    any(cell.errors for cell in cells[1:]),
                )
            )  # fmt: skip
        return found

    def parts(self) -> list[Part]:
        """The same in the parts of a long form, each with its name; a short form is one part without a name."""
        starts, found = dict(self.of.groups), [Part("", "", [])]
        shown = {section.key: section for section in self.sections()}
        for field in self.of.fields:
            if field.key in starts:
                found.append(Part(field.key.replace(".", "-"), starts[field.key], []))
            if field.key in shown:
                found[-1].sections.append(shown[field.key])
        return [part for part in found if part.sections]

    def clean(self) -> dict[str, Any]:
        """Each fault at its field: what is half said first, then what the reading of the whole call says."""
        found: dict[str, Any] = super().clean() or {}
        for line in self.lines:
            for name, sentence in line.wrong(found):
                self.add_error(name, sentence)
        for name, sentence in self._against_itself(found):
            self.add_error(name, sentence)
        if not self.errors:
            self._judge()
        return found

    def _against_itself(self, given: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
        low, high = given.get("lowest"), given.get("highest")
        if low is not None and high is not None and low >= high:
            yield "highest", _("The highest mark must be above the lowest.")
        if given.get("question_en") and not given.get("good"):
            yield "good", _("Say which answer to the question lets one apply.")
        if "times" in self.fields and (given.get("times") is None) != (not given.get("parameter")):
            missing = "times" if given.get("times") is None else "parameter"
            yield missing, _("A limit needs both: how many times, and of which parameter.")
        if given.get("test") == "debt" and not given.get("parameter") and given.get("times") is None:
            yield (
                "parameter",
                _("A debt is tried against a limit: say of which parameter, and how many times."),
            )
        said = {line.name for line in self.lines if line.value(given) not in (None, "", [], {})}
        for table, gate in GATES.items():
            if gate not in said and any(name.startswith(f"{table}.") for name in said):
                yield gate, _("Say this first: without it, the rest below does not count.")
        if not self.key and given.get(self._own):
            key = rules.key_of(given[self._own], given.get("stage", "") if self._staged() else "")
            verdict = rules.free(self.document, self.of.code, key, "")
            if not verdict:
                yield self._own, f"{verdict.reason} {verdict.way}"

    def _judge(self) -> None:
        """Read the whole call as it would be; a fault of this entry stands at its field."""
        would = self._put(self.document)
        place = rules.place_of(would, self.of.code, self.new_key())
        try:
            terms(would)
        except Faulty as faulty:
            for fault in faulty.faults:
                key = rules.at_field(fault, place, tuple(line.name for line in self.lines))
                at = next((name for line in self.lines if line.name == key for name in line.controls()), None)
                self.add_error(at, fault)

    def said(self) -> dict[str, Any]:
        """The entry for the document; what was left empty is not said there."""
        found: dict[str, Any] = (
            {} if not self.stands or self._own in self.fields else {self._own: self.stands[self._own]}
        )
        if self.key and not found:
            found[self._own] = self.key.rpartition(".")[2]
        for line in self.lines:
            value = line.value(self.cleaned_data)
            if value not in (None, "", [], {}) and not (line.name == "stage" and self._staged()):
                rules.say(found, line.name, value)
        return found

    def stage(self) -> str:
        """The stage in which a paper stands."""
        return str(self.cleaned_data.get("stage") or "") if self._staged() else ""

    def new_key(self) -> str:
        """The key under which the entry stands once it is saved."""
        return rules.key_of(self.said()[self._own], self.stage())

    def _put(self, document: Mapping[str, Any]) -> dict[str, Any]:
        said, told = self.said(), text(self.cleaned_data, "clause_new")
        if any(told.values()):
            document, said["clause"] = rules.clause_named(document, told)
        return rules.put(document, self.of.code, self.key, self.stage(), said)

    def once_more(self, now: rules.Entry | None, base: rules.Entry) -> Any:
        """What was typed, to be shown on the entry as it stands now; a field that its officer left as it was shown
        (`base`) takes what somebody else has written there meanwhile.
        """
        given: Any = self.data
        typed = given.copy()
        for line in self.lines if now is not None else []:
            if line.value(self.cleaned_data) == rules.at(base, line.name):
                for name in line.controls():
                    typed.pop(name, None)
                for name, value in line.first(rules.at(now, line.name)).items():
                    typed.setlist(
                        name, value if isinstance(value, list) else [] if value is None else [str(value)]
                    )
        return typed

    def change(self, document: Mapping[str, Any], seen: str) -> dict[str, Any]:
        """The draft as it stands at this moment with this entry in it; refused where the entry is not as it was seen."""
        require(rules.unchanged(document, self.of.code, self.key, seen))
        require(rules.free(document, self.of.code, self.new_key(), self.key))
        return self._put(document)
