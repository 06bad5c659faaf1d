"""Who may read letters."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import has_outbox, visible_to
from kinoqor.accounts.role.access import SIGN_IN, may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.kit.verdict import YES, Verdict, no

NOT_THERE = no(_("There is no such letter."), hidden=True)


def may_read(who: Who, number: int) -> Verdict:
    """Whether a reader may open a letter; somebody else's is not there."""
    if not who.known:
        return SIGN_IN
    return YES if visible_to(who).filter(pk=number).exists() else NOT_THERE


def may_send_again(who: Who, number: int) -> Verdict:
    """Whether a reader may send a letter again: an administrator, a letter that there is."""
    held = may_act_as(who, Role.ADMINISTRATOR)
    return may_read(who, number) if held else held


def may_see_outbox(who: Who, **asked: object) -> Verdict:
    """The outbox stands in for the mailboxes of all, so it is open on a machine that serves only itself."""
    return YES if has_outbox() else no(_("Letters go by mail here."), hidden=True)
