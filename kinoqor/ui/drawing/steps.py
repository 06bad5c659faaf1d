"""Steps on a line of days: what was, what is now, what is planned, and where today stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from kinoqor.ui.drawing.kept import kept
from kinoqor.ui.drawing.scale import MID, Three, half_disc, n, svg, voice
from kinoqor.ui.drawing.text import escape, wrap

LINE, FIRST, APART, LEADING = 46, 86, 62, 17
EDGE = 14
LAST = 0.18  # of the width: room for the words of the last stop, which has nobody to its right
DONE, NOW, LATE, PLANNED = "done", "now", "late", "planned"
_DISCS = {DONE: "f-kok s-kok", NOW: "f-page s-text", LATE: "f-page s-qyzyl", PLANNED: "f-page s-text"}


@dataclass(frozen=True, slots=True)
class Stop:
    """A step: its day, what it is called, when it was or will be in words, and how it stands."""

    at: date
    name: str
    when: str
    state: str


@kept
def steps(stops: Sequence[Stop], today: date, today_said: str, said: str) -> Three:
    """The steps for wide and middle windows; on a narrow one their list stands instead, so it is empty there."""
    return Three(
        step_line(stops, today, today_said, said, 960), step_line(stops, today, today_said, said, MID), SafeString("")
    )  # fmt: skip


def step_line(stops: Sequence[Stop], today: date, today_said: str, said: str, wide: int) -> SafeString:
    """One line; stops stand by their days, but never nearer than their names need. `said` is read aloud."""
    gap = (wide - 2 * EDGE) / (len(stops) + 1)
    last = max(gap, LAST * wide)
    xs = _places([stop.at.toordinal() for stop in stops], gap * 0.8, EDGE, wide - last)
    drawn = [f'<path class="s-rule" stroke-width="3" d="M{EDGE} {LINE}H{n(wide - EDGE)}"/>']
    deepest, words = 0.0, ""
    for number, (stop, x) in enumerate(zip(stops, xs, strict=True)):
        right = min([wide, *(xs[number + 2 : number + 3])])
        text, depth = _words(stop, x, number % 2, right - x - 10)
        drawn += [
            f'<path class="s-hair" d="M{n(x)} {LINE + 12}V{FIRST + number % 2 * APART - 14}"/>',
            _disc(stop, x),
        ]
        words += text
        deepest = max(deepest, depth)
    if stops and stops[0].at <= today <= stops[-1].at:
        x = _between([stop.at.toordinal() for stop in stops], xs, today.toordinal())
        drawn.append(half_disc(x, LINE - 11, 9, "f-sary"))
        words += f'<text class="b halo" x="{n(x + 14)}" y="{LINE - 15}">{escape(today_said)}</text>'
    drawn.append(words)
    return svg("draw steps-line", (0, 0, wide, deepest + 8), "".join(drawn), voice(escape(said)))


def _places(days: Sequence[int], gap: float, left: float, right: float) -> list[float]:
    """Where days stand between two edges, in their order, and at least a gap apart."""
    if not days:
        return []
    span = max(days[-1] - days[0], 1)
    xs = [left + (day - days[0]) * (right - left) / span for day in days]
    for i in range(1, len(xs)):
        xs[i] = max(xs[i], xs[i - 1] + gap)
    xs[-1] = min(xs[-1], right)
    for i in range(len(xs) - 2, -1, -1):
        xs[i] = min(xs[i], xs[i + 1] - gap)
    return xs


def _between(days: Sequence[int], xs: Sequence[float], day: int) -> float:
    """Where a day stands on a line whose stops were moved apart."""
    after = next((i for i, each in enumerate(days) if each >= day), len(days) - 1)
    if after == 0 or days[after] == day:
        return xs[after]
    part = (day - days[after - 1]) / (days[after] - days[after - 1])
    return xs[after - 1] + part * (xs[after] - xs[after - 1])


def _disc(stop: Stop, x: float) -> str:
    ring = f'<circle class="{_DISCS[stop.state]}" cx="{n(x)}" cy="{LINE}" r="8" stroke-width="2"/>'
    if stop.state != NOW:
        return ring
    return ring + f'<path class="f-text" d="M{n(x - 8)} {LINE}a8 8 0 0 1 16 0z"/>'


def _words(stop: Stop, x: float, lower: int, room: float) -> tuple[str, float]:
    """The day and the name under a stop, and how deep they reach; every other one stands lower."""
    y = FIRST + lower * APART
    lines = [("b", line) for line in wrap(stop.when, room, 13, 700)]
    lines += [("f-muted", line) for line in wrap(stop.name, room, 13)[:2]]
    drawn = []
    for number, (kind, line) in enumerate(lines):
        drawn.append(
            f'<text class="{kind} halo" x="{n(max(x - 8, 0))}" y="{y + number * LEADING}">{escape(line)}</text>'
        )
    return "".join(drawn), y + (len(lines) - 1) * LEADING
