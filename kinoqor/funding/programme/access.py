"""Who may see programmes."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.programme import queries
from kinoqor.kit.verdict import YES, Verdict, no


def may_keep(who: Who, ref: str) -> Verdict:
    """An officer may state parameters and set days."""
    held = may_act_as(who, Role.OFFICER)
    return may_see(who, ref) if held else held


def may_see(who: Who, ref: str) -> Verdict:
    """Every programme is open to all."""
    return YES if queries.programme(ref) else no(_("There is no such programme."), hidden=True)
