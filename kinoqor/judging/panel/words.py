"""Bodies, grounds of a bar, votes, and the plain values that the law of bodies is asked about."""

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


class Vote(TextChoices):
    """How a member voted. Who is barred by a conflict has no vote at all, which is not an abstention."""

    FOR = "for", _("for")
    AGAINST = "against", _("against")
    ABSTAINED = "abstained", _("abstained")


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
