"""The rules by which most doors open: one has signed in, one holds a role."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.kit.verdict import YES, Verdict, no

SIGN_IN = no(_("Please sign in first."), way=_("Sign in"), to="account_login", stranger=True)


def signed_in(who: Who, **asked: object) -> Verdict:
    """Open to everyone with an account."""
    return YES if who.known else SIGN_IN


def holding(*roles: Role) -> Callable[..., Verdict]:
    """A rule that opens to whoever acts in one of these roles now."""

    def held(who: Who, **asked: object) -> Verdict:
        return may_act_as(who, *roles)

    held.roles = roles  # type: ignore[attr-defined]
    held.__doc__ = f"Open to the roles {', '.join(roles)}."
    return held


def may_act_as(who: Who, *roles: Role) -> Verdict:
    """Whether the reader acts in one of these roles now, with the way to it where they do not."""
    if not who.known:
        return SIGN_IN
    if who.holds(*roles):
        return YES
    if who.wears(*roles):
        return no(
            _("This is open only after the second step of signing in."),
            way=_("Confirm with your second step"),
            to="second-step",
        )
    if any(seat.role in roles for seat in who.seats):
        return no(
            _("You hold a seat for this, but act in another one now."),
            way=_("Change your seat"),
            to="account",
        )
    named = ", ".join(str(role.label) for role in roles)
    return no(
        ngettext(
            "This is open to the role %(roles)s. An administrator gives seats.",
            "This is open to the roles %(roles)s. An administrator gives seats.",
            len(roles),
        )
        % {"roles": named},
        way=_("See your seats"),
        to="account",
    )
