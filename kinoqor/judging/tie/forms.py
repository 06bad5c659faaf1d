"""What comes in when conflicts are narrowed, decided, declared and reported, and when a reader is named."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.funding.conflict.rules import LONGEST, SAID, SHORTEST
from kinoqor.funding.conflict.words import Kind, Status, Voice

ALL = ("", _("all"))
KINDS = [(kind.value, kind.label) for kind in Kind if kind in SAID and kind not in (Kind.RIVAL, Kind.JOINT)]


class NarrowForm(forms.Form):
    """Which conflicts of a round are listed."""

    status = forms.ChoiceField(required=False, choices=[ALL, *Status.choices])
    kind = forms.ChoiceField(label=_("What it is"), required=False, choices=[ALL, *Kind.choices])
    voice = forms.ChoiceField(label=_("Who says so"), required=False, choices=[ALL, *Voice.choices])


class DecideForm(forms.Form):
    """How a conflict is decided, and why."""

    how = forms.ChoiceField(
        label=_("Decision"), widget=forms.RadioSelect,
        choices=[
            (Status.UPHELD.value, _("Uphold: the file stays shut to this person")),
            (Status.DISMISSED.value, _("Dismiss: the file is open to this person again")),
        ],
    )  # fmt: skip
    words = forms.CharField(
        label=_("The reasons"), min_length=SHORTEST, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("They stand in the journal; a member who declared the conflict reads them in a letter."),
    )  # fmt: skip


class SayForm(forms.Form):
    """A conflict that somebody knows of."""

    kind = forms.ChoiceField(label=_("What it is"), choices=KINDS, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your words"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Needed for another reason than those above."),
    )  # fmt: skip


class ReportForm(SayForm):
    """A conflict of somebody else with a file of the round."""

    person = forms.TypedChoiceField(label=_("Whose conflict"), coerce=int)
    number = forms.IntegerField(label=_("Number of the application"), min_value=1, max_value=2**31)
    field_order = ("person", "number", "kind", "words")

    def __init__(self, people: Iterable[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = list(people)  # type: ignore[attr-defined]


class NameForm(forms.Form):
    """A reader whom an applicant fears."""

    person = forms.TypedChoiceField(label=_("Who shall not read your file"), coerce=int)

    def __init__(self, people: Iterable[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = list(people)  # type: ignore[attr-defined]


class BeforeForm(forms.Form):
    """Whom one asks about before they are invited."""

    name = forms.CharField(label=_("Name"), required=False, max_length=160)
    ref = forms.RegexField(
        label=_("Record in the register"), regex=r"^[a-z]\d{1,9}$", required=False, widget=forms.HiddenInput
    )
