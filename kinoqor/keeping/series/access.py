"""Who may see series."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.series.queries import series
from kinoqor.kit.verdict import Verdict, no


def may_open(who: Who, number: int) -> Verdict:
    """Every cataloguer may, if there is such a series."""
    held = may_act_as(who, Role.CATALOGUER)
    if held and not series().filter(pk=number).exists():
        return no(_("There is no such series."), hidden=True)
    return held
