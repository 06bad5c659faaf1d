"""For which moment a result is prepared, and why it is taken back."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 500


class PrepareForm(forms.Form):
    """A day and a time by the wall clock of the call."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    time = forms.TimeField(
        label=_("Time by the clock of the call"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_(
            "At this moment the list, the reasons and the page come out together, and the letters go."
        ),
    )

    def wall(self) -> datetime:
        """The moment as it stands on the wall, without a zone."""
        given: dict[str, Any] = self.cleaned_data
        return datetime.combine(given["day"], given["time"])


class WithdrawForm(forms.Form):
    """Why a publication is taken back before its moment."""

    why = forms.CharField(
        label=_("Why it is withdrawn"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )
