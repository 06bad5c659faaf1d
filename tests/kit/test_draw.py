"""Numbers counted off from a seed: examples that another program must find too, and fairness."""

import hashlib
from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.draw import SPAN, Numbers, seed_of, shuffled

FIRST = [0xC385B471E9F80499, 0x8069AA0C98670301, 0xE2B7206EEB44A001]
DICE = [6, 6, 2, 2, 1, 5, 2, 3, 4, 6, 4, 2]
ORDER = [*"gcfadheb"]


def test_the_first_numbers_of_a_seed_are_known() -> None:
    numbers = Numbers(b"kinoqor")
    assert [numbers.next() for _each in range(3)] == FIRST
    assert int.from_bytes(hashlib.sha256(b"kinoqor|0").digest()[:8]) == FIRST[0]
    dice = Numbers(b"kinoqor")
    assert [dice.below(6) + 1 for _each in range(12)] == DICE
    assert shuffled("abcdefgh", Numbers(b"kinoqor").below) == ORDER


@given(st.binary(), st.integers(1, SPAN), st.integers(0, 50))
def test_a_number_lies_below_its_count_and_can_be_taken_up_again(seed: bytes, count: int, start: int) -> None:
    one = Numbers(seed, start)
    assert 0 <= one.below(count) < count
    again = Numbers(seed, one.at)
    assert again.below(count) == one.below(count)


@given(st.binary(), st.lists(st.integers()))
def test_a_shuffle_loses_nothing_and_the_same_seed_gives_the_same_order(
    seed: bytes, things: list[int]
) -> None:
    found = shuffled(things, Numbers(seed).below)
    assert Counter(found) == Counter(things)
    assert found == shuffled(things, Numbers(seed).below)


def test_numbers_that_would_favour_the_small_ones_are_passed_over() -> None:
    count = SPAN // 2 + 1  # almost half of all numbers are passed over
    numbers = Numbers(b"unfair")
    for _each in range(50):
        assert numbers.below(count) < count
    assert numbers.at > 60


def test_every_order_is_equally_likely() -> None:
    numbers = Numbers(b"orders")
    found = Counter(tuple(shuffled("abc", numbers.below)) for _each in range(6000))
    assert set(found) == set(permutations("abc"))
    assert all(abs(times - 1000) < 4 * 29 for times in found.values())  # four standard errors


@pytest.mark.parametrize("count", [0, -1, SPAN + 1])
def test_nothing_is_chosen_among_nothing_or_more_than_all(count: int) -> None:
    with pytest.raises(ValueError, match="Nothing can be chosen"):
        Numbers(b"").below(count)


def test_a_seed_knows_where_its_parts_end() -> None:
    assert seed_of("draw", b"ab", b"c") != seed_of("draw", b"a", b"bc")
    assert len(seed_of("draw")) == 32
