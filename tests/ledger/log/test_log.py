"""The record grows, is published whole, heals, and refuses to tell two stories."""

import json
import os
import shutil
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from kinoqor.kit import note, tiles
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.log import clock, queries
from kinoqor.ledger.log.actions import erase_salt, salt, write
from kinoqor.ledger.log.adapters import keys
from kinoqor.ledger.log.clock import publish, published
from kinoqor.ledger.log.models import Cosignature, Head, Leaf, Salt
from tests.ledger.log.writing import CALL, files, record, say, spoilt
from tests.make import BY

pytestmark = pytest.mark.django_db


@deed("test.decided")
def decide(line: Line, fails: bool = False) -> int:
    """A deed of this test, with its leaf."""
    index = say(1)
    if fails:
        raise RuntimeError("broken off")
    return index


def refusal(head: object = None) -> str:
    with pytest.raises(Refused) as refused:
        published()
    assert refused.value.verdict.way
    return str(refused.value.verdict.reason)


def past_triggers(statement: str, *values: object) -> None:
    """Change a row as somebody would who owns the database."""
    table = statement.split()[2 if statement.startswith("DELETE") else 1]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        else:
            cursor.execute(f"DROP TRIGGER {table}_no_update")
            cursor.execute(f"DROP TRIGGER {table}_no_delete")
        cursor.execute(statement, values)


def test_a_leaf_points_at_its_line_in_the_journal_and_that_at_the_deed_it_was_written_in() -> None:
    index = decide(by=BY)
    leaf = Leaf.objects.get(index=index)
    assert leaf.deed.code == "ledger.log.written"
    assert leaf.deed.within.code == "test.decided"
    assert leaf.deed.details == {"leaf": 0, "kind": "call.published", "of": CALL}
    assert json.loads(leaf.text)["at"] == leaf.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert list(queries.leaves_of_deeds([leaf.deed.within_id])) == [leaf]


def test_a_deed_that_breaks_off_leaves_no_leaf_and_no_gap() -> None:
    assert decide(by=BY) == 0
    with pytest.raises(RuntimeError):
        decide(True, by=BY)
    assert decide(by=BY) == 1
    assert list(queries.leaves_of(CALL).values_list("index", flat=True)) == [0, 1]


def test_a_leaf_that_may_not_be_written_stops_its_deed() -> None:
    with pytest.raises(Refused, match="not what it has to be"):
        write("call.published", CALL, {"version": 1, "terms": "Аян Сынақов"}, by=BY)
    assert not Deed.objects.exists()


def test_many_leaves_call_for_one_publication() -> None:
    for each in range(3):
        say(each)
    assert DBTaskResult.objects.filter(task_path="kinoqor.ledger.log.clock.publish").count() == 1


def test_what_was_written_is_published_and_every_leaf_proved() -> None:
    head = record(3)
    assert head.size == 3
    assert spoilt() == []
    record(255)
    assert spoilt() == []
    key = note.read_key(head.key)
    for index in (0, 2, 3, 255, 256, 257):
        proof = tiles.read_proof(queries.proof(index) or "")
        assert note.signs(key, proof.checkpoint)
        assert tiles.proves(proof, Leaf.objects.get(index=index).text.encode())
    assert queries.proof(258) is None


def test_nothing_is_published_of_nothing_and_nothing_twice() -> None:
    assert publish.func() == "nothing"
    assert not settings.RECORD_KEY.exists()
    assert record(2) == published() == published()
    assert Head.objects.count() == 1


def test_a_leaf_that_is_not_published_yet_is_shown_to_nobody() -> None:
    record(1)
    say(2)
    assert queries.leaf(0) is not None
    assert queries.leaf(1) is None
    assert queries.proof(1) is None


def test_unfinished_tiles_go_once_readers_of_the_head_before_have_had_their_time() -> None:
    record(3)
    assert "tile/0/000.p/3" in files()
    record(253)
    assert "tile/0/000.p/3" in files()
    record(1)
    assert [each for each in files() if "000.p/3" in each] == []
    assert spoilt() == []


