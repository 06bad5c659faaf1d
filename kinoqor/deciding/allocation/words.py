"""What an allocation is made of: plain values. Money in minor units, points in whole hundredths, shares in per cent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import Refused, Verdict

WHOLE = 100  # per cent
DIGITS = 4  # of the largest sum, counted in the usual unit


class Standing(TextChoices):
    """How far an allocation is."""

    FROZEN = "frozen", _("frozen; being computed")
    COMPUTED = "computed", _("computed; the council has not voted yet")
    ADOPTED = "adopted", _("adopted by the council")
    CANCELLED = "cancelled", _("cancelled")


class Counted(TextChoices):
    """What a quota counts, and in what its bounds are said."""

    FILMS = "films", _("films")
    SHARE = "share", _("per cent of the films")
    MONEY = "money", _("per cent of the money")


class Lots(TextChoices):
    """What is decided by lot."""

    NONE = "none", _("nothing: ties follow the published order")
    TIES = "ties", _("exact ties")
    BAND = "band", _("the films whose interval crosses their line")


class Way(TextChoices):
    """How a film came into the list."""

    LIST = "list", _("by the list")
    REST = "rest", _("by the rest of the money")
    LOT = "lot", _("by lot")
    DEPARTURE = "departure", _("by a departure from the list")


class Reason(TextChoices):
    """Why a film is not in the list: a closed list."""

    PASS = "pass", _("below the pass mark")
    SUM = "sum", _("the sum lies outside the least and the most of an award")
    LINE = "line", _("below the line")
    ENVELOPE = "envelope", _("the envelope is exhausted")
    COMPANY = "company", _("the company has all that one company may get")
    MAXIMUM = "maximum", _("the maximum share is reached")
    QUOTA = "quota", _("passed by films that a quota asks for")
    LOT = "lot", _("not drawn")
    DEPARTURE = "departure", _("taken out by a departure from the list")


@dataclass(frozen=True, slots=True)
class File:
    """A film that asks for money. `low` and `high`: its interval; `place`: its place in the published order of ties, the
    lower the better; `levels`: the parts of the sum, in per cent, with which the applicant can make the film.
    """

    code: str
    kind: str
    stream: str
    points: int
    asked: int
    low: int = 0
    high: int = 0
    place: int = 0
    company: str = ""
    attributes: frozenset[str] = frozenset()
    levels: tuple[int, ...] = (WHOLE,)


@dataclass(frozen=True, slots=True)
class Stream:
    """An envelope. `step`: the part in per cent that every film of it gets, one of `steps`, the same for all; a film
    that cannot be made with it gets the least level that its applicant ticked above.
    """

    code: str
    envelope: int
    step: int = WHOLE
    steps: tuple[int, ...] = (WHOLE,)


@dataclass(frozen=True, slots=True)
class Quota:
    """Of the funded films (of one stream, where it is named) those count that have any of the attributes."""

    code: str
    attributes: frozenset[str]
    counted: str = Counted.FILMS.value
    least: int | None = None
    most: int | None = None
    clause: str = ""
    stream: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The published rule. None: no such limit. `rest`: how far below its line, in hundredths of a point, a film may lie
    that is given the rest; `seed`: of the draw, in hexadecimal, once it is known; no part of what is frozen before.
    `unit`: the money, in minor units, in which lists are compared; None: the usual one of the sums that are asked.
    """

    streams: tuple[Stream, ...]
    quotas: tuple[Quota, ...] = ()
    least: int = 0  # of an award
    most: int | None = None
    passing: int = 0
    company_films: int | None = None
    company_money: int | None = None
    rest: int | None = 300
    lots: str = Lots.NONE.value
    seed: str = ""
    unit: int | None = None
    seconds: int = field(default=600, compare=False)  # it only refuses, it never changes the list


@dataclass(frozen=True, slots=True)
class Case:
    """All that an allocation depends on. `inside` and `outside`: the members' departures, by the files' codes."""

    files: tuple[File, ...]
    settings: Settings
    inside: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()

    @property
    def unit(self) -> int:
        """The money in which lists are compared; where the rule names none, the power of ten with which the largest sum
        that is asked has four digits.
        """
        largest = max((file.asked for file in self.files), default=0)
        return self.settings.unit or int(10 ** max(0, len(str(largest)) - DIGITS))


@dataclass(frozen=True, slots=True, order=True)
class Award:
    """A film in the list: its money, the part of what it asked in per cent, how it came in."""

    code: str
    money: int
    level: int
    way: str


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """A film that is not in the list, with its reason; `quotas`: the codes of the quotas that passed or stopped it."""

    code: str
    reason: str
    quotas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """The cut-off of a stream, a kind and the quotas that a film counts for; None where no film gives it a line."""

    stream: str
    kind: str
    quotas: tuple[str, ...]
    points: int | None
    files: int
    funded: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a case. `computed`: the exact choice, before lots and rest; `value`: its points times its money, in
    whole points times the unit of the case, each film rounded by itself.

    `band`: the films that the lot decides; `kept`: the computed list stands because the drawn one would break a limit.
    """

    computed: tuple[str, ...]
    value: int
    awards: tuple[Award, ...]
    refusals: tuple[Refusal, ...]
    lines: tuple[Line, ...]
    band: tuple[str, ...] = ()
    kept: bool = False

    @property
    def funded(self) -> frozenset[str]:
        """The codes of the films in the list."""
        return frozenset(award.code for award in self.awards)

    @property
    def money(self) -> int:
        """All that is given, in minor units."""
        return sum(award.money for award in self.awards)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold in a result, in words; `code`: the file or the quota that it is about."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Would:
    """What it would have taken: the fewest points with which a refused film is in, and a larger envelope of its stream
    with which it is in. None: not even all points, not even money for all.

    `envelope` was tried and is enough; a smaller one may be enough too, since more money may choose otherwise.
    """

    code: str
    points: int | None
    envelope: int | None  # beside what there is
    passed: tuple[
        tuple[str, tuple[str, ...]], ...
    ] = ()  # films placed worse that are in, and the quotas of each


@dataclass(frozen=True, slots=True)
class Difference:
    """Between two results: who comes in, who goes out, how much more money, films and value the second has."""

    entering: tuple[str, ...]
    leaving: tuple[str, ...]
    money: int
    films: int
    value: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Quotas that cannot hold together: the smallest set of them, and the changes that were tried and help."""

    quotas: tuple[str, ...]
    verdict: Verdict
    changes: tuple["Change", ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A change that was tried and helps: of which quota, to what bound, in words."""

    quota: str
    to: int
    words: str


class Impossible(Refused):
    """No list keeps all limits; carries the clash."""

    def __init__(self, clash: Clash) -> None:
        super().__init__(clash.verdict)
        self.clash = clash


Chances = Mapping[str, float]
Codes = Sequence[str]
