"""What the machine does to allocations: it chooses, names who waits for lots, fetches rounds, says what was lacking."""

import json
from datetime import timedelta

from django.utils import timezone

from kinoqor.deciding.allocation import actions, queries
from kinoqor.deciding.allocation.adapters import telling, working
from kinoqor.funding.manner.words import Source
from kinoqor.judging.assignment.adapters import chance
from kinoqor.kit.jobs import Every, Manner, job
from kinoqor.kit.progress import over
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer

CLOCK = Doer("clock")
LONG = Manner(pauses=(), lease=timedelta(minutes=20))  # longer than the time limit of the law


@job(LONG)
def work(number: int) -> None:
    """Choose the list, and keep it; or name the films that wait for lots; or say why nothing can be chosen."""
    of = queries.whole(number)
    if of.computed_id is not None or of.cancelled_id is not None:
        return
    try:
        case = working.case_with(of, frozenset(), frozenset())
        found = working.reckoned(of)
        waiting = working.waits(case, found) if of.source and not of.seed else {}
        if waiting:
            actions.await_lots(number, waiting, by=CLOCK)
        else:
            actions.keep(number, working.written(of, case, found), len(found.awards), found.money, by=CLOCK)
    except Refused as refused:
        actions.note_trouble(number, telling.in_every_language(refused.verdict), by=CLOCK)
    finally:
        over(f"allocation:{number}")


@job(LONG)
def try_brought(number: int, signature: str, voice: str, hat: str) -> None:
    """Verify a round that somebody brought, and take it."""
    try:
        actions.take_chance(number, signature, telling.verified, timezone.now(), by=Doer(voice, hat))
    except Refused as refused:
        actions.note_trouble(number, telling.in_every_language(refused.verdict), by=CLOCK)


@job(due=Every(1))
def fetch() -> int:
    """Fetch the rounds that lots wait for; give how many came."""
    now, came = timezone.now(), 0
    for of in queries.awaiting().filter(source=Source.DRAND, due__lte=now):
        signature = chance.fetched(of.beacon or 0)
        if signature is not None:
            actions.take_chance(of.pk, signature, telling.verified, now, by=CLOCK)
            came += 1
    return came


@job(LONG)
def tell(number: int) -> None:
    """Work out what it would have taken for each film that is not in the list; each answer is tried by choosing anew."""
    of = queries.whole(number)
    if of.told is not None or of.computed_id is None:
        return
    try:
        found = working.lacked(of)
        actions.keep_told(number, json.dumps(found), len(found), by=CLOCK)
    finally:
        over(f"told:{number}")
