"""Who may see a sitting, who leads it, who votes, and what anyone may read of it once the result is public."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.session import queries
from kinoqor.deciding.session.rules import NO_SITTING, NOT_THERE
from kinoqor.deciding.session.words import LISTS
from kinoqor.funding.call.queries import published, terms_of
from kinoqor.kit.verdict import YES, Verdict, no

NO_ROUND = no(_("No stage of a call is judged under this address."), hidden=True)
NO_RECORD = no(_("No vote on this stage is public yet."), hidden=True)
SHUT = no(
    _("A film of this sitting is shut to you by a conflict of interest, and its minutes would show it."),
    way=_("A colleague without a conflict can read them."),
)

_lifted: list[Callable[[str, str], int | None]] = []


def lifted_by(asked: Callable[[str, str], int | None]) -> None:
    """Let a room above say by which deed the result of a call's stage became public; said once, when the house opens."""
    if asked not in _lifted:
        _lifted.append(asked)


def lifted(ref: str, stage: str) -> int | None:
    """By which deed the result of a stage became public, and so its votes up to it; None until a room says so."""
    return next((found for asked in _lifted if (found := asked(ref, stage)) is not None), None)


def may_look(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """The sittings about a stage: officers and auditors."""
    held = may_act_as(who, *queries.READERS)
    if not held:
        return held
    of = published(ref)
    return YES if of and terms_of(of).stage(stage) else NO_ROUND


def may_call(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """Officers call a body together."""
    held = may_act_as(who, Role.OFFICER)
    return may_look(who, ref, stage) if held else held


def may_look_at(who: Who, number: int, **asked: object) -> Verdict:
    """One sitting at the desk: officers and auditors."""
    held = may_act_as(who, *queries.READERS)
    if not held:
        return held
    return YES if queries.sitting(number) else NO_SITTING


def may_run(who: Who, number: int, **asked: object) -> Verdict:
    """Officers open a sitting, note who came, and close it."""
    held = may_act_as(who, Role.OFFICER)
    return may_look_at(who, number) if held else held


def may_see_point(who: Who, number: int, **asked: object) -> Verdict:
    """One point with its vote: officers and auditors; a point about a film that is shut to them is not there."""
    held = may_act_as(who, *queries.READERS)
    if not held:
        return held
    of = queries.item(number)
    if of is None:
        return NOT_THERE
    shut = queries.shut_in(who, queries.films_of(of))
    return NOT_THERE if shut and of.matter not in LISTS else YES


def may_lead_point(who: Who, number: int, **asked: object) -> Verdict:
    """Officers lead the points of an agenda; to whom a film of a point is shut, none of its steps (`rules.may_lead`)."""
    held = may_act_as(who, Role.OFFICER)
    if not held:
        return held
    return YES if queries.item(number) else NOT_THERE


def may_list(who: Who, **asked: object) -> Verdict:
    """The sittings to which one is called: members, in that seat and behind their second step."""
    return may_act_as(who, Role.EXPERT)


def may_sit(who: Who, number: int, **asked: object) -> Verdict:
    """A sitting of a body on which the reader has a seat."""
    held = may_act_as(who, Role.EXPERT)
    if not held:
        return held
    of = queries.sitting(number)
    return YES if of and queries.seat_in(who, of) else NO_SITTING


def may_follow(who: Who, number: int, **asked: object) -> Verdict:
    """How far a sitting is, in nothing but a mark that changes: whoever leads, reads or sits in it."""
    return YES if may_look_at(who, number) or may_sit(who, number) else NO_SITTING


def may_show(who: Who, number: int, **asked: object) -> Verdict:
    """What hangs on the wall of the hall: officers and auditors put it there."""
    return may_look_at(who, number)


def may_read_minutes(who: Who, number: int) -> Verdict:
    """The minutes: officers and auditors to whom no film of the sitting is shut."""
    held = may_look_at(who, number)
    of = queries.sitting(number) if held else None
    if of is None:
        return held if not held else NO_SITTING
    return SHUT if queries.shut_in(who, queries.films_here(of)) else YES


def may_read_record(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """The votes on a stage: anyone, once its result is public."""
    return YES if lifted(ref, stage) is not None else NO_RECORD
