"""Who may see a load and work on it: those of the organisation that has sent it."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.load.queries import MAY_LOAD, visible_to
from kinoqor.kit.verdict import YES, Verdict, no

NOT_THERE = no(_("There is no such load."), hidden=True)


def may_look(who: Who, **asked: object) -> Verdict:
    """The list of loads: archivists and cataloguers see those of their organisation, administrators all."""
    return may_act_as(who, *MAY_LOAD, Role.ADMINISTRATOR)


def may_send(who: Who, **asked: object) -> Verdict:
    """A new file: archivists and cataloguers."""
    return may_act_as(who, *MAY_LOAD)


def may_see(who: Who, number: int, **asked: object) -> Verdict:
    """One load: another organisation's is not there."""
    held = may_look(who)
    if not held:
        return held
    return YES if visible_to(who).filter(pk=number).exists() else NOT_THERE


def may_work_on(who: Who, number: int, **asked: object) -> Verdict:
    """The same for whoever changes it; an administrator only looks."""
    seen = may_see(who, number)
    return may_send(who) if seen else seen
