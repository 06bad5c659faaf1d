"""How readers come to their files: a draw is prepared, frozen, drawn, released; single readings change with a reason."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from secrets import token_hex
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.funding.application.queries import holder
from kinoqor.funding.call.queries import published, terms_of
from kinoqor.funding.conflict.queries import is_shut
from kinoqor.judging.assignment import letters, queries
from kinoqor.judging.assignment.adapters import case as cases
from kinoqor.judging.assignment.adapters import record
from kinoqor.judging.assignment.adapters.changing import rows_of, stand_in_of
from kinoqor.judging.assignment.adapters.records import still_read
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.assignment.rules import frozen as documents
from kinoqor.judging.assignment.rules import steps
from kinoqor.judging.assignment.words import NUMBERS, Standing
from kinoqor.judging.tie.actions import look
from kinoqor.kit.jobs import call
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import Refused, Verdict, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed

# Jobs by name, since clock.py stands above this file.
CLOCK = "kinoqor.judging.assignment.clock."
DRAW, TRY, LOOK, MEND = (CLOCK + name for name in ("work", "bring", "look", "mend"))
HIDDEN = no(_("There is no such application."), hidden=True)


@deed(
    "judging.assignment.prepared",
    _("A draw of readers prepared"),
    _("%(who)s prepared draw %(draw)s of the readers for %(call)s"),
)
def prepare(
    line: Line, ref: str, stage: str, body: int, further: Sequence[int] = (), announced: Sequence[Any] = ()
) -> int:
    """Begin a draw of a body for a stage of a call; `announced` are the numbers that will decide where the call says so
    ([{"code", "name", "day"}]). With applications that get `further` readers it is the second phase. Gives its number.
    """
    phase = 2 if further else 1
    wait_turn(f"draws of {ref} {stage}")
    version = published(ref)
    manner = terms_of(version).manner(stage) if version else None
    of, first = queries.body(body), queries.first_released(ref, stage, body)
    there = queries.there(ref, stage, phase, body)
    second = bool(manner and manner.second.more)
    require(steps.may_prepare(bool(manner), bool(of.closed_id), there, phase, bool(first), second))
    require(steps.were_read(further, queries.drawn_files(first, ()) if first else ()))
    assert version is not None and manner is not None
    made = Draw.objects.create(
        version=version, stage=stage, phase=phase, body=of, salt=token_hex(32), source=manner.draw.source,
        announced=[dict(each) for each in announced], further=sorted(further) or None, made=line.deed,
    )  # fmt: skip
    call(LOOK, made.pk)
    line.details.update(draw=made.pk, call=ref, stage=stage, phase=phase, body=of.ref)
    return made.pk


@deed(
    "judging.assignment.frozen",
    _("The lists of a draw frozen"),
    _("%(who)s froze the lists of draw %(draw)s: %(files)s files, %(readers)s readers"),
)
def freeze(line: Line, draw: int, now: datetime) -> None:
    """Fix what a draw depends on, and name the public number that will decide."""
    of = queries.held(draw)
    manner = terms_of(of.version).manner(of.stage)
    assert manner is not None  # asked when it was prepared, and a version never changes
    extra = dict.fromkeys(still_read(of.further or ()), manner.second.more) if of.phase > 1 else None
    look(of.version.call.ref, of.stage, timezone.localdate(now), by=Doer(line.deed.voice, line.deed.hat))
    made = cases.made(of, timezone.localdate(now), extra)
    files, readers = len(made.case.files) if extra is None else len(extra), len(made.case.readers)
    known = of.source != NUMBERS or bool(of.announced)
    require(steps.may_freeze(of.standing, files, readers, known))
    of.beacon, of.due = cases.named_round(of, manner, now)
    of.frozen = documents.frozen(made.case, made.settings, cases.about(of), now)
    of.digest, of.codes = documents.digest(of.frozen), made.codes
    of.standing, of.frozen_by, of.trouble = Standing.FROZEN, line.deed, ""
    of.save()
    record.tell_frozen(line, of)
    line.details.update(draw=draw, files=files, readers=readers, digest=of.digest, beacon=of.beacon)


@deed(
    "judging.assignment.brought",
    _("A public number brought"),
    _("%(who)s brought the public number for draw %(draw)s, to be verified"),
)
def bring(line: Line, draw: int, signature: str, now: datetime) -> None:
    """Hand in a round's signature where the house has no network; a job verifies it like one that it has fetched."""
    of = queries.held(draw)
    require(steps.may_take(of.standing, of.chance is not None, of.due, now))
    call(TRY, draw, signature, line.deed.voice, line.deed.hat)
    line.details.update(draw=draw)


