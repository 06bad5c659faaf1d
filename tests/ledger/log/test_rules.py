"""What gets into the record, and what never does."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit import merkle
from kinoqor.kit.canonical import canonical
from kinoqor.kit.tiles import Checkpoint
from kinoqor.ledger.log import rules
from kinoqor.ledger.log.words import KINDS, MOST, ByCode, Many, Maybe, OneOf, Said, Shape

AT = datetime(2026, 11, 27, 14, 30, 5, 999, tzinfo=UTC)
D = "ab" * 32
KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
SAMPLES = {
    Shape.NUMBER: 7, Shape.WHOLE: -7, Shape.DIGEST: D, Shape.CODE: "script:2", Shape.DAY: "2026-11-27",
    Shape.MOMENT: "2026-11-27T09:30:00Z", Shape.NAME: "№ 123-Ө", Shape.KEY: KEY,
}  # fmt: skip
VOTE: dict[str, Any] = {
    "item": "A-12", "form": "named", "for": 3, "against": 1, "abstained": 0, "present": 4, "shut_out": 1,
    "composition": D,
}  # fmt: skip


def sample(shape: Said) -> Any:
    if isinstance(shape, Maybe):
        return sample(shape.of)
    if isinstance(shape, Shape):
        return SAMPLES[shape]
    if isinstance(shape, OneOf):
        return shape.words[0]
    if isinstance(shape, Many):
        return [sample(shape.of)]
    if isinstance(shape, ByCode):
        return {"debut": sample(shape.of)}
    return {key: sample(each) for key, each in shape.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_leaf_of_every_kind_can_be_written_and_nothing_may_be_added_or_left_out(kind: str) -> None:
    says = sample(KINDS[kind])
    assert rules.may_write(kind, "kino-2026-1", says)
    assert not rules.may_write(kind, "kino-2026-1", says | {"applicant": "A-1"})
    for key, shape in KINDS[kind].items():
        without = {name: each for name, each in says.items() if name != key}
        assert bool(rules.may_write(kind, "kino-2026-1", without)) is isinstance(shape, Maybe)


@pytest.mark.parametrize(
    "value",
    [
        "Аян Сынақов", "Ayan Synaqov", "ayan@one.example", "900101300123", "user:3", "member:17", "seat-4", "", "№1",
        "a" * 81, None, 3, 3.0, True, ["a"], {"a": 1},
    ],
)  # fmt: skip
def test_a_code_names_nobody(value: Any) -> None:
    said = rules.may_write("vote.taken", "kino-2026-1", VOTE | {"item": value})
    assert not said
    assert "“item”" in str(said.reason)
    assert "nothing can be taken out" in str(said.way)
    assert not rules.may_write("vote.taken", value, VOTE)
    assert not rules.may_write(
        "vote.taken", "kino-2026-1", VOTE | {"named": {value: "for"}} if value.__hash__ else {}
    )


@pytest.mark.parametrize("value", [-1, 1.0, True, "1", None, 1 << 53])
def test_a_number_is_a_whole_one_that_every_reader_reads_alike(value: Any) -> None:
    assert not rules.may_write("vote.taken", "kino-2026-1", VOTE | {"for": value})


@pytest.mark.parametrize("value", ["2026-11-31", "2026-1-2", "27.11.2026", 20261127])
def test_a_day_is_written_in_one_way(value: Any) -> None:
    says = sample(KINDS["order.signed"])
    assert not rules.may_write("order.signed", "kino-2026-1", says | {"day": value})


@pytest.mark.parametrize(
    "value", ["", " 12", "a\nb", "ayan@one.example", "№" * 81, "и\u0306", "900101300123", 12]
)
def test_a_public_name_is_short_composed_and_no_ones_address(value: Any) -> None:
    says = sample(KINDS["order.signed"])
    assert not rules.may_write("order.signed", "kino-2026-1", says | {"number": value})


@pytest.mark.parametrize("value", [D.upper(), D[:-1], f"{D} ", 5])
def test_a_digest_is_written_in_one_way(value: Any) -> None:
    assert not rules.may_write("vote.taken", "kino-2026-1", VOTE | {"composition": value})


def test_an_unknown_kind_is_refused_in_a_sentence() -> None:
    assert "knows no leaf of the kind “gossip”" in str(rules.may_write("gossip", "a", {}).reason)


def test_a_leaf_is_canonical_json_in_utc_to_the_second() -> None:
    text = rules.leaf("call.published", AT, "kino-2026-1", {"version": 1, "terms": D})
    assert text == (
        '{"at":"2026-11-27T14:30:05Z","kind":"call.published","of":"kino-2026-1",'
        f'"says":{{"terms":"{D}","version":1}},"v":1}}'
    )
    assert canonical(json.loads(text)) == text


def test_a_leaf_that_is_too_long_is_refused() -> None:
    assert rules.may_be_so_long("ә" * (MOST // 2))
    assert not rules.may_be_so_long("ә" * (MOST // 2 + 1))


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_a_salted_digest_is_told_by_nobody_without_the_salt(salt: bytes, other: bytes) -> None:
    made = rules.salted({"marks": {"idea": 7}}, salt)
    assert made == rules.salted({"marks": {"idea": 7}}, salt)
    assert made != rules.salted({"marks": {"idea": 8}}, salt)
    assert (made == rules.salted({"marks": {"idea": 7}}, other)) is (salt == other)


def head(size: int, root: bytes) -> Checkpoint:
    return Checkpoint("fund.example/record", size, root)


def test_a_head_that_does_not_go_on_from_the_last_one_is_not_signed() -> None:
    leaves = [merkle.leaf_hash(bytes([each])) for each in range(4)]
    last, new = head(2, merkle.root(leaves[:2])), head(4, merkle.root(leaves))
    proof = merkle.consistency(
        2, 4, lambda nodes: [merkle.root(leaves[n << k : (n + 1) << k]) for k, n in nodes]
    )
    assert rules.may_sign(last, new, proof, AT, AT)
    assert rules.may_sign(None, new, [], AT, AT)
    for wrong in (head(4, merkle.root(leaves[::-1])), head(2, merkle.root(leaves[2:])), head(1, leaves[0])):
        assert "does not go on" in str(rules.may_sign(last, wrong, proof, AT, AT).reason)


def test_no_head_is_signed_by_a_clock_that_was_set_back() -> None:
    said = rules.may_sign(None, head(1, merkle.EMPTY), [], AT, AT.replace(hour=15))
    assert "2026-11-27T14:30:05Z" in str(said.reason)
    assert "2026-11-27T15:30:05Z" in str(said.reason)


def test_every_kind_stands_in_the_reference_with_its_keys() -> None:
    text = (Path(settings.REPOSITORY) / "docs" / "reference" / "record-format.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([a-z.]+)` \| ([^|]*) \|", text, re.M))
    assert set(told) == set(KINDS)
    for kind, keys in KINDS.items():
        named = re.findall(r"`([a-z_]+)(\?)?`", told[kind])
        assert {name for name, _mark in named} == set(keys), kind
        assert {name for name, mark in named if mark} == {
            key for key, shape in keys.items() if isinstance(shape, Maybe)
        }, kind
