"""What comes in with a proposal and with its answer."""

import time
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from kinoqor.keeping.correction.words import Ground
from kinoqor.keeping.edit.forms import FactForm
from kinoqor.keeping.edit.words import properties_of
from kinoqor.register.claim.words import Property

SALT = "proposal"


class WhatForm(forms.Form):
    """Which fact a proposal is about."""

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(prop.code, prop.label) for prop in properties_of(kind)]
        self.fields["prop"] = forms.ChoiceField(
            label=_("What do you want to correct or add?"), choices=listed
        )


class ProposalForm(FactForm):
    """A fact with its source, an address for the answer, and two fields that only programs fill wrongly."""

    def __init__(self, prop: Property, stranger: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(prop, *args, **kwargs)
        if stranger:
            self.fields["address"] = forms.EmailField(
                label=_("Your e-mail for the answer"),
                required=False,
                help_text=_("It serves only for the answer and is erased a month after it."),
            )
        self.fields["made"] = forms.CharField(widget=forms.HiddenInput, required=False, initial=stamp())

    def age(self) -> float | None:
        """Seconds since the form was made; None where its stamp is forged."""
        try:
            return time.time() - float(signing.loads(self.data.get("made", ""), salt=SALT))
        except (signing.BadSignature, ValueError):
            return None


def stamp() -> str:
    """The moment of a form's making, signed."""
    return signing.dumps(time.time(), salt=SALT)


class RefusalForm(forms.Form):
    """Why a proposal is refused."""

    ground = forms.ChoiceField(label=_("Ground"), choices=Ground.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your words"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The proposer reads this."),
    )  # fmt: skip
