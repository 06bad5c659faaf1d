"""The journal and the claims are append-only by the database itself, on SQLite and PostgreSQL alike."""

import pytest
from django.db import DatabaseError, transaction

from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.claim.actions import withdraw
from tests import make

pytestmark = pytest.mark.django_db
DOER = Doer("test")


@deed("test.done")
def do(line: Line, what: str) -> str:
    """A deed of this test."""
    line.details["what"] = what
    return what


@deed("test.failed")
def fail(line: Line) -> None:
    """A deed that breaks off."""
    do("inside", by=DOER)
    raise RuntimeError("broken off")


def test_a_deed_leaves_one_line_that_says_who_what_when_and_why() -> None:
    do("tea", by=DOER, subject="f001", why="thirst")
    line = Deed.objects.get()
    assert (line.code, line.voice, line.subject, line.why, line.details) == (
        "test.done", "test", "f001", "thirst", {"what": "tea"},
    )  # fmt: skip


def test_a_deed_that_breaks_off_leaves_nothing() -> None:
    with pytest.raises(RuntimeError):
        fail(by=DOER)
    assert not Deed.objects.exists()


@pytest.mark.parametrize("change", [{"voice": "someone else"}, {"why": "no reason"}, {"details": {}}])
def test_a_line_of_the_journal_cannot_be_changed(change: dict[str, object]) -> None:
    do("tea", by=DOER)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Deed.objects.update(**change)


def test_a_line_of_the_journal_cannot_be_removed() -> None:
    do("tea", by=DOER)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Deed.objects.all().delete()


@pytest.mark.parametrize("change", [{"value": "1971"}, {"rank": 2}, {"note": "x"}])
def test_a_claim_cannot_be_changed(change: dict[str, object]) -> None:
    claim = make.claim(make.subject("f900"), "year", "1970")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        type(claim).objects.update(**change)


def test_a_claim_cannot_be_removed() -> None:
    claim = make.claim(make.subject("f900"), "year", "1970")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        claim.delete()


def test_a_withdrawal_is_for_good() -> None:
    claim = make.claim(make.subject("f900"), "year", "1970")
    withdraw([claim.pk], by=DOER, why="misread")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        type(claim).objects.update(withdrawn=None)


def test_a_claim_is_withdrawn_only_with_a_reason() -> None:
    claim = make.claim(make.subject("f900"), "year", "1970")
    with pytest.raises(Refused, match="reason"):
        withdraw([claim.pk], by=DOER, why="  ")
    assert not Deed.objects.filter(code="register.claim.withdrawn").exists()
