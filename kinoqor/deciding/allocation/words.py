"""How far an allocation is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Standing(TextChoices):
    """How far an allocation is."""

    FROZEN = "frozen", _("frozen; being computed")
    COMPUTED = "computed", _("computed; the council has not voted yet")
    ADOPTED = "adopted", _("adopted by the council")
    CANCELLED = "cancelled", _("cancelled")
