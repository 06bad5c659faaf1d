"""Who may judge whether two records are the same."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.twin.queries import own_refs
from kinoqor.kit.verdict import YES, Verdict, no
from kinoqor.register.identity.queries import judgements


def may_judge(who: Who, one: str = "", other: str = "", ref: str = "", **asked: object) -> Verdict:
    """A cataloguer may, save where one of the two is about themselves."""
    held = may_act_as(who, Role.CATALOGUER)
    if not held:
        return held
    if {one, other, ref} & set(own_refs(who)):
        return no(_("This record is about you."), way=_("A colleague will judge it."))
    return YES


def may_take_back(who: Who, number: int) -> Verdict:
    """The same for the records of a judgement; a judgement that is not there is not there."""
    held = may_act_as(who, Role.CATALOGUER)
    if not held:
        return held
    found = judgements().filter(pk=number, withdrawn=None).first()
    if found is None:
        return no(_("There is no such judgement."), hidden=True)
    return may_judge(who, found.one.ref, found.other.ref)
