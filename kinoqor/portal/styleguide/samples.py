"""One language's worth of samples: what each component of the house is given on the page of styles."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.templatetags.static import static

from kinoqor.portal.styleguide.forms import SampleForm
from kinoqor.ui import chart, drawing, signs
from kinoqor.ui.parts import (
    Choice,
    Cite,
    Credit,
    Dispute,
    Dots,
    Fact,
    Leaf,
    Link,
    Note,
    Other,
    Pick,
    Plate,
    Row,
    Said,
    Source,
    Voice,
)

_YEARS = {1925 + i: (i * i // 60 + i * 7 % 5) % 23 for i in range(100)}
_INKS = (None, 1929, 1938, 1954, 1963, 1970, 1988, 1991, 2004, 2019, 2022)
_TOGETHER = ((2007, 2011, 2018, 2022), (2011, 2019), (2018, 2019, 2020, 2024))
Words = dict[str, Any]


@cache
def texts() -> dict[str, Words]:
    """The words of samples.toml by language, read once."""
    with (Path(__file__).parent / "samples.toml").open("rb") as file:
        return tomllib.load(file)


def samples() -> list[Words]:
    """All samples, one set a language, in the order of the file."""
    return [sample(code, i * 10) for i, code in enumerate(texts())]


def sample(code: str, first_source: int) -> Words:
    """The samples in one language; its sources are numbered from `first_source` + 1, so that one page can
    hold all.
    """
    w = texts()[code]
    return {
        "code": code,
        "w": w,
        **_head(code, w),
        **_register(w, first_source),
        **_charts(w),
        "plates": plates(w),
        "signs": list(zip(signs.SIGNS, w["signs"], strict=True)),
        "form": SampleForm(w, code),
        "leaves": [Leaf(n, static("ui/img/leaf.svg"), 595, 842, words="#reading") for n in (1, 2)],
    }


def _head(code: str, w: Words) -> Words:
    """Heads: of a film whose year is disputed, of one with a long title."""
    others = [
        Other(w[f"in_{other}"], Said(texts()[other]["film"], other)) for other in texts() if other != code
    ]
    suns = (drawing.Sun(1970), drawing.Sun(1969, ring=True))
    events = [drawing.Event(int(when[:4]), when, text) for when, text in w["events"]]
    counts = {year: {"feature": n - n // 4, "documentary": n // 4} for year, n in _YEARS.items()}
    marks = [drawing.Mark(1970, w["film"]), drawing.Mark(1974, w["film_long"]), drawing.Mark(2019, w["film"])]
    return {
        "said": Said(w["film"], code),
        "said_long": Said(w["film_long"], code),
        "line": [w["kind"], "1970", w["genres"]],
        "others": others,
        "strip": drawing.strips(_YEARS, suns, caption=w["or_year"]),
        "dotted": drawing.strips(_YEARS, dots=[year for years in _TOGETHER for year in years]),
        "century": drawing.century(counts, marks, events, said=w["century"]),
    }


def _register(w: Words, first: int) -> Words:
    """Facts, credits, rows, voices and sources."""
    one, two = Cite("kino.example", first + 1), Cite(w["newspaper"], first + 2, note=w["studio_name"])
    return {
        "facts": [
            Fact(w["studio"], w["studio_name"], url="#main", cites=[one]),
            Fact(w["language"], w["language_name"]),
            Fact(w["runtime"], w["not_known"], sign="unverified"),
            Fact(w["data"], links=[Link("CSV", "#main"), Link("JSON", "#main")]),
        ],
        "credits": [
            Credit(w["director"], w["name_1"], "#main", first=True, cites=[one]),
            Credit(w["writer"], w["name_2"], "#main"),
            Credit(w["designer"], w["name_3"], sign="unverified", word=w["not_known"]),
            Credit(w["character"], w["name_2"], gap=True, cites=[two]),
        ],
        "rows": [
            Row(w["festival"], "1971", "#main", [Note(w["film"])], [Note(w["prize"], "good")], [one]),
            Row(w["festival"], "1970", "#main", (), [Note(w["selected"], "open")]),
        ],
        "dispute": Dispute(
            w["year"],
            [
                Voice("1970", [one, two], True),
                Voice("1969", [Cite("film.example")]),
                Voice("2005", [Cite(w["essay"])]),
            ],
            w["why"],
        ),
        "sources": [
            Source(first + 1, "kino.example", "https://kino.example/film/1970", w["year"]),
            Source(first + 2, w["newspaper"]),
        ],
        "first_choices": [Choice("a", w["kinds"][0], 349, True), Choice("b", w["kinds"][1], 25)],
        "other_choices": [Choice("c", w["kinds"][2], 23)],
        "picks": [Pick("#main", kind, 12 * i, i == 1) for i, kind in enumerate(w["kinds"])],
    }


def _charts(w: Words) -> Words:
    """Charts and drawings on paper."""
    names = [
        drawing.Span(w["names"][0], 1934, 1941),
        drawing.Span(w["names"][1], 1944, 1960),
        drawing.Span(w["names"][2], 1960, strong=True),
    ]
    money = list(zip(w["money"], (1900.0, 640.0, 410.0), w["amounts"], strict=True))
    return {
        "years": [(year, n) for year, n in _YEARS.items() if year >= 2015],
        "columns": chart.year_chart(list(_YEARS.items()), (1991,), w["finding"]),
        "piles": drawing.piles(_YEARS, [(1991, w["events"][2][1])], w["finding"]),
        "money": money,
        "bars": chart.bar_chart(money, (w["money"][2],), w["money_finding"]),
        "spans": drawing.spans(names, [drawing.Doubt(2005, w["doubt"])], said=w["names_finding"]),
        "together": [
            Dots(w[name], drawing.dots(years, 2005, 2026), "#main", w["writer"])
            for name, years in zip(("name_1", "name_2", "name_3"), _TOGETHER, strict=True)
        ],
        "axis": drawing.dots_axis(2005, 2026),
        "bars_plain": drawing.plains(_YEARS, (1988, 1999)),
    }


def plates(w: Words) -> list[Plate]:
    """A plate in every ink, with short and long titles, few and many sources, disputed and not."""
    return [
        Plate(
            w["film_long"] if i % 4 == 3 else w["film"],
            "#main",
            year,
            sources=i,
            disputed=i % 3 == 0,
            by=w["name_1"],
            others=[Said(texts()[code]["film"], code) for code in texts() if texts()[code] is not w],
        )
        for i, year in enumerate(_INKS)
    ]
