"""The record over HTTP: plain files for anyone, on any page of the web."""

import json
import re
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.kit import note, tiles
from kinoqor.kit.mirror import faults
from kinoqor.ledger.log import queries
from kinoqor.ledger.log.models import Leaf
from tests.ledger.log.writing import record, say

pytestmark = pytest.mark.django_db


def fetched(path: str) -> bytes:
    answer = Client().get(f"/record/{path}")
    if answer.status_code == 404:
        raise FileNotFoundError(path)
    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (200, "*")
    return answer.content


def test_whoever_takes_the_whole_record_over_the_web_finds_it_right() -> None:
    record(3)
    head = record(256)
    assert faults(fetched, note.read_key(head.key)) == []


def test_a_leaf_is_given_out_byte_for_byte_with_its_proof() -> None:
    head = record(2)
    raw = fetched("leaf/1.json")
    assert raw.decode() == Leaf.objects.get(index=1).text
    assert json.loads(raw)["kind"] == "call.published"
    proof = tiles.read_proof(fetched("leaf/1.tlog-proof").decode())
    assert note.signs(note.read_key(head.key), proof.checkpoint)
    assert tiles.proves(proof, raw)
    assert not tiles.proves(proof, fetched("leaf/0.json"))


@pytest.mark.parametrize(
    ("path", "kind", "kept"),
    [
        ("checkpoint", "text/plain; charset=utf-8", "no-cache"),
        ("tile/0/000.p/2", "application/octet-stream", "public, max-age=31536000, immutable"),
        ("tile/entries/000.p/2", "application/octet-stream", "public, max-age=31536000, immutable"),
        ("leaf/0.json", "application/json", "public, max-age=31536000, immutable"),
        ("leaf/0.tlog-proof", "text/plain; charset=utf-8", "no-cache"),
    ],
)
def test_each_file_says_what_it_is_and_how_long_it_holds(path: str, kind: str, kept: str) -> None:
    record(2)
    answer = Client().get(f"/record/{path}")
    assert (answer["Content-Type"], answer["Cache-Control"]) == (kind, kept)
    assert "Set-Cookie" not in answer


@pytest.mark.parametrize(
    "path",
    [
        "leaf/2.json", "leaf/2.tlog-proof", "leaf/99999999999999999999.json",
        "leaf/2.checkpoint", "leaf/99999999999999999999.checkpoint", "tile/0/000",
        "tile/0/000.p/1", "tile/1/000",
        "tile/0/000.p", "tile/0/..", "tile/../record.key", "tile/entries/../../../record.key", "tile/0/000.p/2/x",
    ],
)  # fmt: skip
def test_what_is_not_published_is_not_there(path: str) -> None:
    record(2)
    say(3)
    assert Client().get(f"/record/{path}").status_code == 404


def test_before_the_first_leaf_there_is_no_record() -> None:
    assert Client().get(reverse("record-checkpoint")).status_code == 404
    assert queries.laid() is None


def test_the_record_can_be_read_only() -> None:
    record(1)
    assert Client().post(reverse("record-checkpoint")).status_code == 405


def test_an_empty_record_and_one_with_leaves_keep_the_order_of_their_headings() -> None:
    def levels(page: str) -> list[int]:
        return [int(each) for each in re.findall(r"<h([1-6])", Client().get(page).content.decode())]

    pages = ("/en/record/", "/en/record/check/")
    found = [levels(page) for page in pages]
    record(1)
    found += [levels(page) for page in (*pages, "/en/record/entry/0/")]
    for each in found:
        assert each[0] == 1 and all(after <= before + 1 for before, after in pairwise(each)), each
