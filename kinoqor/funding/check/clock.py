"""What time does to notices: it reminds, and it writes down that a term ran out. It never refuses."""

from datetime import time, timedelta

from django.utils import timezone

from kinoqor.funding.check.actions import note_end, remind
from kinoqor.funding.check.queries import ran_out, to_remind
from kinoqor.kit.jobs import Daily, Every, job
from kinoqor.ledger.deed.actions import Doer

CLOCK = Doer("clock")
AHEAD = timedelta(hours=40)  # reminds on the morning of the day before the last one


@job(due=Daily(time(9, 0)))
def remind_of_terms() -> int:
    """The applicant reads a day ahead that the term for repair ends."""
    now = timezone.now()
    found = list(to_remind(now, now + AHEAD).values_list("pk", "application__film__ref"))
    for notice, ref in found:
        remind(notice, now, by=CLOCK, subject=ref)
    return len(found)


@job(due=Every(15))
def note_ends() -> int:
    """A term that has run out is written down within a quarter of an hour, and the applicant is told."""
    now = timezone.now()
    found = list(ran_out(now).values_list("pk", "application__film__ref"))
    for notice, ref in found:
        note_end(notice, now, by=CLOCK, subject=ref)
    return len(found)
