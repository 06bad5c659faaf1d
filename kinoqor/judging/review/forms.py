"""What comes in when the reviews of a stage are opened."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

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
