"""What may be missing from a film, and how each gap is said."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Gap(TextChoices):
    """A thing that is not known of a film."""

    DIRECTOR = "director", _("no director is known")
    YEAR = "year", _("no source confirms the year")
    RUNTIME = "runtime", _("no running time is known")
    SYNOPSIS = "synopsis", _("no synopsis is written")
    KAZAKH = "title-kk", _("no Kazakh title is known")
    RUSSIAN = "title-ru", _("no Russian title is known")
    ENGLISH = "title-en", _("no English title is known")
    ONE_SOURCE = "one-source", _("all that is known rests on one source")
    RELEASE = "release", _("no release is known")
    STUDIO = "studio", _("no studio is known")
