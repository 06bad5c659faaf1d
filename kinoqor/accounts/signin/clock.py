"""What time does to sessions."""

from datetime import time

from kinoqor.accounts.signin.actions import clear_sessions
from kinoqor.accounts.signin.queries import expired
from kinoqor.kit.jobs import Daily, job
from kinoqor.ledger.deed.actions import Doer


@job(due=Daily(time(4, 0)))
def forget_sessions() -> int:
    """From where somebody signed in is not kept longer than they are signed in."""
    return clear_sessions(by=Doer("clock")) if expired() else 0
