"""Who may see a list of who gets what, and who runs it. Before its publication it is nobody's business but theirs.

A list shows sums and what is left of them: whoever knows all of it but one film knows that film. So it is shut to those
to whom any file of its round is shut.
"""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import SIGN_IN, may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation import queries
from kinoqor.kit.verdict import YES, Verdict, no

NOT_THERE = no(_("There is no such list."), hidden=True)
NO_FILM = no(_("There is no such film in this list."), hidden=True)
GIVES_AWAY = no(
    _("A file of this round is shut to you, and a list with its sums would give it away."),
    way=_("A colleague without a conflict can see it."),
)


def may_look(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """The list of a stage that gives money: officers, auditors, and members of the bodies that decide of it."""
    held = _reads(who, ref)
    if not held:
        return held
    if not queries.gives_money(who, ref, stage):
        return NOT_THERE
    return GIVES_AWAY if queries.gives_away(who, ref, stage) else YES


def may_look_at(who: Who, number: int, **asked: object) -> Verdict:
    """One list, by its number: the same."""
    of = queries.known(who, number)
    if of is None:
        return _reads(who, "") and NOT_THERE
    return may_look(who, of.version.call.ref, of.stage)


def may_freeze(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """Officers freeze what a list depends on."""
    held = may_act_as(who, Role.OFFICER)
    return may_look(who, ref, stage) if held else held


def may_run(who: Who, number: int, **asked: object) -> Verdict:
    """Officers run a list: its public number, its departures, dropping it."""
    held = may_act_as(who, Role.OFFICER)
    return may_look_at(who, number) if held else held


def may_undo(who: Who, number: int, departure: int, **asked: object) -> Verdict:
    """Officers take a departure of this list back."""
    held = may_run(who, number)
    if not held:
        return held
    return YES if queries.of_list(number, departure) else NOT_THERE


def may_try(who: Who, ref: str, **asked: object) -> Verdict:
    """Officers try the quotas of a draft on the files of another year."""
    held = may_act_as(who, Role.OFFICER)
    if not held:
        return held
    return YES if queries.drafted(ref) else NOT_THERE


def is_member(who: Who, ref: str) -> bool:
    """Whether somebody decides of this call's money as a member of a body, and acts for the fund in no other way."""
    return not who.holds(*queries.READERS) and queries.sits(who, ref)


def _reads(who: Who, ref: str) -> Verdict:
    if not who.known:
        return SIGN_IN
    if who.holds(*queries.READERS):
        return YES
    if who.holds(Role.EXPERT):
        return YES if queries.sits(who, ref) else NOT_THERE
    return may_act_as(who, *queries.READERS)
