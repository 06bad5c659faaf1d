"""The vocabulary of a load: where it stands, what a column can mean, why a row is not loaded."""

from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.edit.words import SAID_OF
from kinoqor.kit.sheet.table import Limits
from kinoqor.register.card.words import FALLBACK
from kinoqor.register.claim.words import PROPERTIES, Form
from kinoqor.register.credit.words import Role
from kinoqor.register.intake.words import Outcome
from kinoqor.register.subject.words import Kind


class State(TextChoices):
    """Where a load stands. The three that a job does last only as long as the job."""

    OPEN = "open", _("waits for its columns")
    CHECKING = "checking", _("is being checked")
    CHECKED = "checked", _("checked, nothing loaded yet")
    LOADING = "loading", _("is being loaded")
    LOADED = "loaded", _("loaded")
    LEAVING = "leaving", _("is being withdrawn")
    WITHDRAWN = "withdrawn", _("withdrawn")
    DROPPED = "dropped", _("set aside")


WAITING = (State.OPEN, State.CHECKED)  # for somebody's word
WORKING = (State.CHECKING, State.LOADING, State.LEAVING)
# Rows up to which a load is worked on while its page waits; with more of them a job does it.
AT_ONCE = 1000
PER_PIECE = 500  # rows that are asked about together
# A load is one transaction, for which others wait who write: ten thousand rows take some fifteen seconds.
LIMITS = Limits(rows=10_000)

KINDS: dict[str, str] = {"film": Kind.WORK, "person": Kind.PERSON, "organisation": Kind.ORGANISATION}
KIND_LABELS: dict[str, Promise] = {
    Kind.WORK: _("Films"),
    Kind.PERSON: _("People"),
    Kind.ORGANISATION: _("Studios and companies"),
}
LANGUAGES = tuple(FALLBACK)
# Columns that are not said of the record but say how the row is to be taken.
REF, SOURCE, NOTE, CURRENCY = "ref", "source", "note", "currency"
SEVERAL = " ; "  # how several sources stand in one cell
LEAVE, NEW, SAME_AS = (
    "leave",
    "new",
    "row:",
)  # what an archivist decides of a doubtful row, beside a record's number


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column can mean: a property in a language or a role, or one of the four that say how a row is taken.

    `one`: only one column of a file can mean it.
    """

    code: str
    label: str | Promise
    prop: str = ""
    lang: str = ""
    role: str = ""
    one: bool = True


def meanings(kind: str) -> dict[str, Meaning]:
    """What the columns of a file of this kind can mean, in the order in which they are offered."""
    found = [
        Meaning(REF, _("Number in this register")),
        Meaning(SOURCE, _("Who says so"), one=False),
        Meaning(NOTE, _("Note")),
    ]
    for code in SAID_OF[kind]:
        prop = PROPERTIES[code]
        if prop.per_language:
            found += [Meaning(f"{code}.{lang}", prop.label, code, lang, one=False) for lang in LANGUAGES]
        elif code == "credit":
            found += [Meaning(f"credit.{role}", role.label, code, role=role, one=False) for role in Role]
        else:
            found.append(Meaning(code, prop.label, code, one=not prop.many))
    if any(PROPERTIES[code].form is Form.MONEY for code in SAID_OF[kind]):
        found.append(Meaning(CURRENCY, _("Currency")))
    return {each.code: each for each in found}


class Why(StrEnum):
    """Why a row is refused or doubtful; worded by rules.in_words."""

    # refused
    RAGGED = "ragged"
    HIDDEN = "hidden"
    VALUE = "value"
    CODE = "code"
    SOURCE = "source"
    NO_SOURCE = "no_source"
    NO_NAME = "no_name"
    NOTHING = "nothing"
    UNKNOWN = "unknown"
    OTHER_KIND = "other_kind"
    OWN = "own"
    NOBODY = "nobody"
    SEVERAL = "several"
    # doubtful
    ALIKE = "alike"
    ROW_ALIKE = "row_alike"
    OTHERWISE = "otherwise"
    ROW_OTHERWISE = "row_otherwise"
    MARKUP = "markup"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, at which column (its place from 0, or -1), and what it names: numbers of records, of rows, values."""

    why: str
    at: int = -1
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that a cell says of its row's record: `at` is the place of the column. A value of a property that names
    another subject is that subject's number or name, as it was written.
    """

    at: int
    prop: str
    value: str
    lang: str = ""
    script: str = ""
    qualifiers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Said:
    """A row as it was read without the register: of which number, by which sources, what, and what stands against it."""

    number: int
    ref: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""
    pieces: list[Piece] = field(default_factory=list)
    against: list[Reason] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ground:
    """What all rows of a load share: the kind of its records, who keeps saying it, and the archivist's own record."""

    kind: str
    sender: str
    own: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that is called like a row."""

    pk: int
    ref: str
    year: int | None


@dataclass(slots=True)
class Known:
    """What the register knows of some rows: records by number (ref -> number in the database, kind), those that are shown
    under the number of another (ref -> that), who bears a name
    ((kind, folded name) -> refs), what is called alike (bones -> candidates), which values stand ((record, property) ->
    values), and what the sender itself says already: names ((value, language)) and marks, by record.
    """

    subjects: dict[str, tuple[int, str]] = field(default_factory=dict)
    led: dict[str, str] = field(default_factory=dict)
    named: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    alike: dict[str, list[Candidate]] = field(default_factory=dict)
    stands: dict[tuple[int, str], set[str]] = field(default_factory=dict)
    names: dict[int, set[tuple[str, str]]] = field(default_factory=dict)
    marks: dict[int, set[int]] = field(default_factory=dict)


@dataclass(slots=True)
class Earlier:
    """What the rows before have said: bones -> (row, year), and (record, property) -> (value, row)."""

    names: dict[str, list[tuple[int, int | None]]] = field(default_factory=dict)
    said: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)


@dataclass(slots=True)
class Judged:
    """What a row comes to. `about` is a number of the register, "row:5" for the record of another row, or "" for a new
    one; `entries` are what it would add.
    """

    number: int
    outcome: str
    about: str = ""
    reasons: list[Reason] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Counted:
    """How many rows a load has: by outcome, decided by outcome, taken."""

    outcomes: dict[str, int] = field(default_factory=dict)
    open: int = 0  # doubtful ones on which nobody has decided
    decided: int = 0  # doubtful ones that would be taken
    taken: int = 0

    @property
    def rows(self) -> int:
        """All rows."""
        return sum(self.outcomes.values())

    @property
    def to_take(self) -> int:
        """The rows that loading would take: what is new, what is changed, and what was decided so."""
        return self.outcomes.get(Outcome.NEW, 0) + self.outcomes.get(Outcome.CHANGED, 0) + self.decided

    @property
    def back(self) -> int:
        """The rows that come back in a file."""
        return self.outcomes.get(Outcome.REFUSED, 0) + self.open
