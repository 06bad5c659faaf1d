"""What an estimate is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kinoqor.kit.sheet.table import MEGABYTE, Limits

Text = Mapping[str, str]
PREFIX = "application"  # of the name under which the estimate of an application is kept
ROWS, MOST_ROWS = 3, 90  # empty rows offered, and rows of one chapter or plan at most
MOST_AMOUNT = 10**13  # whole units of a price or a source
LIMITS = Limits(
    size=2 * MEGABYTE, unpacked=40 * MEGABYTE, rows=1000, columns=20, cell=1000, text=1_000_000
)  # of a table


class Whose(TextChoices):
    """Whose money a source of the plan is."""

    ASKED = "asked", _("asked in this application")
    OWN = "own", _("own money")
    PARTNER = "partner", _("partner or co-producer")
    PUBLIC = "public", _("other public money")


class Proof(TextChoices):
    """How sure a source is, from nothing to money on the account."""

    NONE = "none", _("nothing yet")
    LETTER = "letter", _("letter of intent")
    CONTRACT = "contract", _("signed contract")
    PAID = "paid", _("money received")


SIGNS: dict[str, str] = {
    Proof.NONE: "open", Proof.LETTER: "waiting", Proof.CONTRACT: "good", Proof.PAID: "good",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; `most` is its cap in hundredths of a per cent of the whole."""

    code: str
    name: Text
    most: int | None = None
    clause: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate of the tax from a day on, in hundredths of a per cent."""

    first: date
    rate: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the work."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class Norms:
    """By what an estimate is judged. `day`: the day whose rate counts for a line of no dated phase; `most_asked` in minor
    units; `intensity`: the share that may be asked, in hundredths of a per cent of what the plan covers.
    """

    chapters: tuple[Chapter, ...]
    rates: tuple[Rate, ...]
    phases: tuple[Phase, ...]
    currency: str
    day: date
    covers_gross: bool = True
    most_lines: int = 600
    most_asked: int | None = None
    intensity: int | None = None
    clause: str = ""

    def chapter(self, code: str) -> Chapter | None:
        """The chapter of a code."""
        return next((each for each in self.chapters if each.code == code), None)


@dataclass(frozen=True, slots=True)
class Item:
    """A line: so many units at a price without tax (minor units), taxed or not, spent in a phase or at any time."""

    chapter: str
    text: str
    unit: str
    quantity: Decimal
    price: int
    taxed: bool = True
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A source of the plan: whose money, from whom, how much (minor units), how sure."""

    whose: str
    text: str
    amount: int
    proof: str = Proof.NONE


@dataclass(frozen=True, slots=True)
class Span:
    """When a phase begins and ends; None where nobody has said."""

    phase: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Sum:
    """Money without tax, the tax, and both together, in minor units."""

    net: int = 0
    tax: int = 0

    @property
    def gross(self) -> int:
        """With the tax."""
        return self.net + self.tax

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(self.net + other.net, self.tax + other.tax)


@dataclass(frozen=True, slots=True)
class Point:
    """Something that is wrong or missing. What does not `block` is a remark: it rests on a value that nobody read in the
    rules, or asks for what may still come.
    """

    place: str
    sentence: str
    clause: str
    label: str
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class ChapterSum:
    """A chapter with its lines counted; `share` of the whole in hundredths of a per cent, on the side of the reader of a
    cap: never rounded below it.
    """

    chapter: Chapter
    lines: int
    sum: Sum
    share: int
    over: bool


@dataclass(frozen=True, slots=True)
class Reckoned:
    """An estimate by chapters, in whole, and by rate of the tax; `strays` are lines of no chapter of the norms."""

    chapters: tuple[ChapterSum, ...]
    total: Sum
    by_rate: tuple[tuple[Rate | None, Sum], ...]
    strays: int
