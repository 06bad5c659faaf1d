"""The law of the steps of a draw: what may be done at which moment, and by whom not. Pure."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from kinoqor.judging.assignment.words import Standing
from kinoqor.kit.verdict import YES, Verdict, no

SHORTEST = 20  # letters of a reason
S = Standing


def may_prepare(said: bool, closed: bool, there: bool, phase: int, first: bool, second: bool) -> Verdict:
    """Whether a draw may be begun: `said` whether the call says how the stage is judged, `first` whether the first phase
    is released, `second` whether the call knows a second one.
    """
    if not said:
        return no(
            _("The call does not say how the files of this stage are judged."),
            way=_("Write it into a draft of the call and publish it."),
        )
    if closed:
        return no(_("This body was closed."), way=_("Choose another body."))
    if there:
        return no(
            _("There is a draw of this body for this stage already."), way=_("Go on with it, or cancel it.")
        )
    if phase == 2 and not second:
        return no(_("This call knows no second phase."))
    if phase == 2 and not first:
        return no(_("The first phase is not released yet."), way=_("Release it first."))
    return YES if phase in (1, 2) else no(_("There are two phases at most."))


def were_read(further: Sequence[int], read: Collection[int]) -> Verdict:
    """Whether the files of a second phase were all read by the same body in the first one."""
    if set(further) <= set(read):
        return YES
    return no(
        _("A film of this list was not read by this body in the first phase."),
        way=_("Begin the second phase from the page of the scores."),
    )


def may_freeze(standing: str, files: int, readers: int, announced: bool) -> Verdict:
    """Whether the lists may be frozen; `announced` tells whether it is known where chance will come from."""
    if standing != S.PREPARED:
        return no(_("The lists are frozen already, or the draw was cancelled."))
    if not files:
        return no(
            _("There is no admitted file to be read."),
            way=_("Finish the formal check first."),
            to="check-list",
        )
    if not readers:
        return no(_("Nobody sits on this body today."), way=_("Appoint its members first."))
    if not announced:
        return no(
            _("It was not said which numbers will decide."),
            way=_("Cancel this draw and name the numbers when you prepare the next one."),
        )
    return YES


def may_take(standing: str, taken: bool, due: datetime | None, now: datetime) -> Verdict:
    """Whether the public number may be entered: once, after the lists were frozen and when it is due."""
    if standing != S.FROZEN:
        return no(_("No public number is awaited here."))
    if taken:
        return no(_("The public number is here already; it is never taken twice."))
    if due is not None and now < due:
        return no(
            _("The public number was named for later."),
            way=_("Wait until it is due, nobody can know it before."),
        )
    return YES


def may_keep(standing: str, taken: bool) -> Verdict:
    """Whether a plan may be kept as the result."""
    if standing != S.FROZEN or not taken:
        return no(_("There is nothing to be drawn here: no public number, or a result already."))
    return YES


def may_release(standing: str) -> Verdict:
    """Whether the readers may see what they read."""
    if standing == S.RELEASED:
        return no(_("The readers know already."))
    return YES if standing == S.DRAWN else no(_("Nothing is drawn yet."), way=_("Draw first."))


def may_cancel(standing: str) -> Verdict:
    """Whether a draw may be given up: not once readers know of it."""
    if standing == S.CANCELLED:
        return no(_("This draw was cancelled already."))
    if standing == S.RELEASED:
        return no(
            _("The readers know of this draw already."),
            way=_("Change single readings, each with its reason."),
        )
    return YES


def may_change(standing: str) -> Verdict:
    """Whether single readings may be changed: after the draw."""
    if standing in (S.DRAWN, S.RELEASED):
        return YES
    return no(_("Nothing is drawn yet, so there is nothing to change."))


def may_say(why: str) -> Verdict:
    """Whether a reason is given: a change by hand stands in the journal with it."""
    if len(why.strip()) < SHORTEST:
        return no(_("Write in at least %(least)s letters why.") % {"least": SHORTEST})
    return YES


def may_give(shut: bool, sits: bool, reads: bool, admitted: bool) -> Verdict:
    """Whether a hand may give a file to a reader. No hand opens what a conflict of interest shuts."""
    if not admitted:
        return no(_("This file is not among those that are read."))
    if not sits:
        return no(_("This person does not sit on the body today."))
    if shut:
        return no(_("A conflict of interest shuts this file to the reader."), way=_("Choose another reader."))
    return no(_("This reader reads the file already.")) if reads else YES


def may_end(ended: bool, handed: bool) -> Verdict:
    """Whether a reading may be ended: not once its review was handed in, which is then for the panel to judge."""
    if ended:
        return no(_("This reading has ended already."))
    if handed:
        return no(
            _("The review was handed in already."),
            way=_("Scores can be counted without a reader; see the page of the scores."),
        )
    return YES


def may_replace(replaced: bool) -> Verdict:
    """Whether a stand-in may be drawn: one for each reading."""
    return no(_("Somebody reads in this place already.")) if replaced else YES


NOBODY = no(
    _("The draw gives this file to nobody: whoever may read it has no place, or chance passed them over."),
    way=_("Give the file by hand, with your reason."),
)


def are_numbers(asked: bool, sources: int, given: Sequence[Sequence[int]]) -> Verdict:
    """Whether these are the announced numbers: some for each source that was named, none below nought."""
    if not asked:
        return no(_("This draw takes its number from the public beacon, not from announced numbers."))
    if len(given) != sources or not all(given):
        return no(_("Enter the numbers of every source that was named, in its order."))
    if any(each < 0 for source in given for each in source):
        return no(_("Announced numbers are whole and not below nought."))
    return YES
