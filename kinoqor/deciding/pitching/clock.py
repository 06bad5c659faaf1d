"""What time does to a pitching: it reminds applicants on the day before. It never says that nobody came."""

from datetime import time

from django.utils import timezone

from kinoqor.deciding.pitching.actions import remind
from kinoqor.deciding.pitching.adapters.hall import tomorrow
from kinoqor.deciding.pitching.queries import contacts
from kinoqor.kit.jobs import Daily, job
from kinoqor.ledger.deed.actions import Doer

CLOCK = Doer("clock")


@job(due=Daily(time(10, 0)))
def remind_of_pitching() -> int:
    """Whoever is heard tomorrow is reminded once; nobody is told a second time on the same day."""
    now = timezone.now()
    due = []
    for slot in tomorrow(now):
        log = contacts(slot.plan_id).get(slot.pk, [])
        if not any(each.made.voice == CLOCK.voice and each.made_id > slot.made_id for each in log):
            due.append(slot.pk)
    return remind(due, by=CLOCK) if due else 0
