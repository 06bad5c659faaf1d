"""How much of a whole is reached, as one bar: the part is dark, the bound a stroke across."""

from django.utils.safestring import SafeString

from kinoqor.ui.drawing.kept import kept
from kinoqor.ui.drawing.scale import HIDDEN, n, svg

_WIDE, _HIGH = 260.0, 18.0


@kept
def share(part: float, bounds: tuple[float, ...] = ()) -> SafeString:
    """`part` and `bounds` as shares of the whole width, from 0 to 1; what is beyond is drawn at the end."""
    middle = _HIGH / 2
    drawn = f'<path class="s-rule" d="M0 {n(middle)}H{n(_WIDE)}" stroke-width="2"/>'
    drawn += f'<path class="s-kok" d="M0 {n(middle)}H{n(_at(part))}" stroke-width="6"/>'
    drawn += "".join(
        f'<path class="s-text" d="M{n(_at(each))} 0V{n(_HIGH)}" stroke-width="2"/>' for each in bounds
    )
    return svg("share", (0, 0, _WIDE, _HIGH), drawn, HIDDEN)


def _at(value: float) -> float:
    return min(max(value, 0.0), 1.0) * (_WIDE - 2) + 1
