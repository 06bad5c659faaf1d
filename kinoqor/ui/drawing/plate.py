"""A title plate: the sky of a decade, its ground, and a sun on the film's year."""

from functools import lru_cache

from django.utils.safestring import SafeString

from kinoqor.ui.drawing.kept import kept
from kinoqor.ui.drawing.scale import FIRST, LAST, Years, half_disc, n, svg

_WIDE, _HIGH, _LINE = 300, 420, 304
_EDGE = 56
_TICKS = "".join(f"M{n(_EDGE + i * 188 / 12)} {_LINE}v7" for i in range(13))


@lru_cache(maxsize=2048)
@kept
def plate(year: int | None, sources: int = 1, disputed: bool = False) -> SafeString:
    """The drawing behind a plate's words, 300 by 420.

    The sun stands on its year of the scale 1910 to 2030; more sources make it larger (36 to 62 px); a
    dispute about the year adds a ring; a film without a year has no sun, only a broken ring.
    """
    years = Years(FIRST, max(LAST, year or 0), _WIDE - 2 * _EDGE)
    radius = min(36 + 5 * max(sources - 1, 0), 62)
    if year is None:
        ring = f'<circle class="ring" cx="150" cy="{_LINE}" r="36" stroke-dasharray="7 6"/>'
        sun = ring
    else:
        x = _EDGE + years.x(year)
        sun = half_disc(x, _LINE, radius, "sun")
        if disputed:
            sun += half_disc(x + 14, _LINE, radius, "ring", closed=False)
    heaven = f'<path class="heaven" d="M0 0h{_WIDE}v{_HIGH}H0z"/>'
    land = f'<path class="land" d="M0 {_LINE}h{_WIDE}v{_HIGH - _LINE}H0z"/><path class="tick" d="{_TICKS}"/>'
    drawn = svg("bg", (0, 0, _WIDE, _HIGH), heaven + sun + land)
    return SafeString(drawn.replace("<svg ", '<svg preserveAspectRatio="xMidYMid slice" ', 1))
