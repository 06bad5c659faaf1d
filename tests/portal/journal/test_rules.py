"""Whose deeds are open to whom, and how a question is read. No database."""

from datetime import date

import pytest

from kinoqor.accounts.role.words import Role
from kinoqor.portal.journal.rules import COMMON, EVERYTHING, Scope, read, scope_of


@pytest.mark.parametrize("role", EVERYTHING)
def test_auditors_and_administrators_see_everything(role: Role) -> None:
    assert scope_of(True, role) is Scope.ALL


@pytest.mark.parametrize("role", COMMON)
def test_those_who_keep_the_register_see_what_is_done_to_it(role: Role) -> None:
    assert scope_of(True, role) is Scope.KEEPING


@pytest.mark.parametrize("role", ["", Role.PRODUCER, Role.EXHIBITOR])
def test_everyone_else_sees_their_own_deeds(role: str) -> None:
    assert scope_of(True, role) is Scope.OWN


def test_nobody_that_we_know_sees_nothing() -> None:
    assert scope_of(False, "") is Scope.NOTHING


def test_every_role_has_its_scope_and_none_is_open_by_default() -> None:
    assert {role for role in Role if scope_of(True, role) is Scope.ALL} == {Role.AUDITOR, Role.ADMINISTRATOR}


def test_a_question_is_read_from_the_address() -> None:
    asked = read({"who": " Айгүл ", "what": "keeping.edit", "since": "2026-01-02", "until": "2026-01-02"})
    assert (asked.who, asked.what, asked.since, asked.until) == (
        "Айгүл", "keeping.edit", date(2026, 1, 2), date(2026, 1, 2),
    )  # fmt: skip
    assert asked.narrows and not asked.wrong


def test_nothing_asked_narrows_nothing() -> None:
    assert not read({}).narrows


@pytest.mark.parametrize("text", ["2026-13-01", "yesterday", "2026-02-30", "1" * 500])
def test_a_day_that_cannot_be_is_named_at_its_field(text: str) -> None:
    assert set(read({"since": text}).wrong) == {"since"}


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    assert set(read({"since": "2026-02-01", "until": "2026-01-31"}).wrong) == {"until"}
