"""Who may see and write an estimate: whatever it belongs to says so."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import SIGN_IN
from kinoqor.accounts.role.queries import Who
from kinoqor.funding.estimate.words import PREFIX, Norms
from kinoqor.kit.verdict import Verdict, no
from kinoqor.ledger.deed.actions import Doer

NOT_THERE = no(_("There is no such estimate."), hidden=True)


@dataclass(frozen=True, slots=True)
class Keeper:
    """What the room above says of a thing that has an estimate (by number).

    `norms` by which it is judged; `called` its title; `back` the name of its page; `touched` is told within the deed
    at which moment (None: now) something is to change, and raises Refused where nothing may.
    """

    may_read: Callable[[Who, int], Verdict]
    may_write: Callable[[Who, int], Verdict]
    norms: Callable[[int], Norms]
    called: Callable[[int], object]
    back: str
    touched: Callable[[int, Doer, datetime | None], object]


_keepers: dict[str, Keeper] = {}


def keep(keeper: Keeper, prefix: str = PREFIX) -> None:
    """Say who answers for the estimates of a kind of thing; said once, when the house opens."""
    _keepers[prefix] = keeper


def keeper(prefix: str = PREFIX) -> Keeper | None:
    """Who answers for the estimates of a kind of thing."""
    return _keepers.get(prefix)


def may_read(who: Who, number: int, **asked: object) -> Verdict:
    """Whoever may read the application."""
    if not who.known:
        return SIGN_IN
    found = keeper()
    return found.may_read(who, number) if found else NOT_THERE


def may_write(who: Who, number: int, **asked: object) -> Verdict:
    """Whoever may write in the application."""
    if not who.known:
        return SIGN_IN
    found = keeper()
    return found.may_write(who, number) if found else NOT_THERE
