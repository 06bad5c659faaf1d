"""What is written to readers: that something is still to be handed in."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kinoqor.accounts.notice.letters import tell
from kinoqor.accounts.notice.words import Notice
from kinoqor.funding.call.words import Terms
from kinoqor.funding.check.letters import whole
from kinoqor.judging.review.words import reminder
from kinoqor.ledger.deed.actions import Line

REMINDER = "judging/review/written/reminder"


def remind(line: Line, user: int, waiting: Sequence[Any], terms: Terms, due: date | None) -> int | None:
    """How many files of a stage a reader still has to hand in, how many of them are not begun, and until when."""
    draw = waiting[0].draw
    stage = terms.stage(draw.stage)
    said: Mapping[str, Any] = {
        "count": len(waiting), "fresh": sum(1 for each in waiting if not hasattr(each, "review")), "day": due,
        "call": whole(terms.name), "stage": whole(stage.name if stage else {}), "invented": terms.invented,
    }  # fmt: skip
    return tell(line, user, Notice.WORK, REMINDER, dict(said), reminder(draw.pk))
