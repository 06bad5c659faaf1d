"""The first page's chart counts every film once."""

import re
from xml.etree import ElementTree

from kinoqor.ui.drawing import Event, Mark, century

COUNTS = {
    1929: {"documentary": 1},
    1970: {"feature": 3, "other": 1},
    2022: {"feature": 30, "documentary": 10},
}
MARKS = (Mark(1929, "Турксиб", "documentary"), Mark(1970, "Кыз-Жибек"))
EVENTS = (Event(1991, "1991", "Независимость"), Event(1910, "22 июня 1910", "Первый <киносеанс>"))


def frames_of(svg: str) -> int:
    """How many frames are drawn."""
    return sum(drawn.count("M") for drawn in re.findall(r'class="f-\w+" d="([^"]*)"', svg))


def test_every_film_is_one_frame_in_each_of_the_three_drawings() -> None:
    drawn = century(COUNTS, MARKS, EVENTS)
    assert [frames_of(sky) for sky in drawn.sky] == [45, 45, 45]
    assert sum(decade.total for decade in drawn.decades) == 45


def test_a_named_film_is_yellow_and_its_kind_counts_one_less() -> None:
    wide = century(COUNTS, MARKS).sky.wide
    assert wide.count('class="f-named"') == 1
    assert "Кыз-Жибек" in wide and "1970" in wide


def test_events_stand_in_order_and_words_are_escaped() -> None:
    drawn = century(COUNTS, MARKS, EVENTS, said="45 <films>")
    assert [event.year for event in drawn.events] == [1910, 1991]
    assert "45 &lt;films&gt;" in drawn.sky.wide
    for svg in (*drawn.sky, drawn.ground):
        ElementTree.fromstring(svg)


def test_decades_hold_films_and_events_and_no_empty_decade() -> None:
    decades = century(COUNTS, MARKS, EVENTS).decades
    assert [decade.year for decade in decades] == [1910, 1920, 1970, 1990, 2020]
    assert decades[0].total == 0 and decades[0].lines == [("22 июня 1910", "Первый <киносеанс>")]


def test_a_cinema_without_films_still_has_its_sun() -> None:
    drawn = century({})
    assert 'class="sun"' in drawn.sky.wide and frames_of(drawn.sky.wide) == 0


def test_a_year_with_thousands_of_films_is_measured_instead_of_counted() -> None:
    wide = century({2020: {"feature": 5000}}).sky.wide
    assert frames_of(wide) == 1
    height = float(re.search(r'viewBox="0 [-\d.]+ [\d.]+ ([\d.]+)"', wide)[1])  # type: ignore[index]
    assert height < 320
