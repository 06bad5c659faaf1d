"""Consent is given."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.consent.models import Consent
from kinoqor.accounts.consent.rules import digest
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.ui import pack


@deed("accounts.consent.given", _("Consent given"), _("%(who)s agreed to what is kept about them"))
def give_consent(line: Line, user: int, language: str) -> Consent:
    """Keep that a person has agreed to the text as it stands now, in the language that they read."""
    text = digest(pack.text("consent", language))
    line.details.update(user=user, text=text)
    return Consent.objects.create(user_id=user, text_digest=text, language=language, given=line.deed)
