"""Who may see and judge proposals."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import SIGN_IN, may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.correction.queries import by_receipt, own, proposals
from kinoqor.keeping.correction.rules import may_judge
from kinoqor.keeping.twin.queries import own_refs
from kinoqor.kit.verdict import YES, Verdict, no


def may_open(who: Who, number: int) -> Verdict:
    """A cataloguer may judge a proposal, save their own and one about themselves."""
    held = may_act_as(who, Role.CATALOGUER)
    if not held:
        return held
    found = proposals().filter(pk=number).first()
    if found is None:
        return no(_("There is no such proposal."), hidden=True)
    named = {found.claim.subject.ref, found.claim.target.ref if found.claim.target else ""}
    return may_judge(found.proposer, who.voice, bool(named & set(own_refs(who))))


def may_follow_own(who: Who, number: int) -> Verdict:
    """Who has proposed something with an account may read what became of it; to anyone else it is not there."""
    if not who.known:
        return SIGN_IN
    return YES if own(who).filter(pk=number).exists() else no(_("There is no such proposal."), hidden=True)


def may_follow(who: Who, secret: str) -> Verdict:
    """Whoever has the private address may read what became of the proposal."""
    return YES if by_receipt(secret) else no(_("There is no such proposal."), hidden=True)
