"""The law of an allocation's way: when lists are frozen, chosen from, departed from, adopted, dropped. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kinoqor.kit.verdict import YES, Verdict, no

LEAST_WORDS = 20  # letters of a reason that everybody will read
CANCELLED = no(_("This list was dropped."), way=_("Look at the one that took its place."))
ADOPTED = no(
    _("The council has adopted this list; it is not changed any more."),
    way=_("A re-check computes it once more and shows the difference."),
)
NOT_COMPUTED = no(_("The list is not computed yet."), way=_("Wait until it is there."))


@dataclass(frozen=True, slots=True)
class Stands:
    """How far a list is."""

    computed: bool = False
    adopted: bool = False
    cancelled: bool = False


def may_begin(gives_money: bool, opened: bool, there: bool) -> Verdict:
    """Whether a stage can have a list: the call gives money there, everything is opened, and no other list stands."""
    if not gives_money:
        return no(_("The call gives no money at this stage."), way=_("See how the call decides."))
    if there:
        return no(_("There is a list for this stage already."), way=_("Drop it first, with a reason."))
    if not opened:
        return no(
            _("The marks of this stage are still sealed."),
            way=_("They are opened all together by the panel."),
        )
    return YES


def may_freeze(pointless: int, sumless: int, unknown: int, files: int) -> Verdict:
    """Whether what is there is enough: each film has its points and its sum, and every envelope is known."""
    if pointless:
        return no(
            ngettext_lazy("%(n)s film has no points yet.", "%(n)s films have no points yet.", pointless)
            % {"n": pointless},
            way=_("Each film is read, and defended where the call weighs a pitching, before money is given."),
        )
    if sumless:
        return no(
            ngettext_lazy("%(n)s film asks for no sum.", "%(n)s films ask for no sum.", sumless)
            % {"n": sumless},
            way=_("Its financing plan says how much is asked; without it nothing can be given."),
        )
    if unknown:
        return no(
            _("Not every stream of the call says how much is set aside for it."),
            way=_("Publish a version of the call with every envelope."),
        )
    return YES if files else no(_("There is no film to give money to."))


def may_keep(stands: Stands) -> Verdict:
    """Whether what was computed may be kept: once, of a list that stands."""
    if stands.cancelled:
        return CANCELLED
    return no(_("This list was computed already.")) if stands.computed else YES


def may_take(stands: Stands, taken: bool, due: datetime | None, now: datetime) -> Verdict:
    """Whether the public number for the lots may be taken: once, not before its moment."""
    kept = may_keep(stands)
    if not kept:
        return kept
    if taken:
        return no(_("The public number is here already."))
    if due is not None and now < due:
        return no(_("The public number that was named is not out yet."), way=_("Wait until its moment."))
    return YES


def may_depart(
    allowed: bool, stands: Stands, there: bool, funded: bool, comes_in: bool, reason: str
) -> Verdict:
    """Whether a list may be left in one place: where the call allows it, before it is adopted, with a reason that all can
    read, and only for a change. `there`: a departure about this film stands already.
    """
    if not allowed:
        return no(_("This call allows no departure from the computed list."))
    if stands.cancelled:
        return CANCELLED
    if not stands.computed:
        return NOT_COMPUTED
    if stands.adopted:
        return ADOPTED
    if there:
        return no(_("There is a departure about this film already."), way=_("Take it back first."))
    if funded and comes_in:
        return no(_("This film is in the list already."))
    if not funded and not comes_in:
        return no(_("This film is not in the list anyway."))
    if len(reason.strip()) < LEAST_WORDS:
        return no(
            _("A departure is published with its author and its reason. Write in at least %(n)s letters why.")
            % {"n": LEAST_WORDS}
        )
    return YES


def may_drop_departure(dropped: bool, adopted: bool) -> Verdict:
    """Whether a departure may be taken back: before the list is adopted."""
    if dropped:
        return no(_("This departure was taken back already."))
    return ADOPTED if adopted else YES


def may_adopt(stands: Stands, band: Sequence[str], seed: str) -> Verdict:
    """Whether a list may be adopted: it is computed, and where lots decide they are drawn."""
    if stands.cancelled:
        return CANCELLED
    if stands.adopted:
        return no(_("This list was adopted already."))
    if not stands.computed:
        return NOT_COMPUTED
    if band and not seed:
        return no(_("Lots decide between films at the line, and they are not drawn yet."))
    return YES


def may_cancel(stands: Stands, why: str) -> Verdict:
    """Whether a list may be dropped: before it is adopted, with a reason."""
    if stands.cancelled:
        return CANCELLED
    if stands.adopted:
        return ADOPTED
    return YES if why.strip() else no(_("A list is dropped with a reason that everybody can read."))
