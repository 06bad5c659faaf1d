"""What comes in with an estimate: rows of a chapter, sources, dates, a table."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from kinoqor.funding.estimate.rules import amount_typed, minor_units, read_amount
from kinoqor.funding.estimate.words import (
    LIMITS,
    MOST_ROWS,
    ROWS,
    Item,
    Norms,
    Proof,
    Source,
    Span,
    Whose,
)
from kinoqor.kit.sheet.reading import read
from kinoqor.kit.sheet.reading import too_big as too_big_words
from kinoqor.kit.sheet.table import NotTaken, Table
from kinoqor.kit.text import clean
from kinoqor.ui import pack


class AmountField(forms.CharField):
    """A number as people write it: "1 500 000,50"."""

    def __init__(self, places: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.places = places
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off", "maxlength": "40"}

    def to_python(self, value: Any) -> Any:
        """The number; None where nothing was typed."""
        typed = super().to_python(value)
        try:
            return read_amount(typed[:41], self.places) if typed else None
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compared as it was typed."""
        return str(initial or "") != str(data or "")


class RowForm(forms.Form):
    """A row; one in which only what is offered stands counts as empty."""

    typed: tuple[str, ...] = ()

    def has_changed(self) -> bool:
        """Whether anything was typed."""
        return bool(set(self.changed_data) & {*self.typed, "DELETE"})


