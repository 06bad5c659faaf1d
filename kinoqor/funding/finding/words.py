"""What the machine can look at, and what it can say of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Found(TextChoices):
    """What the machine says of one point; it never decides."""

    FAULT = "fault", _("a fault")
    UNSURE = "unsure", _("cannot be told by the machine")
    GOOD = "good", _("in order")


class Machine(TextChoices):
    """What the machine can look at. A call names these in its check list; what it does not name is left to people."""

    IN_TIME = "in-time", _("Filed within the window")
    COMPLETE = "complete", _("Every paper is there and every question answered")
    NUMBER = "number", _("The registration number is right by its check digit")
    REGISTERED = "registered", _("The applicant is registered in the country")
    ACTIVITY = "activity", _("The activity of the company is one of those that the call names")
    TAX_DATE = "tax-date", _("The tax certificate is not too old")
    TAX_DEBT = "tax-debt", _("The tax debt is not above the limit")
    SOLVENT = "solvent", _("The company is not bankrupt or being wound up")
    LIMIT = "limit", _("Not more files than an applicant may send")
    SUMS = "sums", _("The estimate and the financing plan add up")


# The paper that proves a registration.
PROOF = "registration"

# The sign beside each finding.
SIGNS: dict[str, str] = {Found.FAULT: "refused", Found.UNSURE: "unverified", Found.GOOD: "good"}
