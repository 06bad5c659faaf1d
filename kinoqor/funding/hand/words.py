"""The rights that a hand may hold."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Right(TextChoices):
    """What a hand may do; each may also do what those before it may."""

    VIEW = "view", _("may read")
    EDIT = "edit", _("may read and write")
    FILE = "file", _("may read, write, file and withdraw")


RANK: dict[str, int] = {Right.VIEW: 1, Right.EDIT: 2, Right.FILE: 3}
MOST_HANDS = 30  # people on one file, invitations that wait included
MOST_INVITED_A_DAY = 40  # invitations that one person may send
INVITED_DAYS = 30  # how long an invitation can be taken
