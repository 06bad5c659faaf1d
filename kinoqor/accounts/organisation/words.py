"""What kinds of organisation have seats here."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganisationKind(TextChoices):
    """What an organisation is to the house."""

    FUND = "fund", _("Film fund")
    COMPANY = "company", _("Production company")
    CINEMA = "cinema", _("Cinema")
    ARCHIVE = "archive", _("Archive")
