"""The century, small: films a year as bars on a line, and a sun on the year that the page is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from kinoqor.ui.drawing.kept import kept
from kinoqor.ui.drawing.scale import (
    FIRST,
    HIDDEN,
    MID,
    NARROW,
    WIDE,
    Three,
    Years,
    bar,
    half_disc,
    label,
    n,
    path,
    span,
    svg,
    voice,
)
from kinoqor.ui.drawing.text import escape, width

_DEEP = {WIDE: (86, 56, 76), MID: (70, 52, 58), NARROW: (54, 50, 42)}


@dataclass(frozen=True, slots=True)
class Sun:
    """A year that the page is about; `ring` is a second opinion; `name` stands under the line (the year
    itself if empty).
    """

    year: int
    ring: bool = False
    name: str = ""


@kept
def strips(
    counts: Mapping[int, int], suns: Sequence[Sun] = (), dots: Sequence[int] = (), caption: str = ""
) -> Three:
    """`strip` for the three widths of a window."""
    return Three(*(strip(counts, suns, dots, caption, wide) for wide in (WIDE, MID, NARROW)))


def strip(
    counts: Mapping[int, int],
    suns: Sequence[Sun] = (),
    dots: Sequence[int] = (),
    caption: str = "",
    wide: int = WIDE,
) -> SafeString:
    """The strip under a title.

    counts: films a year. suns: the years of the page, at most a handful. dots: a person's films, one year a
    film. caption: one line under the first sun, instead of the suns' own years. Read aloud it is nothing:
    all it shows stands in the page as text.
    """
    line, under, radius = _DEEP.get(wide, _DEEP[WIDE])
    years = Years(*span([*counts, *(sun.year for sun in suns), *dots], FIRST - 6), wide)
    drawn = [_bars(counts, years, line, line - 14)]
    drawn.insert(0, "".join(_sun(sun, years, line, radius) for sun in sorted(suns, key=lambda sun: sun.ring)))
    land = f'<path class="land" d="M-2000 {line}h{wide + 4000}v{under}h{-wide - 4000}z"/>'
    horizon = f'<path class="line" d="M-2000 {line}h{wide + 4000}"/>'
    drawn += [land, horizon, _dots(dots, years, line), _ticks(years, line)]
    drawn.append(_names(suns, years, line + 44, caption))
    return svg("strip", (0, 0, wide, line + under), "".join(drawn))


def plain(
    counts: Mapping[int, int],
    chosen: tuple[int, int] | Mapping[int, int] | None = None,
    wide: int = WIDE,
    said: str = "",
) -> SafeString:
    """Films a year above a list: bars, the chosen years (first, last) or films a year dark. `said` is read aloud."""
    line = 60
    known = [year for year, count in counts.items() if count]
    years = Years(min(known, default=1910), max(known, default=2030), wide)
    inside: Mapping[int, int] = chosen if isinstance(chosen, Mapping) else {}
    if not isinstance(chosen, Mapping):
        first, last = chosen or (years.first, years.last)
        inside = {year: count for year, count in counts.items() if first <= year <= last}
    outside = {year: count for year, count in counts.items() if count > inside.get(year, 0)}
    top = max(counts.values(), default=1)
    drawn = _bars(outside, years, line, line - 4, top) + _bars(inside, years, line, line - 4, top, "chosen")
    drawn += f'<path class="line" d="M0 {line}h{wide}"/>' + _ticks(years, line)
    return svg("strip plain", (0, 0, wide, line + 28), drawn, voice(escape(said)) if said else HIDDEN)


@kept
def plains(
    counts: Mapping[int, int], chosen: tuple[int, int] | Mapping[int, int] | None = None, said: str = ""
) -> Three:
    """`plain` for the three widths of a list."""
    return Three(
        plain(counts, chosen, 960, said),
        plain(counts, chosen, MID, said),
        plain(counts, chosen, NARROW, said),
    )


def _bars(
    counts: Mapping[int, int], years: Years, line: float, high: float, top: int = 0, kind: str = "bars"
) -> str:
    """One bar a year, the highest `high`; a year with one film is still seen."""
    unit = min(high / max(top or max(counts.values(), default=1), 1), 8)
    wide = max(years.step * 0.6, 1)
    pieces = []
    for year, count in sorted(counts.items()):
        if count > 0:
            tall = max(unit * count, 1.5)
            pieces.append(bar(years.x(year) - wide / 2, line - tall, wide, tall))
    return path(pieces, kind)


def _sun(sun: Sun, years: Years, line: float, radius: float) -> str:
    if sun.ring:
        return half_disc(years.x(sun.year), line, radius, "ring", closed=False)
    return half_disc(years.x(sun.year), line, radius, "sun")


def _dots(films: Sequence[int], years: Years, line: float) -> str:
    """One dot a film, piled up on its year; high piles are pressed together."""
    radius = min(max(years.step * 0.42, 1.8), 4.4)
    piled: dict[int, int] = {}
    for year in films:
        piled[year] = piled.get(year, 0) + 1
    room = line - 2 * radius
    drawn = []
    for year, count in sorted(piled.items()):
        apart = min(2 * radius + 1, room / max(count, 1))
        for i in range(count):
            y = line - radius - 1 - i * apart
            drawn.append(f'<circle class="dot" cx="{n(years.x(year))}" cy="{n(y)}" r="{n(radius)}"/>')
    return "".join(drawn)


def _ticks(years: Years, line: float) -> str:
    marked = years.ticks(44 if years.width <= NARROW else 56)
    lines = path([f"M{n(years.x(year))} {n(line)}v6" for year in marked], "tick")
    return lines + "".join(label(years.x(year), line + 21, str(year)) for year in marked)


def _names(suns: Sequence[Sun], years: Years, y: float, caption: str) -> str:
    """The caption, or the suns' names, one line; a name that would touch the one before it moves right of it
    or is left out.
    """
    names = [(years.x(s.year), s.name or str(s.year)) for s in sorted(suns, key=lambda s: s.year)]
    if caption:
        names = [(names[0][0] if names else years.width / 2, caption)]
    drawn: list[str] = []
    free = 0.0
    for x, name in names:
        wide = width(name, 12, 600)
        left = min(max(x - wide / 2, free, 0), years.width - wide)
        if left < free - 0.1 and drawn:
            continue
        drawn.append(label(max(left, 0), y, escape(name), "name", "start"))
        free = left + wide + 10
    return "".join(drawn)
