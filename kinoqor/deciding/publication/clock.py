"""What time does: it lifts the embargo at its moment, and has every letter written."""

import logging
from datetime import timedelta

from django.utils import timezone

from kinoqor.deciding.publication import queries
from kinoqor.deciding.publication.actions import lift, tell
from kinoqor.kit.jobs import Every, Manner, job
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer

log = logging.getLogger("kinoqor.deciding")
CLOCK = Doer("clock")
LONG = Manner(lease=timedelta(minutes=30))


@job(LONG, due=Every(1))
def lift_due() -> int:
    """Lift every embargo whose moment has come; give how many. What cannot be lifted stays, and its page says why."""
    count = 0
    for each in queries.due(timezone.now()):
        try:
            lift(each.pk, timezone.now(), by=CLOCK)
            count += 1
        except Refused as refused:
            log.warning("publication %s is not lifted: %s", each.pk, refused.verdict.reason)
        except Exception:  # what one of them breaks on holds up no other; it is tried again in a minute
            log.exception("publication %s is not lifted", each.pk)
    return count


@job(LONG)
def tell_all(number: int) -> int:
    """Write the letters of a publication, a few in each transaction, until none is left; give of how many files."""
    count = 0
    while queries.untold(number).exists():
        try:
            count += tell(number, timezone.now(), by=CLOCK)
        except Refused:
            return count  # another worker has written the last ones
    return count


@job(LONG, due=Every(10))
def tell_left() -> int:
    """Letters that a dead worker has left behind; give of how many files they were written."""
    return sum(tell_all.func(number) for number in queries.telling())
