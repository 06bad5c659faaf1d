"""The floor's face to Django: the records of its rooms."""

from kinoqor.accounts.consent.models import Consent
from kinoqor.accounts.notice.models import Choice
from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.user.models import User

__all__ = ["Choice", "Consent", "Organisation", "Seat", "User"]
