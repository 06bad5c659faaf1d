"""Who may give which right on a file, and who may take it. Pure."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from kinoqor.funding.hand.words import INVITED_DAYS, MOST_HANDS, MOST_INVITED_A_DAY, RANK, Right
from kinoqor.kit.verdict import YES, Verdict, no


def allows(held: str, wanted: str) -> bool:
    """Whether a right holds another one in it."""
    return RANK.get(held, 0) >= RANK[wanted]


def may_share(held: str, given: str, hands: int, sent: int = 0) -> Verdict:
    """Nobody gives a right that they do not hold; a file has no more hands than a film crew; `sent` is of this day."""
    if not allows(held, Right.EDIT) or not allows(held, given):
        return no(_("You can give only rights that you hold yourself."))
    if hands >= MOST_HANDS:
        return no(
            _("No more than %(n)s people can work on one file.") % {"n": MOST_HANDS},
            way=_("Take somebody's right back first."),
        )
    if sent >= MOST_INVITED_A_DAY:
        return no(_("You have sent many invitations today."), way=_("Please go on tomorrow."))
    return YES


def may_take(invited_at: datetime, now: datetime) -> Verdict:
    """Whether an invitation can still be taken."""
    if now - invited_at <= timedelta(days=INVITED_DAYS):
        return YES
    return no(
        _("This invitation is older than %(n)s days.") % {"n": INVITED_DAYS},
        way=_("Ask whoever sent it for a new one."),
    )


def may_end(held: str, right: str, own: bool, last_filer: bool) -> Verdict:
    """Whether a right may be taken back: one's own always, another's by who holds as much, never the last that files."""
    if right == Right.FILE and last_filer:
        return no(
            _("Nobody could file this any more."), way=_("Give the right to file to somebody else first.")
        )
    if own or (allows(held, Right.EDIT) and allows(held, right)):
        return YES
    return no(_("You can take back only rights that you hold yourself."))
