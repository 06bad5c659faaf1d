"""What comes in when a pitching is planned and held."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.pitching.words import Half, Way

LONGEST = 2000
STEPS = ("plan", "publish", "cancel")
DOES = ("move", "contact", "came", "out")
TIME = {"type": "time"}


def time_field(label: Any) -> forms.TimeField:
    """A time of the day."""
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs=TIME, format="%H:%M"))


class PrepareForm(forms.Form):
    """Before which body the films are defended."""

    body = forms.TypedChoiceField(label=_("Before which body"), coerce=int)

    def __init__(self, bodies: Sequence[tuple[int, str]], *given: Any) -> None:
        super().__init__(*given)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]


class DaysForm(forms.Form):
    """The days in the hall with their hours, the minutes of a film, the place and the broadcast."""

    days = forms.CharField(
        label=_("Days"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One day a line, as 2026-06-15."),
    )  # fmt: skip
    first = time_field(_("From"))
    last = time_field(_("Until"))
    rest_from = time_field(_("Break from"))
    rest_until = time_field(_("Break until"))
    minutes = forms.IntegerField(
        label=_("Minutes for each film, with the questions"), min_value=1, max_value=120
    )
    place_kk = forms.CharField(label=_("Place, in Kazakh"), max_length=300)
    place_ru = forms.CharField(label=_("Place, in Russian"), max_length=300)
    place_en = forms.CharField(label=_("Place, in English"), max_length=300)
    broadcast = forms.URLField(
        label=_("Address of the broadcast"), required=False, max_length=300, assume_scheme="https"
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def clean_days(self) -> list[str]:
        """Each line as a day."""
        found = []
        for line in filter(None, (each.strip() for each in self.cleaned_data["days"].splitlines())):
            try:
                found.append(date.fromisoformat(line).isoformat())
            except ValueError:
                raise forms.ValidationError(
                    _g("“%(line)s” is no day such as 2026-06-15.") % {"line": line}
                ) from None
        return found

    def hall(self) -> list[dict[str, str]]:
        """The days with their hours, as a plan keeps them."""
        hours = {
            key: f"{self.cleaned_data[key]:%H:%M}" for key in ("first", "last", "rest_from", "rest_until")
        }
        return [{"day": day, **hours} for day in self.cleaned_data["days"]]

    def place(self) -> dict[str, str]:
        """The place in every language."""
        return {lang: self.cleaned_data[f"place_{lang}"] for lang in ("kk", "ru", "en")}


class AwayForm(forms.Form):
    """Who is away, and when."""

    whose = forms.ChoiceField(label=_("Who"))
    day = forms.ChoiceField(label=_("Day"))
    half = forms.ChoiceField(
        label=_("When"), required=False, choices=[("", _("all day")), *Half.choices], widget=forms.RadioSelect
    )
    words = forms.CharField(label=_("In a few words"), required=False, max_length=300)

    def __init__(self, people: Any, days: Sequence[tuple[str, str]], *given: Any) -> None:
        super().__init__(*given)
        self.fields["whose"].choices = people  # type: ignore[attr-defined]
        self.fields["day"].choices = days  # type: ignore[attr-defined]


class StepForm(forms.Form):
    """A step of a plan, with a reason where one is needed."""

    step = forms.ChoiceField(choices=[(each, each) for each in STEPS])
    why = forms.CharField(required=False, max_length=LONGEST)


class MoveForm(forms.Form):
    """Another time for a film."""

    at = forms.ChoiceField(label=_("Another time"))
    why = forms.CharField(
        label=_("Why"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed once the programme is known. It stands in the journal."),
    )  # fmt: skip

    def __init__(self, places: Any, *given: Any) -> None:
        super().__init__(*given)
        self.fields["at"].choices = places  # type: ignore[attr-defined]


class ContactForm(forms.Form):
    """That somebody was called or written to."""

    way = forms.ChoiceField(label=_("How"), choices=Way.choices, widget=forms.RadioSelect, initial=Way.PHONED)
    reached = forms.BooleanField(label=_("The applicant was reached"), required=False)
    words = forms.CharField(label=_("What was said"), required=False, max_length=500)


class OpeningForm(forms.Form):
    """Which marks are missing, each named, and why they are not waited for."""

    missing = forms.MultipleChoiceField(
        label=_("Missing: confirm each one"), required=False, widget=forms.CheckboxSelectMultiple
    )
    why = forms.CharField(
        label=_("Why they are not waited for"), required=False, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=_("It stands in the journal for good."),
    )  # fmt: skip

    def __init__(self, lacking: Sequence[tuple[str, str]], sent: Any = None) -> None:
        super().__init__(sent)
        if lacking:
            self.fields["missing"].choices = list(lacking)  # type: ignore[attr-defined]
        else:
            del self.fields["missing"], self.fields["why"]
