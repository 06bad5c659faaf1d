"""The strip of a page: sun, ring, dots and years."""

import re
from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from kinoqor.ui.drawing import Sun, plain, strip, strips
from kinoqor.ui.drawing.scale import NARROW, WIDE, Years
from kinoqor.ui.drawing.text import width

COUNTS = {1929: 1, 1970: 4, 2022: 40}
YEARS = st.integers(1890, 2060)


def test_a_disputed_year_has_a_second_ring() -> None:
    drawn = strip(COUNTS, [Sun(1970), Sun(1969, ring=True)], caption="1970 или 1969")
    assert drawn.count('class="sun"') == 1 and drawn.count('class="ring"') == 1
    assert "1970 или 1969" in drawn


def test_four_beginnings_have_their_years_under_the_line() -> None:
    suns = [Sun(1934), *(Sun(year, ring=True) for year in (1941, 1960, 2005))]
    assert re.findall(r'class="name"[^>]*>(\d+)<', strip(COUNTS, suns)) == ["1934", "1941", "1960", "2005"]


def test_each_film_of_a_person_is_a_dot() -> None:
    assert strip(COUNTS, dots=[2018, 2018, 2022]).count("<circle") == 3


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.builds(Sun, YEARS, st.booleans(), st.text("абвгде", max_size=20)), max_size=6),
    st.lists(YEARS),
)
def test_names_under_the_line_never_touch_and_years_stay_inside(suns: list[Sun], dots: list[int]) -> None:
    for wide, drawn in zip((WIDE, 720, NARROW), strips(COUNTS, suns, dots), strict=True):
        ElementTree.fromstring(drawn)
        free = -1.0
        for x, words in re.findall(r'class="name" x="([-\d.]+)"[^>]*>([^<]+)<', drawn):
            assert float(x) >= free
            free = float(x) + width(words, 12, 600)
            assert free <= wide + 1 or float(x) == 0


@given(YEARS, YEARS, st.sampled_from((120, 328, 720, 1312)), st.integers(30, 90))
def test_round_years_have_room_for_their_labels(first: int, last: int, wide: int, room: int) -> None:
    years = Years(min(first, last), max(first, last), wide)
    marked = [years.x(year) for year in years.ticks(room)]
    assert all(b - a >= room - 0.01 for a, b in pairwise(marked))


def test_the_chosen_years_of_a_list_are_dark() -> None:
    drawn = plain(COUNTS, (1960, 1980), said="4 films")
    assert drawn.count('class="chosen"') == 1 and drawn.count('class="bars"') == 1
    assert 'aria-label="4 films"' in drawn


def test_nothing_known_is_an_empty_line() -> None:
    for drawn in (strip({}), plain({})):
        ElementTree.fromstring(drawn)
