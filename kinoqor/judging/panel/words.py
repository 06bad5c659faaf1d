"""Bodies, grounds of a bar, votes, and the plain values that the law of bodies is asked about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BodyKind(TextChoices):
    """What a body does."""

    COUNCIL = "council", _("council")
    SECTION = "section", _("section of the council")
    COMMISSION = "commission", _("commission")


class Ground(TextChoices):
    """Why somebody may not sit on a body."""

    DIRECTOR = "director", _("a working director")
    ACTOR = "actor", _("a working actor")
    OWNER = "owner", _("an owner of a film company")
    APPLICANT = "applicant", _("applies in the same year")
    ROTATION = "rotation", _("has sat too many rounds in a row")
    ACT = "act", _("no act appoints them")


# What can be done about a bar.
WAYS = {
    Ground.DIRECTOR: _(
        "Appoint somebody else. Where the credit or its year is wrong, the register is corrected first."
    ),
    Ground.ACTOR: _(
        "Appoint somebody else. Where the credit or its year is wrong, the register is corrected first."
    ),
    Ground.OWNER: _("Appoint somebody else, or they leave the company first and their seat in it is ended."),
    Ground.APPLICANT: _("Appoint somebody else this year."),
    Ground.ROTATION: _("They may sit again after a rest."),
    Ground.ACT: _("Give the number and the day of the act."),
}


class Doubt(TextChoices):
    """What no record can settle: a person looks into it before an appointment."""

    UNRECORDED = "unrecorded", _("no record of the register is named, so no credit can be looked at")
    HEAD = "head", _("a company file names a head of this name")
    PRODUCER = "producer", _("has produced a film lately and may own a film company")


# What a photograph can be about, by the word before the colon of its `about`.
ABOUT = {
    "opening": _("the opening of the reviews"),
    "vote": _("a vote"),
    "ruling": _("what a commission says of films"),
    "list": _("the vote on the list"),
    "pitching": _("the opening of the marks of a pitching"),
}
MEDIA = ("feature", "documentary", "animation", "short", "series")  # codes of the pack's kinds of film
LANGUAGES = ("kk", "ru", "en")
PER_PAGE = 50
LONGEST_ACT = 300  # letters
MOST_FILES, MOST_MEMBERS = 500, 99


class Vote(TextChoices):
    """How a member voted. Who is barred by a conflict has no vote at all, which is not an abstention."""

    FOR = "for", _("for")
    AGAINST = "against", _("against")
    ABSTAINED = "abstained", _("abstained")


@dataclass(frozen=True, slots=True)
class BarRule:
    """One rule of a pack on who may not sit: its clause in every language, who says so, whether somebody has compared it
    with the act. `roles` are the roles of credits that it is about, for grounds that rest on work.
    """

    ground: Ground
    clause: Mapping[str, str]
    roles: tuple[str, ...] = ()
    source: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Barring:
    """All that a pack says on who may not sit. `note` says what is not certain about `working_years`."""

    rules: tuple[BarRule, ...] = ()
    working_years: int = 3
    note: Mapping[str, str] = field(default_factory=dict)
    rounds_on: int = 0
    rounds_off: int = 1


@dataclass(frozen=True, slots=True)
class BarRules:
    """Whom a country keeps from its bodies, as the pack says it, each with its clause.

    `working` maps roles of credits to a ground; a person works in a role whose newest film is at most `working_years`
    old. `rounds_on` is how many rounds one may sit in a row, `rounds_off` how many one then stays away; 0 is no limit.
    """

    working: dict[str, Ground] = field(default_factory=dict)
    working_years: int = 3
    owners: bool = True
    applicants: bool = True
    rounds_on: int = 0
    rounds_off: int = 1
    clauses: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of somebody on a day: their newest film in each role (`roles`), companies, files, rounds sat."""

    person: str
    roles: dict[str, tuple[int, str]] = field(default_factory=dict)
    owns: tuple[str, ...] = ()
    applies: tuple[str, ...] = ()
    rounds: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A reason why somebody may not sit, with the thing that shows it (a film, a company, a file) and its clause."""

    ground: Ground
    shown_by: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A seat on a body: who, by which act, from which day to which (both counted in)."""

    person: str
    act: str
    since: date
    until: date | None = None
    chair: bool = False

    def sits_on(self, day: date) -> bool:
        """Whether the seat is held on this day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Appointment:
    """Who is to sit: the account and the fund that gives the seat (numbers), the act, the term, what they read, the
    record of the register that is about them ("" for none), and whether the doubts were looked into.
    """

    user: int
    fund: int
    act: str
    since: date
    until: date | None = None
    chair: bool = False
    languages: tuple[str, ...] = ()
    most: int | None = None
    ref: str = ""
    looked: bool = False


@dataclass(frozen=True, slots=True)
class Making:
    """A body to be made: its kind, its name in every language, its act, its quorum, what it judges (all, where empty)."""

    kind: BodyKind
    name: Mapping[str, str]
    act: str
    quorum: int
    chair_breaks_ties: bool = False
    media: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A body: how many of its members make a quorum, and whether its chair's vote breaks a tie."""

    ref: str
    kind: BodyKind
    quorum: int
    chair_breaks_ties: bool = False


@dataclass(frozen=True, slots=True)
class Photograph:
    """Who sat on a body at a vote, who was shut out by a conflict, and the digest of it all; never changed after."""

    body: str
    day: date
    members: tuple[Member, ...]
    shut_out: frozenset[str]
    digest: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a vote: the numbers, whether it is carried, and whether it counts at all."""

    votes_for: int
    against: int
    abstained: int
    carried: bool
    quorate: bool
