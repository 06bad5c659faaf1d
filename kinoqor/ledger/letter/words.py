"""Where a letter is on its way."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """What has become of a letter."""

    WAITING = "waiting", _("waits to be sent")
    HELD = "held", _("waits for the daily letter")
    HANDING = "handing", _("is being handed to the mail server")
    SENT = "sent", _("sent")
    UNSURE = "unsure", _("may have been sent")
    FAILED = "failed", _("could not be sent")
    DROPPED = "dropped", _("only kept here")


# What somebody has to look at: only a person can decide whether such a letter is sent again.
TROUBLED = (State.UNSURE, State.FAILED)
# A letter that is on none of these ways any more.
ON_ITS_WAY = (State.WAITING, State.HELD, State.HANDING)
