"""What comes in from the pages of the check."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.funding.check.rules import Item
from kinoqor.funding.check.words import LONGEST, Judged, Stands
from kinoqor.kit.question import said


class WantedForm(forms.Form):
    """How the list is narrowed."""

    stands = forms.ChoiceField(required=False, choices=[("", ""), *Stands.choices])
    call = forms.SlugField(required=False)
    q = forms.CharField(required=False, max_length=200)


class JudgeForm(forms.Form):
    """What an officer says of each point of a check list."""

    def __init__(self, items: Sequence[Item], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for item in items:
            self.fields[f"judged-{item.code}"] = forms.ChoiceField(
                label=said(item.text), choices=Judged.choices, widget=forms.RadioSelect, required=False,
                initial=item.suggested,
            )  # fmt: skip
            self.fields[f"words-{item.code}"] = forms.CharField(
                label=_("What is wrong, for the applicant to read"), required=False, max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 2}), initial=item.words,
            )  # fmt: skip

    def rows(self) -> Iterator[tuple[Item, Any, Any]]:
        """Each point with its two fields."""
        return ((item, self[f"judged-{item.code}"], self[f"words-{item.code}"]) for item in self.items)

    def judged(self) -> dict[str, tuple[str, str]]:
        """Point -> what was judged and the words; what was left open is left out."""
        given = self.cleaned_data
        found = {
            item.code: (given[f"judged-{item.code}"], given[f"words-{item.code}"]) for item in self.items
        }
        return {code: pair for code, pair in found.items() if pair[0]}


class NoticeForm(forms.Form):
    """Which places of the file may be repaired for each fault, and what the applicant reads there."""

    def __init__(
        self, items: Sequence[Item], places: Sequence[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for item in items:
            first = [each for each in places if each[0] in item.places]
            listed = first + [each for each in places if each not in first]
            self.fields[f"places-{item.code}"] = forms.MultipleChoiceField(
                label=_("What can be changed"), choices=listed, widget=forms.CheckboxSelectMultiple,
                initial=list(item.places), required=False,
            )  # fmt: skip
            self.fields[f"words-{item.code}"] = forms.CharField(
                label=_("In your words"), required=False, max_length=LONGEST, initial=item.words,
                widget=forms.Textarea(attrs={"rows": 3}),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A fault that is named has a place, or it could not be repaired."""
        given = super().clean() or {}
        for item in self.items:
            if not given.get(f"places-{item.code}"):
                self.add_error(f"places-{item.code}", _("Choose at least one place that can be changed."))
        return given

    def rows(self) -> Iterator[tuple[Item, Any, Any, int]]:
        """Each fault with its two fields, and how many of its places the machine names."""
        for item in self.items:
            yield item, self[f"places-{item.code}"], self[f"words-{item.code}"], len(item.places)

    def chosen(self) -> list[tuple[str, str, str]]:
        """(point of the check list, place, words) of everything that was chosen."""
        given = self.cleaned_data
        return [
            (item.code, place, given[f"words-{item.code}"].strip())
            for item in self.items
            for place in given[f"places-{item.code}"]
        ]


class RefuseForm(forms.Form):
    """By which code a file is refused, and why in words."""

    code = forms.ChoiceField(label=_("Ground"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your words"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("The applicant reads this, with the clause and the way to complain."),
    )  # fmt: skip

    def __init__(self, reasons: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = reasons  # type: ignore[attr-defined]
