"""Who may see an order and who drafts, lays out and signs it. Until it is published nobody else knows of it.

An order shows every film of its list, and its sums add up over all of them; so to whom one of them is shut, all is.
"""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.order import queries
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.order.rules.steps import NO_ORDER
from kinoqor.kit.verdict import YES, Verdict, no

NO_LIST = no(_("No stage of a call that gives money has this address."), hidden=True)
SHUT = no(
    _("A film of this list is shut to you by a conflict of interest, and its order would show it."),
    way=_("A colleague without a conflict takes care of it."),
)


def may_look(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """The order of a stage: officers and auditors to whom no film of its list is shut."""
    held = may_act_as(who, *queries.READERS)
    if not held:
        return held
    if not queries.gives_money(ref, stage):
        return NO_LIST
    of = queries.list_of(ref, stage)
    return SHUT if of and queries.shut_in(who, of) else YES


def may_draft(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """Officers draft it."""
    held = may_act_as(who, Role.OFFICER)
    return may_look(who, ref, stage) if held else held


def may_look_at(who: Who, number: int, **asked: object) -> Verdict:
    """One order with its papers, those that fell too."""
    held = may_act_as(who, *queries.READERS)
    return _one(who, number) if held else held


def may_run(who: Who, number: int, **asked: object) -> Verdict:
    """Officers lay out, sign, drop and annul."""
    held = may_act_as(who, Role.OFFICER)
    return _one(who, number) if held else held


def _one(who: Who, number: int) -> Verdict:
    of: Order | None = queries.order(number)
    if of is None:
        return NO_ORDER
    return SHUT if queries.shut_in(who, of.allocation) else YES
