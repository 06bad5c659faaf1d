"""Who may look at the formal check, who decides in it, and who repairs."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.access import may_work
from kinoqor.funding.application.queries import was_filed
from kinoqor.funding.check.queries import READERS, officer
from kinoqor.funding.check.rules import may_check
from kinoqor.kit.verdict import Verdict, no

NOT_THERE = no(_("There is no such application."), hidden=True)


def may_look(who: Who, **asked: object) -> Verdict:
    """The list of files: officers and auditors."""
    return may_act_as(who, *READERS)


def may_see(who: Who, number: int, **asked: object) -> Verdict:
    """One file that was filed: officers and auditors to whom it is not shut and who are not of its company."""
    held = may_look(who)
    if not held:
        return held
    if not was_filed(number):
        return NOT_THERE
    return may_check(officer(who, number))


def may_decide(who: Who, number: int, **asked: object) -> Verdict:
    """Who judges, notifies, refuses and admits: officers who may see the file."""
    held = may_act_as(who, Role.OFFICER)
    return may_see(who, number) if held else held


def may_repair(who: Who, number: int, **asked: object) -> Verdict:
    """The page of what can be repaired: whoever has a hand on the application."""
    return may_work(who, number)
