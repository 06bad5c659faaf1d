"""Years on a line, and the small words that every drawing is made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

WIDE, MID, NARROW = 1312, 720, 328
FIRST, LAST = 1910, 2030
HIDDEN = 'aria-hidden="true" focusable="false"'


class Three(NamedTuple):
    """One drawing for three widths of the window: from 960 px, from 640 px, and below."""

    wide: SafeString
    mid: SafeString
    narrow: SafeString


@dataclass(frozen=True, slots=True)
class Years:
    """A line of years from `first` to `last` (inclusive) over `width` pixels."""

    first: int
    last: int
    width: float

    @property
    def step(self) -> float:
        """Pixels a year."""
        return self.width / max(self.last - self.first + 1, 1)

    def x(self, year: float) -> float:
        """The middle of a year, kept on the line."""
        kept = min(max(year, self.first), self.last)
        return (kept - self.first + 0.5) * self.step

    def ticks(self, room: float = 56) -> list[int]:
        """The round years that may carry a label with `room` pixels each: every 1, 2, 5, 10, 20, 50 or 100
        years.
        """
        every = next((n for n in (1, 2, 5, 10, 20, 50, 100) if n * self.step >= room), 200)
        start = -(-self.first // every) * every
        return [
            year
            for year in range(start, self.last + 1, every)
            if room / 2 <= self.x(year) <= self.width - room / 2
        ]


def span(years: Iterable[int], first: int = FIRST, last: int = LAST) -> tuple[int, int]:
    """The years that a line must show: at least first to last, further where the data goes further."""
    known = list(years)
    return min([first, *known]), max([last, *known])


def n(value: float) -> str:
    """A number for SVG: one decimal, no trailing nought."""
    shown = f"{value:.1f}"
    return shown.removesuffix(".0") if shown != "-0.0" else "0"


def bar(x: float, y: float, wide: float, high: float) -> str:
    """A rectangle as a piece of a path."""
    return f"M{n(x)} {n(y)}h{n(wide)}v{n(high)}h{n(-wide)}z"


def path(pieces: Sequence[str], kind: str) -> str:
    """All pieces as one path of a class; nothing for none."""
    return f'<path class="{kind}" d="{"".join(pieces)}"/>' if pieces else ""


def half_disc(x: float, y: float, r: float, kind: str, closed: bool = True) -> str:
    """A half disc that stands on y."""
    arc = f"M{n(x - r)} {n(y)}a{n(r)} {n(r)} 0 0 1 {n(2 * r)} 0"
    return f'<path class="{kind}" d="{arc}{"z" if closed else ""}"/>'


def label(x: float, y: float, words: str, kind: str = "", anchor: str = "middle") -> str:
    """A line of text; `words` must be escaped already."""
    of = f' class="{kind}"' if kind else ""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text{of} x="{n(x)}" y="{n(y)}"{where}>{words}</text>'


def svg(kind: str, box: tuple[float, float, float, float], inside: str, said: str = HIDDEN) -> SafeString:
    """The drawing. `box` is left, top, width, height; `said` is either HIDDEN or what `voice` made."""
    view = " ".join(n(value) for value in box)
    return mark_safe(f'<svg class="{kind}" viewBox="{view}" {said}>{inside}</svg>')


def voice(words: str) -> str:
    """The attributes of a drawing that is read aloud as one picture; `words` must be escaped already."""
    return f'role="img" aria-label="{words}"'
