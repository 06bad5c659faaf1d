"""What an officer writes beside the pieces of the reasons."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.judging.feedback.words import LONGEST, Piece

ROWS = {"rows": 5}


class ReasonsForm(forms.Form):
    """Beside each piece: how it goes out, whether it is left out, and why."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, pieces: Sequence[Piece], revision: int, data: Any = None) -> None:
        super().__init__(data, initial={"revision": revision})
        self.many = len(pieces)
        for at, each in enumerate(pieces):
            area = forms.Textarea(attrs={**ROWS, "lang": each.language if each.text == each.said else ""})
            self.fields[f"text{at}"] = forms.CharField(
                label=_("How it goes out"), required=False, max_length=LONGEST, widget=area, initial=each.text
            )
            self.fields[f"out{at}"] = forms.BooleanField(
                label=_("Leave this piece out"), required=False, initial=each.left_out
            )
            self.fields[f"why{at}"] = forms.CharField(
                label=_("Why it was changed or left out"), required=False, max_length=300, initial=each.why
            )

    def said(self) -> dict[int, tuple[str, bool, str]]:
        """What was written, by the place of the piece."""
        given = self.cleaned_data
        return {at: (given[f"text{at}"], given[f"out{at}"], given[f"why{at}"]) for at in range(self.many)}

    def beside(self) -> list[tuple[Any, Any, Any]]:
        """The three fields of each piece."""
        return [(self[f"text{at}"], self[f"out{at}"], self[f"why{at}"]) for at in range(self.many)]
