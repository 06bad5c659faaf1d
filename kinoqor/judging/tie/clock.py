"""What time itself does: every night each round is looked over, since credits, companies and files have changed."""

from datetime import time, timedelta

from django.utils import timezone

from kinoqor.judging.tie.actions import look
from kinoqor.judging.tie.queries import files_of, rounds
from kinoqor.kit.jobs import Daily, Manner, job
from kinoqor.ledger.deed.actions import Doer


@job(Manner(lease=timedelta(minutes=30)), due=Daily(at=time(3, 40)))
def look_again() -> int:
    """Look over every round in which something was filed; give how many."""
    done = 0
    for of in rounds():
        if files_of(of).exists():
            look(of.call, of.stage, timezone.localdate(), by=Doer("clock"))
            done += 1
    return done
