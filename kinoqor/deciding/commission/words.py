"""What the commission can say of a film, and the plain values that its law is asked about. Sums are in minor units."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Ruling(TextChoices):
    """What the commission says."""

    APPROVED = "approved", pgettext_lazy("by the commission", "approved")
    CUT = "cut", _("approved with a smaller sum")
    REFUSED = "refused", pgettext_lazy("by the commission", "refused")
    RETURNED = "returned", _("returned to the council")


SIGNS: dict[str, str] = {
    Ruling.APPROVED: "good", Ruling.CUT: "late", Ruling.REFUSED: "refused", Ruling.RETURNED: "waiting",
}  # fmt: skip
IN_ORDER = frozenset({Ruling.APPROVED, Ruling.CUT})  # what gives money
LONGEST, LONGEST_CLAUSE = 4000, 300  # letters of a reason and of the clause that it rests on


@dataclass(frozen=True, slots=True)
class Cut:
    """What is taken off a chapter of the estimate."""

    chapter: str
    amount: int


@dataclass(frozen=True, slots=True)
class Film:
    """A funded film of the adopted list: the sum that the council gave it, and the members of the commission to whom it
    is shut (`out`, by their accounts).
    """

    application: int
    code: str
    award: int
    stream: str = ""
    withdrawn: bool = False
    out: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """What the commission says of one film. `apart`: it was said that whom the film is shut to took no part."""

    said: str
    award: int = 0
    cuts: tuple[Cut, ...] = ()
    reason: str = ""
    clause: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Seats:
    """A commission on a day: who sits on it, by their accounts, and how many make a quorum; `act` made it."""

    members: frozenset[int]
    quorum: int
    act: str = ""
