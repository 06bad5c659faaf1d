"""What comes in when a draw is prepared, run and changed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.judging.assignment.adapters.written import read_numbers, read_round
from kinoqor.judging.assignment.rules.steps import SHORTEST

LONGEST = 2000
STEPS = ("freeze", "look", "release", "cancel", "mend")


class AnnouncedForm(forms.Form):
    """Which numbers decide, where the call says that announced ones do."""

    announced = forms.CharField(
        label=_("Numbers that will decide"), required=False, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One source a line and the day on which it is announced: “State lottery, draw 1520; 2026-12-01”."),
    )  # fmt: skip

    def __init__(self, numbers: bool, *given: Any) -> None:
        super().__init__(*given)
        if not numbers:
            del self.fields["announced"]

    def clean_announced(self) -> list[dict[str, str]]:
        """Each line as a source: its name and its day."""
        found = []
        for line in self.cleaned_data["announced"].splitlines():
            name, _sign, day = (part.strip() for part in line.rpartition(";"))
            if line.strip():
                found.append({"name": name or day, "day": day if name else ""})
        return found


class PrepareForm(AnnouncedForm):
    """Which body reads, and which numbers decide where the call says so."""

    body = forms.TypedChoiceField(label=_("Whose members read"), coerce=int)
    field_order = ("body", "announced")

    def __init__(self, bodies: Sequence[tuple[int, str]], numbers: bool, *given: Any) -> None:
        super().__init__(numbers, *given)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]


class StepForm(forms.Form):
    """A step of a draw, with a reason where one is needed."""

    step = forms.ChoiceField(choices=[(each, each) for each in STEPS])
    why = forms.CharField(required=False, max_length=LONGEST)


class RoundForm(forms.Form):
    """A round of the beacon, as one of its mirrors writes it."""

    text = forms.CharField(
        label=_("The answer of a mirror"), max_length=4096, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Open the address above on any device that has the net, and copy all that it shows."),
    )  # fmt: skip

    def __init__(self, number: int, *given: Any) -> None:
        super().__init__(*given)
        self.number = number

    def clean_text(self) -> str:
        """The signature of the round that was named."""
        try:
            found, signature = read_round(self.cleaned_data["text"])
        except ValueError as error:
            raise forms.ValidationError(_("This is not the answer of a mirror: copy all of it.")) from error
        if found != self.number:
            raise forms.ValidationError(
                _("This is round %(found)s; the draw has named round %(named)s.")
                % {"found": found, "named": self.number}
            )
        return signature


class NumbersForm(forms.Form):
    """The announced numbers, a line for each source."""

    def __init__(self, sources: Sequence[str], *given: Any) -> None:
        super().__init__(*given)
        for place, name in enumerate(sources):
            self.fields[f"source{place}"] = forms.CharField(label=name, max_length=300)

    def clean(self) -> dict[str, Any]:
        """The numbers of each source, as lists."""
        found: dict[str, Any] = {}
        for name, text in list((super().clean() or {}).items()):
            try:
                found[name] = read_numbers(text)
            except ValueError:
                self.add_error(name, _("Enter whole numbers, set apart by spaces or commas."))
        return found


class WhyForm(forms.Form):
    """Why a reading is changed."""

    why = forms.CharField(
        label=_("The reason"), min_length=SHORTEST, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It stands in the journal."),
    )  # fmt: skip


class ChangeForm(WhyForm):
    """How a reading is changed."""

    how = forms.ChoiceField(
        label=_("What is done"), widget=forms.RadioSelect,
        choices=[
            ("replace", _("somebody else is drawn in this place")),
            ("end", _("the reading ends, nobody reads instead")),
        ],
    )  # fmt: skip
    field_order = ("how", "why")


class HandForm(WhyForm):
    """Which member gets a file by hand."""

    application = forms.TypedChoiceField(label=_("Which film"), coerce=int)
    member = forms.TypedChoiceField(label=_("Who reads it"), coerce=int)
    field_order = ("application", "member", "why")

    def __init__(
        self, files: Sequence[tuple[int, str]], members: Sequence[tuple[int, str]], *given: Any, **more: Any
    ) -> None:
        super().__init__(*given, **more)
        self.fields["application"].choices = [("", "–"), *files]  # type: ignore[attr-defined]
        self.fields["member"].choices = members  # type: ignore[attr-defined]
