"""Trees of hashes: proofs that are made are right, and nothing else is."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit import merkle
from tests.kit.thirdparty import vectors

SIZES = st.integers(1, 300)


def leaves(size: int) -> list[bytes]:
    return [merkle.leaf_hash(str(each).encode()) for each in range(size)]


def tree(size: int) -> merkle.Read:
    hashes = leaves(size)
    return lambda nodes: [merkle.root(hashes[n << level : (n + 1) << level]) for level, n in nodes]


def by_the_book(hashes: list[bytes]) -> bytes:
    """The definition of RFC 6962, word for word."""
    if len(hashes) < 2:
        return hashes[0] if hashes else merkle.EMPTY
    half = 1
    while half * 2 < len(hashes):
        half *= 2
    return merkle.node_hash(by_the_book(hashes[:half]), by_the_book(hashes[half:]))


def flipped(raw: bytes, at: int) -> bytes:
    return bytes([*raw[:at], raw[at] ^ 1, *raw[at + 1 :]])


def test_the_published_inclusion_proofs_are_judged_as_they_say() -> None:
    judged = 0
    for case in vectors("merkle_inclusion.json"):
        proof = [base64.b64decode(each) for each in case["proof"] or []]
        leaf, root = base64.b64decode(case["leafHash"] or ""), base64.b64decode(case["root"] or "")
        good = merkle.includes(case["leafIdx"], case["treeSize"], leaf, proof, root)
        assert good is not case["wantErr"], case["desc"]
        judged += 1
    assert judged == 98


@given(st.integers(0, 300))
def test_a_root_is_that_of_the_definition(size: int) -> None:
    assert merkle.root(leaves(size)) == by_the_book(leaves(size)) == merkle.root_of(size, tree(size))


@given(SIZES, st.data())
def test_a_leaf_is_proved_at_its_place_and_at_no_other(size: int, data: st.DataObject) -> None:
    index, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(0, size + 2))
    proof, root = merkle.inclusion(index, size, tree(size)), merkle.root(leaves(size))
    leaf = leaves(size)[index]
    assert merkle.includes(index, size, leaf, proof, root)
    assert merkle.includes(other, size, leaf, proof, root) is (other == index)
    assert not merkle.includes(index, size, flipped(leaf, 5), proof, root)
    assert not merkle.includes(index, size, leaf, [*proof, leaf], root)
    if proof:
        at = data.draw(st.integers(0, len(proof) - 1))
        spoilt = [flipped(each, 31) if number == at else each for number, each in enumerate(proof)]
        assert not merkle.includes(index, size, leaf, spoilt, root)
        assert not merkle.includes(index, size, leaf, proof[:-1], root)


@given(SIZES, st.data())
def test_growth_is_proved_and_another_past_is_not(size: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, size))
    before, after = merkle.root(leaves(old)), merkle.root(leaves(size))
    proof = merkle.consistency(old, size, tree(size))
    assert merkle.extends(old, size, before, after, proof)
    assert not merkle.extends(old, size, flipped(before, 0), after, proof)
    assert not merkle.extends(old, size, before, flipped(after, 0), proof)
    if proof:
        at = data.draw(st.integers(0, len(proof) - 1))
        spoilt = [flipped(each, 31) if number == at else each for number, each in enumerate(proof)]
        assert not merkle.extends(old, size, before, after, spoilt)
        assert not merkle.extends(old, size, before, after, proof[:-1])
    assert not merkle.extends(old, size, before, after, [*proof, before])


def test_an_empty_tree_proves_nothing_about_a_later_one() -> None:
    root = merkle.root(leaves(3))
    assert merkle.extends(0, 0, merkle.EMPTY, merkle.EMPTY, [])
    assert not merkle.extends(0, 3, merkle.EMPTY, root, [])
    assert not merkle.extends(0, 3, merkle.EMPTY, root, [root])
    assert not merkle.extends(3, 0, root, merkle.EMPTY, [])


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3)])
def test_no_proof_is_made_of_a_leaf_that_is_not_there(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="has no leaf"):
        merkle.inclusion(index, size, tree(3))


def test_no_proof_is_made_of_a_tree_that_shrank() -> None:
    with pytest.raises(ValueError, match="does not begin"):
        merkle.consistency(4, 3, tree(3))
