"""Charts: a Vega-Lite specification in, inline SVG in the page's own colours out.

A specification says colours by the names of COLOURS (`INK["kok"]`), which are the light theme's; after
rendering each is a class, so that dark, print and high contrast follow the style sheets. Nothing in the
result is a style, a script or an address.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import vl_convert
from django.core.cache import cache as shared
from django.utils.safestring import SafeString, mark_safe

from kinoqor.ui import font
from kinoqor.ui.drawing.scale import HIDDEN, MID, NARROW, Three, Years, voice
from kinoqor.ui.drawing.text import escape, width

INK = {
    "kok": "#005e66",
    "dim": "#c2ccc6",
    "sary": "#f5b91e",
    "qyzyl": "#a5262a",
    "text": "#13201e",
    "muted": "#4c5955",
    "rule": "#c2ccc7",
    "hair": "#dfe6e1",
    "page": "#fffffe",
}
WIDE = 976
_VERSION = "5.20"
_NAMES = {value: name for name, value in INK.items()}
_KEPT = 30 * 24 * 3600

Spec = Mapping[str, Any]

_CONFIG = {
    "background": None,
    "autosize": {"type": "fit", "contains": "padding"},
    "padding": {"left": 2, "right": 8, "top": 4, "bottom": 2},
    "font": "Onest",
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 13,
        "labelColor": INK["muted"],
        "titleFontSize": 13,
        "titleColor": INK["muted"],
        "titleFontWeight": 400,
        "domainColor": INK["text"],
        "gridColor": INK["hair"],
        "tickColor": INK["rule"],
        "ticks": False,
        "labelPadding": 6,
    },
    "text": {"fontSize": 13, "fill": INK["text"]},
    "bar": {"fill": INK["kok"]},
    "line": {"stroke": INK["kok"], "strokeWidth": 2.5},
    "point": {"fill": INK["kok"], "stroke": INK["page"], "size": 70, "filled": True},
    "rule": {"stroke": INK["qyzyl"]},
}


def render(spec: Spec, said: str = "") -> SafeString:
    """The chart as inline SVG. `said` is what it shows, in a sentence with its numbers, read aloud instead
    of it.

    The result is kept in this process and in the cache, under a digest of the specification. Raises
    ValueError for a specification that Vega-Lite refuses.
    """
    text = json.dumps(spec, ensure_ascii=False, sort_keys=True, default=str)
    return mark_safe(f"<svg {voice(escape(said)) if said else HIDDEN}{_body(text)}")


def pair(spec: Spec, narrow: Spec | None = None, said: str = "") -> Three:
    """A chart for three widths of the window; `narrow` is another drawing for small ones, else the same one
    narrower.

    The specification gives no width: it is set here.
    """
    return Three(
        render({**spec, "width": WIDE}, said),
        render({**spec, "width": MID}, said),
        render({**(narrow or spec), "width": NARROW}, said),
    )


def year_chart(rows: Sequence[tuple[int, float]], chosen: Sequence[int] = (), said: str = "") -> Three:
    """`columns_by_year` for three widths."""
    return Three(*(render(columns_by_year(rows, chosen, wide), said) for wide in (WIDE, MID, NARROW)))


def columns_by_year(
    rows: Sequence[tuple[int, float]], chosen: Sequence[int] = (), wide: int = WIDE, height: int = 220
) -> dict[str, Any]:
    """A column a year: rows of (year, number); the chosen years yellow with an outline; as many years named
    as have room. wide: of the whole drawing, pixels.
    """
    values = [{"year": year, "n": n, "chosen": year in chosen} for year, n in rows]
    years = [year for year, _ in rows] or [0]
    line = Years(min(years), max(years), wide - 40)
    x = {
        "field": "year",
        "type": "ordinal",
        "scale": {"domain": list(range(line.first, line.last + 1))},
        "axis": {"title": None, "values": line.ticks(46), "labelAngle": 0},
    }
    y = {
        "field": "n",
        "type": "quantitative",
        "axis": {"title": None, "tickCount": 4, "domain": False, "format": "~f"},
    }
    return {
        "width": wide,
        "height": height,
        "data": {"values": values},
        "mark": {"type": "bar", "width": {"band": 0.7}},
        "encoding": {"x": x, "y": y, **_chosen()},
        "config": _CONFIG,
    }


def bar_chart(rows: Sequence[tuple[str, float, str]], chosen: Sequence[str] = (), said: str = "") -> Three:
    """`bars` for three widths; labels stand over the bars where they would take a third of the width."""
    longest = max((width(label, 13) for label, _, _ in rows), default=0)
    drawn = (
        render(bars(rows, chosen, over=longest > wide / 3, wide=wide), said) for wide in (WIDE, MID, NARROW)
    )
    return Three(*drawn)


def bars(
    rows: Sequence[tuple[str, float, str]], chosen: Sequence[str] = (), over: bool = False, wide: int = WIDE
) -> dict[str, Any]:
    """A bar a row: (label, number, the number as it is shown with its unit). In the order given, from nought.

    over: labels above their bars instead of left of them. wide: of the whole drawing, pixels.
    """
    values = [
        {"at": i, "label": label, "n": n, "shown": shown, "chosen": label in chosen}
        for i, (label, n, shown) in enumerate(rows)
    ]
    axis = None if over else {"title": None, "domain": False, "labelColor": INK["text"], "labelLimit": 0}
    labels = [label for label, _, _ in rows]
    if axis:
        axis["labelExpr"] = f"{json.dumps(labels, ensure_ascii=False)}[datum.value]"
    room = wide - (0 if over else max((width(label, 13) for label in labels), default=0))
    row = 52 if over else 34
    y = {"field": "at", "type": "ordinal", "axis": axis}
    down = {"height": {"band": 0.4 if over else 0.56}, "yOffset": 9 if over else 0}
    text = {"type": "text", "align": "left", "dx": 7, "fontWeight": 600, "yOffset": down["yOffset"]}
    name = {"type": "text", "limit": wide, "align": "left", "x": 0, "yOffset": -12}
    layers: list[dict[str, Any]] = [
        {"mark": {"type": "bar", **down}, "encoding": _chosen()},
        {"mark": text, "encoding": {"text": {"field": "shown", "type": "nominal"}}},
    ]
    if over:
        layers.append({"mark": name, "encoding": {"x": None, "text": {"field": "label", "type": "nominal"}}})
    return {
        "width": wide,
        "height": max(len(rows), 1) * row + 8,
        "data": {"values": values},
        "encoding": {"x": _from_nought(rows, room), "y": y},
        "layer": layers,
        "config": _CONFIG,
    }


def _from_nought(rows: Sequence[tuple[str, float, str]], room: float) -> dict[str, Any]:
    """The measure of bars within `room` pixels, with a place right of the longest for its number."""
    most = max((n for _, n, _ in rows), default=1) or 1
    longest = max((width(shown, 13, 600) for _, _, shown in rows), default=0)
    scale = {"domain": [0, most * (1 + (longest + 24) / max(room - longest - 24, 60))], "nice": False}
    return {"field": "n", "type": "quantitative", "axis": None, "scale": scale}


def _chosen() -> dict[str, Any]:
    """What is chosen is yellow with an ink outline, so that it is seen in grey too."""
    return {
        "fill": {"condition": {"test": "datum.chosen", "value": INK["sary"]}, "value": INK["kok"]},
        "stroke": {"condition": {"test": "datum.chosen", "value": INK["text"]}, "value": None},
        "strokeWidth": {"value": 0.8},
    }


@lru_cache(maxsize=256)
def _body(text: str) -> str:
    """All of the SVG after its `<svg` and what is said of it."""
    key = f"chart:{hashlib.sha256(f'{_VERSION}:3:{text}'.encode()).hexdigest()}"
    found = shared.get(key)
    if isinstance(found, str):
        return found
    drawn = cleaned(_drawn(text))
    shared.set(key, drawn, _KEPT)
    return drawn


def _drawn(text: str) -> str:
    """Vega-Lite's own SVG. The converter takes most of a second to wake, once in a process."""
    _letters()
    return str(vl_convert.vegalite_to_svg(text, vl_version=_VERSION))


