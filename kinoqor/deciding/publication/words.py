"""What a publication says of a file."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Result(TextChoices):
    """What became of a file."""

    AWARDED = "awarded", _("in the order")
    CHOSEN = "chosen", _("goes on to the next stage")
    NOT_CHOSEN = "not_chosen", _("not chosen")
