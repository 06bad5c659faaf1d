"""No label stands on another, whatever the films."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kinoqor.ui.drawing.century import Mark
from kinoqor.ui.drawing.frames import columns
from kinoqor.ui.drawing.labels import place
from kinoqor.ui.drawing.scale import MID, WIDE, Years

NAMES = st.text(alphabet="абвгдежзийклмнқөүі АБВГ", min_size=1, max_size=70)
MARKS = st.lists(st.builds(Mark, st.integers(1903, 2027), NAMES), max_size=14)
COUNTS = st.dictionaries(st.integers(1925, 2026), st.integers(1, 60), max_size=60)


@settings(max_examples=60, deadline=None)
@given(MARKS, COUNTS, st.sampled_from((WIDE, MID)))
def test_labels_and_stems_keep_clear_of_each_other_and_inside(
    marks: list[Mark], counts: dict[int, int], wide: int
) -> None:
    years = Years(1903, 2027, wide)
    piled = columns({year: {"feature": n} for year, n in counts.items()}, years, 0, 278, 6.9)
    placed = place(marks, years, piled, (years.x(1910), 66))
    assert len(placed) == len(marks)
    for label in placed:
        assert label.left >= -0.5 and label.right <= wide + 0.5
        assert label.bottom > piled.above(years, label.left, label.right)
    for one, other in combinations(placed, 2):
        assert one.clear_of(other), (one, other)


def test_a_long_name_is_shortened_and_says_so() -> None:
    years = Years(1903, 2027, MID)
    (label,) = place([Mark(1970, "Очень " * 30)], years, columns({}, years, 0, 100, 5), (0, 0))
    assert label.name.endswith("…")
