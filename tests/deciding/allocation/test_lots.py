"""The lot near the line: the same for all who repeat it, every limit kept, and no film outside the band touched."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from kinoqor.deciding.allocation.rules.checking import check
from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.rules.lots import chances, drawn
from kinoqor.deciding.allocation.rules.table import table
from kinoqor.deciding.allocation.words import Case, Impossible
from tests.deciding.allocation.invented import case, cases, file, quota

NEAR = [file(f"n{at}", 8000 - at, low=7900, high=8100) for at in range(4)]


def test_before_the_seed_is_known_the_band_is_named_and_nothing_is_drawn() -> None:
    found = allocate(case([file("a", 9000), *NEAR, file("far", 5000)], 30, lots="band"))
    assert found.band == ("n0", "n1", "n2", "n3")
    assert found.funded == {"a", "n0", "n1"}


def test_each_film_of_the_band_has_the_same_chance_and_no_other_is_touched() -> None:
    tried = case([file("a", 9000), *NEAR, file("far", 5000)], 30, lots="band")
    held = table(tried)
    times: Counter[str] = Counter()
    for at in range(600):
        taken, kept = drawn(held, ("a", "n0", "n1"), f"{at:04x}")
        assert not kept and "a" in taken and "far" not in taken and len(taken) == 3
        times.update(taken)
    assert all(250 < times[each.code] < 350 for each in NEAR)  # four standard errors of 300 are 49
    likely = chances(held, ("a", "n0", "n1"))
    assert set(likely) == {each.code for each in NEAR} and all(0.43 < one < 0.57 for one in likely.values())


@hypothesis(max_examples=60, deadline=None)
@given(cases(), st.integers(0, 65535))
def test_a_draw_keeps_every_limit_and_can_be_repeated(tried: Case, seed: int) -> None:
    tried = replace(tried, settings=replace(tried.settings, lots="band", seed=f"{seed:04x}"))
    try:
        found = allocate(tried)
    except Impossible:
        return
    assert check(tried, found) == []
    assert allocate(tried) == found


def test_the_quota_is_served_first_whatever_is_drawn() -> None:
    new = [file(f"d{at}", 7950 - at, low=7900, high=8100, attributes=frozenset({"debut"})) for at in range(2)]
    tried = case([*NEAR, *new], 30, [quota("debut", least=1)], lots="band")
    held = table(tried)
    computed = allocate(tried).computed
    for at in range(100):
        taken, kept = drawn(held, computed, f"{at:04x}")
        assert not kept and any(code.startswith("d") for code in taken)
