"""The kinds of notice and how often they come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Notice(TextChoices):
    """What a letter is about."""

    SECURITY = "security", _("The safety of your account")
    SEAT = "seat", _("Seats that you are given or that end")
    ANSWER = "answer", _("What became of what you proposed")
    FILE = "file", _("Your applications")
    WORK = "work", _("New work on your desk")
    DAILY = "daily", _("The daily letter")


class Manner(TextChoices):
    """How often a kind of notice comes by mail. On the page of letters everything stands at once."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("Once a day, together")
    HERE = "here", _("Never by mail, only here")


# What nobody can switch off: it keeps the account theirs, or is their right to know.
FIXED = frozenset({Notice.SECURITY, Notice.SEAT, Notice.FILE, Notice.DAILY})
# How a notice comes as long as its receiver has chosen nothing.
USUAL: dict[Notice, Manner] = {Notice.ANSWER: Manner.AT_ONCE, Notice.WORK: Manner.DAILY}
CHOSEN = tuple(USUAL)
