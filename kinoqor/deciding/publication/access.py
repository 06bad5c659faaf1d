"""Who prepares a publication and who sees what of it: nobody outside before its moment, everybody after."""

from django.utils import timezone

from kinoqor.accounts.role.access import SIGN_IN, may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.publication import queries
from kinoqor.deciding.publication.rules import NOT_THERE, SHUT
from kinoqor.deciding.publication.words import Result
from kinoqor.funding.application.access import may_work
from kinoqor.kit.verdict import YES, Verdict


def may_see(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """The result of a stage: everybody once it is out; before, to nobody is there anything at this address."""
    found = queries.of_for(who, ref, stage)
    return YES if found is not None and queries.visible(found, timezone.now()) else NOT_THERE


def may_see_film(who: Who, ref: str, stage: str, code: str, **asked: object) -> Verdict:
    """The page of a chosen film; a film that was not chosen has none."""
    held = may_see(who, ref, stage)
    found = queries.of_for(who, ref, stage) if held else None
    if found is None:
        return held
    chosen = found.outcomes.filter(line__code=code).exclude(result=Result.NOT_CHOSEN)
    return YES if chosen.exists() else NOT_THERE


def may_look(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """The officers' page of a publication: officers and auditors to whom no file of the stage is shut."""
    held = may_act_as(who, *queries.READERS)
    if not held:
        return held
    if queries.round_of(ref, stage) is None:
        return NOT_THERE
    return SHUT if queries.shut_in(who, ref, stage) else YES


def may_run(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """Preparing and withdrawing: officers alone."""
    held = may_act_as(who, Role.OFFICER)
    return may_look(who, ref, stage) if held else held


def may_read_own(who: Who, number: int, **asked: object) -> Verdict:
    """The result of one's own application, once it is out; to anyone else it is not there."""
    if not who.known:
        return SIGN_IN
    held = may_work(who, number)
    return held if not held or queries.outcome_of(number) is not None else NOT_THERE


def out_now(ref: str, stage: str) -> int | None:
    """Up to which deed the votes of a stage may be read by anyone: the one that published its result; None before."""
    found = queries.of(ref, stage)
    if found is None or not queries.visible(found, timezone.now()):
        return None
    return found.lifted_id or found.made_id
