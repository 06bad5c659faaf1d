"""What is done in the hall: who came, who was shown out, what a member marked, and the opening of all marks."""

import secrets
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.deciding.pitching import queries
from kinoqor.deciding.pitching.adapters import hall
from kinoqor.deciding.pitching.models import Out, Sheet, Slot
from kinoqor.deciding.pitching.rules import hearing
from kinoqor.deciding.pitching.rules.hearing import NOT_THERE, session
from kinoqor.deciding.pitching.words import Came, Standing
from kinoqor.deciding.pitching.words import Sheet as Given
from kinoqor.funding.application.actions import move as move_application
from kinoqor.judging.panel.actions import photograph
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import Refused, Verdict, require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.log.actions import write as record

STEPS = {Came.PITCHED: "pitch", Came.NO_SHOW: "miss"}


@deed(
    "deciding.pitching.came",
    _("Who came to a pitching"),
    _("%(who)s recorded about slot %(slot)s: %(after)s"),
)
def note_came(line: Line, slot: int, came: Came, now: datetime) -> None:
    """Record that a film was heard, or that nobody came; the application moves with it. A mistake of “nobody came” is
    mended with the deed's reason.
    """
    _wait(slot)
    own = queries.held_slot(slot)
    of = own.plan
    log = queries.contacts(of).get(slot, [])
    before = queries.came(own)
    require(hearing.may_say(queries.heard(own, of, log), came, now))
    if came == Came.PITCHED:
        require(hearing.all_out(hall.not_out(of, own)))
    require(hearing.may_reason(before == Came.NO_SHOW, line.deed.why))
    by = Doer(line.deed.voice, line.deed.hat)
    if before == Came.NO_SHOW:
        move_application(own.application_id, "invite", by=by)
    move_application(own.application_id, STEPS[came], by=by)
    own.came, own.noted = came, line.deed
    own.save(update_fields=["came", "noted"])
    line.details.update(slot=slot, application=own.application_id, after=str(came))


@deed(
    "deciding.pitching.shown_out",
    _("A member shown out"),
    _("%(who)s recorded a member out of slot %(slot)s"),
)
def show_out(line: Line, slot: int, member: int) -> None:
    """Record that a member was out of the hall while a film was heard: they mark nothing, and nobody can change it."""
    _wait(slot)
    own = queries.held_slot(slot)
    sits = {each.pk for each in queries.members(own.plan, _day(own))}
    out = queries.shown_out(own.plan)
    # What was handed in before a film is heard once more does not say that they hear it now.
    handed = own.came == Came.PITCHED and (slot, member) in queries.handed(own.plan)
    opened = own.plan.opened_id is not None
    require(hearing.may_show_out(member in sits, (slot, member) in out, handed, opened))
    Out.objects.create(slot=own, member_id=member, made=line.deed)
    line.details.update(slot=slot, application=own.application_id, member=member)


@deed(
    "deciding.pitching.marked",
    _("Marks of a pitching written on"),
    _("%(who)s wrote on their marks of slot %(slot)s"),
)
def write_sheet(line: Line, slot: int, given: Given, revision: int, now: datetime) -> int:
    """Keep what a member has marked, finished or not, over the revision that they saw (0: none yet); give the new one."""
    own, member, sheet = _own(line, slot)
    require(_may(own, member, sheet))
    require(hearing.may_keep(queries.criteria(own.plan), given))
    line.details.update(slot=slot)
    if sheet is not None and queries.given(sheet) == given:
        return sheet.revision
    kept = _kept(line, own, member, sheet, given, revision, now)
    kept.save()
    return kept.revision


@deed(
    "deciding.pitching.handed_in",
    _("Marks of a pitching handed in"),
    _("%(who)s handed in their marks of slot %(slot)s"),
)
def hand_in(line: Line, slot: int, given: Given, revision: int, now: datetime) -> str:
    """Keep a member's marks and seal them; gives the digest. By trigger they cannot be changed after."""
    _wait(slot)
    own, member, sheet = _own(line, slot)
    may = _may(own, member, sheet)
    require(hearing.may_hand_in(queries.heard(own, own.plan), may, queries.criteria(own.plan), given))
    kept = _kept(line, own, member, sheet, given, revision, now)
    kept.digest, kept.handed = hearing.seal(slot, given, kept.salt), line.deed
    kept.save()
    line.details.update(slot=slot, seal=kept.digest)
    of = own.plan
    said = {"session": session(of.pk), "seal": kept.digest}
    record("marks.sealed", of.version.call.ref, said, by=Doer(line.deed.voice, line.deed.hat))
    return kept.digest


