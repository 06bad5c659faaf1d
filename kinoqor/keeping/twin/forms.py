"""What comes in when two records are judged."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.register.identity.words import Judged


class JudgementForm(forms.Form):
    """What the two are held to be, and what shows it."""

    judged = forms.ChoiceField(label=_("These two are"), choices=Judged.choices, widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("What shows it"),
        help_text=_("The reason is all that a later reader has. Name the source that shows it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class TakeBackForm(forms.Form):
    """Why a judgement was wrong."""

    why = forms.CharField(
        label=_("Why the judgement was wrong"),
        help_text=_("What was one because of it splits again; nothing that was said of either is lost."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CompareForm(forms.Form):
    """With which other record one is compared."""

    other = forms.RegexField(
        label=_("Compare with"),
        regex=r"^\s*[a-z][0-9]{1,9}\s*$",
        help_text=_("The number of the other record, such as f038."),
        error_messages={"invalid": _("Write the number of a record, such as f038.")},
    )
