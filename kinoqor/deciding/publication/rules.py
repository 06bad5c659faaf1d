"""The law of a publication: on what it may rest, from when it is seen, until when it may be taken back. Pure."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kinoqor.deciding.publication.words import Basis, Stand
from kinoqor.funding.call.rules import may_go_on
from kinoqor.kit.calendar import Calendar, UnknownYear
from kinoqor.kit.verdict import YES, Verdict, no

NOT_THERE = no(_("There is no such publication."), hidden=True)
SHUT = no(
    _("A film of this stage is shut to you, and the list would show it."),
    way=_("A colleague to whom nothing of the stage is shut prepares the publication."),
)
ANNULLED = no(
    _("The order was annulled, so there is nothing that could be published."),
    way=_("Withdraw this publication and prepare a new one from the order that takes its place."),
)
ALL_TOLD = no(_("All letters of this publication are written."))


def rests(on: Basis) -> Verdict:
    """Whether there is something to publish: a signed order, or a carried vote on the list of a stage without money."""
    if on.annulled:
        return may_go_on(True)
    if on.shut:
        return SHUT
    if on.money and not on.there:
        return no(
            _("There is no order about this stage yet."), way=_("Prepare the order and have it signed.")
        )
    if on.money and not on.signed:
        return no(_("The order is not signed."), way=_("A result is published once its order is signed."))
    if on.gone:
        return no(
            ngettext_lazy(
                "%(n)s film of the order was withdrawn or did not come to the pitching.",
                "%(n)s films of the order were withdrawn or did not come to the pitching.",
                on.gone,
            )
            % {"n": on.gone},
            way=_("Annul the order and sign one without them."),
        )
    if not on.money and not on.there:
        return no(
            _("No body has voted on the list of this stage."), way=_("Put the list to the vote at a sitting.")
        )
    if not on.money and on.last:
        return no(
            _("No stage comes after this one, and the call gives no money at it."), way=_("See the call.")
        )
    return YES if on.files else no(_("No file of this stage waits for a decision."))


def holds(fallen: bool, on: Basis) -> Verdict:
    """Whether a prepared publication still rests on what it was prepared from. `fallen`: its order is annulled."""
    return ANNULLED if fallen and not on.annulled else rests(on)


def may_prepare(on: Basis, there: bool, lifts: datetime, now: datetime) -> Verdict:
    """Whether a publication may be prepared for a moment: one for a stage, resting on something, not in the past."""
    if there:
        return no(
            _("A publication of this stage is prepared already, or out."),
            way=_("Before its moment it can be withdrawn."),
        )
    held = rests(on)
    if not held:
        return held
    if lifts <= now:
        return no(_("This moment has passed already."), way=_("Choose a later one."))
    return YES


def may_withdraw(of: Stand, lifts: datetime, now: datetime, why: str) -> Verdict:
    """Whether it may be taken back: before its moment, or while what it rests on does not hold; with a reason."""
    if of.withdrawn:
        return no(_("This publication was withdrawn already."))
    if of.lifted:
        return no(
            _("The result is out. What everybody has seen is not taken back."),
            way=_("A decision that proves wrong is re-checked, or its round annulled, in the open."),
        )
    if now >= lifts and of.holds:
        return no(_("Its moment has come: the result is just being published."))
    return (
        YES if why.strip() else no(_("A publication is withdrawn with a reason that stays in the journal."))
    )


def may_lift(of: Stand, lifts: datetime, now: datetime) -> Verdict:
    """Whether the clock may lift the embargo: once, not before the moment, and only while what it rests on holds."""
    if of.withdrawn:
        return no(_("This publication was withdrawn."))
    if of.lifted:
        return no(_("This result is out already."))
    if now < lifts:
        return no(_("Its moment has not come."))
    return of.holds


def may_tell(annulled: bool) -> Verdict:
    """Whether letters may still say what came of a file: not once the round was annulled, of which other letters tell."""
    return may_go_on(annulled)


def visible(lifted: bool, withdrawn: bool, lifts: datetime, now: datetime) -> bool:
    """Whether anybody may see a result: it was lifted, its moment has come, nobody has taken it back before."""
    return lifted and not withdrawn and lifts <= now


def short(points: int | None, line: int | None) -> int | None:
    """How many hundredths of a point a film lies below its line; None where it has no points, no line, or lies above."""
    return line - points if points is not None and line is not None and points < line else None


def objection(calendar: Calendar, day: date, days: int | None) -> date | None:
    """The last day of an objection: so many working days after the day of the publication.

    None where the call says no term, or the calendar of a year is not known: no day is ever guessed.
    """
    try:
        return calendar.after(day, days).day if days else None
    except UnknownYear:
        return None
