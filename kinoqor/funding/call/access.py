"""Who may see and change calls."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.call import queries
from kinoqor.kit.verdict import YES, Verdict, no

NONE = no(_("There is no such call."), hidden=True)


def may_see(who: Who, ref: str, number: int | None = None) -> Verdict:
    """What was published is open to all; a draft is not there for anybody but its officers, at their desk."""
    found = queries.published(ref) if number is None else queries.numbered(ref, number)
    return YES if found else NONE


def may_keep(who: Who, ref: str, part: str = "") -> Verdict:
    """An officer may draft, publish and annul calls."""
    held = may_act_as(who, Role.OFFICER)
    if not held:
        return held
    return YES if queries.call(ref) else NONE
