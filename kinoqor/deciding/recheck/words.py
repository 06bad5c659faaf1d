"""How an objection is answered, and how far a re-check is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Answer(TextChoices):
    """How an objection was answered."""

    OPEN = "open", _("not answered yet")
    ACCEPTED = "accepted", pgettext_lazy("an objection", "accepted")
    REJECTED = "rejected", pgettext_lazy("an objection", "rejected")


class Standing(TextChoices):
    """How far a re-check is."""

    ASKED = "asked", _("being computed")
    COMPUTED = "computed", pgettext_lazy("a re-check", "computed")
    FAILED = "failed", _("could not be computed")
