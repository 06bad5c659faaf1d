"""What comes in when the reviews of a stage are opened."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kinoqor.funding.conflict.rules import SAID
from kinoqor.funding.conflict.words import Kind
from kinoqor.judging.review.words import LONGEST


class OpeningForm(forms.Form):
    """Which reviews are missing, each named, and why they are not waited for."""

    missing = forms.TypedMultipleChoiceField(
        label=_("Missing: confirm each one"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    why = forms.CharField(
        label=_("Why they are not waited for"), required=False, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=_("It stands in the journal for good."),
    )  # fmt: skip

    def __init__(self, lacking: Sequence[tuple[int, str]], sent: Any = None) -> None:
        super().__init__(sent)
        if lacking:
            self.fields["missing"].choices = list(lacking)  # type: ignore[attr-defined]
        else:
            del self.fields["missing"], self.fields["why"]


class TieForm(forms.Form):
    """What ties a reader to the people of a file."""

    kind = forms.ChoiceField(
        label=_("What ties you to this file"), widget=forms.RadioSelect,
        choices=[(each.value, capfirst(each.label)) for each in Kind if each in SAID],
    )  # fmt: skip
    words = forms.CharField(
        label=_("In a few words"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("An officer and whoever audits the round read this."),
    )  # fmt: skip
