"""What the commission can say of a film."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Ruling(TextChoices):
    """What the commission says."""

    APPROVED = "approved", pgettext_lazy("by the commission", "approved")
    CUT = "cut", _("approved with a smaller sum")
    REFUSED = "refused", pgettext_lazy("by the commission", "refused")
    RETURNED = "returned", _("returned to the council")
