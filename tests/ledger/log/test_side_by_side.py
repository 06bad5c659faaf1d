"""Two writers at once leave no gap and no double index; two publishers sign one head."""

from collections.abc import Iterator
from threading import Barrier, Thread

import pytest
from django.conf import settings
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoDbBlocker

from kinoqor.kit.tiles import Checkpoint
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.log import queries
from kinoqor.ledger.log.actions import sign_head
from kinoqor.ledger.log.adapters import keys
from kinoqor.ledger.log.clock import published
from kinoqor.ledger.log.models import Head, Leaf
from tests.ledger.log.writing import say, spoilt
from tests.make import BY

WRITERS, EACH = 4, 5
WRITTEN = (Head, Leaf, DBTaskResult, Deed)


class BrokenOff(Exception):
    """A deed that ends in the middle."""


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A test whose transactions really end; its rows are taken out by the owner of the database, past all triggers."""
    if connection.vendor != "postgresql":
        pytest.skip(
            "SQLite lets one transaction write at a time, and a test's database lives in one connection"
        )
    with django_db_blocker.unblock():
        before = {each: list(each.objects.values_list("pk", flat=True)) for each in WRITTEN}
        yield
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            for each in WRITTEN:
                each.objects.exclude(pk__in=before[each])._raw_delete(connection.alias)
            cursor.execute("RESET session_replication_role")


def together(count: int, do: object) -> list[BaseException]:
    """Let so many threads begin at one moment; what went wrong in them."""
    gate = Barrier(count)
    wrong: list[BaseException] = []

    def run() -> None:
        try:
            gate.wait(30)
            do()  # type: ignore[operator]
        except BaseException as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(count)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(120)
    return wrong


def one_leaf_after_another() -> None:
    for number in range(EACH):
        try:
            with transaction.atomic():
                say(number)
                if number == 2:
                    raise BrokenOff
        except BrokenOff:
            pass


@pytest.mark.postgres
def test_many_writers_at_once_leave_no_gap(committed: None) -> None:
    assert together(WRITERS, one_leaf_after_another) == []
    indexes = list(Leaf.objects.order_by("index").values_list("index", flat=True))
    assert indexes == list(range(WRITERS * (EACH - 1)))


@pytest.mark.postgres
def test_many_publishers_at_once_sign_one_head(committed: None) -> None:
    for number in range(3):
        say(number)
    published()
    say(4)
    assert together(WRITERS, published) == []
    assert list(Head.objects.order_by("size").values_list("size", flat=True)) == [3, 4]
    assert spoilt() == []


@pytest.mark.django_db
def test_who_comes_second_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another signs a longer head after the tiles of this one were made."""
    for number in range(2):
        say(number)
    published()
    say(3)
    grown, first = queries.consistency, []

    def meanwhile(old: int, new: int) -> list[bytes]:
        proof = grown(old, new)
        if not first:
            first.append(new)
            say(4)
            published()
        return proof

    monkeypatch.setattr(queries, "consistency", meanwhile)
    head = published()
    assert head is not None
    assert (head.size, Head.objects.count(), spoilt()) == (4, 2, [])


@pytest.mark.django_db
def test_a_turn_that_was_lost_leaves_nothing_in_the_journal() -> None:
    say(1)
    head = published()
    lines = Deed.objects.count()
    assert head is not None
    with pytest.raises(Refused, match="meanwhile"):
        sign_head(0, Checkpoint("a", 2, b""), [], keys.held(settings.RECORD_KEY), by=BY)
    assert (Deed.objects.count(), Head.objects.count()) == (lines, 1)
