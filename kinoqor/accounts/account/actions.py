"""What people change about themselves."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.account.rules import may_be_erased
from kinoqor.accounts.notice.actions import forget_choices
from kinoqor.accounts.role.queries import seats_on
from kinoqor.accounts.user.actions import empty_account
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.letter.actions import erase_addresses


@deed("accounts.account.erased", _("An account erased"), _("%(who)s erased their account"))
def erase(line: Line, user: int, clause: str) -> None:
    """Take a person out of their account at their wish: name, address, second steps, sessions. Its number stays, so
    that deeds, papers and the public log stay whole.
    """
    staff = any(seat.staff for seat in seats_on(user, timezone.localdate()))
    require(may_be_erased(staff, clause))
    line.details["user"] = user
    for session in UserSession.objects.filter(user=user):
        session.end()
    for kept in (EmailAddress, Authenticator, SocialAccount, UserSession):
        kept.objects.filter(user=user).delete()
    by = Doer(line.deed.voice)
    forget_choices(user, by=by)
    erase_addresses(f"user:{user}", by=by)
    empty_account(user, by=by)
