"""What time and the machine do after a decision: they reckon re-checks and tell of annulments."""

from datetime import timedelta

from django.utils import timezone

from kinoqor.deciding.allocation.adapters.telling import in_every_language
from kinoqor.deciding.recheck import actions, queries
from kinoqor.deciding.recheck.adapters import working
from kinoqor.deciding.recheck.words import Standing
from kinoqor.kit.jobs import Manner, job
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer

CLOCK = Doer("clock")
LONG = Manner(pauses=(), lease=timedelta(minutes=20))  # longer than the time limit of the law
BATCH = 25  # applications in one transaction


@job(LONG)
def work(number: int) -> None:
    """Compute a list once more, or say why it cannot be done."""
    of = queries.recheck(number)
    if of is None or of.standing != Standing.ASKED:
        return
    try:
        frozen, result, apart = working.reckoned(of)
        actions.keep(number, frozen, result, apart, by=CLOCK)
    except Refused as refused:
        actions.note_trouble(number, in_every_language(refused.verdict), by=CLOCK)


@job(LONG)
def tell_annulled(ref: str, ground: str, clause: str, words: str) -> None:
    """Write to everybody whose file was in an annulled round, a few in a transaction; nobody is written to twice."""
    why = {"ground": ground, "clause": clause, "words": words}
    waiting = queries.untold(ref)
    for first in range(0, len(waiting), BATCH):
        actions.tell_annulled(ref, waiting[first : first + BATCH], timezone.now(), why, by=CLOCK)
