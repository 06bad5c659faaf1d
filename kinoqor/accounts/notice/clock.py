"""What the calendar writes to people."""

from datetime import time

from kinoqor.accounts.notice.actions import write_daily
from kinoqor.kit.jobs import Daily, job
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.letter.queries import voices_with_held


@job(due=Daily(time(8, 0)))
def daily_letters() -> int:
    """Write to everyone for whom something waits; each person in a transaction of their own."""
    return sum(write_daily(voice, by=Doer("clock")) for voice in voices_with_held())
