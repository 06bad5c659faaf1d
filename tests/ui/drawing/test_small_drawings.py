"""Plates, frames, spans, dots and piles."""

import re
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from kinoqor.ui.drawing import Doubt, Span, dots, dots_axis, frames, piles, plate, spans
from kinoqor.ui.drawing.text import width


def radius(svg: str) -> float:
    """The radius of a plate's sun."""
    return float(re.search(r'class="sun" d="M[-\d.]+ [-\d.]+a([\d.]+)', svg)[1])  # type: ignore[index]


def test_more_sources_make_a_larger_sun_up_to_a_limit() -> None:
    assert radius(plate(1970, 1)) < radius(plate(1970, 3)) < radius(plate(1970, 9)) == radius(plate(1970, 90))


def test_a_disputed_plate_has_a_ring_and_an_undated_one_no_sun() -> None:
    assert 'class="ring"' in plate(1970, 2, True)
    assert 'class="sun"' not in plate(None) and "stroke-dasharray" in plate(None)


def test_a_field_of_frames_has_one_frame_a_film() -> None:
    drawn = frames({"feature": 30, "documentary": 4, "named": 1})
    assert sum(part.count("M") for part in re.findall(r' d="([^"]*)"', drawn)) == 35
    assert re.search(r'height="(\d+)', drawn)[1] == "15"  # type: ignore[index]


WORDS = st.text(alphabet="абвгдежзий қөү", min_size=1, max_size=120)
SPANS = st.lists(
    st.builds(Span, WORDS, st.integers(1925, 2020), st.none() | st.integers(1930, 2026), st.booleans()),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(SPANS, st.lists(st.builds(Doubt, st.integers(1925, 2025), WORDS), max_size=2))
def test_words_of_spans_stay_inside_and_each_row_keeps_its_own_height(
    names: list[Span], doubts: list[Doubt]
) -> None:
    for wide, drawn in zip((976, 720, 328), spans(names, doubts), strict=True):
        ElementTree.fromstring(drawn)
        rows = re.findall(
            r'class="halo" x="([-\d.]+)" y="([-\d.]+)"( text-anchor="end")?>(.*?)</text>', drawn
        )
        taken: dict[float, list[tuple[float, float]]] = {}
        for x, y, end, words in rows:
            long = width(re.sub("<[^>]+>", "", words).strip(), 13)
            left = float(x) - long if end else float(x)
            assert left >= -1 and left + long <= wide + 1
            for other in taken.setdefault(float(y), []):
                assert left > other[1] or left + long < other[0]
            taken[float(y)].append((left, left + long))


def test_dots_stand_once_a_year_and_the_axis_has_few_years() -> None:
    assert dots([2018, 2018, 2020], 2005, 2026).count("<circle") == 2
    assert 2 <= dots_axis(2005, 2026).count("<text") <= 6
    assert dots([], 2005, 2005).count("<circle") == 0


def test_a_note_over_columns_stands_higher_than_all_it_covers() -> None:
    wide = piles({2000 + i: 12 for i in range(20)} | {2010: 2}, [(2010, "одно слово о годе")]).wide
    y = float(re.search(r'class="b halo" x="[-\d.]+" y="([-\d.]+)"', wide)[1])  # type: ignore[index]
    assert y < -12 * 8.2
    assert "одно" not in piles({2000: 1}, [(2000, "одно")]).narrow
