"""Who may see programmes."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.queries import Who
from kinoqor.funding.programme import queries
from kinoqor.kit.verdict import YES, Verdict, no


def may_see(who: Who, ref: str) -> Verdict:
    """Every programme is open to all."""
    return YES if queries.programme(ref) else no(_("There is no such programme."), hidden=True)
