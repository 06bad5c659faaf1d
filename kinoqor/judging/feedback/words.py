"""What the reasons of one applicant are made of, and what a machine may notice in them."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

LONGEST = 6000  # letters of one piece
SHORTEST = 40  # letters under which a piece says too little
WHY = 10  # letters of the reason why a piece was changed or left out
PER_PAGE = 50


class Kind(TextChoices):
    """What a machine notices in a piece; it never changes anything."""

    NAME = "name", _("a name of somebody who judged, or of the crew")
    INSULT = "insult", _("a word that insults")
    REVEALS = "reveals", _("words that give away who wrote this")
    EMPTY = "empty", _("nothing is said")
    SHORT = "short", _("very short")
    LANGUAGE = "language", _("in another language than the applicant’s")


class Stand(TextChoices):
    """How far the reasons of one applicant are."""

    GATHERED = "gathered", _("to be checked")
    CHECKED = "checked", _("checked, not sent")
    SENT = "sent", _("sent")


SIGNS: dict[str, str] = {Stand.GATHERED: "waiting", Stand.CHECKED: "open", Stand.SENT: "good"}


@dataclass(frozen=True, slots=True)
class Piece:
    """What one reader said on one criterion (`said`, in `language`), and how it goes out (`text`), or that it is left
    out; `why` is the officer's reason where the two differ.
    """

    criterion: str
    review: int
    language: str
    said: str
    text: str
    left_out: bool = False
    why: str = ""

    @property
    def changed(self) -> bool:
        """Whether what goes out is not what the reader wrote."""
        return self.left_out or self.text.strip() != self.said.strip()


@dataclass(frozen=True, slots=True)
class Finding:
    """What was noticed in a piece: from where to where (nought to nought: the whole of it), and the word it is like."""

    kind: Kind
    start: int = 0
    end: int = 0
    like: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """What is looked for: names of people, and stems of words with what they are (Kind.INSULT, Kind.REVEALS)."""

    names: tuple[str, ...] = ()
    stems: tuple[tuple[Kind, str], ...] = ()
