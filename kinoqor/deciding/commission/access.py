"""Who may see what the commission says, and who enters it. Until the result is published, nobody else knows of it."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.commission import queries
from kinoqor.deciding.commission.queries import Table
from kinoqor.deciding.commission.rules import NO_FILM
from kinoqor.kit.verdict import YES, Verdict, no

NO_LIST = no(_("No stage of a call that gives money has this address."), hidden=True)


def table_for(who: Who, ref: str, stage: str) -> Table | None:
    """The list before the commission, asked once for a page: its rule and the page itself both want it."""
    key = f"commission {ref} {stage}"
    if key not in who.known_once:
        who.known_once[key] = queries.table(ref, stage, timezone.localdate())
    found: Table | None = who.known_once[key]
    return found


def may_look(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """The list with its rulings: officers, auditors, and who sits on the commission; shut films are left out of it."""
    held = may_act_as(who, *queries.READERS, Role.EXPERT)
    if not held:
        return held
    of = table_for(who, ref, stage)
    if of is None or (who.holds(Role.EXPERT) and not queries.sits(who, of.body)):
        return NO_LIST
    return YES


def may_enter(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """Officers enter what the commission said."""
    held = may_act_as(who, Role.OFFICER)
    if not held:
        return held
    return YES if table_for(who, ref, stage) else NO_LIST


def may_look_at(who: Who, ref: str, stage: str, number: int, **asked: object) -> Verdict:
    """One film with all that was said of it; a film that is shut is not there."""
    held = may_look(who, ref, stage)
    of = table_for(who, ref, stage) if held else None
    if of is None:
        return held
    film = of.film(number)
    return NO_FILM if film is None or queries.shut_in(who, [film]) else YES


def may_enter_one(who: Who, ref: str, stage: str, number: int, **asked: object) -> Verdict:
    """Officers enter what was said of a film that is not shut to them."""
    held = may_enter(who, ref, stage)
    return may_look_at(who, ref, stage, number) if held else held
