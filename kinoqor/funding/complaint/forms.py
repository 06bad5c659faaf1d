"""What comes in with a complaint and with its answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.funding.complaint.words import ANSWERS, LONGEST, SHORTEST, Answer


class ComplaintForm(forms.Form):
    """Why a refusal is wrong."""

    words = forms.CharField(
        label=_("Why the refusal is wrong"), min_length=SHORTEST, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Say which point is wrong and where in your file this can be seen."),
    )  # fmt: skip


class AnswerForm(forms.Form):
    """How a complaint is answered, and why."""

    how = forms.ChoiceField(
        label=_("Answer"), widget=forms.RadioSelect, choices=[(each.value, each.label) for each in ANSWERS]
    )
    words = forms.CharField(
        label=_("The reasons"), min_length=SHORTEST, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("The applicant reads this."),
    )  # fmt: skip


class WantedForm(forms.Form):
    """Which complaints are listed."""

    answer = forms.ChoiceField(required=False, choices=[("", ""), *Answer.choices])
