"""Who may see and judge newcomers."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.correction.rules import may_judge
from kinoqor.keeping.newcomer.queries import newcomers
from kinoqor.kit.verdict import Verdict, no


def may_open(who: Who, number: int) -> Verdict:
    """A cataloguer may judge a newcomer, save one whom they have proposed themselves."""
    held = may_act_as(who, Role.CATALOGUER)
    if not held:
        return held
    found = newcomers().filter(pk=number).first()
    if found is None:
        return no(_("There is no such proposal."), hidden=True)
    return may_judge(found.proposer, who.voice, False)
