"""The words of the formal check."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Judged(TextChoices):
    """What an officer says of one point of the check list."""

    MET = "met", _("in order")
    FAULT = "fault", _("a fault")
    APART = "apart", _("does not apply here")


class Stands(TextChoices):
    """Where a file stands for the desk: asked at every look, never stored."""

    WAITING = "waiting", _("waits for the check")
    OVERDUE = "overdue", _("the term for repair has run out")
    REPAIR = "repair", _("the applicant repairs it")
    REFUSED = "refused", _("refused")
    ADMITTED = "admitted", _("admitted")


# What lies on the officer's desk, the most pressing first.
OPEN = (Stands.OVERDUE, Stands.WAITING)

SIGNS: dict[str, str] = {
    Stands.WAITING: "waiting", Stands.OVERDUE: "late", Stands.REPAIR: "open", Stands.REFUSED: "refused",
    Stands.ADMITTED: "good", Judged.FAULT: "refused", Judged.MET: "good", Judged.APART: "open",
}  # fmt: skip

PER_PAGE = 50
LONGEST = 2000  # letters of an officer's words on one point
MOST_POINTS = 60  # points of one notice
