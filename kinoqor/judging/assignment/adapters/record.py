"""What the public record is told of a draw: that its lists are fixed, and what came of it."""

from typing import Any

from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.assignment.words import NUMBERS
from kinoqor.ledger.deed.actions import Doer, Line
from kinoqor.ledger.log.actions import write
from kinoqor.ledger.log.rules import moment


def tell_frozen(line: Line, draw: Draw) -> None:
    """The digest of the frozen lists, and which public number will decide, before anybody can know it."""
    chance: dict[str, Any] = {"round": draw.beacon} if draw.beacon else {}
    if draw.source == NUMBERS:
        chance["announced"] = [each["day"] for each in draw.announced]
    if draw.due:
        chance["due"] = moment(draw.due)
    _tell(line, draw, "draw.frozen", {"source": draw.source, **chance})


def tell_drawn(line: Line, draw: Draw) -> None:
    """The seed that was made of the public number, and the digest of the result."""
    _tell(line, draw, "draw.drawn", {"seed": draw.seed, "result": draw.result_digest})


def _tell(line: Line, draw: Draw, kind: str, more: dict[str, Any]) -> None:
    says = {"stage": draw.stage, "phase": draw.phase, "body": draw.body.ref, "lists": draw.digest, **more}
    write(kind, draw.version.call.ref, says, by=Doer(line.deed.voice, line.deed.hat))
