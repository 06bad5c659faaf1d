"""The law of identity: no judgement contradicts another, and one cluster has one leader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.register.identity.rules import in_order, leaders, may_be_judged, together
from kinoqor.register.identity.words import Judged

NUMBERS = st.integers(1, 12)
PAIRS = st.lists(st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] != pair[1]), max_size=14)
TWO = ("work", "work")
SAME, APART, UNSURE = Judged.SAME, Judged.NOT_SAME, Judged.UNSURE


@given(PAIRS, st.randoms())
def test_the_order_of_judging_does_not_matter(pairs: list[tuple[int, int]], chance: object) -> None:
    other = list(pairs)
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert leaders(pairs) == leaders([pair[::-1] for pair in other])


@given(PAIRS)
def test_the_one_known_for_longest_leads_and_leads_itself(pairs: list[tuple[int, int]]) -> None:
    led = leaders(pairs)
    for subject, leader in led.items():
        assert leader <= subject
        assert led[leader] == leader
    for one, other in pairs:
        assert led[one] == led[other]


@given(PAIRS, st.integers(0, 13))
def test_without_a_judgement_only_its_own_cluster_changes(pairs: list[tuple[int, int]], which: int) -> None:
    if not pairs:
        return
    gone = pairs[which % len(pairs)]
    before, after = leaders(pairs), leaders([pair for pair in pairs if pair != gone])
    touched = {subject for subject, leader in before.items() if leader == before[gone[0]]}
    assert {s: lead for s, lead in before.items() if s not in touched} == {
        s: lead for s, lead in after.items() if s not in touched
    }


@given(st.lists(st.tuples(NUMBERS, st.integers())), PAIRS)
def test_no_row_is_lost_or_doubled_where_subjects_become_one(
    rows: list[tuple[int, int]], pairs: list[tuple[int, int]]
) -> None:
    ordered = sorted(rows)
    led = leaders(pairs)
    found = list(together(ordered, lambda row: row[0], led))
    assert sorted(row for _subject, some in found for row in some) == ordered
    assert len({subject for subject, _some in found}) == len(found)
    assert all(led.get(row[0], row[0]) == subject for subject, some in found for row in some)


def test_two_of_a_kind_may_be_judged_in_every_way() -> None:
    assert all(may_be_judged(said, (1, 2), TWO, {}, "one page") for said in Judged)


@pytest.mark.parametrize(
    ("pair", "kinds", "standing", "why", "reason"),
    [
        ((1, 1), TWO, {}, "x", "two different records"),
        ((1, 2), ("work", "person"), {}, "x", "two different records"),
        ((1, 2), TWO, {}, "  ", "needs its reason"),
        ((2, 1), TWO, {(1, 2): UNSURE}, "x", "judged already"),
        ((1, 3), TWO, {(1, 2): SAME, (2, 3): APART}, "x", "is not the same"),
        ((3, 1), TWO, {(1, 2): SAME, (3, 4): SAME, (2, 4): APART}, "x", "is not the same"),
    ],
)
def test_two_cannot_be_judged_the_same_against_reason(
    pair: tuple[int, int],
    kinds: tuple[str, str],
    standing: dict[tuple[int, int], Judged],
    why: str,
    reason: str,
) -> None:
    verdict = may_be_judged(SAME, pair, kinds, standing, why)
    assert not verdict
    assert reason in str(verdict.reason)


@pytest.mark.parametrize("said", [APART, UNSURE])
def test_what_others_have_made_one_cannot_be_judged_apart(said: Judged) -> None:
    verdict = may_be_judged(said, (1, 3), TWO, {(1, 2): SAME, (2, 3): SAME}, "x")
    assert "already make these two one" in str(verdict.reason)
    assert verdict.way


def test_a_pair_has_one_order() -> None:
    assert in_order(5, 3) == in_order(3, 5) == (3, 5)
