"""Who may see bodies, and who runs them."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.judging.panel import queries
from kinoqor.kit.verdict import YES, Verdict, no

NO_BODY = no(_("There is no such body."), hidden=True)
NO_MEMBER = no(_("There is no such membership."), hidden=True)


def may_see(who: Who, ref: str, **asked: object) -> Verdict:
    """Who sits on a body, by which act, is open to all."""
    return YES if queries.body(ref) else NO_BODY


def may_look(who: Who, **asked: object) -> Verdict:
    """The bodies at the desk: officers and auditors."""
    return may_act_as(who, *queries.READERS)


def may_look_at(who: Who, ref: str, **asked: object) -> Verdict:
    """One body at the desk: officers and auditors."""
    held = may_look(who)
    return may_see(who, ref) if held else held


def may_run(who: Who, **asked: object) -> Verdict:
    """Officers make bodies."""
    return may_act_as(who, Role.OFFICER)


def may_run_one(who: Who, ref: str, **asked: object) -> Verdict:
    """Officers appoint to a body and close it."""
    held = may_run(who)
    return may_see(who, ref) if held else held


def may_look_into(who: Who, number: int, **asked: object) -> Verdict:
    """A membership at the desk, by its number: officers and auditors."""
    held = may_look(who)
    if not held:
        return held
    return YES if queries.member(number) else NO_MEMBER


def may_end(who: Who, number: int, **asked: object) -> Verdict:
    """Officers end a membership, by its number."""
    held = may_run(who)
    if not held:
        return held
    return YES if queries.member(number) else NO_MEMBER
