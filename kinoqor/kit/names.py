"""How a name may be written in another script. What is generated is a search key, never a fact."""

import re
import unicodedata
from typing import Literal

from anyascii import anyascii

Script = Literal["Cyrl", "Latn", "Arab", "Zyyy"]

# The order of travel documents (ICAO 9303 manner), with the Kazakh letters as they are booked and printed.
_PASSPORT = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh",
    "з": "z", "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o",
    "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh",
    "һ": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia",
}  # fmt: skip
# The alphabet of 31 letters presented in 2021; letters it lacks are written by their sounds.
_LATIN_2021 = {
    "а": "a", "ә": "ä", "б": "b", "в": "v", "г": "g", "ғ": "ğ", "д": "d", "е": "e", "ё": "io", "ж": "j",
    "з": "z", "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "ñ", "о": "o",
    "ө": "ö", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "ū", "ү": "ü", "ф": "f", "х": "h",
    "һ": "h", "ц": "ts", "ч": "tş", "ш": "ş", "щ": "ş", "ъ": "", "ы": "y", "і": "ı", "ь": "", "э": "e",
    "ю": "iu", "я": "ia",
}  # fmt: skip
# A scholarly manner that keeps й, ы apart and writes ң as ng, ғ as gh: many older spellings abroad come from
# it.
_BROAD = {
    **_PASSPORT,
    "ғ": "gh",
    "й": "y",
    "қ": "q",
    "ң": "ng",
    "һ": "h",
    "е": "e",
    "ю": "yu",
    "я": "ya",
    "ё": "yo",
}
_RUSSIAN = {"ә": "а", "ө": "о", "ұ": "у", "ү": "у", "қ": "к", "ң": "н", "ғ": "г", "һ": "х", "і": "и"}

# What most titles of a list in Cyrillic are made of: such a one need not be counted sign by sign.
_CYRILLIC = re.compile(r"[\W\d_]*[\u0400-\u052f](?:[\u0400-\u052f]|[\W\d_])*")
_ARABIC = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))


def _script_of_sign(sign: str) -> Script:
    if not sign.isalpha():
        return "Zyyy"
    code = ord(sign)
    if 0x0400 <= code <= 0x052F or 0x1C80 <= code <= 0x1C8F:
        return "Cyrl"
    if code < 0x0250 or 0x1E00 <= code <= 0x1EFF:
        return "Latn"
    if any(first <= code <= last for first, last in _ARABIC):
        return "Arab"
    return "Zyyy"


def script_of(text: str) -> Script:
    """The script most letters of `text` are in (ISO 15924); the first met wins a tie, "Zyyy" is none."""
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else "Zyyy"
    if _CYRILLIC.fullmatch(text):
        return "Cyrl"
    counts: dict[Script, int] = {}
    for sign in unicodedata.normalize("NFC", text):
        script = _script_of_sign(sign)
        if script != "Zyyy":
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: counts[script]) if counts else "Zyyy"


def _cased(text: str, at: int, written: str, upper: dict[str, str]) -> str:
    """`written` in the case of the sign at `at`: one capital in a word, all beside a capital."""
    if not text[at].isupper() or not written:
        return written
    beside = text[at + 1 : at + 2] + text[max(0, at - 1) : at]
    whole = len(written) > 1 and any(sign.isupper() for sign in beside)
    head = upper.get(written[0], written[0].upper())
    return head + (written[1:].upper() if whole else written[1:])


def _transliterate(text: str, table: dict[str, str], upper: dict[str, str] | None = None) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        _cased(composed, at, table[sign.lower()], upper or {}) if sign.lower() in table else sign
        for at, sign in enumerate(composed)
    )


def passport_latin(text: str) -> str:
    """Cyrillic as travel documents write it: "Эмир Байғазин" gives "Emir Baigazin". Other signs stay."""
    return _transliterate(text, _PASSPORT)


def latin_2021(text: str) -> str:
    """Kazakh Cyrillic in the 31-letter alphabet of 2021: "Жаужүрек мың бала" gives "Jaujürek myñ bala"."""
    return _transliterate(text, _LATIN_2021, {"i": "İ", "ı": "I"})


def russian_from_kazakh(text: str) -> str:
    """A Kazakh name in the letters of Russian: "Қыз Жібек" gives "Кыз Жибек"; йы and йі give и."""
    composed = unicodedata.normalize("NFC", text)
    for pair, one in (("йы", "и"), ("йі", "и"), ("Йы", "И"), ("Йі", "И"), ("ЙЫ", "И"), ("ЙІ", "И")):
        composed = composed.replace(pair, one)
    return _transliterate(composed, _RUSSIAN)


def generated_spellings(text: str, lang: str) -> tuple[str, ...]:
    """Other spellings a searcher may type for `text`, without `text` itself; keys, never shown.

    Only Cyrillic is rewritten: a Latin spelling does not say which Cyrillic letters stand behind it.
    """
    if script_of(text) != "Cyrl":
        return ()
    forms = [passport_latin(text), _transliterate(text, _BROAD), anyascii(text)]
    if lang == "kk":
        forms += [latin_2021(text), russian_from_kazakh(text)]
    return tuple(dict.fromkeys(form for form in forms if form and form != text))
