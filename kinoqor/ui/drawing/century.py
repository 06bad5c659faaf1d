"""The century of a cinema: films stand on the line of years as frames, what happened hangs under it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from kinoqor.ui.drawing.frames import NAMED, Columns, columns, frames
from kinoqor.ui.drawing.kept import kept
from kinoqor.ui.drawing.labels import Placed, place
from kinoqor.ui.drawing.scale import (
    FIRST,
    HIDDEN,
    MID,
    NARROW,
    WIDE,
    Three,
    Years,
    half_disc,
    label,
    n,
    path,
    span,
    svg,
    voice,
)
from kinoqor.ui.drawing.text import escape

_LAST = 2027
_LEFT_FREE = (832, 168)


@dataclass(frozen=True, slots=True)
class Mark:
    """A film that is named: its year, its title on this page, its kind (frames.KINDS)."""

    year: int
    name: str
    kind: str = "feature"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, hung under its year: `when` and `text` as they are shown."""

    year: int
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade of the list on narrow windows: its first year, its films, their frames, and its lines (when,
    text).
    """

    year: int
    total: int
    drawing: SafeString
    lines: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Century:
    """All that `c-century` shows."""

    sky: Three
    ground: SafeString
    events: Sequence[Event]
    decades: Sequence[Decade]


@kept
def century(
    counts: Mapping[int, Mapping[str, int]],
    marks: Sequence[Mark] = (),
    events: Sequence[Event] = (),
    sun: int = FIRST,
    said: str = "",
) -> Century:
    """The first page's chart.

    counts: films a year by kind ("feature", "documentary", "other"), the named ones included. marks: films
    that are named, yellow. events: what happened, at most about ten. sun: the year of the first light. said:
    what the chart shows, in a sentence with numbers.
    """
    split = _with_marks(counts, marks)
    first, last = span([*counts, sun, *(m.year for m in marks), *(e.year for e in events)], sun - 7, _LAST)
    hung = sorted(events, key=lambda event: event.year)
    skies = (_sky(split, marks, sun, Years(first, last, wide), said) for wide in (WIDE, MID, NARROW))
    return Century(
        Three(*skies), _ground(hung, Years(first, last, WIDE)), hung, _decades(split, marks, hung, first)
    )


def _with_marks(counts: Mapping[int, Mapping[str, int]], marks: Sequence[Mark]) -> dict[int, dict[str, int]]:
    """The counts with the named films taken out of their kind and counted as named."""
    split = {year: dict(kinds) for year, kinds in counts.items()}
    for mark in marks:
        kinds = split.setdefault(mark.year, {})
        if kinds.get(mark.kind, 0) > 0:
            kinds[mark.kind] -= 1
        kinds[NAMED] = kinds.get(NAMED, 0) + 1
    return split


def _sky(
    counts: Mapping[int, Mapping[str, int]], marks: Sequence[Mark], sun: int, years: Years, said: str
) -> SafeString:
    """Above the line. Wide: the words of the page stand in its left upper part, so labels keep out of
    there.
    """
    room, unit, radius = {WIDE: (278, 6.9, 66), MID: (190, 5, 40)}.get(int(years.width), (96, 4, 24))
    free = _LEFT_FREE if years.width == WIDE else (0, 0)
    piled = columns(counts, years, 0, room, unit)
    placed = place(marks, years, piled, (years.x(sun), radius)) if years.width > NARROW else []
    high = max(_needed(piled, placed, years, free), radius + 8)
    drawn = half_disc(years.x(sun), 0, radius, "sun") + piled.drawn() + "".join(p.drawn() for p in placed)
    drawn += f'<path class="line" d="M-2000 0h{n(years.width + 4000)}"/>'
    below = 0.0
    if years.width < WIDE:
        below = 26
        ticks = years.ticks(60 if years.width > NARROW else 44)
        drawn += path([f"M{n(years.x(year))} 0v6" for year in ticks], "tick")
        drawn += "".join(label(years.x(year), 22, str(year)) for year in ticks)
    of = voice(escape(said)) if said else HIDDEN
    return svg("century", (0, -high, years.width, high + below), drawn, of)


def _needed(piled: Columns, placed: Sequence[Placed], years: Years, free: tuple[float, float]) -> float:
    """How high the sky must be so that nothing stands outside of it or on the words of the page."""
    wide, deep = free
    tops = [(years.x(year), high) for year, high in piled.heights.items()]
    tops += [(box.left, box.top) for box in placed]
    return max((top + 8 + (deep if x < wide else 0) for x, top in tops), default=0)


def _ground(events: Sequence[Event], years: Years) -> SafeString:
    """Under the line, wide only: the years, and an elbow from each event's year to its column of the list
    below.
    """
    ticks = years.ticks(60)
    drawn = path([f"M{n(years.x(year))} 0v8" for year in ticks], "tick")
    drawn += "".join(label(years.x(year), 25, str(year)) for year in ticks)
    each = years.width / max(len(events), 1)
    elbows = [f"M{n(years.x(event.year))} 34v6L{n(i * each + 0.5)} 62V78" for i, event in enumerate(events)]
    return svg("century", (0, 0, years.width, 78), drawn + path(elbows, "tick"))


def _decades(
    counts: Mapping[int, Mapping[str, int]], marks: Sequence[Mark], events: Sequence[Event], first: int
) -> list[Decade]:
    """The decades in which there is a film or an event."""
    lines = [(mark.year, str(mark.year), mark.name) for mark in marks] + [
        (e.year, e.when, e.text) for e in events
    ]
    found: list[Decade] = []
    years = [*counts, *(year for year, _, _ in lines)]
    for decade in range(first // 10 * 10, max(years, default=first) + 1, 10):
        kinds: dict[str, int] = {}
        for year in range(decade, decade + 10):
            for kind, count in counts.get(year, {}).items():
                kinds[kind] = kinds.get(kind, 0) + count
        said = [(when, text) for year, when, text in sorted(lines) if decade <= year < decade + 10]
        total = sum(kinds.values())
        if total or said:
            found.append(Decade(decade, total, frames(kinds) if total else SafeString(""), said))
    return found
