"""The way up a tree of hashes: from a leaf, with one neighbour at each step, to the root."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from kinoqor.ui.drawing.kept import kept
from kinoqor.ui.drawing.scale import NARROW, svg, voice
from kinoqor.ui.drawing.text import escape

STEP, TOP, SIDE = 44, 26, 92


@kept
def climb(lefts: Sequence[bool], leaf: str, root: str, said: str) -> SafeString:
    """`lefts`: for each step from below, whether its neighbour stands at the left. `said` is read aloud."""
    middle, bottom = NARROW / 2, TOP + len(lefts) * STEP
    drawn = []
    for step, left in enumerate(lefts):
        y = bottom - step * STEP
        beside = middle - SIDE if left else middle + SIDE
        drawn += [
            f'<path class="s-rule" stroke-width="1.5" fill="none" d="M{beside:g} {y}L{middle:g} {y - STEP}"/>',
            f'<path class="s-text" stroke-width="3" d="M{middle:g} {y}V{y - STEP}"/>',
            f'<circle class="f-page s-kok" stroke-width="3" cx="{beside:g}" cy="{y}" r="8"/>',
        ]
    drawn += [
        f'<circle class="f-text" cx="{middle:g}" cy="{bottom - step * STEP}" r="6"/>'
        for step in range(1, len(lefts) + 1)
    ]
    drawn += [
        f'<circle class="f-sary s-text" stroke-width="2" cx="{middle:g}" cy="{bottom}" r="12"/>',
        f'<text class="b halo" x="{middle:g}" y="{bottom + 32}" text-anchor="middle">{escape(leaf)}</text>',
        f'<text class="b halo" x="{middle + 16:g}" y="{TOP - 8}">{escape(root)}</text>',
    ]
    return svg("draw", (0, 0, NARROW, bottom + 40), "".join(drawn), voice(escape(said)))
