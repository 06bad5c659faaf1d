"""The reader's mark: one slanting line, repeated over the whole page, in its pixels."""

from functools import cache
from math import ceil, cos, hypot, radians, sin
from pathlib import Path

import fontpkg_onest  # type: ignore[import-untyped]
from PIL import Image, ImageDraw, ImageFont

from kinoqor.ledger.file.words import Mark

_FONT = Path(fontpkg_onest.ROOT) / "files" / "Onest[wght].ttf"
_SLANT = 30  # degrees
_DARK, _LIGHT = 0.17, 0.30  # how much of the letters is seen on light and on dark ground
_LETTER, _SMALLEST = 0.021, 10  # of the width; pixels
_APART = 5.5  # letters from line to line


def marked(page: Image.Image, mark: Mark) -> Image.Image:
    """The page (L or RGB) with the mark: a dark line that a light one shadows, so that it is seen on any ground."""
    letters = _lines(page.size, mark.line)
    shadow = Image.new("L", page.size)
    shadow.paste(letters, (1, 1))
    shown = page.copy()
    shown.paste("white", (0, 0), shadow.point([round(level * _LIGHT) for level in range(256)]))
    shown.paste("black", (0, 0), letters.point([round(level * _DARK) for level in range(256)]))
    return shown


def _lines(size: tuple[int, int], line: str) -> Image.Image:
    """The mark alone, white on black: rows of the same line, each row begun elsewhere than the one above."""
    high = max(_SMALLEST, round(size[0] * _LETTER))
    one = _line(line, high)
    length = one.width + 2 * high
    turned = one.rotate(_SLANT, Image.Resampling.BICUBIC, expand=True)
    along = (length * cos(radians(_SLANT)), -length * sin(radians(_SLANT)))
    down = (high * _APART * sin(radians(_SLANT)), high * _APART * cos(radians(_SLANT)))
    reach = hypot(*size) / 2
    rows, columns = ceil(reach / (high * _APART)) + 1, ceil(reach / length) + 1
    ground = Image.new("L", size)
    for row in range(-rows, rows + 1):
        for column in range(-columns, columns + 1):
            step = column + row * 0.37 % 1
            x = size[0] / 2 + step * along[0] + row * down[0] - turned.width / 2
            y = size[1] / 2 + step * along[1] + row * down[1] - turned.height / 2
            if -turned.width < x < size[0] and -turned.height < y < size[1]:
                ground.paste(255, (round(x), round(y)), turned)
    return ground


@cache
def _font(high: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(_FONT, high)
    font.set_variation_by_axes([500])
    return font


def _line(line: str, high: int) -> Image.Image:
    left, top, right, bottom = (round(edge) for edge in _font(high).getbbox(line))
    drawn = Image.new("L", (right - left + 2, bottom - top + 2))
    ImageDraw.Draw(drawn).text((1 - left, 1 - top), line, 255, _font(high))
    return drawn
