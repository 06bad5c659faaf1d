"""What is marked, by which terms, and what the marks come to. Numbers are exact fractions until they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kinoqor.funding.manner.words import Admission as Admission
from kinoqor.funding.manner.words import Tie as Tie
from kinoqor.kit.verdict import Verdict


class Stand(TextChoices):
    """Where a film stands to the line."""

    IN = "in", _("above the line")
    OUT = "out", _("below the line")
    TIED = "tied", _("level at the line: the stated rules do not decide")


@dataclass(frozen=True, slots=True)
class Criterion:
    """By what a film is marked: its scale, and its weight among the others."""

    code: str
    lowest: Fraction
    highest: Fraction
    weight: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Terms:
    """What the call fixed before anybody read. `most` is the largest strictness that counts and `reach` how far from the
    middle mark a mark counts, in points of the scale `lowest` to `highest`; `trust` is how many films' worth of doubt a
    reader's strictness meets; `plus` the mark from which on a reader is in favour.
    """

    criteria: tuple[Criterion, ...]
    lowest: Fraction = Fraction(1)
    highest: Fraction = Fraction(10)
    correct: bool = True
    trust: int = 7
    most: Fraction = Fraction(3, 2)
    reach: Fraction = Fraction(3, 2)
    fewest: int = 8  # films that a reader shares with others before his strictness is known
    crossing: Fraction = Fraction(1, 6)  # share of the reads of a section that must cross its border
    uneven: Fraction = Fraction(1, 20)  # share of the differences between marks that strictness must explain
    level: Fraction = Fraction(1, 2)  # how often the interval is to hold what it is about
    widening: Fraction = Fraction(11, 10)  # of the variance, for what the strictness itself is unsure by
    admission: str = Admission.MEAN
    plus: Fraction | None = None
    pluses: int = 2
    places: int | None = None  # how many films are admitted at most
    least: Fraction | None = None  # the value below which nobody is admitted
    ties: tuple[str, ...] = (Tie.DRAW,)
    first: str = ""  # the criterion of the tie rule of that name
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one reader gave one film on one criterion; None is "not applicable"."""

    reader: str
    film: str
    criterion: str
    value: Fraction | None


@dataclass(frozen=True, slots=True)
class Read:
    """One reader's marks of one film as one mark on the common scale."""

    reader: str
    film: str
    mark: Fraction


@dataclass(frozen=True, slots=True)
class Gap:
    """One film of a reader: his mark, the average of the others on the same film, and the difference."""

    film: str
    mark: Fraction
    others: Fraction

    @property
    def gap(self) -> Fraction:
        """Above zero where the reader is milder than the others."""
        return self.mark - self.others


@dataclass(frozen=True, slots=True)
class Strictness:
    """How a reader's strictness was found, step by step; a milder reader stands above zero. `known` is False for who has
    read too little to be judged, and then nothing is taken off.
    """

    reader: str
    gaps: tuple[Gap, ...]
    middle: Fraction
    trusted: Fraction
    capped: Fraction
    counted: Fraction
    known: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """Whether marks are corrected, and by what. Where the verdict is a no, every strictness counts as zero."""

    verdict: Verdict
    readers: Mapping[str, Strictness]

    def of(self, reader: str) -> Fraction:
        """What is taken off each mark of a reader."""
        told = self.readers.get(reader)
        return told.counted if self.verdict and told else Fraction(0)


@dataclass(frozen=True, slots=True)
class Counted:
    """A mark of a film as given, without the reader's strictness, and as it counts. `far`: it lies so far from the others
    that the reader is asked for a written reason, or one more reader is drawn.
    """

    reader: str
    given: Fraction
    strictness: Fraction
    corrected: Fraction
    counted: Fraction
    far: bool = False

    @property
    def pulled(self) -> bool:
        """Whether the mark was pulled in towards the film's middle mark."""
        return self.counted != self.corrected


@dataclass(frozen=True, slots=True)
class Score:
    """A film: its marks, the average of those given, the score with its interval, and how far its readers are apart."""

    film: str
    rows: tuple[Counted, ...]
    raw: Fraction
    middle: Fraction
    score: Fraction
    low: Fraction
    high: Fraction
    spread: Fraction  # between the highest and the lowest mark that were given


@dataclass(frozen=True, slots=True)
class Place:
    """A film on the list. `by` is the tie rule that put it behind the film above it, where both have one value; `crosses`
    says that the line is within what another set of readers might have said.
    """

    film: str
    place: int
    value: Fraction
    stand: str
    by: str = ""
    crosses: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A whole round: the correction, the scores, the list and the line. `spread` is the pooled variance within films."""

    terms: Terms
    reads: tuple[Read, ...]
    correction: Correction
    scores: Mapping[str, Score]
    places: tuple[Place, ...]
    line: Fraction | None
    spread: float

    def place_of(self, film: str) -> Place | None:
        """The film's place, None where nobody marked it."""
        return next((each for each in self.places if each.film == film), None)

    @property
    def admitted(self) -> frozenset[str]:
        """The films above the line."""
        return frozenset(each.film for each in self.places if each.stand == Stand.IN)


@dataclass(frozen=True, slots=True)
class Influence:
    """What the list would be without a reader: who would come in, who would go out, and how far a film moves at most."""

    reader: str
    entering: tuple[str, ...]
    leaving: tuple[str, ...]
    furthest: int
    corrected: bool  # whether the marks would still be corrected


@dataclass(frozen=True, slots=True)
class Worked:
    """The example of one film, step by step, for a page: how strict each of its readers was found to be, its marks as
    given and as counted, their sums, and how the interval was made (score, give or take `half`).
    """

    score: Score
    place: Place
    readers: tuple[Strictness, ...]
    corrected: bool
    sum_given: Fraction
    sum_counted: Fraction
    half: float
    line: Fraction | None
