"""Who may write a draft entry by entry."""

from kinoqor.accounts.role.queries import Who
from kinoqor.funding.call.access import may_keep
from kinoqor.kit.verdict import Verdict


def may_write(who: Who, ref: str, name: str, key: str = "") -> Verdict:
    """Whoever may keep the call."""
    return may_keep(who, ref)
