"""What time itself does: every night it is asked of whoever sits on a body whether the rules would bar them today."""

from datetime import time, timedelta

from django.utils import timezone

from kinoqor.judging.panel.actions import find_barred
from kinoqor.judging.panel.queries import barred_now, grounds_now, openings, sitting_on
from kinoqor.kit.jobs import Daily, Manner, job
from kinoqor.ledger.deed.actions import Doer


@job(Manner(lease=timedelta(minutes=30)), due=Daily(at=time(3, 50)))
def look_at_members() -> int:
    """Look again at everybody who sits on a body at work; give about how many something has changed."""
    today, changed = timezone.localdate(), 0
    known, opened = barred_now(today), {}
    for one in sitting_on(today):
        of = one.body.programme
        if of.pk not in opened:
            opened[of.pk] = openings(of)
        grounds = grounds_now(one, today, opened[of.pk])
        if set(grounds) != set(known[one.pk][1] if one.pk in known else ()):
            find_barred(one.pk, grounds, today, by=Doer("clock"))
            changed += 1
    return changed
