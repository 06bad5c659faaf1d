"""Fields of an entry that need several controls: who sends a paper, what the marks mean, the clause."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kinoqor.funding.draft.adapters.plain import TONGUES, Faults, Given, Line, half, text, three

MOST_MARKS = 20


class Only(Line):
    """Who sends a paper: everybody, or whose answer is one of some."""

    shape = "only"

    def controls(self) -> dict[str, forms.Field]:
        who = [
            ("", _("Everybody")),
            ("kind", _("Only for some kinds of film")),
            ("stream", _("Only for some streams")),
            ("answer", _("Only for another answer of the form")),
        ]
        box = forms.CheckboxSelectMultiple
        return {
            "only": forms.ChoiceField(label=self.field.label, choices=who, widget=forms.RadioSelect, required=False),
            "only_kinds": forms.MultipleChoiceField(
                label=_("Which kinds of film"), choices=self.offered["kinds"], widget=box, required=False
            ),
            "only_streams": forms.MultipleChoiceField(
                label=_("Which streams"), choices=self.offered["streams"], widget=box, required=False
            ),
            "only_answer": forms.CharField(
                label=_("Code of the question"), max_length=80, required=False,
                help_text=_("Only where it hangs on another answer."),
            ),
            "only_codes": forms.CharField(
                label=_("Codes of the answers"), max_length=400, required=False, help_text=_("Divided by commas.")
            ),
        }  # fmt: skip

    def first(self, value: Any) -> dict[str, Any]:
        value = value or {}
        answer, codes = value.get("answer") or "", list(value.get("one_of") or [])
        if answer in ("", "kind", "stream"):
            return {"only": answer, f"only_{answer}s": codes}
        return {"only": "answer", "only_answer": answer, "only_codes": ", ".join(codes)}

    def value(self, given: Given) -> Any:
        who = given.get("only")
        if who == "answer":
            codes = [each.strip() for each in (given.get("only_codes") or "").split(",") if each.strip()]
            return {"answer": (given.get("only_answer") or "").strip(), "one_of": codes}
        return {"answer": who, "one_of": given.get(f"only_{who}s") or []} if who else None

    def wrong(self, given: Given) -> Faults:
        found = self.value(given)
        if found and not found["answer"]:
            yield "only_answer", _("Give the code of the question on which it hangs.")
        if found and not found["one_of"]:
            at = "only_codes" if given.get("only") == "answer" else f"only_{given['only']}s"
            yield at, _("Choose at least one.")


class Counted(Only):
    """Which films a quota counts: those of some kinds, media or streams, or whose answer is one of some."""

    shape = "counted"

    def controls(self) -> dict[str, forms.Field]:
        who = [
            ("kind", _("Some kinds of film")), ("medium", _("Fiction, documentaries or animation")),
            ("stream", _("Some streams")), ("answer", _("Another answer of the form")),
        ]  # fmt: skip
        found = super().controls()
        found["only"] = forms.ChoiceField(
            label=self.field.label, choices=who, widget=forms.RadioSelect, initial="kind"
        )
        found["only_answer"].help_text = _("The place of the question in the form.")
        media = forms.MultipleChoiceField(
            label=_("Which of them"), choices=self.offered["media"], widget=forms.CheckboxSelectMultiple, required=False
        )  # fmt: skip
        return {**found, "only_mediums": media}

    def first(self, value: Any) -> dict[str, Any]:
        if (value or {}).get("answer") == "medium":
            return {"only": "medium", "only_mediums": list(value.get("one_of") or [])}
        return super().first(value) if value else {"only": "kind"}

    def wrong(self, given: Given) -> Faults:
        found = self.value(given)
        if found and found["answer"] and found["one_of"]:
            return
        yield from super().wrong(given)


class Marks(Line):
    """What the marks mean: a line a mark; free lines follow those that are filled."""

    shape = "marks"
    lines = 3

    def controls(self) -> dict[str, forms.Field]:
        found: dict[str, forms.Field] = {}
        for number in range(1, self.lines + 1):
            found[f"mark_{number}"] = forms.IntegerField(
                label=_("Mark"), required=False, min_value=0, max_value=1000
            )
            found |= three(f"mark_text_{number}", False)
        return found

    def first(self, value: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for number, each in enumerate(value or [], 1):
            found[f"mark_{number}"] = each.get("mark")
            found |= {f"mark_text_{number}_{lang}": each["text"].get(lang, "") for lang in TONGUES}
        return found

    def value(self, given: Given) -> Any:
        found = [
            {"mark": given[f"mark_{number}"], "text": text(given, f"mark_text_{number}")}
            for number in range(1, self.lines + 1)
            if given.get(f"mark_{number}") is not None
        ]
        return sorted(found, key=lambda each: each["mark"]) or None

    def wrong(self, given: Given) -> Faults:
        known: set[int] = set()
        for number in range(1, self.lines + 1):
            mark, what = given.get(f"mark_{number}"), text(given, f"mark_text_{number}")
            if mark is None and any(what.values()):
                yield f"mark_{number}", _("Say which mark this means.")
            if mark is not None:
                yield from half(given, f"mark_text_{number}", _("Mark %(mark)s") % {"mark": mark}, True)
            if mark in known:
                yield f"mark_{number}", _("The mark %(mark)s is explained twice.") % {"mark": mark}
            known |= {mark} if mark is not None else set()


class Clause(Line):
    """The clause: one that the call names already, or a new one, which the call names from then on."""

    shape = "clause"

    def controls(self) -> dict[str, forms.Field]:
        choices = [("", _("none")), *self.offered["clauses"]]
        chosen = forms.ChoiceField(label=self.field.label, choices=choices, required=False)
        return {self.name: chosen, **three("clause_new", True, 600)}

    def first(self, value: Any) -> dict[str, Any]:
        return {self.name: value or ""}

    def wrong(self, given: Given) -> Faults:
        yield from half(given, "clause_new", _("New clause"), False)


class Order(Line):
    """Some of a closed list in an order: a control for each place."""

    shape = "three"

    def controls(self) -> dict[str, forms.Field]:
        choices = [("", "–"), *self.offered[self.field.choices]]
        return {
            f"{self.name}_{place}": forms.ChoiceField(
                label=_("First") if place == 1 else _("Then"), choices=choices, required=False
            )
            for place in range(1, len(choices))
        }

    def first(self, value: Any) -> dict[str, Any]:
        return dict(zip(self.controls(), value or [], strict=False))

    def value(self, given: Given) -> Any:
        return [given[name] for name in self.controls() if given.get(name)] or None
