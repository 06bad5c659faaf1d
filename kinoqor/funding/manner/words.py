"""By what files are judged, and how. Plain values that a call fixes before anybody reads."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

Text = Mapping[str, str]  # one text in every language of the house


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a mark means."""

    mark: int
    text: Text


@dataclass(frozen=True, slots=True)
class Criterion:
    """By what the files are judged; scale and weight are None where the rules that could be read do not give them."""

    code: str
    name: Text
    about: Text
    lowest: int | None = None
    highest: int | None = None
    weight: int | None = None
    anchors: tuple[Anchor, ...] = ()


class Section(TextChoices):
    """By what files and readers are divided; a reader reads only files of his own sections."""

    NONE = "none", _("not divided")
    MEDIUM = "medium", _("by the kind of film")
    LANGUAGE = "language", _("by the language of the script")


class Source(TextChoices):
    """Where the number of the public draw comes from."""

    DRAND = "drand", _("the public beacon drand")
    NUMBERS = "numbers", _("numbers drawn before witnesses")


class Admission(TextChoices):
    """What the films are put in order by."""

    MEAN = "mean", _("the average of the marks")
    MEDIAN = "median", _("the middle mark")
    RANK = "rank", _("the place in each reader’s own order")
    PLUSES = "pluses", _("how many readers are in favour")


class Tie(TextChoices):
    """What decides between films that are level; a call names them in order."""

    SCORE = "score", _("the higher score")
    CRITERION = "criterion", _("the higher average on the criterion that the call names")
    LOWEST = "lowest", _("the higher lowest mark")
    PLUSES = "pluses", _("more readers in favour")
    DRAW = "draw", _("the public draw")


@dataclass(frozen=True, slots=True)
class Conflicts:
    """How far a conflict of interest reaches: a shared lead credit or company bars for `years`, crew work for
    `crew_years` from `crew_least` films on. `remote`: a link through a third person makes a draw less likely. `feared` is
    how many readers an applicant may name.
    """

    years: int = 5
    crew_years: int = 2
    crew_least: int = 2
    remote: bool = True
    feared: int = 2


@dataclass(frozen=True, slots=True)
class Draw:
    """The public draw: its source, and how many minutes after the lists are frozen its number is made known."""

    source: str = Source.DRAND
    after: int = 60


@dataclass(frozen=True, slots=True)
class Scores:
    """What the marks come to. `plus` is the mark from which on a reader is in favour, `pluses` how many must be; `places`
    how many films are admitted at most, `least` in hundredths of a mark the value below which none is. `first` is the
    criterion of that tie rule. `correct`: the strictness of readers is taken off, where `trust` films' worth of doubt
    meets it and who shares fewer than `fewest` films has none that is known; the interval holds in `level` per cent.
    """

    admission: str = Admission.MEAN
    plus: int | None = None
    pluses: int = 2
    places: int | None = None
    least: int | None = None
    ties: tuple[str, ...] = (Tie.LOWEST, Tie.DRAW)
    first: str = ""
    correct: bool = True
    trust: int = 7
    fewest: int = 8
    level: int = 50


@dataclass(frozen=True, slots=True)
class Second:
    """A second phase: how many `more` read a film whose interval crosses the line; nought: there is none."""

    more: int = 0


@dataclass(frozen=True, slots=True)
class Feedback:
    """Within how many working days the reasons go to the applicant (None: no term); `needed`: no mark without one."""

    days: int | None = None
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Manner:
    """How the files of one stage are judged.

    Each file has `readers`; each reader between `least` and `most` files unless agreed otherwise. A pair's chance is at
    most `cap` per cent, its fit (0 to 1000) at least `floor`; `strong` readers of a file fit by `strong_from` or better.
    `houses`: at most one reader of a house for a file. `papers`: which papers the readers are shown; none named:
    the first that the stage asks for.
    """

    stage: str
    readers: int = 3
    most: int = 15
    least: int = 0
    section: str = Section.MEDIUM
    cap: int = 50
    floor: int = 0
    strong: int = 0
    strong_from: int = 600
    houses: bool = True
    papers: tuple[str, ...] = ()
    clause: str = ""
    conflicts: Conflicts = Conflicts()
    draw: Draw = Draw()
    scores: Scores = Scores()
    second: Second = Second()
    feedback: Feedback = Feedback()
