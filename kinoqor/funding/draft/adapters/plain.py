"""Fields of an entry that hold one value: how each is asked for, shown, read, and what is wrong with it.

A field answers four questions: which controls, their first values, the value for the document (None: not said), and
what stands against what was typed, each fault with the control at which it stands.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinoqor.funding.draft.adapters.offered import Offered
from kinoqor.funding.draft.words import Field
from kinoqor.kit.document import CODE
from kinoqor.ui.pack import language

TONGUES = {
    "kk": gettext_lazy("in Kazakh"),
    "ru": gettext_lazy("in Russian"),
    "en": gettext_lazy("in English"),
}
_WRITE = {
    "kk": gettext_lazy("%(what)s: write it in Kazakh."),
    "ru": gettext_lazy("%(what)s: write it in Russian."),
    "en": gettext_lazy("%(what)s: write it in English."),
}
_MARK = re.compile(r"(\d{1,6})(?:[.,](\d{1,2}))?", re.ASCII)
_SEVERAL = re.compile(r"[\s,;]+")
Given = Mapping[str, Any]
Faults = Iterator[tuple[str, str]]


def three(name: str, long: bool, most: int = 4000) -> dict[str, forms.Field]:
    """A text in three languages: a control for each."""
    return {
        f"{name}_{lang}": forms.CharField(
            label=tongue, required=False, max_length=most,
            widget=forms.Textarea(attrs={"rows": 3, "lang": lang}) if long else forms.TextInput(attrs={"lang": lang}),
        )
        for lang, tongue in TONGUES.items()
    }  # fmt: skip


def text(given: Given, name: str) -> dict[str, str]:
    """What was written in each language."""
    return {lang: (given.get(f"{name}_{lang}") or "").strip() for lang in TONGUES}


def half(given: Given, name: str, what: object, needed: bool) -> Faults:
    """A text in three languages is given in all of them, or in none where it is not needed."""
    found = text(given, name)
    if needed or any(found.values()):
        for lang in [lang for lang, said in found.items() if not said]:
            yield f"{name}_{lang}", str(_WRITE[lang]) % {"what": what}


class Line:
    """A value with one control; the others are told by how they differ."""

    shape = "one"

    def __init__(self, field: Field, offered: Offered) -> None:
        self.field, self.offered, self.name = field, offered, field.key

    def common(self) -> dict[str, Any]:
        """What every control says of itself."""
        missing = _("%(what)s: this is needed.") % {"what": self.field.label}
        said = {"label": self.field.label, "help_text": self.field.hint, "required": self.field.needed}
        return said | {"error_messages": {"required": missing}}

    def controls(self) -> dict[str, forms.Field]:
        """The controls by their names."""
        return {self.name: forms.CharField(max_length=400, **self.common())}

    def first(self, value: Any) -> dict[str, Any]:
        """The first values of the controls."""
        return {self.name: value}

    def value(self, given: Given) -> Any:
        """The value for the document; None where nothing was said."""
        return given.get(self.name) or None

    def wrong(self, given: Given) -> Faults:
        """What is wrong, with the control at which it stands."""
        yield from ()


class Code(Line):
    """The code of an entry: given once."""

    def controls(self) -> dict[str, forms.Field]:
        wrong = _("A code has small Latin letters, digits and hyphens, at most 40.")
        common = self.common()
        common["error_messages"] |= {"invalid": wrong}
        return {self.name: forms.RegexField(f"^{CODE.pattern}$", **common)}


class Three(Line):
    """A text in three languages."""

    shape, long = "three", False

    def controls(self) -> dict[str, forms.Field]:
        return three(self.name, self.long)

    def first(self, value: Any) -> dict[str, Any]:
        return {f"{self.name}_{lang}": (value or {}).get(lang, "") for lang in TONGUES}

    def value(self, given: Given) -> Any:
        found = text(given, self.name)
        return found if any(found.values()) else None

    def wrong(self, given: Given) -> Faults:
        yield from half(given, self.name, self.field.label, self.field.needed)


class Long(Three):
    """A longer text in three languages."""

    long = True


class Whole(Line):
    """A whole number; an empty one is not known, and never nought."""

    shape = "number"

    def controls(self) -> dict[str, forms.Field]:
        return {
            self.name: forms.IntegerField(
                min_value=self.field.least, max_value=self.field.most, **self.common()
            )
        }

    def value(self, given: Given) -> Any:
        return given.get(self.name)


class MarkField(forms.CharField):
    """A mark with a comma or a point before its decimals; clean gives hundredths, None where nothing was said."""

    def __init__(self, least: int, most: int, **more: Any) -> None:
        self.least, self.most_mark = least, most
        super().__init__(max_length=40, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **more)

    def clean(self, value: Any) -> int | None:
        """The hundredths; a sentence for whatever is no such mark."""
        text = "".join((super().clean(value) or "").split())
        if not text:
            return None
        found = _MARK.fullmatch(text)
        if found is None:
            wrong = _("Write a mark in figures with at most two decimals, such as %(mark)s.")
            raise forms.ValidationError(wrong % {"mark": as_mark(625)})
        hundredths = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
        if not self.least * 100 <= hundredths <= self.most_mark * 100:
            wrong = _("A mark lies between %(least)s and %(most)s.")
            raise forms.ValidationError(wrong % {"least": self.least, "most": self.most_mark})
        return hundredths


def as_mark(hundredths: int) -> str:
    """A mark as the page writes it: 6,25 or 6.25, always with two decimals."""
    return str(format_decimal(Decimal(hundredths).scaleb(-2), format="0.00", locale=language()))


class Mark(Line):
    """A mark with at most two decimals, in the writing of the reader; the document keeps hundredths."""

    shape = "number"

    def controls(self) -> dict[str, forms.Field]:
        return {self.name: MarkField(self.field.least, self.field.most, **self.common())}

    def first(self, value: Any) -> dict[str, Any]:
        return {self.name: None if value is None else as_mark(value)}

    def value(self, given: Given) -> Any:
        return given.get(self.name)


class Clock(Line):
    """A time of the day, as 10:00."""

    shape = "number"

    def controls(self) -> dict[str, forms.Field]:
        look = forms.TextInput(
            attrs={"inputmode": "numeric"}
        )  # browsers write their own clock by another language
        wrong = {"invalid": _("Write a time of the day such as 10:00.")}
        given = self.common() | {"widget": look, "error_messages": wrong}
        return {self.name: forms.RegexField(r"^([01]\d|2[0-3]):[0-5]\d$", **given)}


class One(Line):
    """One of a closed list."""

    def controls(self) -> dict[str, forms.Field]:
        choices = self.offered[self.field.choices]
        few = len(choices) <= 10 and self.field.needed
        return {
            self.name: forms.ChoiceField(
                choices=choices, widget=forms.RadioSelect if few else forms.Select, **self.common()
            )
        }


class Some(Line):
    """Some of a closed list."""

    def controls(self) -> dict[str, forms.Field]:
        choices = self.offered[self.field.choices]
        box = forms.CheckboxSelectMultiple
        return {self.name: forms.MultipleChoiceField(choices=choices, widget=box, **self.common())}


class Yes(Line):
    """Needed, or only if one wishes; where the document says nothing it is needed."""

    def controls(self) -> dict[str, forms.Field]:
        choices = [("yes", _("Yes, every file must have it")), ("no", _("Only if the applicant wishes"))]
        given = self.common() | {"required": True}
        return {self.name: forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **given)}

    def first(self, value: Any) -> dict[str, Any]:
        return {self.name: "no" if value is False else "yes"}

    def value(self, given: Given) -> Any:
        return False if given.get(self.name) == "no" else None


class Flag(Yes):
    """A yes or a no; where the document says nothing it is a yes."""

    def controls(self) -> dict[str, forms.Field]:
        choices = [("yes", _("Yes")), ("no", _("No"))]
        given = self.common() | {"required": True}
        return {self.name: forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **given)}


class Words(Line):
    """Some words, divided by commas."""

    def first(self, value: Any) -> dict[str, Any]:
        return {self.name: ", ".join(value or [])}

    def value(self, given: Given) -> Any:
        return [one for one in _SEVERAL.split(given.get(self.name) or "") if one] or None
