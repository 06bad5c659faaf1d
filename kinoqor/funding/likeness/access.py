"""Who may see what an application looks like: whoever judges or audits it, never its applicant."""

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.funding.application.access import may_read
from kinoqor.funding.application.queries import READERS
from kinoqor.kit.verdict import Verdict


def may_compare(who: Who, number: int, **asked: object) -> Verdict:
    """An officer or auditor, of what was filed."""
    held = may_act_as(who, *READERS)
    return may_read(who, number) if held else held
