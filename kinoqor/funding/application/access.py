"""Who may see, write, file and share an application; to anyone else it is not there."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import SIGN_IN, may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.queries import READERS, is_open, right_of
from kinoqor.funding.hand.queries import invited
from kinoqor.funding.hand.rules import allows
from kinoqor.funding.hand.words import Right
from kinoqor.kit.verdict import YES, Verdict, no

NOT_THERE = no(_("There is no such application."), hidden=True)


def may_begin(who: Who, ref: str) -> Verdict:
    """A producer of a company applies; whoever else works on the file is invited to it."""
    return may_act_as(who, Role.PRODUCER)


def may_read(who: Who, number: int, **asked: object) -> Verdict:
    """Whoever has a hand on it reads an application; officers and auditors, to whom it is not shut, once it was filed."""
    if not who.known:
        return SIGN_IN
    if right_of(who, number):
        return YES
    return YES if who.holds(*READERS) and is_open(who, number) else NOT_THERE


def may_write(who: Who, number: int, **asked: object) -> Verdict:
    """Who may change it, as far as its state lets anyone."""
    return _held(who, number, Right.EDIT, no(_("You may read this application, and not write in it.")))


def may_file(who: Who, number: int, **asked: object) -> Verdict:
    """Who may file and withdraw it."""
    return _held(who, number, Right.FILE, no(_("You may not file or withdraw this application.")))


def may_work(who: Who, number: int, **asked: object) -> Verdict:
    """Whoever has a hand on it, of whatever right."""
    return _held(who, number, Right.VIEW, NOT_THERE)


def may_join(who: Who, secret: str) -> Verdict:
    """Whoever has the private address of an invitation that waits, once they have signed in."""
    if not who.known:
        return SIGN_IN
    gone = no(
        _("This invitation was taken or taken back."),
        way=_("If you have taken it, the application is on your list."),
        to="applications",
    )
    return YES if invited(secret) else gone


def _held(who: Who, number: int, wanted: str, otherwise: Verdict) -> Verdict:
    if not who.known:
        return SIGN_IN
    right = right_of(who, number)
    if allows(right, wanted):
        return YES
    return otherwise if right else NOT_THERE
