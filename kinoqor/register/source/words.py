"""Kinds of source and how much weight each carries."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SourceKind(TextChoices):
    """What kind of voice a source is."""

    OFFICIAL = "official", _("law, ministry or state body")
    ARCHIVE = "archive", _("festival, archive or cinematheque")
    ENCYCLOPAEDIA = "encyclopaedia", _("encyclopaedia")
    DATABASE = "database", _("film database")
    PRESS = "press", _("press")
    WIKI = "wiki", _("open encyclopaedia")
    DATAFILE = "datafile", _("data file")
    ESSAY = "essay", _("essay")
    OWN = "own", _("the register’s own wording")
    MEMORY = "memory", _("memory, unverified")


# From 1 (a memory) to 5 (a law or a body speaking of itself). A pack may set another weight for a single source.
RELIABILITY: dict[str, int] = {
    SourceKind.OFFICIAL: 5,
    SourceKind.ARCHIVE: 4,
    SourceKind.ENCYCLOPAEDIA: 4,
    SourceKind.DATABASE: 3,
    SourceKind.PRESS: 3,
    SourceKind.WIKI: 2,
    SourceKind.DATAFILE: 2,
    SourceKind.ESSAY: 2,
    SourceKind.OWN: 2,
    SourceKind.MEMORY: 1,
}
