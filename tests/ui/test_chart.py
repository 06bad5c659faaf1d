"""Charts hold nothing that a strict page may not, and follow the page's colours."""

import re
from xml.etree import ElementTree

import pytest
from django.core.cache import cache

from kinoqor.ui import chart

ROWS = [("Игровые", 9.5, "9,5 млрд ₸"), ("Қысқа метр", 3.0, "3 млрд ₸")]


def test_a_chart_has_classes_instead_of_colours_styles_and_scripts() -> None:
    drawn = chart.render(chart.bars(ROWS, chosen=["Игровые"]), said="Игровые: 9,5 & больше")
    assert not re.search(r"<style|<script|style=|font-family|#[0-9a-f]{6}|href|\son\w+=", drawn)
    assert 'class="f-sary s-text"' in drawn and 'class="f-kok"' in drawn
    assert drawn.startswith('<svg role="img" aria-label="Игровые: 9,5 &amp; больше" class="draw" viewBox="')
    ElementTree.fromstring(drawn)


def test_labels_stand_beside_the_bars_where_there_is_room_and_over_them_where_not() -> None:
    wide, _, narrow = chart.bar_chart([("Қазақстанның ұлттық киноны қолдау орталығы", 5, "5"), ("Б", 2, "2")])
    assert 'text-anchor="end"' in wide and 'text-anchor="end"' not in narrow
    assert "орталығы" in wide and "орталығы" in narrow


def test_a_chart_is_drawn_once_and_then_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = chart.columns_by_year([(2001, 3), (2002, 5)])
    cache.clear()
    chart._body.cache_clear()
    first = chart.render(spec)
    chart._body.cache_clear()
    monkeypatch.setattr(chart, "_drawn", lambda text: pytest.fail("drawn twice"))
    assert chart.render(spec) == first


def test_a_label_with_markup_stays_text() -> None:
    drawn = chart.render(chart.bars([("<b>&\"'</b>", 1, "<i>1</i>")]))
    texts = [node.text for node in ElementTree.fromstring(drawn).iter() if node.tag.endswith("text")]
    assert texts == ["<b>&\"'</b>", "<i>1</i>"]


def test_years_under_a_narrow_chart_have_room() -> None:
    rows = [(year, year % 9) for year in range(1925, 2026)]
    wide, _, narrow = chart.year_chart(rows)
    assert "1930" in wide and len(re.findall(r">(?:19|20)\d\d<", narrow)) <= 6


def test_no_rows_are_an_empty_chart() -> None:
    for three in (chart.bar_chart([]), chart.year_chart([]), chart.pair(chart.columns_by_year([]))):
        for drawn in three:
            ElementTree.fromstring(drawn)


def test_what_vega_leaves_that_a_page_may_not_hold_is_taken_out() -> None:
    rect = '<rect style="a" onclick="b" fill="#005E66"/>'
    dirty = f'<svg viewBox="0 0 9 9" onload="x()"><style>a{{}}</style><a href="x">{rect}</a></svg>'
    assert chart.cleaned(dirty) == ' class="draw" viewBox="0 0 9 9"><a><rect class="f-kok"/></a></svg>'


def test_sums_beside_bars_keep_both_digits_of_their_minor_unit() -> None:
    for drawn in chart.bar_chart([("Own", 2_143_122_720, "₸21,431,227.20"), ("Partner", 5, "₸0.05")]):
        assert ">₸21,431,227.20<" in drawn and ">₸0.05<" in drawn
        assert not re.search(r'="[^"]*\d\.\d{2}', drawn), "a length is written longer than a tenth of a pixel"
