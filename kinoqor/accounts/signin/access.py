"""Who may drop a second step, and end a session."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import SIGN_IN, may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.signin.queries import factors, sessions
from kinoqor.accounts.user.queries import person
from kinoqor.kit.verdict import YES, Verdict, no


def may_drop_factor(who: Who, **asked: object) -> Verdict:
    """A second step may go, unless it is the last one of somebody with a seat of the staff."""
    if who.number is None:
        return SIGN_IN
    if any(seat.staff for seat in who.seats) and len(factors(who.number)) < 2:
        return no(
            _("This is your last second step, and you hold a seat of the staff."),
            way=_("Add another one first"),
            to="mfa_index",
        )
    return YES


def may_end_session(who: Who, number: int) -> Verdict:
    """One's own session may be ended; somebody else's is not there."""
    if who.number is None:
        return SIGN_IN
    own = any(each.pk == number for each in sessions(who.number))
    return YES if own else no(_("There is no such session."), hidden=True)


def may_end_sessions_of(who: Who, number: int) -> Verdict:
    """An administrator may end the sessions of anyone with an account."""
    held = may_act_as(who, Role.ADMINISTRATOR)
    if held and person(number) is None:
        return no(_("There is no such person."), hidden=True)
    return held
