"""Who sees conflicts of interest, who decides of them, who declares and who names a reader."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import SIGN_IN, may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.access import may_file
from kinoqor.judging.tie import queries
from kinoqor.kit.verdict import YES, Verdict, no, require

NO_ROUND = no(_("No stage of a call is judged under this address."), hidden=True)
NO_CONFLICT = no(_("There is no such conflict."), hidden=True)
NO_FILE = no(_("There is no such application."), hidden=True)

_drawn: list[Callable[[str, str], bool]] = []


def drawn_by(asked: Callable[[str, str], bool]) -> None:
    """Let a room above say whether the readers of a call's stage are drawn; said once, when the house opens."""
    if asked not in _drawn:
        _drawn.append(asked)


def drawn(call: str, stage: str) -> bool:
    """Whether the lists of a draw were fixed, after which nothing is taken back and nobody named."""
    return any(asked(call, stage) for asked in _drawn)


def may_look(who: Who, **asked: object) -> Verdict:
    """The conflicts at the desk: officers and auditors."""
    return may_act_as(who, *queries.READERS)


def may_look_at_round(who: Who, call: str, stage: str, **asked: object) -> Verdict:
    """Those of one round: officers and auditors."""
    held = may_look(who)
    if not held:
        return held
    return YES if queries.round_of(call, stage) else NO_ROUND


def may_run_round(who: Who, call: str, stage: str, **asked: object) -> Verdict:
    """Officers look over a round and report a conflict in it."""
    held = may_act_as(who, Role.OFFICER)
    return may_look_at_round(who, call, stage) if held else held


def may_look_before(who: Who, call: str, **asked: object) -> Verdict:
    """What would be shut to somebody: officers and auditors, of a call that says how it is judged."""
    held = may_look(who)
    if not held:
        return held
    return YES if queries.rounds_of(call) else NO_ROUND


def may_see_one(who: Who, number: int, **asked: object) -> Verdict:
    """One conflict: officers and auditors to whom its file is not shut; to whom it is, this is not there either."""
    held = may_look(who)
    if not held:
        return held
    return YES if queries.conflict_for(who, number) else NO_CONFLICT


def may_declare(who: Who, number: int, **asked: object) -> Verdict:
    """Whoever sits on a body declares a conflict with an admitted file of its rounds."""
    if not who.known:
        return SIGN_IN
    held = may_act_as(who, Role.EXPERT)
    if not held:
        return held
    there = queries.declarable(who).filter(pk=number).exists()
    return YES if there else NO_FILE


def may_take_back(who: Who, number: int, **asked: object) -> Verdict:
    """What one has declared oneself, by the number of the conflict."""
    if not who.known:
        return SIGN_IN
    return YES if queries.own(who.number).filter(pk=number).exists() else NO_CONFLICT


def may_decide(who: Who) -> Verdict:
    """Officers decide; of which conflict they may not, says the law."""
    return may_act_as(who, Role.OFFICER)


def may_see_own(who: Who, **asked: object) -> Verdict:
    """What one has declared oneself, and how much else is shut: everyone with an account."""
    return YES if who.known else SIGN_IN


def require_undrawn(fixed: bool) -> None:
    """Raise Refused where the lists of the draw are fixed."""
    require(no(_("The readers are drawn already; nobody can be named any more.")) if fixed else YES)


def may_name(who: Who, number: int, **asked: object) -> Verdict:
    """Whoever may file an application names readers whom they fear, where the call lets them name any."""
    held = may_file(who, number)
    if not held:
        return held
    return YES if queries.round_with(number) else NO_FILE
