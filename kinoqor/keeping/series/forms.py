"""What comes in with a series: which records, what is done to them, and why."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.keeping.edit.forms import FactForm
from kinoqor.keeping.series.rules import Change, fits
from kinoqor.keeping.series.words import MOST, SAYS, TAKES, Do, shared
from kinoqor.register.claim.words import PROPERTIES, Property

WHY = _("The reason is all that a later reader has.")


class WhatForm(forms.Form):
    """What is to be done to the chosen records, and to which property of theirs."""

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["do"] = forms.ChoiceField(
            label=_("What do you want to do?"), choices=Do.choices, widget=forms.RadioSelect
        )
        self.fields["prop"] = forms.ChoiceField(
            label=_("With which fact?"), choices=[(prop.code, prop.label) for prop in shared(kind)]
        )

    def clean(self) -> dict[str, Any]:
        """The two must fit one another."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if "do" in said and "prop" in said:
            verdict = fits(said["do"], PROPERTIES[said["prop"]])
            if not verdict:
                raise forms.ValidationError(f"{verdict.reason} {verdict.way}")
        return said


class ChangeForm(FactForm):
    """One change: the old value where one is taken, the new one with its source where one is said, and why."""

    def __init__(
        self, do: Do, prop: Property, olds: Sequence[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(prop, *args, **kwargs)
        self.do = do
        if do not in SAYS:
            self.fields.clear()
        self.fields.pop("note", None)
        if do == Do.REPLACE:
            self.fields["value"].label = _("The value that takes its place")
        if do in TAKES:
            gone = {"invalid_choice": _("None of these records says so any more. Choose one of the list.")}
            old = forms.ChoiceField(
                label=_("The value that goes"), choices=[("", "–"), *olds], error_messages=gone
            )
            self.fields = {"old": old, **self.fields}
        self.fields["why"] = forms.CharField(
            label=_("Why"), help_text=WHY, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
        )

    def clean(self) -> dict[str, Any]:
        """A value is not replaced by itself."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if self.do == Do.REPLACE and said.get("old") and said.get("old") == said.get("value"):
            self.add_error("value", _("This is the value that goes. Say another one."))
        return said

    def change(self) -> Change:
        """The change as plain values."""
        entry = self.entry() if self.do in SAYS else None
        return Change(self.do, self.prop.code, self.cleaned_data.get("old", ""), entry)


class UndoForm(forms.Form):
    """Why a series is undone."""

    why = forms.CharField(
        label=_("Why it is undone"), help_text=WHY, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


def refs_of(given: Mapping[str, Any]) -> list[str]:
    """The numbers of records that a form sends in one field, at most one more than a series may have."""
    return list(dict.fromkeys(str(given.get("refs", "")).split()))[: MOST + 1]


def number_in(given: Mapping[str, Any], name: str) -> int:
    """A number that a form carries; 0 where it carries none."""
    text = str(given.get(name, ""))
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0
