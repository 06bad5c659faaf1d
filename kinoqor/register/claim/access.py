"""Who may do what with claims."""

from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import YES, Verdict, no


def may_withdraw(why: str) -> Verdict:
    """A claim is withdrawn only with a reason, since the reason is all that a later reader has."""
    if not why.strip():
        return no(_("A claim is withdrawn only with a reason. Write why it should no longer stand."))
    return YES
