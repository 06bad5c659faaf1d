"""Who plays, and which stages are played."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from kinoqor.deciding.premiere.rules import Script
from kinoqor.funding.demonstration.queries import doer
from kinoqor.judging.panel.models import Body, Member
from kinoqor.judging.rehearsal.rules import Expert
from kinoqor.ledger.deed.actions import Doer


@dataclass(frozen=True)
class Stage:
    """A stage of a call."""

    ref: str
    stage: str


DECIDED, AHEAD = Stage("demo-order", "package"), Stage("demo-package", "package")


@dataclass(frozen=True)
class Cast:
    """The script, each expert by their address, two officers and their fund, the council, and the moment of the play."""

    script: Script
    experts: Mapping[str, Expert]
    officer: Doer
    other: Doer
    fund: int
    body: Body
    now: datetime

    def at(self, days: int) -> datetime:
        """So many days ago."""
        return self.now - timedelta(days=days)

    def afternoon(self, days: int) -> datetime:
        """Three o'clock in the afternoon, so many days ago."""
        return timezone.localtime(self.at(days)).replace(hour=15, minute=0, second=0, microsecond=0)

    def day(self, days: int) -> date:
        """The day so many days ago."""
        return self.local(self.at(days))

    def local(self, at: datetime) -> date:
        """The day of a moment."""
        return timezone.localdate(at)

    def doer(self, member: Member) -> Doer:
        """A member as the journal knows them."""
        return doer(member.seat)
