"""What becomes of a proposal."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Fate(TextChoices):
    """Where a proposal stands."""

    OPEN = "open", _("waits for an answer")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")


# The sign beside each fate.
SIGNS: dict[str, str] = {Fate.OPEN: "waiting", Fate.ACCEPTED: "good", Fate.REFUSED: "refused"}


class Ground(TextChoices):
    """Why a proposal is refused: a closed list, to which words are added."""

    SOURCE = "source", _("The source does not say this, or cannot be found.")
    WEAK = "weak", _("The sources on the card weigh more.")
    KNOWN = "known", _("The register says so already.")
    OTHER = "other", _("It belongs to another record.")
    UNFIT = "unfit", _("It is not a fact about this record.")


FRESH, STALE = 3, 24 * 3600  # seconds between the form's making and its sending that a person takes
AN_HOUR, A_DAY = 3600, 24 * 3600
OF_ONE_HOUR, OF_ONE_DAY, OF_ALL_HOUR = (
    10,
    40,
    300,
)  # proposals from one address, and from all strangers together
KEPT_DAYS = 30  # how long a stranger's address is kept after the answer
