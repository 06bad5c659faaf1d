"""How sure a card is, and the axes by which cards are found."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sureness(TextChoices):
    """What the facts of a card rest on, best first."""

    STRONG = "strong", _("law, archive, festival or encyclopaedia")
    SEVERAL = "several", _("several sources")
    ONE = "one", _("one source")
    WEAK = "weak", _("one weak source")


class Axis(TextChoices):
    """The axes of a list: what a reader can narrow by."""

    KIND = "kind", _("Kind")
    DECADE = "decade", _("Decade")
    GENRE = "genre", _("Genre")
    STUDIO = "studio", _("Studio")
    DIRECTOR = "director", _("Director")
    LANGUAGE = "language", _("Language")
    COUNTRY = "country", _("Country")
    SUPPORT = "support", _("State support")
    SURENESS = "sureness", _("How sure")
    OCCUPATION = "occupation", _("Occupation")
    CATEGORY = "category", _("Category")


# Where a title in the reader's language is missing, the next of these is shown, marked with its own language.
FALLBACK: dict[str, tuple[str, ...]] = {
    "kk": ("kk", "ru", "en"),
    "ru": ("ru", "kk", "en"),
    "en": ("en", "ru", "kk"),
}
# The property that names a subject of each kind.
NAMED_BY: dict[str, str] = {
    "work": "title",
    "person": "name",
    "organisation": "name",
    "event": "text",
    "decision": "title",
    "topic": "name",
}
# The property that places a subject of each kind in time.
DATED_BY: dict[str, str] = {
    "work": "year",
    "person": "birth",
    "organisation": "founded",
    "event": "date",
    "decision": "date",
    "topic": "date",
}
# Which properties become which axis.
AXES: dict[str, str] = {
    "kind": Axis.KIND,
    "org_kind": Axis.KIND,
    "event_kind": Axis.KIND,
    "genre": Axis.GENRE,
    "studio": Axis.STUDIO,
    "language": Axis.LANGUAGE,
    "country": Axis.COUNTRY,
    "occupation": Axis.OCCUPATION,
    "category": Axis.CATEGORY,
}
