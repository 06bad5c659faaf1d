"""The record when something goes wrong: it heals, or it refuses to tell two stories and says so in a sentence."""

import os
import shutil
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from pytest_django.fixtures import Settings

from kinoqor.kit import merkle, note, tiles
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.log import clock, queries
from kinoqor.ledger.log.adapters import keys
from kinoqor.ledger.log.clock import publish, published
from kinoqor.ledger.log.models import Head, Leaf
from tests.ledger.log.writing import files, record, say, spoilt

pytestmark = pytest.mark.django_db


def refusal() -> str:
    with pytest.raises(Refused) as refused:
        published()
    assert refused.value.verdict.way
    return str(refused.value.verdict.reason)


def past_triggers(statement: str, *values: object) -> None:
    """Change a row as somebody would who owns the database."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if postgres:
            cursor.execute("SET session_replication_role = replica")
        else:
            cursor.execute("DROP TRIGGER ledger_leaf_no_update")
            cursor.execute("DROP TRIGGER ledger_leaf_no_delete")
        cursor.execute(statement, values)
        if postgres:
            cursor.execute("RESET session_replication_role")


class Killed(BaseException):
    """The machine stops here."""


def stops_at(writes: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Publish on a machine that stops when so many writes have come onto the disk; whether it did."""
    left, sync = iter(range(writes)), os.fsync

    def counted(handle: int) -> None:
        if next(left, None) is None:
            raise Killed
        sync(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", counted)
        try:
            published()
        except Killed:
            return True
    return False


def test_whenever_the_machine_stops_what_lies_published_is_right_and_the_next_run_heals(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Killed at each write to the disk in turn, until a run comes through."""
    record(254)
    for each in range(4):
        say(each)
    before, stops = settings.RECORD.with_name("before"), 0
    shutil.copytree(settings.RECORD, before)
    while True:
        shutil.rmtree(settings.RECORD)
        shutil.copytree(before, settings.RECORD)
        with transaction.atomic():
            stopped = stops_at(stops, monkeypatch)
            lying = tiles.read_checkpoint(note.read_note(files()["checkpoint"]))
            assert lying.size in (254, 258)
            assert spoilt() == []
            published()
            assert (queries.laid(), spoilt()) == (queries.note_of(Head.objects.get(size=258)), [])
            transaction.set_rollback(True)
        if not stopped:
            break
        stops += 1
    assert stops >= 12  # six files, and their folders


def test_a_head_that_was_signed_before_the_machine_stopped_is_laid_down_by_the_next_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record(2)
    say(3)

    def stopped() -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(clock, "lay", stopped)
        with pytest.raises(Killed):
            published()
    assert (Head.objects.count(), spoilt()) == (2, [])
    assert tiles.read_checkpoint(queries.laid()).size == 2  # type: ignore[arg-type]
    published()
    assert tiles.read_checkpoint(queries.laid()).size == 3  # type: ignore[arg-type]
    assert spoilt() == []


def test_a_database_that_was_set_back_signs_nothing() -> None:
    record(2)
    before = queries.head()
    with pytest.raises(Killed), transaction.atomic():
        record(3)
        raise Killed
    assert queries.head() == before
    say(7)
    assert "5 leaves has been published, but the database knows only 2" in refusal()
    assert "was set back" in publish.func()
    assert Head.objects.count() == 1


def test_an_emptied_database_signs_nothing() -> None:
    with pytest.raises(Killed), transaction.atomic():
        record(3)
        raise Killed
    assert "knows only 0" in refusal()


def test_two_heads_of_one_size_are_impossible_in_the_database_and_a_fork_outside_is_refused() -> None:
    with pytest.raises(Killed), transaction.atomic():
        record(1)
        raise Killed
    forked = files()
    (settings.RECORD / "checkpoint").unlink()
    say(99)
    head = published()
    assert head is not None
    (settings.RECORD / "checkpoint").write_bytes(forked["checkpoint"])
    assert "Another head of 1 leaves has been published" in refusal()
    with pytest.raises(IntegrityError), transaction.atomic():
        Head.objects.create(
            size=1, root="0" * 64, key="k", text="t", at=timezone.now(), deed=Deed.objects.latest("pk")
        )


def test_a_forged_checkpoint_is_written_over_since_it_is_not_ours() -> None:
    head = record(2)
    forger = Ed25519PrivateKey.generate()
    text = tiles.Checkpoint(settings.RECORD_ORIGIN, 9, b"\x01" * 32).text
    forged = note.sign(text, settings.RECORD_ORIGIN, [forger])
    (settings.RECORD / "checkpoint").write_text(str(forged), encoding="utf-8")
    assert spoilt() == ["checkpoint"]
    published()
    assert (files()["checkpoint"].decode(), spoilt()) == (head.text, [])


def test_a_leaf_that_was_altered_in_the_database_is_named_and_nothing_is_signed() -> None:
    record(3)
    text = Leaf.objects.get(index=1).text
    past_triggers(
        'UPDATE ledger_leaf SET text = %s WHERE "index" = 1',
        text.replace("1}", "2}"),
    )
    say(4)
    assert "Leaf 1 of the public record is not what was written" in refusal()
    assert Head.objects.count() == 1


def test_a_leaf_that_was_altered_with_its_hash_is_seen_by_the_signed_root() -> None:
    record(3)
    past_triggers(
        "UPDATE ledger_leaf SET text = '{}', leaf_hash = %s WHERE \"index\" = 1",
        merkle.leaf_hash(b"{}").hex(),
    )
    say(4)
    assert "The first 3 leaves in the database are not those that were signed" in refusal()


def test_a_leaf_that_was_taken_out_is_missed() -> None:
    record(3)
    past_triggers('DELETE FROM ledger_leaf WHERE "index" = 2')
    assert "Leaf 2 of the public record is missing" in refusal()


def test_a_clock_that_was_set_back_signs_nothing_until_it_is_right_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record(1)
    say(2)
    now = timezone.now()
    with monkeypatch.context() as patch:
        patch.setattr(timezone, "now", lambda: now - timedelta(hours=1))
        assert "The clock of this machine shows" in refusal()
    assert record(0).size == 2


def test_the_key_is_made_once_readable_by_its_owner_alone() -> None:
    record(1)
    assert settings.RECORD_KEY.stat().st_mode & 0o777 == 0o600
    before = settings.RECORD_KEY.read_bytes()
    record(1)
    assert settings.RECORD_KEY.read_bytes() == before


def test_a_key_that_is_missing_is_not_made_anew() -> None:
    record(1)
    settings.RECORD_KEY.unlink()
    say(2)
    assert "is not in" in refusal()
    assert not settings.RECORD_KEY.exists()


def test_a_key_that_was_replaced_signs_nothing() -> None:
    record(1)
    settings.RECORD_KEY.unlink()
    keys.add(settings.RECORD_KEY, [])
    say(2)
    assert "is not the one that signed the last head" in refusal()


@pytest.mark.parametrize("raw", [b"", b"not a key", b"\xff", b"-----END PRIVATE KEY-----"])
def test_a_key_that_cannot_be_read_is_said_so(raw: bytes) -> None:
    record(1)
    settings.RECORD_KEY.write_bytes(raw)
    assert "cannot be read" in refusal()


def test_another_name_of_the_record_is_another_key_and_signs_nothing(settings: Settings) -> None:
    record(1)
    settings.RECORD_ORIGIN = "another.example/record"
    say(2)
    assert "is not the one" in refusal()