class ItemForm(RowForm):
    """A line of a chapter."""

    typed = ("text", "quantity", "price")
    text = forms.CharField(label=_("What for"), max_length=200)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    quantity = AmountField(3, label=_("How many"))
    price = AmountField(2, label=_("Price without tax"))
    phase = forms.ChoiceField(label=_("Phase"), required=False)
    taxed = forms.BooleanField(label=_("taxed"), required=False, initial=True)

    def __init__(self, *args: Any, norms: Norms, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = [(code, pack.label("units", code)) for code in pack.codes("units")]
        self.fields["unit"].choices = [("", "–"), *units]  # type: ignore[attr-defined]
        phases = [(phase.code, pack.in_language(dict(phase.name))) for phase in norms.phases]
        self.fields["phase"].choices = [("", _("any time")), *phases]  # type: ignore[attr-defined]
        self.currency = norms.currency

    def clean_text(self) -> str:
        """One line of plain text."""
        return clean(self.cleaned_data["text"], 200)

    def item(self, chapter: str) -> Item:
        """The line."""
        said = self.cleaned_data
        price = minor_units(said["price"], self.currency)
        return Item(
            chapter, said["text"], said["unit"], said["quantity"], price, said["taxed"], said["phase"]
        )


class SourceForm(RowForm):
    """A source of the plan."""

    typed = ("text", "amount")
    whose = forms.ChoiceField(label=_("Whose money"), choices=Whose.choices)
    text = forms.CharField(label=_("From whom"), max_length=200, required=False)
    amount = AmountField(2, label=_("How much"))
    proof = forms.ChoiceField(label=_("How sure"), choices=Proof.choices, required=False)

    def __init__(self, *args: Any, norms: Norms, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.currency = norms.currency

    def clean_text(self) -> str:
        """One line of plain text."""
        return clean(self.cleaned_data["text"], 200)

    def clean(self) -> dict[str, Any]:
        """Another's money comes from somebody."""
        said = super().clean() or self.cleaned_data
        if said.get("whose") in (Whose.PARTNER, Whose.PUBLIC) and not said.get("text"):
            self.add_error("text", _("Say from whom this money comes."))
        return said

    def source(self) -> Source:
        """The source; what is asked in this application is proved by its decision."""
        said = self.cleaned_data
        proof = Proof.NONE if said["whose"] == Whose.ASKED else said["proof"] or Proof.NONE
        return Source(said["whose"], said["text"], minor_units(said["amount"], self.currency), proof)


_SHAPE: dict[str, Any] = {
    "extra": ROWS, "can_delete": True, "max_num": MOST_ROWS, "absolute_max": MOST_ROWS, "validate_max": True,
}  # fmt: skip
_Items = formset_factory(ItemForm, **_SHAPE)
_Sources = formset_factory(SourceForm, **_SHAPE)


def with_more(data: Mapping[str, Any] | None) -> Any:
    """What was sent, with room for more rows where that was asked; the browser needs no script for it."""
    if data is None or "more" not in data:
        return data
    more = data.copy()  # type: ignore[attr-defined]
    total = str(data.get("form-TOTAL_FORMS", ""))
    more["form-TOTAL_FORMS"] = str(min(int(total) + ROWS, MOST_ROWS)) if total.isdecimal() else str(ROWS)
    return more


def items_form(data: Any, items: Sequence[Item], norms: Norms) -> "BaseFormSet[Any]":
    """The rows of a chapter."""
    initial = [
        {
            "text": each.text, "unit": each.unit, "quantity": amount_typed(each.quantity),
            "price": typed_money(each.price, norms), "taxed": each.taxed, "phase": each.phase,
        }
        for each in items
    ]  # fmt: skip
    return _Items(with_more(data), initial=initial, form_kwargs={"norms": norms})


def plan_form(data: Any, plan: Sequence[Source], norms: Norms) -> "BaseFormSet[Any]":
    """The rows of the plan."""
    initial = [
        {
            "whose": each.whose,
            "text": each.text,
            "amount": typed_money(each.amount, norms),
            "proof": each.proof,
        }
        for each in plan
    ]
    return _Sources(with_more(data), initial=initial, form_kwargs={"norms": norms})


def typed_money(minor: int, norms: Norms) -> str:
    """An amount as it stands in a field."""
    return amount_typed(Decimal(minor) / minor_units(Decimal(1), norms.currency))


def filled(rows: "BaseFormSet[Any]") -> list[Any]:
    """The rows that were filled in and are kept; the set must have been found valid."""
    return [form for form in rows.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]


class ScheduleForm(forms.Form):
    """When each phase begins and ends."""

    def __init__(self, norms: Norms, spans: Sequence[Span], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.norms, dated = norms, {each.phase: each for each in spans}
        for phase in norms.phases:
            name = pack.in_language(dict(phase.name))
            for end, label in (("first", _("%(phase)s: first day")), ("last", _("%(phase)s: last day"))):
                span = dated.get(phase.code)
                self.fields[f"{phase.code}_{end}"] = forms.DateField(
                    label=label % {"phase": name},
                    required=False,
                    initial=getattr(span, end) if span else None,
                    widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
                )

    def clean(self) -> dict[str, Any]:
        """No phase ends before it begins."""
        said = super().clean() or self.cleaned_data
        for phase in self.norms.phases:
            first, last = said.get(f"{phase.code}_first"), said.get(f"{phase.code}_last")
            if first and last and last < first:
                self.add_error(f"{phase.code}_last", _("The last day lies before the first."))
        return said

    def spans(self) -> list[Span]:
        """The dates."""

        def told(code: str) -> date | None:
            return self.cleaned_data.get(code)

        return [
            Span(phase.code, told(f"{phase.code}_first"), told(f"{phase.code}_last"))
            for phase in self.norms.phases
        ]


class LoadForm(forms.Form):
    """A table of lines."""

    file = forms.FileField(
        label=_("The table"),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.ods"}),
        help_text=_("CSV, XLSX or ODS with the headings of the table that can be taken from here."),
    )
    replace = forms.BooleanField(label=_("Put these lines in place of those that stand"), required=False)

    def __init__(self, too_big: bool, lines: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table: Table | None = None
        if too_big:
            self.fields["file"].error_messages["required"] = too_big_words(LIMITS.size)
        if lines:
            self.fields["replace"].required = True
            self.fields["replace"].error_messages["required"] = _(
                "Lines stand already. Say that they may go."
            )
        else:
            del self.fields["replace"]

    def clean_file(self) -> str:
        """What the file is called, once it was read; whatever speaks against it is said at its field."""
        file = self.cleaned_data["file"]
        if file.size > LIMITS.size:
            raise forms.ValidationError(too_big_words(LIMITS.size))
        try:
            self.table = read(file.read(), LIMITS)
        except NotTaken as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        return clean(file.name or "", 200) or "table"
