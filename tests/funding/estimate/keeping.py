"""Somebody who answers for the estimate of application 7, for tests: who may, by which norms, until when."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import get_resolver

from kinoqor.accounts.role.words import Role
from kinoqor.funding.estimate import access
from kinoqor.funding.estimate.access import Keeper
from kinoqor.kit.verdict import YES, Verdict, no, require
from kinoqor.ledger.deed.actions import Doer
from tests import people
from tests.funding.estimate.norms import NORMS

NUMBER = 7
HIDDEN = no("There is no such application.", hidden=True)
SHUT = no("The window is shut.", "rule 3", way="Wait for the next call")


def _only(*roles: Role) -> Callable[..., Verdict]:
    def may(who: object, number: int) -> Verdict:
        return YES if number == NUMBER and who.holds(*roles) else HIDDEN  # type: ignore[attr-defined]

    return may


def kept(monkeypatch: pytest.MonkeyPatch, shut: bool = False) -> None:
    """The estimate of application 7 is kept; a producer writes it, an officer reads it."""
    assert get_resolver().url_patterns  # with the addresses comes whoever keeps the estimates of the house

    def touched(number: int, by: Doer, now: object = None) -> None:
        require(SHUT if shut else YES)

    keeper = Keeper(
        _only(Role.PRODUCER, Role.OFFICER), _only(Role.PRODUCER), lambda number: NORMS, lambda number: "Үлгі",
        "estimate", touched,
    )  # fmt: skip
    monkeypatch.setitem(access._keepers, "application", keeper)


def producer() -> Client:
    """A browser of a producer."""
    return people.signed_in(Role.PRODUCER)
