"""Every year has an ink, and every ink is in the style sheet."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

from kinoqor.ui import inks


def test_each_decade_has_its_ink_and_an_unknown_year_has_none() -> None:
    assert [inks.ink(year) for year in (1912, 1929, 1938, 1940, 1970, 1991, 2026)] == [
        "walnut", "walnut", "coal", "coal", "madder", "slate", "lake",
    ]  # fmt: skip
    assert inks.ink(None) == "none"


def test_no_year_is_without_a_colour_in_the_style_sheet() -> None:
    known = set(re.findall(r"\.ink-(\w+)", Path(str(finders.find("ui/css/tokens.css"))).read_text("utf-8")))
    assert {inks.ink(year) for year in [None, *range(1895, 2120)]} <= known
