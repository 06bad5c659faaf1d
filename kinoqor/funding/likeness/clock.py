"""What time does: everything that was filed becomes comparable within minutes, and its scripts are read one by one."""

import time
from datetime import timedelta
from typing import Any

from kinoqor.funding.likeness.actions import keep_script, trace
from kinoqor.funding.likeness.adapters.script import read_script
from kinoqor.funding.likeness.queries import to_read, to_trace
from kinoqor.funding.likeness.words import Reading, Script
from kinoqor.kit.jobs import Every, Manner, job
from kinoqor.kit.wording.reading import BOUNDS
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.file.queries import bytes_of

AT_ONCE = 200
READ_FOR = 100  # seconds of five minutes in which scripts are read, so that letters need not wait for them


@job(due=Every(minutes=5))
def trace_filed() -> int:
    """Keep what is compared of the applications that were filed or changed; give how many."""
    waiting = list(to_trace().values_list("pk", flat=True)[:AT_ONCE])
    for number in waiting:
        trace(number, by=Doer("clock"))
    return len(waiting)


@job(Manner(lease=timedelta(minutes=10)), due=Every(minutes=5))
def read_scripts() -> int:
    """Read the scripts that nobody has read yet and that are judged clean; give how many.

    What was not reached is read in the next round.
    """
    until, count = time.monotonic() + READ_FOR, 0
    for digest, file in to_read(AT_ONCE):
        if time.monotonic() > until:
            break
        keep_script(digest, _read(file), by=Doer("clock"))
        count += 1
    return count


def _read(file: Any) -> Script:
    if file.size > BOUNDS.size:
        return Script("", Reading.BROKEN)
    try:
        with bytes_of(file) as opened:
            raw = opened.read()
    except FileNotFoundError:
        return Script("", Reading.BROKEN)
    return read_script(raw, file.kind)
