"""What time does: everything that was filed becomes comparable within minutes."""

from kinoqor.funding.likeness.actions import trace
from kinoqor.funding.likeness.queries import to_trace
from kinoqor.kit.jobs import Every, job
from kinoqor.ledger.deed.actions import Doer

AT_ONCE = 200


@job(due=Every(minutes=5))
def trace_filed() -> int:
    """Keep what is compared of the applications that were filed or changed; give how many."""
    waiting = list(to_trace().values_list("pk", flat=True)[:AT_ONCE])
    for number in waiting:
        trace(number, by=Doer("clock"))
    return len(waiting)