@deed(
    "judging.assignment.chance_taken",
    _("The public number of a draw taken"),
    _("%(who)s took the public number for draw %(draw)s"),
)
def take_chance(
    line: Line, draw: int, chance: str, verify: Callable[[Draw, str], Verdict], now: datetime
) -> None:
    """Keep what came: the signature of the named round in hex, or the announced numbers as RFC 3797 strings them.
    `verify` says whether it is what was named.
    """
    of = queries.held(draw)
    require(steps.may_take(of.standing, of.chance is not None, of.due, now))
    require(verify(of, chance))
    of.chance, of.trouble = chance, ""
    of.seed = documents.seed(of.frozen or "", documents.randomness(of.source, chance)).hex()
    of.save(update_fields=["chance", "seed", "trouble"])
    call(DRAW, of.pk)
    line.details.update(draw=of.pk, seed=of.seed)


@deed(
    "judging.assignment.troubled",
    _("A draw found impossible"),
    _("%(who)s found that draw %(draw)s cannot be done so"),
)
def note_trouble(line: Line, draw: int, words: str, found: Mapping[str, Any]) -> None:
    """Write down why there is no plan, in every language as JSON; empty where there is one."""
    Draw.objects.filter(pk=queries.held(draw).pk).update(trouble=words, progress=dict(found))
    line.details.update(draw=draw)


@deed(
    "judging.assignment.drawn",
    _("Readers drawn"),
    _("%(who)s drew the readers of draw %(draw)s: %(readings)s readings"),
)
def keep(line: Line, draw: int, text: str, pairs: Iterable[tuple[str, str, int, int]], of: int) -> None:
    """Keep the result of a draw: its document, and (file, reader, fit, units of `of`) by codes. What was withdrawn
    or shut since the freezing stands as a reading that has ended already.
    """
    held = queries.held(draw)
    require(steps.may_keep(held.standing, held.chance is not None))
    held.result, held.result_digest = text, documents.digest(text)
    held.standing, held.drawn_by, held.trouble, held.progress = Standing.DRAWN, line.deed, "", {}
    held.save()
    rows = rows_of(held, list(pairs), of, line.deed)
    Reading.objects.bulk_create(rows, 1000)
    over = sum(each.ended is not None for each in rows)
    record.tell_drawn(line, held)
    line.details.update(draw=draw, readings=len(rows) - over, over=over, digest=held.result_digest)


@deed(
    "judging.assignment.released",
    _("A draw released to its readers"),
    _("%(who)s let the readers of draw %(draw)s see what they read"),
)
def release(line: Line, draw: int) -> None:
    """Let the readers see their files, and tell each of them."""
    of = queries.held(draw)
    require(steps.may_release(of.standing))
    of.standing, of.released_by = Standing.RELEASED, line.deed
    of.save(update_fields=["standing", "released_by"])
    counts = queries.counted(draw)
    for user, count in counts.items():
        letters.tell_released(line, of, user, count)
    line.details.update(draw=draw, readers=len(counts), readings=sum(counts.values()))


@deed("judging.assignment.cancelled", _("A draw cancelled"), _("%(who)s cancelled draw %(draw)s"))
def cancel(line: Line, draw: int) -> None:
    """Give up a draw before its readers know of it, with a reason; it stays readable."""
    of = queries.held(draw)
    require(steps.may_cancel(of.standing))
    require(steps.may_say(line.deed.why))
    of.standing, of.cancelled_by = Standing.CANCELLED, line.deed
    of.save(update_fields=["standing", "cancelled_by"])
    Reading.objects.filter(draw=draw, ended=None).update(ended=line.deed)
    line.details.update(draw=draw)


