"""What comes in at the desk of a card."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kinoqor.keeping.edit.queries import codes_of, look_alikes, meant
from kinoqor.keeping.edit.rules import Entry, read, read_source
from kinoqor.keeping.edit.words import HINTS, LETTER, NAMES_A
from kinoqor.kit.names import script_of
from kinoqor.register.claim.words import Form, Property
from kinoqor.ui import pack

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
LONG = ("synopsis",)
WHERE = _("A web address, or a book or paper with its year and page.")


class FactForm(forms.Form):
    """One thing that is said of a subject: value, language or role where it has one, source, note."""

    def __init__(self, prop: Property, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prop = prop
        self.target = ""
        self.choices: list[tuple[str, str, int | None, str]] = []
        self.fields["value"] = self._value()
        if prop.per_language:
            self.fields["lang"] = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
        if prop.code == "credit":
            self.fields["role"] = forms.ChoiceField(label=_("Role in the film"), choices=_roles())
            self.fields["character"] = forms.CharField(
                label=_("Character played"), required=False, max_length=200
            )
        if prop.form is Form.MONEY:
            self.fields["currency"] = forms.RegexField(
                label=_("Currency"), regex=r"^[A-Z]{3}$", initial=pack.about()["currency"], max_length=3
            )
        self.fields["source"] = forms.CharField(
            label=_("Who says so"),
            max_length=900,
            help_text=_("A web address, or a book or paper with its year and page."),
        )
        self.fields["note"] = forms.CharField(label=_("Note"), required=False, max_length=500)

    def _value(self) -> forms.Field:
        label, hint = str(self.prop.label), HINTS.get(self.prop.code, "")
        if self.prop.form is Form.CODE:
            return forms.ChoiceField(label=label, choices=[("", "–"), *codes_of(self.prop.code)])
        box = forms.Textarea(attrs={"rows": 5}) if self.prop.code in LONG else forms.TextInput()
        return forms.CharField(label=label, help_text=hint, max_length=5000, widget=box)

    def clean_value(self) -> str:
        """The value as the law reads it; a name of another subject is looked up."""
        text = self.cleaned_data["value"]
        if self.prop.form is Form.SUBJECT:
            return self._named(text.strip())
        try:
            return read(self.prop, text, [code for code, _label in codes_of(self.prop.code)])
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def _named(self, text: str) -> str:
        kind = NAMES_A[self.prop.code]
        found = meant(text.split(" ")[0]) if text[:1] == LETTER[kind] and text[1:2].isdigit() else None
        if found is not None and found.kind == kind:
            self.target = found.ref
            return found.ref
        self.choices = look_alikes(text, kind)
        if self.choices:
            raise forms.ValidationError(
                _("Which one is meant? Write the number that stands before the name.")
            )
        raise forms.ValidationError(
            _("The register knows nobody and nothing called so. Enter that record first.")
        )

    def clean_source(self) -> str:
        """The source as it is kept."""
        try:
            return read_source(self.cleaned_data["source"])
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def entry(self) -> Entry:
        """What was said, as plain values."""
        said = self.cleaned_data
        more = {name: said[name] for name in ("role", "character", "currency") if said.get(name)}
        script = script_of(said["value"]) if self.prop.per_language else ""
        return Entry(
            self.prop.code,
            said["value"],
            said["source"],
            self.target,
            said.get("lang", ""),
            script,
            said.get("note", ""),
            more,
        )


def _roles() -> list[tuple[str, str]]:
    return [(code, pack.label("roles", code)) for code in pack.codes("roles")]


class WithdrawForm(forms.Form):
    """Why a claim should no longer stand."""

    why = forms.CharField(
        label=_("Why it should no longer stand"),
        help_text=_("The reason is all that a later reader has. Name the source that shows it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class BeginForm(forms.Form):
    """The first things that are said of a new record."""

    name = forms.CharField(label=_("Title or name"), max_length=300)
    lang = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    date = forms.CharField(label=_("Year"), required=False, max_length=40, help_text=HINTS["year"])
    source = forms.CharField(
        label=_("Who says so"),
        max_length=900,
        help_text=_("A web address, or a book or paper with its year and page."),
    )
    other = forms.BooleanField(label=_("It is none of those that are called alike"), required=False)
