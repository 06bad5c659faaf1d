"""Who may work at the desk of a card."""

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.edit.queries import standing_claim
from kinoqor.keeping.edit.rules import may_keep
from kinoqor.keeping.twin.queries import own_refs
from kinoqor.kit.verdict import Verdict


def may_edit(who: Who, ref: str = "", **asked: object) -> Verdict:
    """A cataloguer may, save at the card that is about themselves."""
    held = may_act_as(who, Role.CATALOGUER)
    if not held:
        return held
    return may_keep(ref in own_refs(who))


def may_withdraw(who: Who, number: int) -> Verdict:
    """The same for the card of a claim, and for whom it names."""
    claim = standing_claim(number)
    of_card = may_edit(who, claim.subject.ref if claim else "")
    named = claim.target.ref if claim and claim.target else ""
    return may_keep(named in own_refs(who)) if of_card else of_card
