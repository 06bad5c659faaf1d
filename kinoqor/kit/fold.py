"""One folding of text for search, so that one name written in any script or spelling becomes one string.

Everything becomes lower-case ASCII: first letters are written as a passport would write them, then pairs of
letters that several romanisations write differently (zh/j/ž, q/k, y/i, kh/h, ye/e) are brought to one. Query
and index fold alike, so a fold need not be readable, only equal.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# Kazakh and Russian letters: a Russian keyboard has no ә ғ қ ң ө ұ ү і һ, so they fold like а г к н о у у и
# х.
_CYRILLIC = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "j",
    "з": "z", "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o",
    "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h",
    "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "і": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia", "ў": "u", "ѐ": "e", "ї": "i", "є": "e", "ґ": "g",
}  # fmt: skip
# Latin letters whose sign carries a sound that plain ASCII writes with other letters (2017-2021 Kazakh, ISO
# 9, Turkish).
_LATIN = {
    "ş": "sh", "š": "sh", "ș": "sh", "ŝ": "sh", "ž": "j", "č": "ch", "ç": "ch", "ħ": "h", "ẋ": "h",
    "ı": "i", "ə": "a", "ŋ": "n", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d",
}  # fmt: skip
_SIGNS = str.maketrans({**_CYRILLIC, **_LATIN})

_APOSTROPHES = re.compile(r"[\u0027\u0060\u00b4\u02b0-\u02bf\u2018\u2019\u201b\u2032\u2033]")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_NOT_SIGN = re.compile(r"[^a-z0-9]+")
_SAME_SOUND = re.compile(
    r"shch|tsch|sch|tch|tsh|zh|dzh|dj|kh|gh|ph|q|x|(?<=[aeiou])ye|\bye|y|([a-z])\1+",
)
_SOUND = {
    "shch": "sh", "tsch": "ch", "sch": "sh", "tch": "ch", "tsh": "ch", "zh": "j", "dzh": "j", "dj": "j",
    "kh": "h", "gh": "g", "ph": "f", "q": "k", "x": "ks", "ye": "e", "y": "i",
}  # fmt: skip

_SKELETON = re.compile(r"sh|ng|i[uao]|w|ts")
_BONE = {"sh": "s", "ng": "n", "iu": "u", "ia": "a", "io": "o", "w": "u", "ts": "c"}


def _sound(match: re.Match[str]) -> str:
    found = match.group()
    return _SOUND.get(found) or found[0]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The search form of `text`: words of a-z and 0-9, one space between, "" if nothing is left.

    Folding is idempotent. Punctuation separates words; apostrophes and soft signs vanish; doubled letters
    become one.
    """
    lower = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    known = _APOSTROPHES.sub("", lower).translate(_SIGNS)
    plain = _MARKS.sub("", unicodedata.normalize("NFD", known))
    if not plain.isascii():
        plain = anyascii(plain).lower().replace("'", "").replace("`", "")
    words = _NOT_SIGN.sub(" ", plain).strip()
    before = ""
    while before != words:  # every rule shortens the text or takes it down the alphabet, so this ends
        before, words = words, _SAME_SOUND.sub(_sound, words)
    return words


def skeleton(text: str) -> str:
    """The matching key of `text`: its folding without spaces and what spellings disagree on.

    After the rule "sh s, ng n, iu u, ia a, io o, w u, ts c, repeats once"; digits stay, so that sequels
    differ.
    """
    bones = fold(text).replace(" ", "")
    before = ""
    while before != bones:
        before = bones
        bones = fold(_SKELETON.sub(lambda match: _BONE[match.group()], bones))
    return bones


def trigrams(text: str) -> tuple[str, ...]:
    """The distinct three-letter pieces of the folding, in order: "Абай" is " ab", "aba", "bai".

    Each word is opened by a space and left open at its end, because endings bend. A word of one letter gives
    the two-sign piece " a".
    """
    pieces: dict[str, None] = {}
    for word in fold(text).split():
        opened = f" {word}"
        for start in range(max(1, len(opened) - 2)):
            pieces.setdefault(opened[start : start + 3])
    return tuple(pieces)
