"""Rows of dots on years: who worked with whom, when. Drawn in shares of the width, so one drawing fits every
window.
"""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe

from kinoqor.ui.drawing.kept import kept
from kinoqor.ui.drawing.scale import HIDDEN, voice
from kinoqor.ui.drawing.text import escape


@kept
def dots(years: Sequence[int], first: int, last: int, said: str = "") -> SafeString:
    """One row: a dot on each year (years that repeat stand once), a line from the first to the last.

    first, last: the years of the whole table, the same for each row and for `dots_axis`.
    """
    known = sorted({year for year in years if first <= year <= last})
    drawn = ""
    if len(known) > 1:
        ends = (_at(known[0], first, last), _at(known[-1], first, last))
        drawn = f'<line class="s-dim" stroke-width="2" x1="{ends[0]}" x2="{ends[1]}" y1="8" y2="8"/>'
    drawn += "".join(f'<circle class="f-kok" cx="{_at(year, first, last)}" cy="8" r="5"/>' for year in known)
    of = voice(escape(said)) if said else HIDDEN
    return mark_safe(f'<svg class="draw" width="100%" height="16" {of}>{drawn}</svg>')


def dots_axis(first: int, last: int) -> SafeString:
    """The years under the rows: at most six, all round."""
    steps = (range(-(-first // step) * step, last + 1, step) for step in (1, 2, 5, 10, 20, 50, 100, 200))
    marked = next((years for years in steps if len(years) <= 6), range(0))
    drawn = "".join(
        f'<text class="f-muted" x="{_at(year, first, last)}" y="13" text-anchor="middle">{year}</text>'
        for year in marked
    )
    return mark_safe(f'<svg class="draw" width="100%" height="18" {HIDDEN}>{drawn}</svg>')


def _at(year: int, first: int, last: int) -> str:
    """Where a year stands, from 4 % to 96 % of the width."""
    return f"{4 + 92 * (year - first) / max(last - first, 1):.1f}%"
