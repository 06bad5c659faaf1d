"""What is written to readers after a deed of the draw; nothing before the draw is released."""

from typing import Any

from kinoqor.accounts.notice.letters import tell
from kinoqor.accounts.notice.words import Notice
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.check.letters import whole
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.assignment.words import Standing
from kinoqor.ledger.deed.actions import Line

WRITTEN = "judging/assignment/written/"


def about(of: Draw) -> dict[str, Any]:
    """What every letter about a draw names: the call and the stage."""
    terms = terms_of(of.version)
    stage = terms.stage(of.stage)
    return {
        "call": whole(terms.name),
        "stage": whole(stage.name if stage else {}),
        "invented": terms.invented,
    }


def tell_released(line: Line, of: Draw, user: int, count: int) -> None:
    """That files wait to be read, how many, and where."""
    tell(line, user, Notice.WORK, WRITTEN + "released", {**about(of), "count": count}, f"draw:{of.pk}")


def tell_added(line: Line, of: Draw, reading: Reading) -> None:
    """That one more file waits to be read."""
    if of.standing == Standing.RELEASED:
        said = {**about(of), "film": whole(reading.application.titles)}
        tell(line, reading.user_id, Notice.WORK, WRITTEN + "added", said, f"draw:{of.pk}")


def tell_ended(line: Line, of: Draw, reading: Reading) -> None:
    """That a file is no longer theirs to read."""
    if of.standing == Standing.RELEASED:
        said = {**about(of), "film": whole(reading.application.titles)}
        tell(line, reading.user_id, Notice.WORK, WRITTEN + "ended", said, f"draw:{of.pk}")
