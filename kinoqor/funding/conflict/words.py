"""Kinds, sources and grades of conflicts, and the plain values that their law is computed from."""

from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What the conflict is, the gravest first."""

    SELF = "self", _("takes part in the film")
    FAMILY = "family", _("family")
    OWNER = "owner", _("owns the company that applies")
    EMPLOYER = "employer", _("works or worked for the company that applies")
    DEBT = "debt", _("debt or dispute")
    TAUGHT = "taught", _("teacher or pupil")
    RIVAL = "rival", _("applies in the same stream")
    JOINT = "joint", _("makes another film of the round together")
    CREDIT = "credit", _("made a film together")
    COMPANY = "company", _("belonged to one company")
    CREW = "crew", _("worked on the same films")
    REMOTE = "remote", _("connected through somebody else")
    DECLARED = "declared", _("declared for another reason")


class Voice(TextChoices):
    """Who says so."""

    MEMBER = "member", _("declared by the member")
    APPLICANT = "applicant", _("declared by the applicant")
    REGISTER = "register", _("found in the register")
    REPORT = "report", _("reported")


class Grade(TextChoices):
    """What follows: a barred pair neither reads, votes nor sees; a warned one is less likely to be drawn."""

    BARRED = "barred", _("barred")
    WARNED = "warned", _("warned")


class Status(TextChoices):
    """What was decided of it. One that nobody has decided shuts like one that was upheld."""

    OPEN = "open", _("not decided yet")
    UPHELD = "upheld", _("upheld")
    DISMISSED = "dismissed", _("dismissed")


# They do not grow old: who is family, an owner, a debtor or a rival today is one however long it has been so.
LASTING = frozenset(
    {Kind.SELF, Kind.FAMILY, Kind.OWNER, Kind.DEBT, Kind.TAUGHT, Kind.RIVAL, Kind.JOINT, Kind.DECLARED}
)
LEAD = frozenset({"director", "screenwriter", "producer", "cinematographer", "composer", "editor"})


@dataclass(frozen=True, slots=True)
class Credit:
    """A person's part in a film; `year` is that of the film, None where no source says it."""

    person: str
    film: str
    role: str
    title: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A person's place in a company; `until` is the last year, None while it lasts."""

    person: str
    company: str
    owns: bool = False
    name: str = ""
    until: int | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file as conflicts see it: who applies, in which stream, who leads the film and who else makes it."""

    ref: str
    company: str
    stream: str = ""
    leads: frozenset[str] = frozenset()
    crew: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who is to judge; `streams` are those in which they or their house apply in the same round."""

    ref: str
    streams: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Settings:
    """How far a call looks.

    `years` a shared lead credit or company bars, `crew_years` shared crew work does, from `crew_least` films on; `remote`
    says whether a connection through a third person warns. `lead` are the roles that count as leading.
    """

    years: int = 5
    crew_years: int = 2
    crew_least: int = 2
    remote: bool = True
    lead: frozenset[str] = LEAD


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: two people and what connects them, with the role of each where it is a film."""

    one: str
    other: str
    through: str
    name: str = ""
    year: int | None = None
    roles: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict of one reader with one file; `path` is its evidence, from the reader to the file.

    `age` is in whole years, 0 for what lasts; `weight` from 1 to 1000 says how near it is in steps and years.
    """

    reader: str
    file: str
    kind: Kind
    grade: Grade
    voice: Voice = Voice.REGISTER
    path: tuple[Step, ...] = ()
    age: int = 0
    weight: int = 1000
    words: str = ""

    @property
    def distance(self) -> int:
        """How many steps lie between the two."""
        return max(len(self.path), 1)


@dataclass(frozen=True, slots=True)
class Density:
    """How much of a round its conflicts shut: pairs of all pairs, and how many readers each file has left."""

    pairs: int
    barred: int
    free: dict[str, int] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """The share of pairs that are barred, from 0 to 1; 0 where there are none."""
        return self.barred / self.pairs if self.pairs else 0.0
