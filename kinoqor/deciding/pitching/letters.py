"""What is written to applicants: that they are invited, that their time has changed, that it is tomorrow."""

from datetime import datetime
from typing import Any

from kinoqor.accounts.notice.letters import tell
from kinoqor.accounts.notice.words import Notice
from kinoqor.deciding.pitching.queries import terms, zone
from kinoqor.funding.application.queries import addressees
from kinoqor.funding.check.letters import whole
from kinoqor.ledger.deed.actions import Line

WRITTEN = "deciding/pitching/written/"


def invite(line: Line, slot: Any, plan: Any) -> int:
    """The notice of the pitching, with date, time, place and broadcast; gives to how many it went."""
    return _write(line, slot, plan, "invited")


def tell_moved(line: Line, slot: Any, plan: Any, before: datetime) -> int:
    """That the time has changed, with the old one and the new one."""
    was = {f"was_{key}": value for key, value in _when(before, plan).items()}
    return _write(line, slot, plan, "moved", **was)


def remind(line: Line, slot: Any, plan: Any) -> int:
    """That the pitching is tomorrow."""
    return _write(line, slot, plan, "reminder")


def _when(at: datetime, plan: Any) -> dict[str, Any]:
    here = at.astimezone(zone(plan))
    return {"day": here.date(), "time": f"{here:%H:%M}"}


def _write(line: Line, slot: Any, plan: Any, letter: str, **more: Any) -> int:
    found, of = terms(plan), slot.application
    stage = found.stage(plan.stage)
    said = {
        "number": of.pk, "film": whole(of.titles), "call": whole(found.name), "minutes": plan.minutes,
        "stage": whole(stage.name if stage else {}), "place": whole(plan.place), "broadcast": plan.broadcast,
        "zone": found.zone, "invented": found.invented, "ref": plan.version.call.ref, "of": plan.stage,
    } | _when(slot.at, plan) | more  # fmt: skip
    sent = [tell(line, user, Notice.FILE, WRITTEN + letter, said, of.name) for user in addressees(of.pk)]
    return sum(1 for each in sent if each)
