"""Who plans a pitching, who hears it, who sees it; a slot whose film is shut to one is not there."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.pitching import queries
from kinoqor.deciding.pitching.rules.hearing import NOT_THERE
from kinoqor.kit.verdict import YES, Verdict, no

NO_STAGE = no(_("No stage of a call is defended under this address."), hidden=True)


def may_look(who: Who, **asked: object) -> Verdict:
    """The pitchings at the desk: officers and auditors."""
    return may_act_as(who, *queries.READERS)


def may_look_at(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """One pitching at the desk, planned or not: officers and auditors."""
    held = may_look(who)
    if not held:
        return held
    return YES if queries.defended(ref, stage) else NO_STAGE


def may_prepare(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """Officers begin a plan."""
    held = may_act_as(who, Role.OFFICER)
    return may_look_at(who, ref, stage) if held else held


def may_lead(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """Officers set days, plan, publish and open, once a plan was begun."""
    held = may_prepare(who, ref, stage)
    if not held:
        return held
    return YES if queries.plan_of(ref, stage) else NO_STAGE


def may_handle(who: Who, number: int, **asked: object) -> Verdict:
    """Officers move a slot, log contacts, and record who came; of a film that is shut to them there is nothing."""
    held = may_act_as(who, Role.OFFICER)
    if not held:
        return held
    return YES if queries.slot(who, number) else NOT_THERE


def may_sit(who: Who, **asked: object) -> Verdict:
    """The films that one hears as a member: experts, in that seat and behind their second step."""
    return may_act_as(who, Role.EXPERT)


def may_hear(who: Who, number: int, **asked: object) -> Verdict:
    """One's own sheet for a film: of a published pitching before one's own body. Shut by a conflict it is not there."""
    held = may_act_as(who, Role.EXPERT)
    if not held:
        return held
    found = queries.slot(who, number)
    if found is None or found.at is None or found.plan.published_id is None:
        return NOT_THERE
    day = queries.place(found.plan, found.at).day
    return YES if queries.member_in(found.plan, who.number, day) else NOT_THERE


def may_see_programme(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """The programme is open to all, once it is published."""
    found = queries.plan_of(ref, stage)
    return YES if found and found.published_id else NO_STAGE
