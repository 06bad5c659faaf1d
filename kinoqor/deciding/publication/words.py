"""What a publication says of a file, and the plain values that its law is asked about. Sums are in minor units."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.allocation.words import Reason
from kinoqor.kit.verdict import Verdict

Words = str | Promise


class Result(TextChoices):
    """What became of a file."""

    AWARDED = "awarded", _("in the order")
    CHOSEN = "chosen", _("goes on to the next stage")
    NOT_CHOSEN = "not_chosen", _("not chosen")


class Why(TextChoices):
    """Why a film was not chosen, beside the reasons of a computed list: also a closed list."""

    NO_SHOW = "no_show", _("nobody came to the pitching")
    COMMISSION = "commission", _("the commission did not approve it")
    TIED = "tied", _("level at the line: the stated rules do not decide")
    UNREAD = "unread", _("it has no marks that count")
    UNLISTED = "unlisted", _("it is not in the list that was decided on")


WHY: Mapping[str, Words] = {each.value: each.label for each in (*Reason, *Why)}
STEPS: Mapping[str, str] = {Result.AWARDED: "award", Result.CHOSEN: "choose", Result.NOT_CHOSEN: "pass_over"}
SIGNS: Mapping[str, str] = {Result.AWARDED: "good", Result.CHOSEN: "good", Result.NOT_CHOSEN: "refused"}
# Steps of a call's calendar that have happened when a result comes out; {stage} is the code of its stage.
HAPPENED = ("{stage}-results", "results")
BATCH = 25  # outcomes whose letters are written in one transaction
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Basis:
    """What a publication of a stage would rest on, as its law sees it. `money`: the call gives money at the stage;
    `there`: an order or a carried vote is; `signed`: the order is signed and not annulled; `gone`: films of it that can
    no longer be put in; `last`: no stage comes after; `shut`: a film of the stage is shut to whoever asks; `annulled`:
    the round was.
    """

    money: bool
    there: bool
    signed: bool = False
    gone: int = 0
    files: int = 0
    last: bool = False
    shut: bool = False
    annulled: bool = False


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one file when the result comes out. `was`: its state before; `line` as `Outcome.line` keeps it."""

    application: int
    result: str
    was: str
    asked: int = 0
    council: int = 0
    commission: int = 0
    award: int = 0
    line: Mapping[str, Any] = field(default_factory=dict)

    @property
    def step(self) -> str:
        """The step of the flow that its application takes."""
        return STEPS[self.result]


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a publication is. `holds`: whether what it rests on still does."""

    lifted: bool
    withdrawn: bool
    holds: Verdict
