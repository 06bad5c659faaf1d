"""Countable things are counted: a frame is a film. Columns on a line of years, and small fields of frames."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString

from kinoqor.ui.drawing.kept import kept
from kinoqor.ui.drawing.scale import HIDDEN, Years, bar, n, path, svg

FEATURE, DOCUMENTARY, OTHER, NAMED = "feature", "documentary", "other", "named"
KINDS = (NAMED, FEATURE, DOCUMENTARY, OTHER)

_WIDE, _HIGH, _APART_X, _APART_Y = 8.6, 6.4, 10.6, 8.6


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of frames: their pieces by kind, and how high each year's column is."""

    pieces: Mapping[str, list[str]]
    heights: Mapping[int, float]

    def drawn(self) -> str:
        """The columns as at most four paths."""
        return "".join(path(self.pieces[kind], f"f-{kind}") for kind in KINDS)

    def above(self, years: Years, left: float, right: float) -> float:
        """The highest column between two x."""
        near = (
            high
            for year, high in self.heights.items()
            if left < years.x(year) + 6 and right > years.x(year) - 6
        )
        return max(near, default=0)


def columns(
    counts: Mapping[int, Mapping[str, int]], years: Years, line: float, room: float, unit: float
) -> Columns:
    """Films a year by kind (KINDS, from below), standing on y = `line`, at most `room` high.

    A frame is `unit` high where that fits, lower where a year has many; under 2.2 px a column is no longer
    counted but measured: its frames grow together.
    """
    most = max((sum(kinds.values()) for kinds in counts.values()), default=1)
    tall = min(unit, room / max(most, 1))
    gap = tall * 0.27 if tall >= 2.2 else 0
    wide = max(years.step * 0.78, 0.8)
    pieces: dict[str, list[str]] = {kind: [] for kind in KINDS}
    heights: dict[int, float] = {}
    for year, kinds in sorted(counts.items()):
        left, below = years.x(year) - wide / 2, 0.0
        for kind in KINDS:
            count = kinds.get(kind, 0)
            if not gap and count:
                pieces[kind].append(bar(left, line - below - tall * count, wide, tall * count))
                below += tall * count
                continue
            for _ in range(count):
                pieces[kind].append(_frame(kind, left, line - below - tall, wide, tall - gap))
                below += tall
        heights[year] = below
    return Columns(pieces, heights)


def _frame(kind: str, x: float, y: float, wide: float, high: float) -> str:
    """A frame; a documentary's is drawn by its outline, so it is smaller by the line."""
    if kind == DOCUMENTARY and high > 2:
        return bar(x + 0.6, y + 0.6, wide - 1.2, max(high - 1.2, 0.4))
    return bar(x, y, wide, high)


@kept
def frames(kinds: Mapping[str, int], per_row: int = 22, said: str = HIDDEN) -> SafeString:
    """A field of frames, row after row: one frame a film, in the order of KINDS. Its size is its size: it
    does not scale.
    """
    total = sum(kinds.values())
    pieces: dict[str, list[str]] = {kind: [] for kind in KINDS}
    at = 0
    for kind in KINDS:
        for _ in range(kinds.get(kind, 0)):
            x, y = at % per_row * _APART_X, at // per_row * _APART_Y
            pieces[kind].append(_frame(kind, x, y, _WIDE, _HIGH))
            at += 1
    wide = max(min(total, per_row), 1) * _APART_X - 2
    high = max(-(-total // per_row), 1) * _APART_Y - 2.2
    drawn = svg(
        "frames", (0, 0, wide, high), "".join(path(pieces[kind], f"f-{kind}") for kind in KINDS), said
    )
    return SafeString(drawn.replace("<svg ", f'<svg width="{n(wide)}" height="{n(high)}" ', 1))
