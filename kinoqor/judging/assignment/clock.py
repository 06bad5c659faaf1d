"""What time and the machine do to draws: fetch the named round, reckon, look ahead, mend."""

from datetime import timedelta

from django.utils import timezone

from kinoqor.judging.assignment import actions, queries
from kinoqor.judging.assignment.adapters import chance, working
from kinoqor.judging.assignment.adapters.case import made
from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.assignment.words import NUMBERS, Short, Standing
from kinoqor.kit.jobs import Every, Manner, job
from kinoqor.kit.progress import over
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer

CLOCK = Doer("clock")
LONG = Manner(pauses=(), lease=timedelta(minutes=20))  # longer than the time limit of the law


@job(due=Every(1))
def fetch() -> int:
    """Fetch the rounds that are due; give how many came. Where no mirror answers, it is tried in the next minute."""
    now, came = timezone.now(), 0
    for draw in queries.awaited().exclude(source=NUMBERS).filter(due__lte=now):
        signature = chance.fetched(draw.beacon or 0)
        if signature is not None:
            actions.take_chance(draw.pk, signature, chance.verified, now, by=CLOCK)
            came += 1
    return came


@job(LONG)
def bring(draw: int, signature: str, voice: str, hat: str) -> None:
    """Verify a round that somebody brought, and take it."""
    try:
        actions.take_chance(draw, signature, chance.verified, timezone.now(), by=Doer(voice, hat))
    except Refused as refused:
        trouble = working.said_of(refused.verdict)
        actions.note_trouble(draw, trouble.words, trouble.found, by=CLOCK)


@job(LONG)
def work(draw: int) -> None:
    """Draw, and keep what came or why nothing could."""
    of = queries.whole(draw)
    if of.standing != Standing.FROZEN or of.chance is None:
        return  # done by another worker, or cancelled
    try:
        found = working.reckoned(of)
        actions.keep(draw, found.text, found.rows, found.of, by=CLOCK)
    except Short as short:
        _short(of, short)
    except Refused as refused:
        trouble = working.said_of(refused.verdict)
        actions.note_trouble(draw, trouble.words, trouble.found, by=CLOCK)
    finally:
        over(f"draw:{draw}")


def _short(of: Draw, short: Short) -> None:
    case, settings = working.case_of_frozen(of)
    trouble = working.trouble_of(of, case, settings, of.codes or {}, short.bottleneck)
    actions.note_trouble(of.pk, trouble.words, trouble.found, by=CLOCK)


@job(LONG)
def look(draw: int) -> None:
    """Before anything is frozen: is a plan possible at all?"""
    of = queries.whole(draw)
    if of.standing == Standing.PREPARED and of.phase == 1:
        trouble = working.looked(of, timezone.localdate())
        words, found = (trouble.words, trouble.found) if trouble else ("", {})
        if words != of.trouble:
            actions.note_trouble(draw, words, found, by=CLOCK)


@job(LONG)
def mend(draw: int, voice: str, hat: str, why: str) -> None:
    """Mend a draw with the fewest changes, in the name of whoever asked for it."""
    of = queries.whole(draw)
    try:
        gone, new = working.mending(of, timezone.localdate())
        actions.mend(draw, gone, new, by=Doer(voice, hat), why=why)
    except Short as short:
        today = made(of, timezone.localdate())
        trouble = working.trouble_of(of, today.case, today.settings, today.codes, short.bottleneck)
        actions.note_trouble(draw, trouble.words, trouble.found, by=CLOCK)
    except Refused as refused:
        trouble = working.said_of(refused.verdict)
        actions.note_trouble(draw, trouble.words, trouble.found, by=CLOCK)
    finally:
        over(f"draw:{draw}")
