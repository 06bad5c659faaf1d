"""The record is published a moment after something was written, and looked after every five minutes.

In this order: tiles, then the signed head in the database, last the checkpoint among the files. Each step can be done
twice and nothing breaks if the machine stops between two of them. Two at once: tiles come out the same, and of the heads
one is signed while the other gives way.
"""

import logging

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import transaction

from kinoqor.kit import note
from kinoqor.kit.jobs import Every, Manner, call, call_once, job
from kinoqor.kit.tiles import CHECKPOINT, Checkpoint, read_checkpoint
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import Refused, require
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.log import actions, queries, rules
from kinoqor.ledger.log.adapters import keys, stamp, witness
from kinoqor.ledger.log.adapters.growing import grow
from kinoqor.ledger.log.models import Head

log = logging.getLogger("kinoqor.record")
BY = Doer("clock")
SHOW = "kinoqor.ledger.log.clock.show"


@job(Manner(pauses=()), due=Every(5))
def publish() -> str:
    """Publish what was written since the last head; a sentence says what stands, or why nothing was signed."""
    try:
        head = published()
    except Refused as refused:
        log.error("%s %s", refused.verdict.reason, refused.verdict.way)
        return str(refused.verdict.reason)
    if head is None:
        return "nothing"
    if settings.WITNESSES:
        call(SHOW)
    return f"{head.size} leaves"


def published(whole: bool = False) -> Head | None:
    """Tiles, head, checkpoint; the head that stands then, None while there are no leaves. Raises Refused.

    `whole` makes every tile again, so that one that was spoilt is mended.
    """
    last, count = queries.head(), queries.count()
    if not count and last is None and queries.laid() is None:
        return None
    secrets = _secrets(last)
    before = queries.checkpoint_of(last)
    there = _believed(_public(secrets))
    known = bool(there and (found := queries.head_of(there.size)) and found.root == there.root.hex())
    require(rules.may_go_on(before, there, known))
    size = before.size if before else 0
    if count != size or there is None or whole:
        grown = grow(queries.folder(), before, count, queries.written, whole or there is None)
        if count > size:
            _sign(size, Checkpoint(settings.RECORD_ORIGIN, count, grown.root()), secrets)
    return lay()


def _sign(before: int, new: Checkpoint, secrets: list[Ed25519PrivateKey]) -> None:
    """Sign a head, or give way to who has signed meanwhile: what is new comes with the next one."""
    proof = queries.consistency(before, new.size)
    try:
        actions.sign_head(before, new, proof, secrets, by=BY)
    except Refused:
        last = queries.head()
        if (last.size if last else 0) == before:
            raise
        call_once(actions.PUBLISH)


def _public(secrets: list[Ed25519PrivateKey]) -> list[note.Key]:
    return [note.public_key(settings.RECORD_ORIGIN, each) for each in secrets]


def _secrets(last: Head | None) -> list[Ed25519PrivateKey]:
    """The keys of this house; made when the record begins, and never in the place of one that has signed already."""
    place = settings.RECORD_KEY
    found = keys.held(place)
    if not found and last is not None:
        raise keys.lost(place)
    if not found:
        return [keys.add(place, [])]
    if last is not None:
        signed = note.read_note(last.text.encode())
        if not any(note.signs(each, signed) for each in _public(found)):
            raise keys.replaced(place)
    return found


def _believed(own: list[note.Key]) -> Checkpoint | None:
    """The checkpoint that lies published, if one of our keys has signed it: anything else is written over."""
    laid = queries.laid()
    if laid is None or not any(note.signs(each, laid) for each in own):
        return None
    return read_checkpoint(laid)


def lay() -> Head | None:
    """Lay the newest head down as the checkpoint, with its witnesses; then old unfinished tiles can go."""
    with transaction.atomic():
        wait_turn(actions.HEADS)
        last = queries.head()
        if last is None:
            return None
        queries.folder().put(CHECKPOINT, str(queries.note_of(last)).encode())
    before = queries.size_before(last.size)
    queries.folder().clear(queries.size_before(before), before)
    return last


@job(Manner(pauses=(60, 600)))
def show() -> str:
    """Show the last head to every witness that has not seen it; their lines come under the checkpoint."""
    last = queries.head()
    found = [each for each in map(witness.named, settings.WITNESSES) if each]
    kept = sum(_shown(last, *each) for each in found) if last else 0
    if kept:
        lay()
    return f"{kept} cosignatures"


def _shown(head: Head, key: str, address: str) -> bool:
    old = queries.witnessed(key)
    if old == head.size:
        return False
    answer = witness.asked(address, old, queries.consistency(old, head.size), head.text)
    if answer.knows is not None and answer.knows <= head.size:
        proof = queries.consistency(answer.knows, head.size)
        answer = witness.asked(address, answer.knows, proof, head.text)
    if answer.knows is not None and answer.knows > head.size:
        log.error("the witness %s knows %s leaves, this house %s", address, answer.knows, head.size)
    for line in answer.lines:
        try:
            actions.keep_cosignature(head.size, key, line, by=BY)
        except Refused as refused:
            log.warning("%s", refused.verdict.reason)
        else:
            return True
    return False


@job(Manner(pauses=()), due=Every(60))
def date() -> str:
    """Have the last head dated by the authority that the house has named, once an hour at most."""
    last = queries.head()
    if not settings.STAMPS or last is None or queries.stamped(last.size):
        return "nothing"
    try:
        found = stamp.stamped(settings.STAMPS, last.text.encode(), stamp.roots(settings.STAMP_ROOTS))
    except Refused as refused:
        log.error("%s %s", refused.verdict.reason, refused.verdict.way)
        return str(refused.verdict.reason)
    if found is None:
        return "no stamp"
    actions.keep_stamp(last.size, found.raw, found.at, by=BY)
    return f"{last.size} leaves"