@deed(
    "deciding.pitching.opened",
    _("Marks of a pitching opened"),
    _("%(who)s opened all marks of pitching %(plan)s"),
)
def open_sheets(
    line: Line, plan: int, missing: Collection[tuple[int, int]], hidden: bool, now: datetime
) -> str:
    """Open all marks together, once; `missing` are pairs of slot and member that the opener names, with the deed's
    reason; `hidden` whether a film is shut to them. Keeps who sat there, and whose marks a conflict found since sets
    aside. Gives the digest over all.
    """
    wait_turn(hearing.turn(plan))
    of = queries.held(plan)
    found = hall.sitting(of, hidden, missing)
    require(hearing.may_open(found))
    require(hearing.may_reason(bool(found.lacking), line.deed.why))
    day = now.astimezone(queries.zone(of)).date()
    by = Doer(line.deed.voice, line.deed.hat)
    of.photograph_id = photograph(of.body_id, f"pitching:{of.pk}", day, by=by)
    of.opened, of.standing = line.deed, Standing.OPENED
    of.save(update_fields=["photograph", "opened", "standing"])
    gone = [each.pk for each in queries.slots(of) if queries.came(each) == Came.WITHDRAWN]
    Slot.objects.filter(pk__in=gone).update(came=Came.WITHDRAWN, noted=line.deed)  # its marks do not count
    seals = [(each.slot_id, each.member_id, each.digest) for each in queries.sheets(of) if each.handed_id]
    digest = hearing.seal_of_all(seals)
    line.details.update(
        plan=plan, call=of.version.call.ref, reviews=len(seals), missing=len(found.lacking), seal=digest,
        lacking=sorted([int(slot), int(member)] for slot, member in found.lacking),
        aside=sorted([slot, member] for slot, member in hall.aside(of)),
    )  # fmt: skip
    said = {"session": session(of.pk), "marks": len(seals), "seals": digest}
    record("marks.opened", of.version.call.ref, said, by=by)
    return digest


def _wait(slot: int) -> None:
    """Wait for the turn of the marks before anything is read: what the opening does meanwhile is seen, and what is done
    before it is opened with all the others.
    """
    wait_turn(hearing.turn(queries.plan_number(slot)))


def _own(line: Line, slot: int) -> tuple[Slot, Any, Sheet | None]:
    """A slot with the membership and the sheet of whoever does the deed."""
    own, user = queries.held_slot(slot), number_of(line.deed.voice)
    member = queries.member_in(own.plan, user, _day(own)) if own.at else None
    if member is None:
        raise Refused(NOT_THERE)
    return own, member, queries.own_sheet(slot, user)


def _may(own: Slot, member: Any, sheet: Sheet | None) -> Verdict:
    out = bool(queries.outs([member], [own.application])) or (own.pk, member.pk) in queries.shown_out(
        own.plan
    )
    handed = sheet is not None and sheet.handed_id is not None
    return hearing.may_mark(queries.heard(own, own.plan), True, out, handed)


def _day(own: Slot) -> date:
    return queries.place(own.plan, own.at).day if own.at else date.min


def _kept(
    line: Line, own: Slot, member: Any, sheet: Sheet | None, given: Given, revision: int, now: datetime
) -> Sheet:
    """The sheet with what was marked, not saved yet. Refused where it was changed since `revision`."""
    if sheet is None:
        require(hearing.unchanged_since(revision, 0))
        sheet = Sheet(
            slot=own,
            member=member,
            user_id=member.seat.user_id,
            revision=0,
            made=line.deed,
            salt=secrets.token_hex(32),
        )
    elif queries.given(sheet) != given:
        require(hearing.unchanged_since(revision, sheet.revision))
    sheet.marks, sheet.words = dict(given.marks), given.words
    sheet.revision, sheet.changed = sheet.revision + 1, now
    return sheet
