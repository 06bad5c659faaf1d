"""What comes in with an objection, its answer, a re-check and an annulment."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.allocation.words import Case
from kinoqor.deciding.recheck.words import ANSWERS, LONGEST, SHORTEST, Answer, Changes, Ground, Names
from kinoqor.kit.money import Money

HUNDREDTHS = 100  # of a point: how the law counts


class ObjectionForm(forms.Form):
    """Why a result is wrong."""

    words = forms.CharField(
        label=_("What is wrong with the result"), min_length=SHORTEST, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Name the mark, the sum, the clause or the person that this is about."),
    )  # fmt: skip


class AnswerForm(forms.Form):
    """How an objection is answered, and why."""

    how = forms.ChoiceField(
        label=_("Answer"), widget=forms.RadioSelect, choices=[(each.value, each.label) for each in ANSWERS]
    )
    words = forms.CharField(
        label=_("The reasons"), min_length=SHORTEST, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("The applicant reads this."),
    )  # fmt: skip


class WantedForm(forms.Form):
    """Which objections are listed."""

    answer = forms.ChoiceField(required=False, choices=[("", ""), *Answer.choices])


class RecheckForm(forms.Form):
    """What is changed in a list, and why. Whatever stays as it is changes nothing."""

    reason = forms.CharField(
        label=_("Why the list is computed once more"), min_length=SHORTEST, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=_("Everybody can read this."),
    )  # fmt: skip

    def __init__(self, case: Case, currency: str, names: Names, data: Any = None) -> None:
        super().__init__(data)
        self.case, self.currency = case, currency
        scale = Money.whole(1, currency).minor
        self.scale = scale
        if names.members:
            self.fields["without"] = forms.TypedMultipleChoiceField(
                label=_("Without the marks of"), coerce=int, required=False, choices=list(names.members.items()),
                widget=forms.CheckboxSelectMultiple,
            )  # fmt: skip
        self.fields["film"] = forms.ChoiceField(
            label=_("A film with other points"), required=False,
            choices=[("", _("none")), *((each.code, names.films.get(each.code, each.code)) for each in case.files)],
        )  # fmt: skip
        self.fields["points"] = forms.DecimalField(
            label=_("Its points"), required=False, min_value=0, max_value=1000, decimal_places=2,
            help_text=_("What the film would have had with the mistake put right."),
        )  # fmt: skip
        for stream in case.settings.streams:
            self.fields[f"envelope-{stream.code}"] = forms.IntegerField(
                label=_("Set aside for “%(stream)s”") % {"stream": names.streams.get(stream.code, stream.code)},
                min_value=0, max_value=10**13, initial=stream.envelope // scale, help_text=currency,
            )  # fmt: skip
        for quota in case.settings.quotas:
            name = names.quotas.get(quota.code, quota.code)
            for bound, label in (("least", _("“%(quota)s”: at least")), ("most", _("“%(quota)s”: at most"))):
                self.fields[f"{bound}-{quota.code}"] = forms.IntegerField(
                    label=label % {"quota": name}, min_value=0, max_value=100_000, required=False,
                    initial=getattr(quota, bound),
                )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A film and its points go together."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("film") and given.get("points") is None and "points" not in self.errors:
            self.add_error("points", _("Say which points the film has then."))
        if given.get("points") is not None and not given.get("film"):
            self.add_error("film", _("Choose the film whose points these are."))
        return given

    def changes(self) -> Changes:
        """What differs from the list as it stands."""
        given, settings = self.cleaned_data, self.case.settings
        envelopes = {
            each.code: given[f"envelope-{each.code}"] * self.scale
            for each in settings.streams
            if given[f"envelope-{each.code}"] != each.envelope // self.scale
        }
        bounds = {
            each.code: (given[f"least-{each.code}"], given[f"most-{each.code}"]) for each in settings.quotas
        }
        quotas = {
            each.code: bounds[each.code]
            for each in settings.quotas
            if bounds[each.code] != (each.least, each.most)
        }
        points = {given["film"]: int(given["points"] * HUNDREDTHS)} if given["film"] else {}
        return Changes(tuple(given.get("without") or ()), points, envelopes, quotas)


class AnnulForm(forms.Form):
    """Why a round is annulled."""

    ground = forms.ChoiceField(label=_("Ground"), widget=forms.RadioSelect, choices=Ground.choices)
    clause = forms.CharField(
        label=_("Act and clause"), max_length=300, help_text=_("On what the annulment rests.")
    )
    words = forms.CharField(
        label=_("What happened, in words that everybody can read"), min_length=SHORTEST, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip


class RepeatForm(forms.Form):
    """The short name of the call that repeats an annulled one."""

    ref = forms.SlugField(
        label=_("Short name of the new call"), max_length=60,
        help_text=_("Small Latin letters, digits and hyphens. It stands in addresses."),
    )  # fmt: skip
