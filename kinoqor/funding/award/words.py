"""By what rules the films of a stage are chosen and the money is given. A call fixes them before it opens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

Text = Mapping[str, str]  # one text in every language of the house


class Form(TextChoices):
    """How a body votes, and so what of a vote may be told to whom."""

    OPEN = "open", _("open: the body sees who votes how; the public sees the numbers")
    CLOSED = "closed", _("closed: nobody sees who votes how; only the numbers are kept apart")
    NAMED = "named", _("by name: everybody may see who voted how")


class Majority(TextChoices):
    """What carries a vote."""

    PRESENT = "present", _("more than half of those who take part")
    MEMBERS = "members", _("more than half of all members")
    THIRDS = "thirds", _("two thirds of those who take part")


class Level(TextChoices):
    """What becomes of a vote with as many for as against."""

    CHAIR = "chair", _("the chair’s vote decides")
    FALLS = "falls", _("it is not carried")


class Abstention(TextChoices):
    """What an abstention does."""

    UNCOUNTED = "uncounted", _("is not counted")
    AGAINST = "against", _("counts as a vote against")


class Lots(TextChoices):
    """Where lots decide."""

    NONE = "none", _("nowhere")
    TIES = "ties", _("between films that are exactly level at the line")
    BAND = "band", _("between all films whose 20 per cent interval crosses the line")


class Measure(TextChoices):
    """What a quota counts."""

    FILMS = "films", _("films")
    FILM_SHARE = "film_share", _("per cent of the films")
    MONEY_SHARE = "money_share", _("per cent of the money")


@dataclass(frozen=True, slots=True)
class Pitching:
    """The defence before the council. `weight` is the share of the points that its marks make, in per cent; the rest are
    the readers’ marks. `criteria` are those of the call that are marked there; none named: all.
    """

    minutes: int = 15
    a_day: int = 28
    first: time = time(10)
    last: time = time(18)
    rest_from: time = time(13)
    rest_until: time = time(14)
    weight: int = 0
    criteria: tuple[str, ...] = ()
    notice_days: int = 5  # working days between the notice and the pitching, at least


@dataclass(frozen=True, slots=True)
class Voting:
    """How the council votes."""

    form: str = Form.OPEN
    majority: str = Majority.PRESENT
    level: str = Level.CHAIR
    abstention: str = Abstention.UNCOUNTED


@dataclass(frozen=True, slots=True)
class Purse:
    """How the money is given. Sums are in minor units, points in hundredths of a mark. `steps` are the parts of the asked
    sum, in per cent, that an applicant may tick as enough; `rest`: how far below the line what is left may still go.
    """

    least_points: int | None = None
    least: int | None = None
    most: int | None = None
    steps: tuple[int, ...] = ()
    company_films: int | None = None
    company_sum: int | None = None
    rest: int = 300
    lots: str = Lots.TIES
    departures: bool = True
    seconds: int = 120


@dataclass(frozen=True, slots=True)
class Award:
    """How the films of one stage are chosen. `purse` is None for a stage that gives no money but leads to the next one;
    `body` and `commission` are kinds of body; `complaint_days` working days after the publication, None: not known.
    """

    stage: str
    pitching: Pitching | None = None
    voting: Voting = Voting()
    purse: Purse | None = None
    complaint_days: int | None = None
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Quota:
    """A bound on films of some kind: `answer` is what is looked at ("kind", "medium", "stream", "company" or a question's
    place), `one_of` what it must be. `least` and `most` are films or per cent, by `measure`; None: no bound. A quota of a
    `stream` counts within it, else within the whole call.
    """

    code: str
    name: Text
    answer: str
    one_of: tuple[str, ...]
    measure: str = Measure.FILMS
    least: int | None = None
    most: int | None = None
    stream: str = ""
    clause: str = ""
