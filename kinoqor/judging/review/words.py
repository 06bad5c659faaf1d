"""How far a review is, and the plain values that the law of reviews is asked about."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

# By the code of a criterion: a mark, or None for "does not apply". What is not there was not marked.
Marks = Mapping[str, int | None]


class Stands(TextChoices):
    """How far a review is."""

    NOT_BEGUN = "none", _("not begun")
    BEGUN = "begun", _("begun")
    HANDED = "handed", _("handed in")
    WITHDRAWN = "withdrawn", _("withdrawn by the applicant")


SIGNS: dict[str, str] = {
    Stands.NOT_BEGUN: "open", Stands.BEGUN: "waiting", Stands.HANDED: "good", Stands.WITHDRAWN: "refused",
}  # fmt: skip

FORMAT = "kinoqor/review/1"
SHORTEST, LONGEST = 20, 4000  # letters of the words on one criterion
COUNCIL_LONGEST = 8000
MOST_BUTTONS = 11  # marks of a scale that are offered one by one; a longer scale is typed
LANGUAGES = ("kk", "ru", "en")
FILES_A_PAGE = 50
AHEAD = 3  # working days before the due day on which a reader is reminded


@dataclass(frozen=True, slots=True)
class Given:
    """What a reader says of a file: marks and words for the applicant by criterion, words for the council alone."""

    marks: Marks = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    council: str = ""
    language: str = "kk"


@dataclass(frozen=True, slots=True)
class Case:
    """A reading as the law sees it."""

    released: bool = True
    ended: bool = False
    shut: bool = False  # by a conflict of interest
    withdrawn: bool = False  # the application was
    annulled: bool = False  # the call was
    handed: bool = False
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """What waits to be opened: the readings of a stage and phase as the law sees them.

    `lacking` are the readings without a review that was handed in, `named` those that the opener names as lacking;
    `bodies` each body that reads with its quorum and how many of its members sit there on the day.
    """

    readings: int
    handed: int
    lacking: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()
    bodies: tuple[tuple[str, int, int], ...] = ()
    opened: bool = False
    hidden: bool = False  # a file of it is shut to whoever opens


def reminder(draw: int) -> str:
    """What a reminder is about, by which it is found again."""
    return f"draw:{draw}"
