"""How two subjects can be judged."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Judged(TextChoices):
    """What somebody holds two subjects to be."""

    SAME = "same", _("the same")
    NOT_SAME = "not_same", _("not the same")
    UNSURE = "unsure", _("unsure")
