"""Who may see and write a company file."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.applicant.queries import applicant_of
from kinoqor.kit.verdict import YES, Verdict, no


def may_write(who: Who) -> Verdict:
    """A producer writes the file of the company in which they hold their seat."""
    return may_act_as(who, Role.PRODUCER)


def may_look(who: Who, number: int) -> Verdict:
    """An officer may read the file of any company; to anyone else it is not there."""
    held = may_act_as(who, Role.OFFICER)
    if not held:
        return held
    return YES if applicant_of(number) else no(_("This company has no file yet."), hidden=True)
