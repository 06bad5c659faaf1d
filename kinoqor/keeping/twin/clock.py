"""What the calendar looks for."""

from datetime import time, timedelta

from kinoqor.keeping.twin.actions import look
from kinoqor.kit.jobs import Daily, Manner, job
from kinoqor.ledger.deed.actions import Doer


@job(Manner(lease=timedelta(hours=1)), due=Daily(time(3, 30)))
def look_for_twins() -> int:
    """Every night, while nobody works: which records look alike."""
    return look(by=Doer("clock"))
