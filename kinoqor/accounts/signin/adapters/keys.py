"""A passkey as it is added here."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.utils.translation import gettext as _


class AddKey(AddWebAuthnForm):  # type: ignore[misc]
    """The library's form; that the key signs in by itself is what most people expect of a passkey, so it is chosen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        alone = self.fields["passwordless"]
        alone.initial, alone.label = True, _("Let it sign you in by itself, without a password")
        alone.help_text = _(
            "Your phone, computer or key asks for your finger, your face or its own code then."
        )
