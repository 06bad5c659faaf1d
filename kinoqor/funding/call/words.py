"""What the terms of a call consist of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kinoqor.funding.award.words import Award, Quota
from kinoqor.funding.manner.words import Criterion, Manner
from kinoqor.kit.calendar import Window
from kinoqor.kit.moment import Moment

Text = Mapping[str, str]  # one text in every language of the house


class Medium(TextChoices):
    """What kind of film, by its making."""

    FEATURE = "feature", _("Feature film")
    DOCUMENTARY = "documentary", _("Documentary")
    ANIMATION = "animation", _("Animation")


class Length(TextChoices):
    """Full-length or short."""

    FULL = "full", _("full-length")
    SHORT = "short", _("short")
    ANY = "any", _("any length")


class Trial(TextChoices):
    """How a condition of the applicant is tried; what no machine can try is left to an officer."""

    NONE = "none", _("by an officer")
    DEBT = "debt", _("the tax debt is not above a limit")
    SOLVENT = "solvent", _("not bankrupt and not being wound up")
    ACTIVITY = "activity", _("the main activity has one of some codes")
    CERTIFICATE = "certificate", _("the tax certificate is not older than some days")
    REGISTERED = "registered", _("registered in the country")


class Per(TextChoices):
    """What a limit of applications counts within."""

    MEDIUM = "medium", _("for each of feature film, documentary and animation")
    KIND = "kind", _("for each kind")
    CALL = "call", _("in the whole call")


class Standing(TextChoices):
    """Where a call or a stage of it stands at a moment."""

    ANNOUNCED = "announced", _("announced")
    COMING = "coming", _("opens later")
    OPEN = "open", _("open")
    SHUT = "shut", _("closed for applications")
    ANNULLED = "annulled", _("annulled")


# The sign beside each standing.
SIGNS: dict[str, str] = {
    Standing.ANNOUNCED: "waiting", Standing.COMING: "waiting", Standing.OPEN: "good", Standing.SHUT: "open",
    Standing.ANNULLED: "refused",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stream:
    """A purpose that money is given for. `envelope` is in minor units; None: not known, never nought."""

    code: str
    name: Text
    goal: Text
    envelope: int | None
    currency: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Kind:
    """A form of film; `least` and `most` are minutes, of each episode where there are several."""

    code: str
    name: Text
    medium: str
    length: str
    least: int | None = None
    most: int | None = None
    episodes: int | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme that an applicant may name."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class Only:
    """When something is asked: only where an answer ("kind", "stream", or a question's place) is one of some."""

    answer: str
    one_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to be sent: how many at most, and which types ("pdf"), judged by content."""

    code: str
    name: Text
    help: Text
    clause: str
    condition: Only | None
    required: bool
    most: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A round of filing. `window` is None while no dates are announced; days are working days, None where not known."""

    code: str
    name: Text
    window: Window | None
    form: str
    papers: tuple[Paper, ...]
    repair_days: int | None
    reading_days: int | None
    about: Text
    clause: str = ""

    def paper(self, code: str) -> Paper | None:
        """The paper of a code."""
        return next((paper for paper in self.papers if paper.code == code), None)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most how many applications of one applicant."""

    per: str
    most: int
    clause: str


@dataclass(frozen=True, slots=True)
class Condition:
    """What an applicant must be, the reason of a no and the way out of it. `question` is what the check without an
    account asks, `good` the answer that lets one apply; `limit` is `times` x `parameter` once a day is known.
    """

    code: str
    text: Text
    reason: Text
    way: Text
    clause: str
    test: str
    question: Text
    good: str
    times: int | None = None
    parameter: str = ""
    codes: tuple[str, ...] = ()
    days: int | None = None
    limit: int | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the officer's check list; `machine` names a finding that the machine makes itself, if any."""

    code: str
    text: Text
    clause: str
    machine: str | None
    stage: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """A ground for a formal refusal."""

    code: str
    name: Text
    clause: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the estimate; `most` is its cap in hundredths of a per cent of the whole, if there is one."""

    code: str
    name: Text
    most: int | None = None
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the timeline, planned and actual, each as exact as it is known and perhaps with a last day."""

    code: str
    name: Text
    planned: Moment | None
    planned_until: Moment | None
    actual: Moment | None
    actual_until: Moment | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """What the rules that could be read do not say, and so nothing here decides."""

    code: str
    text: Text


@dataclass(frozen=True, slots=True)
class Terms:
    """All that a version of a call says."""

    name: Text
    summary: Text
    whom: Text
    judged: Text
    after: Text
    invented: bool
    zone: str
    currency: str
    streams: tuple[Stream, ...]
    kinds: tuple[Kind, ...]
    pairs: frozenset[tuple[str, str]]
    themes: tuple[Theme, ...]
    stages: tuple[Stage, ...]
    limits: tuple[Limit, ...]
    criteria: tuple[Criterion, ...]
    manners: tuple[Manner, ...]
    awards: tuple[Award, ...]
    quotas: tuple[Quota, ...]
    conditions: tuple[Condition, ...]
    checks: tuple[Check, ...]
    reasons: tuple[Reason, ...]
    chapters: tuple[Chapter, ...]
    complaint_days: int | None
    answer_days: int | None
    most_asked: int | None
    intensity: int | None
    dates: tuple[Step, ...]
    law: tuple[tuple[str, str], ...]
    unknown: tuple[Unknown, ...]

    def stream(self, code: str) -> Stream | None:
        """The stream of a code."""
        return next((each for each in self.streams if each.code == code), None)

    def kind(self, code: str) -> Kind | None:
        """The kind of a code."""
        return next((each for each in self.kinds if each.code == code), None)

    def stage(self, code: str) -> Stage | None:
        """The stage of a code."""
        return next((each for each in self.stages if each.code == code), None)

    def manner(self, stage: str) -> Manner | None:
        """How the files of a stage are judged; None where the call does not say."""
        return next((each for each in self.manners if each.stage == stage), None)

    def award(self, stage: str) -> Award | None:
        """How the films of a stage are chosen; None where the call does not say."""
        return next((each for each in self.awards if each.stage == stage), None)

    def reason(self, code: str) -> Reason | None:
        """The ground for a refusal of a code."""
        return next((each for each in self.reasons if each.code == code), None)

    def allows(self, stream: str, kind: str) -> bool:
        """Whether films of a kind are taken in a stream."""
        known = self.stream(stream) and self.kind(kind)
        return bool(known) and (not self.pairs or (stream, kind) in self.pairs)

    @property
    def ends(self) -> datetime | None:
        """The first moment (UTC) after the last window that is known."""
        return max((each.window.shuts for each in self.stages if each.window), default=None)
