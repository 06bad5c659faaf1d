"""Films a year as frames on paper: the chart of a studio, a festival or a list."""

from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString

from kinoqor.ui.drawing.frames import columns
from kinoqor.ui.drawing.kept import kept
from kinoqor.ui.drawing.scale import HIDDEN, MID, NARROW, Three, Years, label, n, svg, voice
from kinoqor.ui.drawing.text import escape, width, wrap

_WIDE, _SIZE = 976, 13


@kept
def piles(counts: Mapping[int, int], notes: Sequence[tuple[int, str]] = (), said: str = "") -> Three:
    """`piles_at` for the three widths of a window; notes only where there is room (the page repeats them as
    text).
    """
    return Three(
        piles_at(counts, notes, said, _WIDE),
        piles_at(counts, notes, said, MID),
        piles_at(counts, (), said, NARROW),
    )


def piles_at(
    counts: Mapping[int, int], notes: Sequence[tuple[int, str]] = (), said: str = "", wide: float = _WIDE
) -> SafeString:
    """One frame a film on its year. notes: (year, words) that stand beside the top of a column, at most one
    of them
    to a height, the first given first."""
    known = [year for year, count in counts.items() if count]
    first, last = min(known, default=2000), max(known, default=2001)
    years = Years(first - 2, max(last + 2, first + 10), wide)
    piled = columns({year: {"feature": count} for year, count in counts.items()}, years, 0, 150, 8.2)
    high = max(piled.heights.values(), default=0) + 8
    drawn = piled.drawn().replace("f-feature", "f-kok")
    taken: list[tuple[float, float]] = []
    for year, words in notes:
        lines, at, anchor = _note(words, years.x(year), years.width)
        wide_ = max((width(line, _SIZE, 600) for line in lines), default=0)
        left = at - wide_ if anchor == "end" else at
        own = piled.heights.get(year, 0) - 16
        y = max(own, piled.above(years, left, left + wide_ - 8) + 6) if lines else own
        tall = 17 * len(lines)
        while any(y < top + 4 and y + tall > low - 4 for low, top in taken):
            y += 8
        taken.append((y, y + tall))
        high = max(high, y + tall + 4)
        if y > own + 1:
            x = years.x(year)
            drawn += f'<path class="s-muted" d="M{n(x)} {n(-own - 20)}V{n(-y - tall + 2)}"/>'
        drawn += "".join(
            label(at, -y - tall + 13 + 17 * i, escape(line), "b halo", anchor) for i, line in enumerate(lines)
        )
    drawn += f'<path class="s-text" stroke-width="1.5" d="M0 0H{n(wide)}"/>'
    drawn += "".join(label(years.x(year), 20, str(year), "f-muted") for year in years.ticks())
    return svg("draw piles", (0, -high, wide, high + 28), drawn, voice(escape(said)) if said else HIDDEN)


def _note(words: str, x: float, room: float) -> tuple[list[str], float, str]:
    """A note's lines, where they stand, and how: left of its year where there is more room there."""
    leftward = x > room / 2
    space = (x - 12) if leftward else (room - x - 12)
    return wrap(words, space, _SIZE, 600), x - 9 if leftward else x + 9, "end" if leftward else "start"
