"""What time does to readings: it reminds of the due day. It never ends a reading and never hands anything in."""

from datetime import time

from django.utils import timezone

from kinoqor.judging.review.actions import remind
from kinoqor.judging.review.adapters.rounds import to_remind_by_clock, waiting_rounds
from kinoqor.kit.jobs import Daily, job
from kinoqor.ledger.deed.actions import Doer

CLOCK = Doer("clock")


@job(due=Daily(time(9, 0)))
def remind_readers() -> int:
    """A reader who has something to hand in is reminded once, some working days before the due day."""
    now, sent = timezone.now(), 0
    for ref, stage, phase in waiting_rounds():
        users = to_remind_by_clock(ref, stage, phase, now)
        if users:
            sent += remind(ref, stage, phase, now, users, by=CLOCK)
    return sent
