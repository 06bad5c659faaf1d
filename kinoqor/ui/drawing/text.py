"""How wide a text will be: enough to keep labels from standing on each other, without asking a browser."""

import re
from itertools import pairwise

# Advance of a letter in thousandths of the size, Onest at weight 400, rounded up to its group.
_GROUPS = {
    260: "'il| !,.:;Ij·ÍÎЇІїі()[]",
    400: '"1frtгґғ{}*°',
    480: "_-/7?\\ksxz«»Кксхзьэє",
    560: "+2<=>JLT^`acev~§±ГТавелнпсучёўҚқүұәтДд₸",
    640: "35689EFKXYZbdghnopquyЕКРУХбийорцъңҮҰҲһө–",
    720: "#$04&ABCDGPRSVСЦЭЧЬЯҚАБВЗЛмфы",
    800: "HNOQUИЙНОПЪҢӘӨж—Ғ%",
    860: "MwmЖМФЫшщюљ",
    1060: "@W№ШЩЮ…",
}
_ADVANCE = {letter: width for width, letters in _GROUPS.items() for letter in letters}
_USUAL = 640


def width(text: str, size: float, weight: int = 400) -> float:
    """The width of a line of text in pixels at a font size, never less than it will be in Onest by more than
    a hair.

    Bold letters are wider by up to a tenth at weight 700. An unknown letter counts as a wide one.
    """
    bold = 1 + max(weight - 400, 0) / 3000
    return sum(_ADVANCE.get(letter, _USUAL) for letter in text) * size * bold / 1000


def wrap(text: str, room: float, size: float, weight: int = 400) -> list[str]:
    """The text in lines of at most `room` pixels, broken between words; a word wider than that is broken
    inside.
    """
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, weight) <= room:
            lines[-1] = joined
            continue
        lines.extend(_pieces(word, room, size, weight))
    return lines


def _pieces(word: str, room: float, size: float, weight: int) -> list[str]:
    """A word cut so that every piece fits; nearly always the word itself."""
    cuts, start = [0], 0
    for at in range(1, len(word) + 1):
        if at - start > 1 and width(word[start:at], size, weight) > room:
            start = at - 1
            cuts.append(start)
    return [word[a:b] for a, b in pairwise([*cuts, len(word)])]


def escape(text: object) -> str:
    """Text for SVG: control characters dropped, the five special signs as entities."""
    clean = re.sub(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]", " ", str(text))
    table = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
    return "".join(table.get(letter, letter) for letter in clean)
