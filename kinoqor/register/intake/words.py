"""What can come of a row, and the plain form in which a file speaks."""

from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kinoqor.register.claim.words import Rank


class Outcome(TextChoices):
    """What a load does with what a row says."""

    NEW = "new", _("new")
    CHANGED = "changed", _("changed")
    SAME = "same", _("unchanged")
    GONE = "withdrawn", _("no longer said")
    DOUBTFUL = "doubtful", _("doubtful")
    REFUSED = "refused", _("refused")


@dataclass(slots=True)  # millions are made in a load, and a frozen one takes three times as long
class Statement:
    """What one row of a file says of one subject, before it becomes claims (one for each source)."""

    ref: str
    kind: str
    prop: str
    value: str
    sources: tuple[str, ...]
    row: int
    target: str = ""
    qualifiers: dict[str, str] = field(default_factory=dict)
    lang: str = ""
    script: str = ""
    note: str = ""
    rank: int = Rank.NORMAL


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reader of the load should see: where, what, and what became of it. `row` 1 is the heading."""

    outcome: str
    file: str
    row: int
    ref: str
    prop: str
    words: str
