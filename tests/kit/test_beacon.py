"""Rounds of drand as the public servers gave them, and the example that RFC 3797 works through."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.announced import digest, key_string, mixed, selected
from kinoqor.kit.beacon import check, randomness
from kinoqor.kit.chain import QUICKNET, Chain, Scheme, first_from, time_of
from kinoqor.kit.verdict import Refused

# Round 1000 of quicknet, as api.drand.sh serves it.
SIGNATURE = bytes.fromhex(
    "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"
)
RANDOMNESS = "fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd"
# The League of Entropy's first chain, and its round 72785.
LEAGUE = Chain(
    Scheme.CHAINED,
    bytes.fromhex(
        "868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31"
    ),
    1595431050,
    30,
    bytes.fromhex("176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a"),
)
BEFORE = bytes.fromhex(
    "a609e19a03c2fcc559e8dae14900aaefe517cb55c840f6e69bc8e4f66c8d18e8a609685d9917efbfb0c37f058c2de88f"
    "13d297c7e19e0ab24813079efe57a182554ff054c7638153f9b26a60e7111f71a0ff63d9571704905d3ca6df0b031747"
)
CHAINED = bytes.fromhex(
    "82f5d3d2de4db19d40a6980e8aa37842a0e55d1df06bd68bddc8d60002e8e959eb9cfa368b3c1b77d18f02a54fe047b8"
    "0f0989315f83b12a74fd8679c4f12aae86eaf6ab5690b34f1fddd50ee3cc6f6cdf59e95526d5a5d82aaa84fa6f181e42"
)
ZERO = bytes([0xC0]) + bytes(47)

# RFC 3797, section 6: three announced sources, a pool of 25.
KEY = "9319./2.5.8.10.12./9.18.26.34.41.45./"
DIGESTS = """990DD0A5692A029A98B5E01AA28F3459 3691E55CB63FCC37914430B2F70B5EC6 FE814EDF564C190AC1D25753979990FA
1863CCACEB568C31D7DDBDF1D4E91387 F4AB33DF4889F0AF29C513905BE1D758 13EAEB529F61ACFB9A29D0BA3A60DE4A
992DB77C382CA2BDB9727001F3CDCCD9 63AB4258ECA922976811C7F55C383CE7 DFBC5AC97CED01B3A6E348E3CC63F40D
31CB111C4A4EBE9287CEAE16FE51B909"""


def test_a_real_round_of_quicknet_gives_its_published_randomness() -> None:
    assert randomness(QUICKNET, 1000, SIGNATURE).hex() == RANDOMNESS


def test_a_real_round_of_the_chained_beacon_gives_its_published_randomness() -> None:
    assert randomness(LEAGUE, 72785, CHAINED, BEFORE).hex() == (
        "8b676484b5fb1f37f9ec5c413d7d29883504e5b669f604a1ce68b3388e9ae3d9"
    )


def test_the_signature_of_another_round_is_refused() -> None:
    verdict = check(QUICKNET, 1001, SIGNATURE)
    assert not verdict and "1001" in str(verdict.reason) and verdict.way
    with pytest.raises(Refused):
        randomness(QUICKNET, 1001, SIGNATURE)


@pytest.mark.parametrize("bit", [3, 200, 381])
def test_a_signature_with_one_bit_changed_is_refused(bit: int) -> None:
    other = (int.from_bytes(SIGNATURE, "big") ^ (1 << bit)).to_bytes(48, "big")
    assert not check(QUICKNET, 1000, other)


def test_the_point_zero_signs_nothing() -> None:
    assert not check(QUICKNET, 1000, ZERO)
    assert not check(replace(QUICKNET, key=ZERO + bytes(48)), 1000, ZERO)


def test_another_chains_key_and_another_signature_before_are_refused() -> None:
    assert not check(LEAGUE, 72785, CHAINED, CHAINED)
    assert not check(replace(QUICKNET, key=LEAGUE.key), 1000, SIGNATURE)


@pytest.mark.parametrize(
    ("chain", "number", "signature", "previous"),
    [
        (QUICKNET, 0, SIGNATURE, b""),
        (QUICKNET, 2**64, SIGNATURE, b""),
        (QUICKNET, 1000, b"", b""),
        (QUICKNET, 1000, SIGNATURE[:-1], b""),
        (QUICKNET, 1000, SIGNATURE, BEFORE),
        (LEAGUE, 72785, CHAINED, b""),
        (LEAGUE, 72785, SIGNATURE, BEFORE),
    ],
)
def test_what_cannot_be_a_round_is_refused_with_a_sentence(
    chain: Chain, number: int, signature: bytes, previous: bytes
) -> None:
    verdict = check(chain, number, signature, previous)
    assert not verdict and verdict.reason


def test_the_hash_of_a_chain_names_its_key() -> None:
    assert QUICKNET.hash == "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
    assert LEAGUE.hash == "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce"


@given(st.integers(0, 10**10))
def test_the_round_named_beforehand_is_the_first_that_is_due_then_or_later(second: int) -> None:
    number = first_from(QUICKNET, second)
    assert number == 1 or time_of(QUICKNET, number) >= second > time_of(QUICKNET, number - 1)
    assert time_of(QUICKNET, number) >= second


def test_announced_numbers_become_the_key_of_the_published_example() -> None:
    assert key_string([[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]]) == KEY
    assert [f"{digest(KEY, number):032X}" for number in range(10)] == DIGESTS.split()


def test_the_published_example_draws_the_published_ten() -> None:
    assert selected(KEY, 25, 10) == [17, 7, 2, 16, 25, 23, 8, 24, 19, 13]


def test_the_order_in_which_numbers_of_a_source_are_told_changes_nothing() -> None:
    assert mixed([[7], [3, 1, 2]]) == mixed([[7], [1, 2, 3]]) != mixed([[7], [1, 23]])


def test_more_than_the_pool_cannot_be_drawn() -> None:
    assert sorted(selected(KEY, 5, 5)) == [1, 2, 3, 4, 5]
    with pytest.raises(ValueError, match="6"):
        selected(KEY, 5, 6)
