"""In which order the list of organisations stands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Order(TextChoices):
    """The orders of the list."""

    NAME = "name", _("by name")
    FILMS = "films", _("most films first")
