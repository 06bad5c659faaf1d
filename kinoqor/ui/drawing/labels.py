"""Names over columns, so placed that none stands on another, on a column or on a stem."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kinoqor.ui.drawing.frames import Columns
from kinoqor.ui.drawing.scale import Years, label, n
from kinoqor.ui.drawing.text import escape, width

_HIGH, _STEP, _AIR = 33, 8, 7
_LONGEST = 0.34


class Named(Protocol):
    """What a label needs to know of a film."""

    @property
    def year(self) -> int: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Placed:
    """A label: its box (heights are above the line), and its stem at x from `foot` to the top."""

    name: str
    year: int
    x: float
    foot: float
    left: float
    right: float
    bottom: float
    right_of_stem: bool

    @property
    def top(self) -> float:
        """The upper edge, above the line."""
        return self.bottom + _HIGH

    def clear_of(self, other: "Placed") -> bool:
        """Neither box on the other, neither stem through the other's box, no stem on a stem."""
        apart = self.right + _AIR < other.left or other.right + _AIR < self.left
        boxes = apart or self.bottom > other.top + 2 or other.bottom > self.top + 2
        return boxes and not self._stem_cuts(other) and not other._stem_cuts(self)

    def _stem_cuts(self, other: "Placed") -> bool:
        """Whether this label's stem runs through the other's box."""
        return (
            other.left - 3 < self.x < other.right + 3
            and self.foot < other.top
            and self.top > other.bottom - 2
        )

    def drawn(self) -> str:
        """Stem, name and year as SVG; y grows downwards, the line is nought."""
        anchor = "start" if self.right_of_stem else "end"
        x = self.left if self.right_of_stem else self.right
        return (
            f'<path class="stem" d="M{n(self.x)} {n(-self.foot - 4)}V{n(-self.top)}"/>'
            + label(x, -self.top + 12, escape(self.name), "name", anchor)
            + label(x, -self.top + 28, str(self.year), "year", anchor)
        )


def place(marks: Sequence[Named], years: Years, piled: Columns, sun: tuple[float, float]) -> list[Placed]:
    """A place for every mark, as low as may be. sun: x and radius of the sun, which labels keep off too.

    Names stand right of their stem and are placed from right to left, so that a label only ever has to rise
    over what is there already. Where that would leave the drawing, names stand left of the stem, placed from
    left to right afterwards. Names longer than a third of the width are shortened.
    """
    wanted = sorted(
        ((mark, _short(mark.name, years.width * _LONGEST)) for mark in marks), key=lambda m: m[0].year
    )
    rightward: list[tuple[Named, str]] = []
    leftward: list[tuple[Named, str]] = []
    for mark, name in reversed(wanted):
        x, wide = years.x(mark.year), _wide(name)
        over = any(x < years.x(other.year) <= x + _AIR + wide + 3 for other, _ in leftward)
        fits = x + _AIR + wide <= years.width and not over
        (rightward if fits else leftward).append((mark, name))
    placed: list[Placed] = []
    for mark, name in rightward:
        placed.append(_lowest(mark, name, years, piled, sun, placed, right_of_stem=True))
    for mark, name in reversed(leftward):
        placed.append(_lowest(mark, name, years, piled, sun, placed, right_of_stem=False))
    return placed


def _wide(name: str) -> float:
    return max(width(name, 14, 600), 34)


def _lowest(
    mark: Named,
    name: str,
    years: Years,
    piled: Columns,
    sun: tuple[float, float],
    others: list[Placed],
    right_of_stem: bool,
) -> Placed:
    """The lowest free place on one side of the stem, over the columns and the sun."""
    wide, x = _wide(name), years.x(mark.year)
    foot = piled.heights.get(mark.year, 0)
    left = x + _AIR if right_of_stem else x - _AIR - wide
    under = max(piled.above(years, min(left, x), max(left + wide, x)), foot)
    if left < sun[0] + sun[1] and left + wide > sun[0] - sun[1]:
        under = max(under, sun[1])
    return _rise(Placed(name, mark.year, x, foot, left, left + wide, under + 16, right_of_stem), others)


def _rise(label_: Placed, others: list[Placed]) -> Placed:
    """The label, lifted until it is clear of all others; over all of them it always is."""
    limit = max((other.top for other in others), default=0) + 2 * _STEP
    lifted = label_
    while lifted.bottom <= limit and not all(lifted.clear_of(other) for other in others):
        lifted = replace(lifted, bottom=lifted.bottom + _STEP)
    return lifted


def _short(name: str, room: float) -> str:
    """The name, or its beginning and an ellipsis, within `room` pixels."""
    if width(name, 14, 600) <= room:
        return name
    while name and width(f"{name}…", 14, 600) > room:
        name = name[:-1]
    return f"{name.rstrip()}…"
