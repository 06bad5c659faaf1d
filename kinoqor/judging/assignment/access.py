"""Who may see a round and its draws, and who runs them."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.judging.assignment import queries
from kinoqor.kit.verdict import YES, Verdict, no

NO_ROUND = no(_("No stage of a call is judged under this address."), hidden=True)
NO_DRAW = no(_("There is no such draw."), hidden=True)
NO_READING = no(_("There is no such reading."), hidden=True)


def may_look(who: Who, **asked: object) -> Verdict:
    """The rounds at the desk: officers and auditors."""
    return may_act_as(who, *queries.READERS)


def may_look_at_round(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """One round: officers and auditors."""
    held = may_look(who)
    if not held:
        return held
    return YES if queries.judged(ref, stage) else NO_ROUND


def may_prepare(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """Officers prepare a draw."""
    held = may_act_as(who, Role.OFFICER)
    return may_look_at_round(who, ref, stage) if held else held


def may_look_at(who: Who, number: int, **asked: object) -> Verdict:
    """One draw at the desk: officers and auditors."""
    held = may_look(who)
    if not held:
        return held
    return YES if queries.draws().filter(pk=number).exists() else NO_DRAW


def may_run(who: Who, number: int, **asked: object) -> Verdict:
    """Officers freeze, draw, release, cancel and change a draw."""
    held = may_act_as(who, Role.OFFICER)
    return may_look_at(who, number) if held else held


def may_change(who: Who, number: int, reading: int, **asked: object) -> Verdict:
    """Officers change a reading of a draw; one of a file that is shut to them is not there."""
    held = may_run(who, number)
    if not held:
        return held
    found = queries.readings().filter(pk=reading, draw=number).first()
    hidden = found is None or found.application_id in queries.hidden_from(who)
    return NO_READING if hidden else YES


def may_check(who: Who, number: int, **asked: object) -> Verdict:
    """What was frozen and drawn is open to all, once it is frozen; who reads what is not in it."""
    return YES if queries.is_frozen(number) else NO_DRAW


def may_check_result(who: Who, number: int, **asked: object) -> Verdict:
    """The result of a draw is open to all, once there is one."""
    return YES if queries.is_drawn(number) else NO_DRAW
