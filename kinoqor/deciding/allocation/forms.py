"""What comes in when a list is frozen, departed from, tried and dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.allocation.words import WHOLE
from kinoqor.judging.assignment.forms import LONGEST, AnnouncedForm

LEAST, MOST, STEP = -50, 100, 5  # per cent of an envelope that a slider takes away or adds


class FreezeForm(AnnouncedForm):
    """With which part of what they ask the films of each stream are funded; which numbers decide lots."""

    def __init__(self, streams: Mapping[str, str], steps: Sequence[int], numbers: bool, *given: Any) -> None:
        super().__init__(numbers, *given)
        if numbers:
            self.fields["announced"].required = True
        self.streams = tuple(streams) if steps else ()
        parts = sorted({WHOLE, *steps}, reverse=True)
        for code in self.streams:
            self.fields[f"part-{code}"] = forms.TypedChoiceField(
                label=_("%(stream)s: the part of what they ask") % {"stream": streams[code]}, coerce=int,
                choices=[(each, f"{each}%") for each in parts], initial=WHOLE,
                help_text=_("A film that cannot be made with it gets the least part above that its applicant ticked."),
            )  # fmt: skip
        self.order_fields([*(f"part-{code}" for code in self.streams), "announced"])

    def parts(self) -> dict[str, int]:
        """The part of each stream, in per cent."""
        return {code: self.cleaned_data[f"part-{code}"] for code in self.streams}


class DepartForm(forms.Form):
    """Which film comes in or goes out, who asked for it and why."""

    application = forms.TypedChoiceField(label=_("Which film"), coerce=int)
    author = forms.CharField(
        label=_("Who asks for it"), max_length=80,
        help_text=_("The member of the council, as the minutes name them."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("The reason"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It is published beside the film, with its author and its price."),
    )  # fmt: skip

    def __init__(
        self, films: Sequence[tuple[str, Sequence[tuple[int, str]]]], *given: Any, **more: Any
    ) -> None:
        super().__init__(*given, **more)
        self.fields["application"].choices = [("", "–"), *films]  # type: ignore[attr-defined]


class DropForm(forms.Form):
    """Why a list is dropped."""

    why = forms.CharField(required=False, max_length=LONGEST)


@dataclass(frozen=True, slots=True)
class Slider:
    """A slider as the form makes it: its name, its label, its bounds and where it begins."""

    name: str
    label: str
    least: int
    most: int
    start: int
    step: int = 1


class WhatIfForm(forms.Form):
    """More or less money, other bounds, without a member: each slider is a number that also comes without a script.

    What does not come stays where it stood: an address may name only what is moved.
    """

    def __init__(
        self, sliders: Sequence[Slider], members: Sequence[tuple[str, str]], given: Mapping[str, Any] | None
    ) -> None:
        stands = {each.name: each.start for each in sliders}
        super().__init__(stands | {name: given[name] for name in given} if given else None)
        for each in sliders:
            look = {"type": "range", "step": each.step, "class": "slide"}
            self.fields[each.name] = forms.IntegerField(
                label=each.label, min_value=each.least, max_value=each.most, initial=each.start, required=False,
                widget=forms.NumberInput(attrs=look),
            )  # fmt: skip
        if members:
            self.fields["gone"] = forms.ChoiceField(
                label=_("Without the marks of"),
                required=False,
                choices=[("", _("nobody: all count")), *members],
            )

    def asked(self) -> dict[str, Any]:
        """What was moved away from where it stood."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if value not in (None, "") and value != self.fields[name].initial
        }


class TrialForm(forms.Form):
    """On the files of which round the quotas are tried."""

    past = forms.ChoiceField(label=_("The files of which call"))

    def __init__(self, rounds: Sequence[tuple[str, str]], *given: Any) -> None:
        super().__init__(*given)
        self.fields["past"].choices = rounds  # type: ignore[attr-defined]
