"""What comes in with an order: its number and day, who signs, a signature, the number of a signed paper, a reason."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.order.adapters.signature import read_bytes
from kinoqor.deciding.order.words import (
    LANGUAGES,
    LONGEST_NUMBER,
    LONGEST_SIGNER,
    LONGEST_WHY,
    MOST_SIGNATURE,
    Draft,
)
from kinoqor.kit.verdict import Refused

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
WHO = _("Office and name, as they stand under the order.")


class DraftForm(forms.Form):
    """An order to be drafted."""

    number = forms.CharField(
        label=_("Number of the order"), max_length=LONGEST_NUMBER,
        help_text=_("The one that the registry of acts has for it."),
    )  # fmt: skip
    day = forms.DateField(label=_("Day of the order"), widget=DAY)
    signer_kk = forms.CharField(label=_("Who signs, in Kazakh"), max_length=LONGEST_SIGNER, help_text=WHO)
    signer_ru = forms.CharField(label=_("Who signs, in Russian"), max_length=LONGEST_SIGNER, help_text=WHO)
    signer_en = forms.CharField(label=_("Who signs, in English"), max_length=LONGEST_SIGNER, help_text=WHO)

    def draft(self) -> Draft:
        """The order as the law asks about it."""
        given = self.cleaned_data
        return Draft(
            given["number"], given["day"], {lang: given[f"signer_{lang}"].strip() for lang in LANGUAGES}
        )


class SignForm(forms.Form):
    """A detached signature: the file, or its base64."""

    file = forms.FileField(label=_("File of the signature"), required=False)
    text = forms.CharField(
        label=_("Or the signature as text (base64)"), required=False, max_length=2 * MOST_SIGNATURE,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """One of the two ways must be gone; what came is turned into the bytes of the signature."""
        said: dict[str, Any] = super().clean() or {}
        came = said.get("file")
        sent = came.read(MOST_SIGNATURE + 1) if came else str(said.get("text") or "").encode()
        if not sent:
            raise forms.ValidationError(_("Choose the file of the signature, or paste its text."))
        try:
            return said | {"signature": read_bytes(sent)}
        except Refused as refused:
            raise forms.ValidationError(f"{refused.verdict.reason} {refused.verdict.way}") from refused


class BringForm(forms.Form):
    """Under which number and from which day the registry of acts has a signed order."""

    registry = forms.CharField(label=_("Number in the registry of acts"), max_length=LONGEST_NUMBER)
    day = forms.DateField(label=_("Day of the registration"), widget=DAY)


class WhyForm(forms.Form):
    """A reason that stands in the journal for good."""

    why = forms.CharField(
        label=_("Reason"), max_length=LONGEST_WHY, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It stands in the journal for good."),
    )  # fmt: skip
