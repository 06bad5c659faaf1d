"""What time itself does: a round is looked over soon after a credit, a company or a file has changed, and every night."""

from datetime import time, timedelta

from django.utils import timezone

from kinoqor.judging.tie.actions import look
from kinoqor.judging.tie.queries import changed_since_looked, files_of, rounds
from kinoqor.kit.jobs import Daily, Every, Manner, job
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


@job(Manner(lease=timedelta(minutes=30)), due=Every(5))
def look_where_changed() -> int:
    """Look over every round with files to be read where something has changed since the last look; give how many."""
    found = [of for of in rounds() if changed_since_looked(of)]
    for of in found:
        look(of.call, of.stage, timezone.localdate(), by=Doer("clock"))
    return len(found)
