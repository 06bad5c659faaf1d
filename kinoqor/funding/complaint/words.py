"""What becomes of a complaint."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Answer(TextChoices):
    """How a complaint was answered."""

    OPEN = "open", _("waits for its answer")
    UPHELD = "upheld", _("upheld: the file is checked again")
    REJECTED = "rejected", _("rejected: the refusal stands")


SIGNS: dict[str, str] = {Answer.OPEN: "waiting", Answer.UPHELD: "good", Answer.REJECTED: "refused"}
# What an answer may be.
ANSWERS = (Answer.UPHELD, Answer.REJECTED)

PER_PAGE = 50
SHORTEST, LONGEST = 20, 6000  # letters of a complaint and of its answer
