"""What a frozen list says of itself beside its case, where its lots come from, and the seed that follows from it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from kinoqor.deciding.allocation.models import Allocation
from kinoqor.funding.award.words import Lots, Purse
from kinoqor.funding.manner.words import Manner, Source
from kinoqor.judging.assignment.rules.frozen import randomness
from kinoqor.kit.chain import QUICKNET, first_from, time_of
from kinoqor.kit.draw import seed_of as seeded

FORMAT = "kinoqor allocation frozen 1"
PURPOSE = "kinoqor/lots/1"


def about(of: Allocation) -> dict[str, Any]:
    """Which call and stage, and where chance comes from if lots are to be drawn."""
    source: dict[str, Any] = {"source": of.source}
    if of.source == Source.DRAND:
        source |= {"chain": QUICKNET.hash, "round": of.beacon, "due": time_of(QUICKNET, of.beacon or 0)}
    elif of.source:
        source["announced"] = of.announced
    return {
        "format": FORMAT, "call": of.version.call.ref, "version": of.version.number, "stage": of.stage, "chance": source,
    }  # fmt: skip


def seed_of(of: Allocation, chance: str) -> str:
    """The seed of the lots in hexadecimal: of the frozen document as it is published and of what came after."""
    return seeded(PURPOSE, of.frozen.encode(), randomness(of.source, chance)).hex()


def named(purse: Purse, manner: Manner | None, now: datetime) -> tuple[str, int | None, datetime | None]:
    """Where lots come from: the source, the round of the beacon and when it is due; nothing where there are no lots."""
    if purse.lots == Lots.NONE or manner is None:
        return "", None, None
    if manner.draw.source != Source.DRAND:
        return str(manner.draw.source), None, None
    beacon = first_from(QUICKNET, int((now + timedelta(minutes=manner.draw.after)).timestamp()) + 1)
    return str(manner.draw.source), beacon, datetime.fromtimestamp(time_of(QUICKNET, beacon), UTC)
