"""Names through time: when something was called what, as lines over the years."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from kinoqor.ui.drawing.kept import kept
from kinoqor.ui.drawing.scale import HIDDEN, MID, NARROW, Three, Years, label, n, svg, voice
from kinoqor.ui.drawing.text import escape, width, wrap

_WIDE = 976
_SIZE, _LINE, _ROW = 13, 18, 34


@dataclass(frozen=True, slots=True)
class Span:
    """A name from `first` to `last` (None: still so; equal to first or `open_end`: the end is not known)."""

    name: str
    first: int
    last: int | None = None
    open_end: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """A year that someone claims and nothing else supports: a dashed line over all names, with its words."""

    year: int
    name: str


@kept
def spans(names: Sequence[Span], doubts: Sequence[Doubt] = (), until: int = 2026, said: str = "") -> Three:
    """`spans_at` for the three widths of a window."""
    return Three(*(spans_at(names, doubts, until, said, wide) for wide in (_WIDE, MID, NARROW)))


def spans_at(
    names: Sequence[Span],
    doubts: Sequence[Doubt] = (),
    until: int = 2026,
    said: str = "",
    wide: float = _WIDE,
) -> SafeString:
    """One row a name, in the order of beginning. A filled disc begins a name, an open one ends it.

    until: the year of the data, to which a name that is still in use runs. The words stand beside the line
    where there is room, else over it in as many lines as they need.
    """
    starts = [name.first for name in names] + [doubt.year for doubt in doubts]
    years = Years(min(starts, default=until) // 10 * 10 - 2, until + 2, wide)
    drawn, y = [], 8.0
    for name in sorted(names, key=lambda name: name.first):
        row, high = _row(name, years, until, y)
        drawn.append(row)
        y += high
    for doubt in sorted(doubts, key=lambda doubt: doubt.year):
        row, high = _doubt(doubt, years, y)
        drawn.insert(0, row)  # its line passes under the names
        y += high
    grid = "".join(f'<path class="s-hair" d="M{n(years.x(year))} 0V{n(y)}"/>' for year in years.ticks())
    axis = "".join(label(years.x(year), y + 18, str(year), "f-muted") for year in years.ticks())
    of = voice(escape(said)) if said else HIDDEN
    return svg("draw", (0, 0, wide, y + 26), grid + "".join(drawn) + axis, of)


def _row(name: Span, years: Years, until: int, top: float) -> tuple[str, float]:
    """The row of a name, and its height."""
    left = years.x(name.first)
    right = years.x(until if name.last is None else max(name.last, name.first))
    if name.open_end:
        right = max(right, left + 22)
    words, high, y = _words(f"{name.first}", name.name, left, right, years.width, top)
    dash = ' stroke-dasharray="2 4"' if name.open_end else ""
    thick = 4 if name.strong else 2
    line = f'<path class="s-text" stroke-width="{thick}"{dash} d="M{n(left)} {n(y)}H{n(right)}"/>'
    end = ""
    if name.last is not None and not name.open_end and name.last > name.first:
        end = f'<circle class="f-page s-text" stroke-width="1.6" cx="{n(right)}" cy="{n(y)}" r="4"/>'
    kind, r = ("f-kok", 7) if name.strong else ("f-text", 5)
    return line + end + f'<circle class="{kind}" cx="{n(left)}" cy="{n(y)}" r="{r}"/>' + words, high


def _words(
    year: str, name: str, left: float, right: float, room: float, top: float
) -> tuple[str, float, float]:
    """The words of a row: the SVG, the row's height, and the y of its line."""
    long = width(f"{year} {name}", _SIZE, 600)
    bold = f'<tspan class="b">{escape(year)}</tspan> '
    y = top + _ROW / 2
    if right + 14 + long <= room:
        return label(right + 14, y + 4.5, bold + escape(name), "halo", "start"), _ROW, y
    if left - 14 - long >= 0:
        return label(left - 14, y + 4.5, bold + escape(name), "halo", "end"), _ROW, y
    lines = wrap(f"{year} {name}", room, _SIZE, 600)
    x = max(min(left - 5, room - max(width(line, _SIZE, 600) for line in lines)), 0)
    drawn = []
    for i, line in enumerate(lines):
        words = bold + escape(line.removeprefix(year).lstrip()) if i == 0 else escape(line)
        drawn.append(label(x, top + 13 + i * _LINE, words, "halo", "start"))
    y = top + len(lines) * _LINE + 10
    return "".join(drawn), len(lines) * _LINE + 28, y


def _doubt(doubt: Doubt, years: Years, top: float) -> tuple[str, float]:
    """The dashed line of a doubt from above to its row, the broken ring, and the words beside or under it."""
    x = years.x(doubt.year)
    words, high, y = _words(str(doubt.year), doubt.name, x, x, years.width, top)
    broken = 'class="f-page s-qyzyl" stroke-width="1.8" stroke-dasharray="2.6 2.4"'
    ring = f'<circle {broken} cx="{n(x)}" cy="{n(y)}" r="7"/>'
    line = f'<path class="s-qyzyl" stroke-width="1.4" stroke-dasharray="4 4" d="M{n(x)} 0V{n(y - 7)}"/>'
    return line + ring + words, high
