"""Who may see a deed."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import SIGN_IN
from kinoqor.accounts.role.queries import Who
from kinoqor.kit.verdict import YES, Verdict, no
from kinoqor.portal.journal.queries import is_open


def may_see(who: Who, number: int) -> Verdict:
    """A deed is there for those who may see it, and for nobody else."""
    if not who.known:
        return SIGN_IN
    return YES if is_open(who, number) else no(_("There is no such deed."), hidden=True)
