"""Results of awards and kinds of release."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Result(TextChoices):
    """What came of being at a festival or on an award's list."""

    WON = "won", _("won")
    NOMINATED = "nominated", _("nominated")
    SELECTED = "selected", _("selected")


class ReleaseType(TextChoices):
    """How a film reached its viewers: the carrier of the manifestation, after the FIAF manual."""

    THEATRICAL = "theatrical", _("in cinemas")
    FESTIVAL = "festival", _("at a festival")
    TELEVISION = "tv", _("on television")
    SUBSCRIPTION = "svod", _("by subscription")
    TRANSACTION = "tvod", _("rent or purchase")
    WEB = "web", _("free on the web")
