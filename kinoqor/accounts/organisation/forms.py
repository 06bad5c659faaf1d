"""What comes in from the pages of organisations."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.organisation.rules import Named
from kinoqor.accounts.organisation.words import OrganisationKind


class OrganisationForm(forms.Form):
    """An organisation in which people hold seats."""

    kind = forms.ChoiceField(label=_("Kind"), choices=OrganisationKind.choices, widget=forms.RadioSelect)
    name_kk = forms.CharField(label=_("Name in Kazakh"), max_length=200, required=False)
    name_ru = forms.CharField(label=_("Name in Russian"), max_length=200, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=200, required=False)
    number = forms.CharField(label=_("Registration number"), max_length=20, required=False)
    ref = forms.RegexField(
        label=_("Number in the register"),
        regex=r"^o\d{1,9}$",
        required=False,
        help_text=_("Such as o012, where the register knows it."),
        error_messages={
            "invalid": _("The number of an organisation is the letter o and digits, such as o012.")
        },
    )

    def named(self) -> Named:
        """The organisation as it came in."""
        return Named(**{name: self.cleaned_data[name].strip() for name in self.fields})
