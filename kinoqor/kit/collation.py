"""Alphabetical order that every database keeps alike: a key of a-z only, two letters a sign."""

import unicodedata

_KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
# Russian takes ё as a kind of е; the other Kazakh letters stand where the root of ICU has them.
_RUSSIAN = "аәбвгғдежзиійкқлмнңоөпрстуүұфхһцчшщъыьэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_EXTRA_LATIN = {"ı": "i", "ə": "a", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ŋ": "n", "þ": "th", "œ": "oe"}

_END, _SPACE, _NUMBER = "aa", "ab", "b"
_OWN, _OTHER, _FOREIGN = "cd", "pq", "z"
_LONGEST = 80


def _coded(alphabet: str, block: str) -> dict[str, str]:
    """Two letters a sign: the block's first letter opens the first 26 signs, its second letter the rest."""
    return {sign: block[at // 26] + _LETTERS[at % 26] for at, sign in enumerate(alphabet)}


_TABLES = {
    "kk": {**_coded(_KAZAKH, _OWN), **_coded(_LATIN, _OTHER)},
    "ru": {**_coded(_RUSSIAN, _OWN), **_coded(_LATIN, _OTHER)},
    "en": {**_coded(_LATIN, _OWN), **_coded(_RUSSIAN, _OTHER)},
}


def letters(lang: str) -> list[tuple[str, str]]:
    """(letter, what the sort key of a word that it opens begins with) in the order of a list read in `lang`.

    The alphabet of the language first, then the other script. Raises KeyError for another language.
    """
    return [(sign.upper(), code) for sign, code in _TABLES[lang].items()]


def _number(digits: str) -> str:
    """A run of digits by its value: how many figures, then the figures (2 stands before 10)."""
    figures = digits.lstrip("0") or "0"
    return (
        _NUMBER + _LETTERS[min(len(figures), 25)] + "".join(_LETTERS[int(figure)] for figure in figures[:25])
    )


def _outside(sign: str) -> str:
    """A letter of another script: by code point, after every known letter."""
    code, written = ord(sign), ""
    for _ in range(5):
        code, rest = divmod(code, 26)
        written = _LETTERS[rest] + written
    return _FOREIGN + written


def _signs(text: str, table: dict[str, str]) -> list[tuple[str, str]]:
    """(first weight, second weight) of each sign; the second tells accents apart where all else is equal."""
    signs: list[tuple[str, str]] = []
    digits, gap = "", False
    for sign in unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold()) + " ":
        if sign.isdecimal():
            digits += str(unicodedata.decimal(sign))
            continue
        if digits:
            signs += [(_SPACE, "a")] * (gap and bool(signs)) + [(_number(digits), "a")]
            digits, gap = "", False
        if not sign.isalpha():
            gap = gap or sign.isspace() or sign in "-–—/"
            continue
        if gap and signs:
            signs.append((_SPACE, "a"))
        gap = False
        if sign in table:
            signs.append((table[sign], "a"))
            continue
        plain = _EXTRA_LATIN.get(sign) or unicodedata.normalize("NFD", sign)[0]
        signs += [(table.get(letter) or _outside(letter), "b") for letter in plain]
    return signs


def sort_key(text: str, lang: str) -> str:
    """The place of `text` in a list read in `lang` ("kk", "ru" or "en"), as at most 255 letters a-z.

    Quotes and punctuation do not count, a space stands before every sign, numbers stand by value before
    letters. A list's own script comes first (as CLDR orders kk and ru: Cyrillic, then Latin). The Kazakh
    order is that of the 42-letter alphabet; in Russian ё counts as е. Raises KeyError for another language.
    """
    signs = _signs(text, _TABLES[lang])
    primary, secondary = "", ""
    for first, second in signs:
        if len(primary) + len(first) > 2 * _LONGEST:
            break
        primary, secondary = primary + first, secondary + second
    secondary = secondary.rstrip("a")
    return primary + (_END + secondary if secondary else "")
