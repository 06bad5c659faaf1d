"""Questions about consents."""

from kinoqor.accounts.consent.models import Consent
from kinoqor.accounts.consent.rules import digest
from kinoqor.ui import pack


def latest_of(user: int) -> Consent | None:
    """What a person has agreed to last."""
    return Consent.objects.filter(user=user).select_related("given").order_by("-pk").first()


def stands(consent: Consent) -> bool:
    """Whether the text of a consent is still the operator's text in its language."""
    return consent.text_digest == digest(pack.text("consent", consent.language))
