"""By what films are narrowed and in which order they stand."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kinoqor.register.card.words import Axis

# The axes of the list in the order of the page, each with the controlled list of the pack that names its codes.
LISTS: dict[str, str] = {
    Axis.KIND: "film_kinds",
    Axis.DECADE: "",
    Axis.GENRE: "genres",
    Axis.DIRECTOR: "",
    Axis.STUDIO: "",
    Axis.LANGUAGE: "languages",
    Axis.COUNTRY: "territories",
    Axis.SUPPORT: "",
    Axis.SURENESS: "",
}
# Axes whose codes are subjects of the register.
SUBJECTS = frozenset({Axis.DIRECTOR, Axis.STUDIO})
# What a reader chooses to see the films of which the register does not know it.
UNKNOWN = "unknown"
MAY_BE_UNKNOWN = (Axis.GENRE, Axis.STUDIO, Axis.LANGUAGE)
SUPPORTED = {"yes": _("supported"), "no": _("no decision known")}

PER_PAGE = 50
# How many choices of an axis stand open, and how many there are with the folded ones.
OPEN = 6
MOST = 30
# How many codes of one axis, and signs of one code, are read of an address.
MOST_CODES = 20
LONGEST_CODE = 40


class Doubt(TextChoices):
    """Doubts by which films can be looked for."""

    DISAGREE = "disagree", _("sources disagree")
    MEMORY = "memory", _("year from memory")


class Order(TextChoices):
    """The orders of the list; the first is the one that needs no choosing."""

    OLD = "old", _("oldest first")
    NEW = "new", _("newest first")
    TITLE = "title", _("by title")
