"""Drawings of our own, all of a disc and a line. Pure functions: numbers and escaped words in, SVG out.

Colours are classes of the style sheets, so dark and print follow. Words come translated. A drawing that says
more than the page beside it takes `said`, the sentence it is read aloud as; the others are hidden from
readers.

    strips(counts, suns, dots, caption) -> Three      the strip under a title: c-title :strip
    plains(counts, chosen, said) -> Three             bars a year above a list, the chosen years dark: c-three
    plate(year, sources, disputed)                    behind c-plate (c-plate calls it)
    century(counts, marks, events, sun, said)         the first page: c-century
    frames(kinds, per_row)                            a small field of frames, one a film
    piles(counts, notes, said) -> Three               frames a year on paper: c-chart :three
    spans(names, doubts, until, said) -> Three        names through time: c-chart :three
    steps(stops, today, ...) -> Three                 what was, is and will be: c-chart :three
    dots(years, first, last) and dots_axis            rows of c-dots
    share(part, bounds)                               how much of a whole is reached, with its bounds
    bounds(raw, score, low, high, reach, said) and bounds_axis    a score with its interval in a row of a table
"""

from kinoqor.ui.drawing.bounds import Reach, bounds, bounds_axis, reach
from kinoqor.ui.drawing.century import Century, Decade, Event, Mark, century
from kinoqor.ui.drawing.dots import dots, dots_axis
from kinoqor.ui.drawing.frames import frames
from kinoqor.ui.drawing.piles import piles, piles_at
from kinoqor.ui.drawing.plate import plate
from kinoqor.ui.drawing.scale import MID, NARROW, WIDE, Three
from kinoqor.ui.drawing.share import share
from kinoqor.ui.drawing.spans import Doubt, Span, spans, spans_at
from kinoqor.ui.drawing.steps import Stop, steps
from kinoqor.ui.drawing.strip import Sun, plain, plains, strip, strips

__all__ = [
    "MID",
    "NARROW",
    "WIDE",
    "Century",
    "Decade",
    "Doubt",
    "Event",
    "Mark",
    "Reach",
    "Span",
    "Stop",
    "Sun",
    "Three",
    "bounds",
    "bounds_axis",
    "century",
    "dots",
    "dots_axis",
    "frames",
    "piles",
    "piles_at",
    "plain",
    "plains",
    "plate",
    "reach",
    "share",
    "spans",
    "spans_at",
    "steps",
    "strip",
    "strips",
]
