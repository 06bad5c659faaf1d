"""What comes in from the pages of seats."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.organisation.queries import organisations
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import Role

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SeatForm(forms.Form):
    """Who is seated where, as what, by which act and for how long."""

    email = forms.EmailField(
        label=_("E-mail of the person"), help_text=_("They open their account themselves first.")
    )
    organisation = forms.ChoiceField(label=_("Organisation"))
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    act = forms.CharField(
        label=_("Appointing act"), max_length=300, help_text=_("The order or decision, its number and day.")
    )
    since = forms.DateField(label=_("First day"), widget=DAY)
    until = forms.DateField(label=_("Last day"), required=False, widget=DAY)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["organisation"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(each.pk), each.name) for each in organisations()]

    def term(self) -> Term:
        """The days of the seat."""
        return Term(self.cleaned_data["since"], self.cleaned_data["until"])


class EndForm(forms.Form):
    """The last day of a seat."""

    last = forms.DateField(label=_("Last day"), widget=DAY)


class PersonForm(forms.Form):
    """Which record of the register is about a person."""

    ref = forms.RegexField(
        label=_("Own record in the register"),
        regex=r"^[a-z]\d{1,9}$",
        required=False,
        help_text=_("Its number, such as p012. They will not judge this record."),
        error_messages={"invalid": _("A number of the register is a letter and digits, such as p012.")},
    )
