"""What a sitting votes on, and how far a point of its agenda is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Matter(TextChoices):
    """What a point of the agenda is about."""

    STAGE = "stage", _("the list of a stage")
    LIST = "list", _("the computed list with its sums")
    DEPARTURE = "departure", _("a departure from the computed list")
    FILM = "film", _("one film")
    OTHER = "other", _("something else")


class Standing(TextChoices):
    """How far a point of the agenda is."""

    WAITING = "waiting", _("not called yet")
    OPEN = "open", _("being voted on")
    DECIDED = "decided", _("decided")
    DROPPED = "dropped", _("taken off the agenda")
