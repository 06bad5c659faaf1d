"""What is sent to have a paper checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class CheckForm(forms.Form):
    """The PDF itself, or its number with the first digits of its digest."""

    file = forms.FileField(label=_("The PDF"), required=False, allow_empty_file=True)
    number = forms.CharField(label=_("Number of the paper"), max_length=60, required=False)
    digits = forms.CharField(
        label=_("First digits of its check number"),
        max_length=100,
        required=False,
        help_text=_("At least 16, as they are printed under the number; spaces do not matter."),
    )

    def clean(self) -> dict[str, Any]:
        """One of the two ways must be gone."""
        said: dict[str, Any] = super().clean() or {}
        if not said.get("file") and not (said.get("number") and said.get("digits")):
            raise forms.ValidationError(_("Choose the PDF, or type its number and the digits under it."))
        return said
