"""A score with its interval and the line: one small row a film, all rows of a table on one scale.

The open disc is the plain average, the full one the score that counts; between them one sees what a correction did.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from kinoqor.ui.drawing.kept import kept
from kinoqor.ui.drawing.scale import HIDDEN, label, n, svg, voice
from kinoqor.ui.drawing.text import escape

_WIDE, _HIGH, _EDGE, _ROOM = 330.0, 26.0, 9.0, 44.0


@dataclass(frozen=True, slots=True)
class Reach:
    """The scale of a table: the lowest and the highest value that is drawn, and the line, if there is one."""

    first: float
    last: float
    line: float | None = None

    def x(self, value: float) -> float:
        """Where a value stands, kept on the drawing."""
        share = (value - self.first) / max(self.last - self.first, 0.01)
        return _EDGE + min(max(share, 0.0), 1.0) * (_WIDE - 2 * _EDGE)


def reach(lows: Sequence[float], highs: Sequence[float], line: float | None = None) -> Reach:
    """The scale that holds these intervals and the line, to the next whole mark on both sides."""
    known = [*lows, *highs, *([] if line is None else [line])]
    return Reach(float(min(known) // 1), float(-(-max(known) // 1)), line) if known else Reach(0, 1, line)


@kept
def bounds(raw: float, score: float, low: float, high: float, within: Reach, said: str) -> SafeString:
    """One film's row; `said` is the sentence as which it is read aloud."""
    middle = _HIGH / 2
    drawn = f'<path class="s-rule" d="M0 {n(middle)}H{n(_WIDE)}" stroke-dasharray="1 4"/>' + _line(within, 0)
    drawn += (
        f'<path class="s-kok" d="M{n(within.x(low))} {n(middle)}H{n(within.x(high))}" stroke-width="3"/>'
        f'<circle class="f-page s-kok" cx="{n(within.x(raw))}" cy="{n(middle)}" r="5" stroke-width="1.6"/>'
        f'<circle class="f-kok" cx="{n(within.x(score))}" cy="{n(middle)}" r="6.5"/>'
    )
    return svg("ivl", (0, 0, _WIDE, _HIGH), drawn, voice(escape(said)))


@kept
def bounds_axis(within: Reach, word: str = "") -> SafeString:
    """The head of the column: the scale, and over it the line with its word ("line 7.11", escaped here)."""
    every = max(1, -(-round(within.last - within.first) // 6))
    marks = range(round(within.first), round(within.last) + 1, every)
    line = within.line
    drawn = "".join(
        label(min(max(within.x(mark), 8), _WIDE - 8), 34, str(mark), "f-muted")
        for mark in marks
        if line is None or abs(within.x(mark) - within.x(line)) > 8
    )
    if line is not None and word:
        at = min(max(within.x(line), _ROOM), _WIDE - _ROOM)
        drawn += label(at, 13, escape(word), "b") + _line(within, 18, 38)
    return svg("ivl draw", (0, 0, _WIDE, 38), drawn, HIDDEN)


def _line(within: Reach, top: float, bottom: float = _HIGH) -> str:
    if within.line is None:
        return ""
    x = n(within.x(within.line))
    return f'<path class="s-qyzyl" d="M{x} {n(top)}V{n(bottom)}" stroke-width="1.4"/>'
