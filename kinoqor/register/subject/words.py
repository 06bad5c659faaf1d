"""Kinds of subject, after EN 15907 as far as the register needs them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a subject is. Work, agent (person or organisation) and event are the entities of EN 15907."""

    WORK = "work", _("film")
    PERSON = "person", _("person")
    ORGANISATION = "organisation", _("organisation")
    EVENT = "event", _("event")
    DECISION = "decision", _("decision on support")
    TOPIC = "topic", _("figure")


# The page on which a subject of this kind is shown.
PAGE: dict[str, str] = {
    Kind.WORK: "film",
    Kind.PERSON: "person",
    Kind.ORGANISATION: "organisation",
    Kind.EVENT: "event",
    Kind.DECISION: "decision",
    Kind.TOPIC: "claims",
}
