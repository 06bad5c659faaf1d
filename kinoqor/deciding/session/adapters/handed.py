"""What a vote hands down: to the list its adoption or the end of a departure, to the public record its numbers."""

from typing import Any

from kinoqor.deciding.allocation.actions import adopt, drop_departure
from kinoqor.deciding.allocation.adapters.working import departed
from kinoqor.deciding.session.models import Item
from kinoqor.deciding.session.words import Matter
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.log.actions import write


def hand_down(of: Item, by: Doer) -> None:
    """Tell the list what was voted, inside the deed that closes it.

    A carried departure is confirmed by its vote; one whose vote was broken off waits to be voted on anew.
    """
    if of.matter == Matter.LIST and of.carried:
        adopt(of.allocation_id, by=by)
    if of.matter == Matter.DEPARTURE and not of.carried and not (of.counts or {}).get("broken_off"):
        drop_departure(of.departure_id, departed, by=by)


def publish(of: Item, by: Doer) -> None:
    """Write to the public record, last in the deed that closes a vote, what the law lets be public of it."""
    write("vote.taken", f"sitting:{of.sitting_id}", says(of), by=by)


def says(of: Item) -> dict[str, Any]:
    """A vote without a person and without a film: numbers, the digest of who sat there, and whether the chair's voice
    carried what stood level.
    """
    counts, at = of.counts or {}, of.photograph
    numbers = {key: counts.get(key, 0) for key in ("for", "against", "abstained", "present", "shut_out")}
    outcome = "carried" if of.carried else "broken_off" if counts.get("broken_off") else "lost"
    level = {"level": "chair"} if of.carried and numbers["for"] == numbers["against"] else {}
    return {
        "item": f"{of.pk}", "form": str(of.form), **numbers, **({"composition": at.digest} if at else {}),
        "outcome": outcome, **level,
    }  # fmt: skip