@deed(
    "judging.assignment.given",
    _("A file given to a reader by hand"),
    _("%(who)s gave application %(application)s to a reader by hand"),
)
def give_by_hand(line: Line, draw: int, application: int, member: int) -> int:
    """Give a file to a member of the body beside the draw, with a reason. Gives the number of the reading."""
    of, user = queries.held(draw), queries.users_of([member]).get(member, 0)
    _sees(line, application)
    require(steps.may_change(of.standing))
    require(steps.may_say(line.deed.why))
    sits = member in {each.pk for each in queries.members_on(of.body_id, timezone.localdate())}
    made = cases.made(of, timezone.localdate())
    known = application in made.codes["files"].values()
    reads = queries.reads_already(user, application)
    require(steps.may_give(is_shut(user, holder(application)), sits, reads, known))
    fit = cases.fit_of(made, of, application, member)
    return _give(line, of, {"application_id": application, "member_id": member, "user_id": user, "fit": fit})


def _sees(line: Line, application: int) -> None:
    """To whom a file is shut it is not there, whatever they hold."""
    if is_shut(number_of(line.deed.voice), holder(application)):
        require(HIDDEN)


def _give(line: Line, of: Draw, columns: Mapping[str, Any]) -> int:
    """A reading by hand or by a stand-in; its reader is told."""
    given = Reading.objects.create(draw=of, given=line.deed, **columns)
    letters.tell_added(line, of, given)
    line.details.update(draw=of.pk, application=given.application_id, reading=given.pk)
    return given.pk


def _changes(line: Line, reading: int) -> tuple[Draw, Reading]:
    """A reading that is to be changed, and its draw, held; with a reason, by somebody to whom the file is not shut."""
    of = queries.held(queries.reading(reading).draw_id)
    found = queries.reading(reading)
    _sees(line, found.application_id)
    require(steps.may_change(of.standing))
    require(steps.may_say(line.deed.why))
    line.details.update(draw=of.pk, application=found.application_id, reading=reading)
    return of, found


@deed(
    "judging.assignment.ended",
    _("A reading ended"),
    _("%(who)s ended a reading of application %(application)s"),
)
def end_reading(line: Line, reading: int) -> None:
    """End a reading with a reason (illness, a late conflict); the reader is told, and nobody reads in their place yet."""
    of, found = _changes(line, reading)
    _end(line, of, found)


def _end(line: Line, of: Draw, reading: Reading) -> None:
    require(steps.may_end(reading.ended_id is not None, queries.handed(reading.pk)))
    Reading.objects.filter(pk=reading.pk).update(ended=line.deed)
    letters.tell_ended(line, of, reading)


@deed(
    "judging.assignment.replaced",
    _("A reader replaced by the draw"),
    _("%(who)s had a stand-in drawn for application %(application)s"),
)
def replace(line: Line, reading: int) -> int:
    """End a reading with a reason, if it still stands, and draw who reads in its place. Gives the new one's number."""
    of, found = _changes(line, reading)
    require(steps.may_replace(queries.replaced(reading)))
    chosen = stand_in_of(of, found, timezone.localdate())
    if chosen is None:
        raise Refused(steps.NOBODY)
    if found.ended_id is None:
        _end(line, of, found)
    return _give(line, of, {**chosen, "application_id": found.application_id, "instead": found})


@deed(
    "judging.assignment.asked",
    _("The machine asked about a draw"),
    _("%(who)s asked the machine about draw %(draw)s"),
)
def ask(line: Line, draw: int, to_mend: bool = False) -> None:
    """Ask a job whether a plan is possible; or, with a reason, that what no longer holds (a recusal, a file or reader
    gone) be mended with the fewest changes.
    """
    of = queries.held(draw)
    if to_mend:
        require(steps.may_change(of.standing))
        require(steps.may_say(line.deed.why))
        call(MEND, draw, line.deed.voice, line.deed.hat, line.deed.why)
    else:
        call(LOOK, draw)
    line.details.update(draw=draw)


@deed(
    "judging.assignment.mended",
    _("A draw mended"),
    _("%(who)s mended draw %(draw)s: %(gone)s readings ended, %(new)s are new"),
)
def mend(line: Line, draw: int, gone: Sequence[int], new: Sequence[tuple[int, int, int]]) -> None:
    """End readings (by number) and give new ones (application, member, fit), as few as make the plan hold again."""
    of = queries.held(draw)
    require(steps.may_change(of.standing))
    require(steps.may_say(line.deed.why))
    for each in gone:
        _end(line, of, queries.reading(each))
    users = queries.users_of(member for _number, member, _fit in new)
    for number, member, fit in new:
        _give(line, of, {"application_id": number, "member_id": member, "user_id": users[member], "fit": fit})
    line.details.clear()
    line.details.update(draw=draw, gone=len(gone), new=len(new))