@pytest.mark.parametrize("path", ["checkpoint", "tile/0/000.p/3", "tile/entries/000.p/3"])
def test_a_spoilt_or_missing_file_is_found_and_mended_out_of_the_database(path: str) -> None:
    record(3)
    place = settings.RECORD / path
    right = place.read_bytes()
    place.write_bytes(bytes([right[0] ^ 1]) + right[1:])
    assert spoilt() == [path]
    published(whole=True)
    assert (spoilt(), place.read_bytes()) == ([], right)
    place.unlink()
    assert spoilt() == [path]
    published(whole=True)
    assert spoilt() == []


def test_a_spoilt_tile_at_the_edge_gives_no_wrong_root() -> None:
    record(257)
    edge = settings.RECORD / "tile/1/000.p/1"
    edge.write_bytes(b"\x00" * 32)
    record(1)
    assert spoilt() == []


def test_a_spoilt_tile_gives_no_proof_rather_than_a_wrong_one() -> None:
    record(3)
    tile = settings.RECORD / "tile/0/000.p/3"
    tile.write_bytes(b"\x00" * 96)
    assert queries.proof(1) is None


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
        "UPDATE ledger_leaf SET text = %s WHERE index = 1".replace("index", '"index"'),
        text.replace("1}", "2}"),
    )
    say(4)
    assert "Leaf 1 of the public record is not what was written" in refusal()
    assert Head.objects.count() == 1


def test_a_leaf_that_was_altered_with_its_hash_is_seen_by_the_signed_root() -> None:
    record(3)
    past_triggers(
        "UPDATE ledger_leaf SET text = '{}', leaf_hash = %s WHERE \"index\" = 1",
        tiles.merkle.leaf_hash(b"{}").hex(),
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


def test_a_salt_can_be_erased_by_law_and_the_record_says_so() -> None:
    value = {"reader": 7, "words": "Жақсы"}
    digest = salt(value, by=BY)
    assert queries.opens(digest, value)
    assert not queries.opens(digest, {"reader": 8, "words": "Жақсы"})
    index = erase_salt(digest, "law-94-5:art.8", by=BY)
    assert not queries.opens(digest, value)
    assert Salt.objects.get().salt is None
    assert json.loads(Leaf.objects.get(index=index).text)["says"] == {
        "clause": "law-94-5:art.8",
        "digest": digest,
    }
    with pytest.raises(Refused, match="already"):
        erase_salt(digest, "law-94-5:art.8", by=BY)
    with pytest.raises(Refused, match="no salt"):
        erase_salt("0" * 64, "law-94-5:art.8", by=BY)


def test_an_erasure_without_a_clause_is_refused() -> None:
    digest = salt(1, by=BY)
    with pytest.raises(Refused, match="clause"):
        erase_salt(digest, "по просьбе", by=BY)


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Leaf, {"text": "{}"}), (Leaf, {"index": 7}), (Head, {"root": "0" * 64}), (Head, {"text": ""}),
        (Cosignature, {"text": ""}), (Salt, {"digest": "0" * 64}), (Salt, {"salt": "0" * 64}), (Salt, {"deed": 1}),
    ],
)  # fmt: skip
def test_the_record_cannot_be_changed_or_deleted_by_anyone(model: type, change: dict[str, object]) -> None:
    head = record(1)
    salt(1, by=BY)
    if model is Cosignature:
        Cosignature.objects.create(head=head, witness="w", text="t", deed=head.deed)
    if "deed" in change:
        change = {"deed": Deed.objects.earliest("pk")}
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.update(**change)  # type: ignore[attr-defined]
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.all().delete()  # type: ignore[attr-defined]
    assert model.objects.count() == 1  # type: ignore[attr-defined]


def test_an_erased_salt_cannot_be_filled_again() -> None:
    digest = salt(1, by=BY)
    erase_salt(digest, "law", by=BY)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Salt.objects.update(salt="0" * 64)
