"""How far a pitching is, who came, and how somebody was told."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Standing(TextChoices):
    """How far a pitching is."""

    PREPARED = "prepared", _("being prepared")
    PUBLISHED = "published", _("programme published")
    OPENED = "opened", _("over; the marks are opened")
    CANCELLED = "cancelled", _("cancelled")


class Came(TextChoices):
    """What became of a slot."""

    AWAITED = "awaited", _("to be heard")
    PITCHED = "pitched", _("pitched")
    NO_SHOW = "no_show", _("did not come")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Way(TextChoices):
    """How an applicant was told of the date."""

    PHONED = "phoned", _("by phone")
    WRITTEN = "written", _("in writing")
