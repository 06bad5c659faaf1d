"""How far a supported project can be followed in what is published."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    """What is known of a project after the decision."""

    FILM = "film", _("a film in the register")
    SAID = "said", _("only reports")
    NOTHING = "nothing", _("nothing further found")


# The shape of a project's frame in a drawing: full, hollow, pale.
SHAPE: dict[str, str] = {Stage.FILM: "feature", Stage.SAID: "documentary", Stage.NOTHING: "other"}
