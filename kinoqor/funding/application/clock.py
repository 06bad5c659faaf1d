"""What time does to applications: what was not filed lapses once its window has shut."""

from datetime import time

from django.utils import timezone

from kinoqor.funding.application.actions import move
from kinoqor.funding.application.queries import overdue
from kinoqor.kit.jobs import Daily, job
from kinoqor.ledger.deed.actions import Doer


@job(due=Daily(time(0, 40)))
def lapse_overdue() -> int:
    """Let every application lapse whose window has shut before it was filed; give how many."""
    found = overdue(timezone.now())
    for number, film in found:
        move(number, "lapse", by=Doer("clock"), subject=film)
    return len(found)
