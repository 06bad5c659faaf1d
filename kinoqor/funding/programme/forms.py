"""What comes in with the counting of working days."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.kit.calendar import FARTHEST, Counted

COUNTS = [(Counted.WORKING.value, _("working days")), (Counted.CALENDAR.value, _("calendar days"))]


class DaysForm(forms.Form):
    """From which day, how many days, and which days count."""

    start = forms.DateField(
        label=_("The day of the notice or of the event"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("This day itself does not count."),
    )
    days = forms.IntegerField(label=_("How many days"), min_value=1, max_value=FARTHEST)
    count = forms.ChoiceField(label=_("Which days count"), choices=COUNTS, widget=forms.RadioSelect)

    def __init__(self, first: int, last: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.first, self.last = first, last

    def clean_start(self) -> date:
        """A day in a year that the calendar holds."""
        start: date = self.cleaned_data["start"]
        if not self.first <= start.year <= self.last:
            raise forms.ValidationError(
                _("The calendar holds the years %(first)s to %(last)s."),
                params={"first": self.first, "last": self.last},
            )
        return start
