"""The hall's days and slots, what becomes of a slot, and the plain values that the law of the pitching is asked about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import TextChoices
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kinoqor.kit.moment import Moment, say
from kinoqor.kit.verdict import Refused, Verdict


class Standing(TextChoices):
    """How far a pitching is."""

    PREPARED = "prepared", _("being prepared")
    PUBLISHED = "published", _("programme published")
    OPENED = "opened", _("over; the marks are opened")
    CANCELLED = "cancelled", _("cancelled")


class Half(TextChoices):
    """A part of a day on which somebody is away."""

    MORNING = "morning", _("in the morning")
    AFTERNOON = "afternoon", _("in the afternoon")


class Came(TextChoices):
    """What became of a slot."""

    AWAITED = "awaited", _("to be heard")
    PITCHED = "pitched", _("pitched")
    NO_SHOW = "no_show", _("did not come")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Way(TextChoices):
    """How an applicant was told of the date."""

    PHONED = "phoned", _("by phone")
    WRITTEN = "written", _("in writing")


SIGNS: dict[str, str] = {
    Came.AWAITED: "open", Came.PITCHED: "good", Came.NO_SHOW: "late", Came.WITHDRAWN: "refused",
}  # fmt: skip
NOON = 13 * 60  # where the morning ends, in minutes of the day
SHORTEST, LONGEST = 5, 120  # minutes of a pitching that can be set at all
WHY, LONGEST_WORDS = 20, 4000  # letters of a reason, and of a member’s words on a film
MOST_DAYS = 30
Session = tuple[date, Half]  # half a day: who is there does not change within it
Away = frozenset[Session]


def clock(minute: int) -> str:
    """A minute of the day as the clock shows it."""
    return f"{minute // 60:02}:{minute % 60:02}"


def day_in_words(day: date) -> str:
    """A day as a sentence in the language of the page says it."""
    return say(Moment(day.year, day.month, day.day), get_language() or "en")


@dataclass(frozen=True, slots=True)
class Day:
    """A day in the hall: from and to in minutes of the day, and the breaks between as pairs of the same."""

    day: date
    begins: int
    ends: int
    breaks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the council and when they are away."""

    code: str
    away: Away = frozenset()


@dataclass(frozen=True, slots=True)
class Section:
    """Whose films are heard together: the codes of the members who hear them, and how many must be there."""

    code: str
    quorum: int
    members: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Film:
    """What is defended: its section, its company, and when its applicant cannot come. `title` is for sentences."""

    code: str
    section: str
    company: str = ""
    away: Away = frozenset()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The published rule: minutes of a pitching with its questions, the most films of a day, the shortest that the rule
    allows, and where the morning ends (minutes of the day).
    """

    minutes: int = 20
    most: int = 30
    least_minutes: int = 15
    noon: int = NOON


@dataclass(frozen=True, slots=True)
class Case:
    """All that a programme depends on. `conflicts` are pairs of a film and a member who is shown out of it."""

    days: Sequence[Day]
    films: Sequence[Film]
    sections: Sequence[Section]
    members: Sequence[Member]
    conflicts: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A time in the hall: the day and the minute at which it begins."""

    day: date
    begins: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Places that follow one another without a break within half a day."""

    day: date
    half: Half
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A film's time in the hall: who hears it, who steps out by a conflict, who is away; codes of members, in order."""

    place: Place
    film: str
    section: str
    hear: tuple[str, ...]
    out: tuple[str, ...] = ()
    away: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """All slots in the order of time. `proved`: no order keeps the sections better together."""

    slots: tuple[Slot, ...]
    proved: bool = True

    @property
    def places(self) -> Mapping[str, Place]:
        """The place of each film."""
        return {slot.film: slot.place for slot in self.slots}


@dataclass(frozen=True, slots=True)
class Change:
    """A change that was tried and makes a programme possible: which setting, to what, in words."""

    what: str
    to: int
    words: str


@dataclass(frozen=True, slots=True)
class Shortage:
    """Why there is no programme: these films do not fit into the places there are for them."""

    films: tuple[str, ...]
    verdict: Verdict
    changes: tuple[Change, ...] = ()


class Short(Refused):
    """There is no programme within the days; carries the shortage with its verdict."""

    def __init__(self, shortage: Shortage) -> None:
        super().__init__(shortage.verdict)
        self.shortage = shortage


@dataclass(frozen=True, slots=True)
class Contact:
    """That an applicant was told, or tried to be: how, whether they were reached, when, by whom, of which place."""

    way: Way
    reached: bool
    at: datetime
    who: str
    place: Place


@dataclass(frozen=True, slots=True)
class Heard:
    """A slot as the law of the hall sees it: what became of it, when it begins, and whether its marks are open."""

    came: Came = Came.AWAITED
    begins: datetime | None = None
    published: bool = True
    opened: bool = False
    told: Sequence[Contact] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one member says of one film: by criterion a mark, or None for "does not apply"; what is not there is open."""

    marks: Mapping[str, int | None] = field(default_factory=dict)
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What waits to be opened together: the slots of a pitching, by film.

    `lacking` are pairs of a film and a member who heard it and handed nothing in, `named` those that the opener names;
    `hearers` how many were there without a conflict, beside the quorum.
    """

    came: Mapping[str, Came]
    lacking: frozenset[tuple[str, str]] = frozenset()
    named: frozenset[tuple[str, str]] = frozenset()
    handed: int = 0
    quorum: int = 0
    hearers: Mapping[str, int] = field(default_factory=dict)
    opened: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)
    hidden: bool = False  # a film of it is shut to whoever opens
