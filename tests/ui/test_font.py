"""The one font file holds every letter that a page may show."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from kinoqor.ui import font


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("built")
    assert font.build(target)
    return target


def test_the_font_holds_kazakh_russian_and_neighbouring_letters_and_the_signs_of_money(built: Path) -> None:
    letters = TTFont(built / font.NAME).getBestCmap()
    for letter in "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁё₸₽€№«»„“–—…·←→ŁłŐőŠšŽžĞğİıŞşÉéÜü":
        assert ord(letter) in letters, letter


def test_the_font_keeps_its_weights_its_kerning_and_its_tabular_figures(built: Path) -> None:
    cut = TTFont(built / font.NAME)
    (axis,) = cut["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 400, 900)
    tables = [
        record.FeatureTag for name in ("GSUB", "GPOS") for record in cut[name].table.FeatureList.FeatureRecord
    ]
    assert {"tnum", "kern"} <= set(tables)


def test_a_tail_and_a_bar_that_would_touch_are_moved_apart(built: Path) -> None:
    cut = TTFont(built / font.NAME)
    names, kerning = cut.getBestCmap(), cut["GPOS"].table
    (first, *_), last = kerning.LookupList.Lookup[-1].SubTable, kerning.LookupList.LookupCount - 1
    pairs = dict(zip(first.Coverage.glyphs, first.PairSet, strict=True))
    wanted = [
        each.Value1.XAdvance
        for each in pairs[names[ord("ң")]].PairValueRecord
        if each.SecondGlyph == names[ord("ғ")]
    ]
    assert wanted == [64]
    kern = [record.Feature for record in kerning.FeatureList.FeatureRecord if record.FeatureTag == "kern"]
    assert kern and all(last in feature.LookupListIndex for feature in kern)


def test_the_font_is_small_and_is_not_cut_twice(built: Path) -> None:
    path = built / font.NAME
    before = path.stat().st_mtime_ns
    assert path.stat().st_size < 60_000
    assert not font.build(built)
    assert path.stat().st_mtime_ns == before


def test_a_cut_of_another_version_is_made_anew(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(font, "cut", lambda: TTFont(built / font.NAME))
    assert font.build(tmp_path) and not font.build(tmp_path)
    monkeypatch.setattr(font, "stamp", lambda: "another")
    assert font.build(tmp_path)
