"""Roles of people in a film."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person did; the order is the order of the credits."""

    DIRECTOR = "director", _("Director")
    SCREENWRITER = "screenwriter", _("Screenwriter")
    PRODUCER = "producer", _("Producer")
    CINEMATOGRAPHER = "cinematographer", _("Cinematographer")
    PRODUCTION_DESIGNER = "production_designer", _("Production designer")
    COMPOSER = "composer", _("Composer")
    EDITOR = "editor", _("Editor")
    ACTOR = "actor", _("Cast")
