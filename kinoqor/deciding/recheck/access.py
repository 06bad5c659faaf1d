"""Who may object, who answers, who has a list computed once more, who annuls a round."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import SIGN_IN, may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation.queries import allocations
from kinoqor.deciding.order.queries import shut_in
from kinoqor.deciding.publication.queries import of_for, visible
from kinoqor.deciding.recheck import queries, rules
from kinoqor.deciding.recheck.words import Answer
from kinoqor.funding.application.access import may_file as may_act_for
from kinoqor.funding.application.access import may_work
from kinoqor.funding.call.queries import call
from kinoqor.kit.verdict import YES, Verdict, no

NOT_THERE = no(_("There is no such result."), hidden=True)
NO_OBJECTION = no(_("There is no such objection."), hidden=True)
NO_LIST = no(_("There is no such list."), hidden=True)
NO_CALL = no(_("There is no such call."), hidden=True)
SHUT = no(
    _("A file of this round is shut to you, and the list would give it away."),
    way=_("A colleague without a conflict can do this."),
)


def may_read_own(who: Who, number: int, **asked: object) -> Verdict:
    """The objection to one's own result: whoever has a hand on the application."""
    if not who.known:
        return SIGN_IN
    held = may_work(who, number)
    return held if not held or queries.outcome(number) is not None else NOT_THERE


def may_object(who: Who, number: int, **asked: object) -> Verdict:
    """Whoever may file the application objects to its result."""
    held = may_read_own(who, number)
    return may_act_for(who, number) if held else held


def may_look(who: Who, **asked: object) -> Verdict:
    """The list of objections: officers and auditors."""
    return may_act_as(who, *queries.READERS)


def may_answer(who: Who, number: int, **asked: object) -> Verdict:
    """One objection: an officer who took no part in the decision; once it is answered, any officer reads it."""
    held = may_act_as(who, Role.OFFICER)
    if not held:
        return held
    found = queries.visible_to(who).filter(pk=number).first()
    if found is None:
        return NO_OBJECTION
    if found.answer != Answer.OPEN:
        return YES
    return rules.may_answer(queries.asked(found, who.number, who.voice))


def may_ask(who: Who, number: int, **asked: object) -> Verdict:
    """A re-check of a list: officers to whom no film of its round is shut."""
    held = may_act_as(who, Role.OFFICER)
    if not held:
        return held
    found = allocations().filter(pk=number).first()
    if found is None:
        return NO_LIST
    return SHUT if shut_in(who, found) else YES


def may_list(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """The re-checks of a result: everybody once it is out."""
    out = of_for(who, ref, stage)
    return YES if out is not None and visible(out, timezone.now()) else NOT_THERE


def may_see(who: Who, number: int, **asked: object) -> Verdict:
    """What came of a re-check: everybody once the result of its round is out; before, officers and auditors."""
    found = queries.recheck(number)
    if found is None:
        return NOT_THERE
    ref, stage = found.allocation.version.call.ref, found.allocation.stage
    out = of_for(who, ref, stage)
    if out is not None and visible(out, timezone.now()):
        return YES
    held = may_act_as(who, *queries.READERS)
    if not held:
        return NOT_THERE if who.known else SIGN_IN
    return SHUT if shut_in(who, found.allocation) else YES


def may_annul(who: Who, ref: str, **asked: object) -> Verdict:
    """Annulling a round: officers."""
    held = may_act_as(who, Role.OFFICER)
    if not held:
        return held
    return YES if call(ref) else NO_CALL
