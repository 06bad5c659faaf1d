"""What an account is opened with, beside address and password."""

from django import forms
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _


def _terms() -> str:
    words = _("I have read what is kept about me and why, and agree.")
    return format_html('{} <a href="{}">{}</a>', words, reverse_lazy("consent"), _("Read it"))


class OpeningForm(forms.Form):
    """How the owner wants to be called, and their consent."""

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As others see it beside what you do here."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    consent = forms.BooleanField(
        label=lazy(_terms, str)(),
        error_messages={"required": _("Without your consent we may not keep an account for you.")},
    )
    field_order = ("name", "email", "password1", "consent")

    def signup(self, request: HttpRequest, user: object) -> None:
        """The library calls this after the account is kept; nothing is left to do."""
