"""One at a time at a place, and how far long work has come."""

from types import SimpleNamespace

import pytest
from django.db import connection, transaction

from kinoqor.kit import progress
from kinoqor.kit.turn import wait_turn


@pytest.mark.postgres
@pytest.mark.django_db
def test_a_turn_is_held_by_the_transaction() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one transaction write at a time")
    for name in ("numbers of work", "numbers of person", "numbers of work"):
        wait_turn(name)
    assert locks() == 2


def test_a_turn_is_kept_by_a_transaction_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinoqor.kit.turn.connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(transaction.TransactionManagementError):
        wait_turn("numbers")


def locks() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_long_work_tells_how_far_it_is_and_is_forgotten_once_it_has_ended() -> None:
    assert progress.how_far("test:1") is None
    progress.go_on("test:1", 3, 10)
    done, of, quiet = progress.how_far("test:1") or (0, 0, 99.0)
    assert (done, of, quiet < 5) == (3, 10, True)
    progress.over("test:1")
    assert progress.how_far("test:1") is None
