"""What comes in with the counting of working days."""

from collections.abc import Iterable
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


class ValueForm(forms.Form):
    """What a parameter is from a day on."""

    prefix = "value"

    parameter = forms.ChoiceField(label=_("Parameter"))
    since = forms.DateField(label=_("From which day"), widget=forms.DateInput(attrs={"type": "date"}))
    value = forms.IntegerField(
        label=_("Value"), min_value=1, max_value=10**12, help_text=_("Money in whole units of the currency.")
    )
    source = forms.CharField(
        label=_("Who says so"), max_length=500, help_text=_("The act, or the address of its page.")
    )

    def __init__(self, parameters: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parameter"].choices = list(parameters)  # type: ignore[attr-defined]


class DayForm(forms.Form):
    """Whether a day is worked."""

    prefix = "day"

    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    working = forms.ChoiceField(
        label=_("This day is"),
        choices=[("no", _("a day off")), ("yes", _("worked"))],
        widget=forms.RadioSelect,
    )
    kk = forms.CharField(label=_("What it is called, in Kazakh"), max_length=100)
    ru = forms.CharField(label=_("What it is called, in Russian"), max_length=100)
    en = forms.CharField(label=_("What it is called, in English"), max_length=100)
    source = forms.CharField(
        label=_("Who says so"), max_length=500, help_text=_("The act, or the address of its page.")
    )