@cache
def _letters() -> None:
    """Tell the converter our font, so that it measures with it."""
    vl_convert.register_font_directory(str(font.SOURCE.parent))


def cleaned(svg: str) -> str:
    """The SVG after its `<svg`: sizes only in the viewBox, colours as classes, nothing else that a page may
    not hold.
    """
    found = re.search(r'viewBox="[-\d. ]+"', svg)
    box = found.group() if found else 'viewBox="0 0 1 1"'
    inner = svg[svg.index(">") + 1 :]
    inner = re.sub(r"<(style|script|title|desc|defs)\b.*?</\1>", "", inner, flags=re.DOTALL)
    inner = re.sub(r'<rect width="[\d.]+" height="[\d.]+" fill="white"/>', "", inner)
    inner = re.sub(r'<path class="(?:back|fore)ground"[^>]*/>', "", inner)
    inner = re.sub(
        r'\s(?:aria-[a-z]+|role|class|style|font-family|font-size|pointer-events|stroke-miterlimit|opacity="1"'
        r'|xlink:href|href|on[a-z]+)(?:="[^"]*")?',
        "",
        inner,
    )
    inner = re.sub(r"<[a-z]+\s[^>]*>", lambda tag: _short(_coloured(tag.group())), inner)
    while "<g></g>" in inner:
        inner = inner.replace("<g></g>", "")
    return f' class="draw" {box}>{inner}'


def _short(tag: str) -> str:
    """One tag with its lengths to a tenth of a pixel; numbers that are read stand between tags and stay as they are."""
    return re.sub(r"\d+\.\d{2,}", lambda number: f"{float(number.group()):.1f}".removesuffix(".0"), tag)


def _coloured(tag: str) -> str:
    """One tag with its known colours as classes and its weight as the class b."""
    classes = []
    for side in ("fill", "stroke"):
        found = re.search(rf'\s{side}="(#[0-9a-fA-F]{{6}})"', tag)
        name = _NAMES.get(found.group(1).lower()) if found else None
        if found and name:
            classes.append(f"{side[0]}-{name}")
            tag = tag.replace(found.group(), "", 1)
    if re.search(r'\sfont-weight="(?:bold|[6-9]00)"', tag):
        classes.append("b")
    tag = re.sub(r'\sfont-weight="[^"]*"', "", tag)
    if classes:
        tag = re.sub(r"^<([a-z]+)", rf'<\1 class="{" ".join(classes)}"', tag)
    return tag
