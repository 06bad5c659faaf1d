"""How an objection is answered, how far a re-check is, what it may change, and why a round may be annulled."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Answer(TextChoices):
    """How an objection was answered."""

    OPEN = "open", _("not answered yet")
    ACCEPTED = "accepted", pgettext_lazy("an objection", "accepted")
    REJECTED = "rejected", pgettext_lazy("an objection", "rejected")


class Standing(TextChoices):
    """How far a re-check is."""

    ASKED = "asked", _("being computed")
    COMPUTED = "computed", pgettext_lazy("a re-check", "computed")
    FAILED = "failed", _("could not be computed")


class Ground(TextChoices):
    """Why a round is annulled: a closed list."""

    COMPOSITION = "composition", _("a body that decided was not lawfully composed")
    CONFLICT = "conflict", _("somebody decided in spite of a conflict of interest")
    PROCEDURE = "procedure", _("a step that the rules demand was left out")
    ERROR = "error", _("the sums or points rest on an error")
    AUDIT = "audit", _("an audit found a breach of the law")
    COURT = "court", _("a court has decided so")


ANSWERS = (Answer.ACCEPTED, Answer.REJECTED)
SIGNS: Mapping[str, str] = {
    Answer.OPEN: "waiting", Answer.ACCEPTED: "good", Answer.REJECTED: "refused",
    Standing.ASKED: "waiting", Standing.COMPUTED: "good", Standing.FAILED: "late",
}  # fmt: skip
PER_PAGE = 50
SHORTEST, LONGEST = 20, 6000  # letters of an objection, of its answer, and of a reason


@dataclass(frozen=True, slots=True)
class Changes:
    """What a re-check changes: without the marks of these members (accounts), other points of films (by code, in
    hundredths), other envelopes (by stream, in minor units), other bounds of quotas (by code: least and most).
    """

    without: tuple[int, ...] = ()
    points: Mapping[str, int] = field(default_factory=dict)
    envelopes: Mapping[str, int] = field(default_factory=dict)
    quotas: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.without or self.points or self.envelopes or self.quotas)


@dataclass(frozen=True, slots=True)
class Names:
    """What is called how in a list: its streams, quotas and films by code, and whoever marked them by account."""

    streams: Mapping[str, str]
    quotas: Mapping[str, str]
    films: Mapping[str, str]
    members: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """An objection as its law sees it: who it is about and who wants to answer."""

    answerer: str
    deciders: frozenset[str]
    seated: bool
    answered: bool
