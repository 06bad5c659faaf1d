"""What a sitting votes on, and how far a point of its agenda is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kinoqor.judging.panel.words import Bar, Body, Member


class Matter(TextChoices):
    """What a point of the agenda is about."""

    STAGE = "stage", _("the list of a stage")
    LIST = "list", _("the computed list with its sums")
    DEPARTURE = "departure", _("a departure from the computed list")
    FILM = "film", _("one film")
    OTHER = "other", _("something else")


class Standing(TextChoices):
    """How far a point of the agenda is."""

    WAITING = "waiting", _("not called yet")
    OPEN = "open", _("being voted on")
    DECIDED = "decided", _("decided")
    BROKEN = "broken", _("broken off")
    DROPPED = "dropped", _("taken off the agenda")


class Broken(TextChoices):
    """Why a vote is broken off: a closed list, since it is told to anybody."""

    QUORUM = "quorum", _("too few members were left")
    CHANGED = "changed", _("what was voted on changed meanwhile")
    CONFLICT = "conflict", _("a conflict of interest came up meanwhile")
    ENDED = "ended", _("the sitting could not go on")


class Step(TextChoices):
    """What an officer does with a point of the agenda."""

    UP = "up", _("Earlier")
    DOWN = "down", _("Later")
    DROP = "drop", _("Take it off the agenda")
    OPEN = "open", _("Put it to the vote")
    CLOSE = "close", _("Close the vote")
    BREAK_OFF = "break_off", _("Break the vote off")


SIGNS = {
    Standing.WAITING: "open", Standing.OPEN: "waiting", Standing.DECIDED: "good", Standing.BROKEN: "late",
    Standing.DROPPED: "refused",
}  # fmt: skip
OVER = frozenset({Standing.DECIDED, Standing.BROKEN})  # nobody votes on it any more
LISTS = frozenset({Matter.STAGE, Matter.LIST})
LONGEST_WORDS, LONGEST_PLACE = 2000, 300  # letters
PER_PAGE = 30
PREFIX = "sitting"  # under which name the minutes are kept: "sitting:3"


@dataclass(frozen=True, slots=True)
class Hall:
    """A body as a vote finds it: who sits on it today, what they are called, what bars each (by person, "user:3"), who
    is there, who is shut out of the matter, and who is noted as there without a seat (names). `act` made the body.
    """

    body: Body
    act: str
    members: tuple[Member, ...]
    names: Mapping[str, str]
    bars: Mapping[str, tuple[Bar, ...]] = field(default_factory=dict)
    present: frozenset[str] = frozenset()
    shut_out: frozenset[str] = frozenset()
    unseated: tuple[str, ...] = ()

    @property
    def entitled(self) -> frozenset[str]:
        """Who has a vote: a seat, and nothing that shuts the matter to them."""
        return frozenset(one.person for one in self.members) - self.shut_out

    @property
    def there(self) -> frozenset[str]:
        """Who of them is present; this is what makes a quorum."""
        return self.entitled & self.present


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes of one point in numbers: `members` have a vote, there or not; `chair` is the chair's vote where it is
    known, "" in a closed vote or where the chair took no part.
    """

    votes_for: int
    against: int
    abstained: int
    members: int
    chair: str = ""

    @property
    def took_part(self) -> int:
        """How many voted or abstained."""
        return self.votes_for + self.against + self.abstained


@dataclass(frozen=True, slots=True)
class ListCase:
    """A list that is to be put to the vote: its films that are shut to a member who is there (`apart`), what came of the
    votes on single films at this sitting (True, False; absent: none), and how many departures nobody has voted on.
    """

    apart: tuple[int, ...] = ()
    lines: Mapping[int, bool] = field(default_factory=dict)
    departures: int = 0
    computed: bool = True
    films: int = 1


@dataclass(frozen=True, slots=True)
class Point:
    """A point for an agenda: its matter, its words, the film or the departure that it is about (numbers)."""

    matter: Matter
    words: str = ""
    application: int | None = None
    departure: int | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A sitting to be called: about which stage of which call, which body (its ref), when, where, with which points."""

    ref: str
    stage: str
    body: str
    at: datetime
    place: str = ""
    agenda: tuple[Point, ...] = ()
