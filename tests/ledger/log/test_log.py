"""The record grows, is published whole, heals, and refuses to tell two stories."""

import json

import pytest
from django.conf import settings
from django.db import DatabaseError, transaction
from django_tasks_db.models import DBTaskResult

from kinoqor.kit import note, tiles
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.log import queries
from kinoqor.ledger.log.actions import erase_salt, salt, write
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
