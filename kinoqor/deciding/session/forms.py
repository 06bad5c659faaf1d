"""What comes in about sittings: the calling of one, a point for its agenda, a step, a vote."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.session.words import LONGEST_PLACE, LONGEST_WORDS, Broken, Matter, Step
from kinoqor.judging.panel.words import Vote

LISTED = (Matter.STAGE, Matter.LIST)


class MeetingForm(forms.Form):
    """Which body meets when and where, and on what."""

    body = forms.ChoiceField(label=_("Which body"))
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    time = forms.TimeField(
        label=_("Time"),
        widget=forms.TimeInput(attrs={"type": "time"}),
        help_text=_("By the clock of the call."),
    )
    place = forms.CharField(label=_("Place"), max_length=LONGEST_PLACE, required=False)
    lists = forms.MultipleChoiceField(
        label=_("What is voted on"), required=False, widget=forms.CheckboxSelectMultiple
    )
    other = forms.CharField(
        label=_("Other points"), required=False, max_length=LONGEST_WORDS, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One a line. Every member reads them in the letter: name no film here."),
    )  # fmt: skip

    def __init__(self, bodies: Sequence[tuple[str, str]], lists: Sequence[Matter], sent: Any = None) -> None:
        super().__init__(sent)
        self.fields["body"].choices = list(bodies)  # type: ignore[attr-defined]
        self.fields["lists"].choices = [(each.value, capfirst(each.label)) for each in lists]  # type: ignore[attr-defined]


class PointForm(forms.Form):
    """A point for an agenda."""

    matter = forms.ChoiceField(label=_("What it is about"), widget=forms.RadioSelect)
    application = forms.IntegerField(
        label=_("Number of the application"),
        required=False,
        min_value=1,
        help_text=_("For a point about one film."),
    )
    departure = forms.TypedChoiceField(
        label=_("Which departure"), required=False, coerce=int, empty_value=None
    )
    words = forms.CharField(
        label=_("In words"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, matters: Sequence[Matter], departures: Sequence[tuple[int, str]], sent: Any = None
    ) -> None:
        super().__init__(sent)
        self.fields["matter"].choices = [(each.value, capfirst(each.label)) for each in matters]  # type: ignore[attr-defined]
        if departures:
            self.fields["departure"].choices = [("", "–"), *departures]  # type: ignore[attr-defined]
        else:
            del self.fields["departure"]


class PointStepForm(forms.Form):
    """What is done with a point."""

    step = forms.ChoiceField(choices=[*Step.choices, ("lines", "lines")])
    why = forms.ChoiceField(choices=Broken.choices, required=False)  # why a vote is broken off


class SittingStepForm(forms.Form):
    """What is noted of a sitting: that it opens or closes, that a member came or left."""

    step = forms.ChoiceField(choices=[(each, each) for each in ("open", "close", "came", "left")])
    member = forms.IntegerField(required=False)


class VoteForm(forms.Form):
    """A vote: chosen with one tap, cast with another."""

    item = forms.IntegerField()
    vote = forms.ChoiceField(choices=Vote.choices)
    sure = forms.BooleanField(required=False)
