"""How far an order is."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Standing(TextChoices):
    """How far an order is."""

    DRAFT = "draft", pgettext_lazy("an order", "draft")
    SIGNED = "signed", pgettext_lazy("an order", "signed")
    ANNULLED = "annulled", pgettext_lazy("an order", "annulled")
