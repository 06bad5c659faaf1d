"""What comes in from the account page."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class SelfForm(forms.Form):
    """How one is called and written to."""

    name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    language = forms.ChoiceField(
        label=_("Language of letters"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )


class ErasureForm(forms.Form):
    """One box, so that nobody erases themselves by a stray click."""

    sure = forms.BooleanField(
        label=_("Yes, erase my account. I know that it cannot be brought back."),
        error_messages={"required": _("Tick the box if you are sure.")},
    )
