"""What an assignment is made of: plain values, named by the codes that others gave."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import Refused, Verdict


class Standing(TextChoices):
    """How far a draw is."""

    PREPARED = "prepared", _("being prepared")
    FROZEN = "frozen", _("frozen; the public number is awaited")
    DRAWN = "drawn", _("drawn; not released yet")
    RELEASED = "released", _("released to the readers")
    CANCELLED = "cancelled", _("cancelled")


# The sign beside each standing.
SIGNS: dict[str, str] = {
    Standing.PREPARED: "open", Standing.FROZEN: "waiting", Standing.DRAWN: "waiting", Standing.RELEASED: "good",
    Standing.CANCELLED: "lifted",
}  # fmt: skip
PER_PAGE = 50  # files
NUMBERS = "numbers"  # the source of chance where no network is: numbers that others announce
SHUT = -1  # in place of a fit: this reader may not read this file
MOST_FIT = 100_000

Row = Sequence[int]
Progress = Callable[[str, int, int], None]  # what is being done, how far, of how much


def silent(_what: str, _done: int, _of: int) -> None:
    """Progress that nobody listens to."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads between `least` and `most` files. No languages or no sections: any. No house: none in common."""

    code: str
    most: int
    least: int = 0
    house: str = ""
    languages: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class File:
    """What is read. `reads` stands where it differs from the settings; `house` is whose file it is: none of them
    read it.
    """

    code: str
    language: str = ""
    section: str = ""
    house: str = ""
    reads: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The published rule: reads of a file, the lowest fit, how many strong readers from which fit, the cap of chance."""

    reads: int = 5
    floor: int = 0
    strong: int = 0
    strong_from: int = 0
    houses: bool = True  # at most one reader of a house for a file
    cap: Fraction = Fraction(1, 2)  # of the chance that a reader reads a file, where it is drawn
    warned: Fraction = Fraction(1, 5)  # the same of a pair that stands under a warning
    seconds: float = 600.0


@dataclass(frozen=True, slots=True)
class Case:
    """All that an assignment depends on. `fit` has a row a file and a column a reader, in their order."""

    files: Sequence[File]
    readers: Sequence[Reader]
    fit: Sequence[Row]
    conflicts: Collection[tuple[str, str]] = frozenset()  # of file and reader
    warned: Collection[tuple[str, str]] = frozenset()  # of file and reader: drawn with less chance

    def reads(self, file: File, settings: Settings) -> int:
        """How many readers a file needs."""
        return settings.reads if file.reads is None else file.reads


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A file, a reader and how well they fit. `units` of the plan's `of` is the chance that the reader reads it."""

    file: str
    reader: str
    fit: int
    units: int = 1


@dataclass(frozen=True, slots=True)
class Top:
    """The best plan without the cap of chance, with the prices that prove it; none where none exist (see `exact`)."""

    pairs: tuple[Pair, ...]
    prices: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """Who reads what. `chances` says how likely each pair was; in a plan without a draw the two are the same.

    `narrowed`: from a house with a strong reader of a file, only its strong readers were considered for that file.
    """

    pairs: tuple[Pair, ...]
    chances: tuple[Pair, ...]
    of: int
    seed: bytes
    narrowed: bool = False
    best: int | None = None  # the total without the cap, where it was drawn
    drawn_until: int = 0  # the count of the next number of the draw
    top: Top | None = None  # what proves `best`; None in what was drawn before that was published

    @property
    def total(self) -> int:
        """The fit of all pairs."""
        return sum(pair.fit for pair in self.pairs)

    @property
    def expected(self) -> Fraction:
        """The fit of all pairs before the draw, on the average of all draws."""
        return Fraction(sum(pair.fit * pair.units for pair in self.chances), self.of)

    @property
    def price(self) -> Fraction:
        """The share of the best possible fit that the draw costs, on the average; nothing where nothing was drawn."""
        return 1 - self.expected / self.best if self.best else Fraction(0)

    @property
    def loads(self) -> Mapping[str, int]:
        """How many files each reader reads who reads any."""
        counts: dict[str, int] = {}
        for pair in self.pairs:
            counts[pair.reader] = counts.get(pair.reader, 0) + 1
        return counts

    def readers(self, file: str) -> tuple[str, ...]:
        """Who reads a file, the best fitting first."""
        found = sorted(
            (pair for pair in self.pairs if pair.file == file), key=lambda pair: (-pair.fit, pair.reader)
        )
        return tuple(pair.reader for pair in found)


@dataclass(frozen=True, slots=True)
class Proof:
    """What no plan can pass, by the prices, and what this one reaches: equal, it is the best.

    Both count fits times 2^16 with the ties' noise, times the units of a read. `verdict` names what is wrong, if
    anything.
    """

    prices: Mapping[str, int]
    reached: int
    bound: int
    verdict: Verdict

    def __bool__(self) -> bool:
        return bool(self.verdict)


@dataclass(frozen=True, slots=True)
class Change:
    """A change that was tried and makes the plan possible: which setting, to what, in words."""

    what: str
    to: int
    words: str


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """Why there is no plan: these files need more than these readers can give."""

    files: tuple[str, ...]
    readers: tuple[str, ...]
    needed: int
    free: int
    verdict: Verdict
    changes: tuple[Change, ...] = field(default=())


class Short(Refused):
    """There is no plan within the limits; carries the bottleneck with its verdict."""

    def __init__(self, bottleneck: Bottleneck) -> None:
        super().__init__(bottleneck.verdict)
        self.bottleneck = bottleneck
