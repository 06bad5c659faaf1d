"""What comes in when more readers are asked for."""

from typing import Any

from django import forms

from kinoqor.judging.assignment.forms import AnnouncedForm

LONGEST = 10_000


class MoreForm(AnnouncedForm):
    """The films that the officer saw, and the numbers that decide where the call says so."""

    films = forms.CharField(max_length=LONGEST, widget=forms.HiddenInput)
    field_order = ("announced", "films")

    def __init__(self, numbers: bool, *given: Any) -> None:
        super().__init__(numbers, *given)
        if numbers:
            self.fields["announced"].required = True

    def clean_films(self) -> list[str]:
        """Their numbers."""
        return [each for each in self.cleaned_data["films"].split(",") if each]
