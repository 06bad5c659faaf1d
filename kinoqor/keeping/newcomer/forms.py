"""What comes in with the answer to a newcomer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.keeping.edit.forms import WHERE
from kinoqor.keeping.edit.rules import read_source
from kinoqor.keeping.newcomer.words import Ground


class TakeForm(forms.Form):
    """On which source a newcomer is taken."""

    source = forms.CharField(label=_("Who says so"), max_length=900, help_text=WHERE, required=False)

    def clean_source(self) -> str:
        """The source as it is kept; none is left to the law, which says what to do."""
        given = self.cleaned_data["source"].strip()
        try:
            return read_source(given) if given else ""
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from wrong


class KnownForm(forms.Form):
    """Who of the register the newcomer is, and what shows it."""

    known = forms.RegexField(
        label=_("Number of the person"),
        regex=r"^\s*[a-z][0-9]{1,9}\s*$",
        help_text=_("The number of the record, such as p012."),
        error_messages={"invalid": _("Write the number of a record, such as p012.")},
    )
    why = forms.CharField(
        label=_("What shows it"),
        help_text=_("The reason is all that a later reader has. Name the source that shows it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RefusalForm(forms.Form):
    """Why a newcomer is not taken."""

    ground = forms.ChoiceField(label=_("Ground"), choices=Ground.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your words"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The proposer reads this."),
    )  # fmt: skip
