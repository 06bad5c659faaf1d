"""In which encoding a text is: told by its marks and its letters, refused where neither tells."""

import codecs
import re
from itertools import pairwise

from django.utils.translation import gettext as _

from kinoqor.kit.sheet.table import NotTaken

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Of one byte a letter; the second is the first with the Kazakh letters that it lacks.
_BYTES = ("cp1251", "kz1048")
_CALLED = {
    "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16",
    "cp1251": "windows-1251", "kz1048": "KZ-1048",
}  # fmt: skip
_LOOKED_AT = 400_000
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[\x00-\x7f]")
# Signs beside letters and ASCII that people type in tables.
_TYPED = frozenset("«»„“”‘’‚–—…№°§©®™·•±\u00a0\u00ad€")
_ODD = 0.04


def decode(raw: bytes) -> tuple[str, str]:
    """(text, what the encoding is called): UTF-8 or UTF-16 with or without a mark, windows-1251, or KZ-1048 (the same
    with the Kazakh letters that it lacks). Raises NotTaken where the bytes are no text in any of these.
    """
    name = _marked(raw) or _unmarked(raw)
    if name:
        try:
            return raw.decode(name), _CALLED[name]
        except UnicodeDecodeError as error:
            raise NotTaken(_unreadable()) from error
    return _by_letters(raw)


def _marked(raw: bytes) -> str:
    return next((name for mark, name in _MARKS if raw.startswith(mark)), "")


def _unmarked(raw: bytes) -> str:
    """UTF-16 without a mark shows by the noughts beside its commas and line ends; plain UTF-8 by being valid."""
    if b"\0" in raw:
        for name, comma in (("utf-16-le", b"\n\0"), ("utf-16-be", b"\0\n")):
            if len(raw) % 2 == 0 and comma in raw and _is_text(raw, name):
                return name
        raise NotTaken(_("This is neither a CSV, XLSX nor ODS file. Save the table as one of these."))
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _is_text(raw: bytes, name: str) -> bool:
    try:
        text = raw.decode(name)
    except UnicodeDecodeError:
        return False
    return "\0" not in text and _odd(text[:_LOOKED_AT]) <= _ODD


def _by_letters(raw: bytes) -> tuple[str, str]:
    read: dict[str, str] = {}
    for name in _BYTES:
        try:
            read[name] = raw.decode(name)
        except UnicodeDecodeError:
            continue
    odd = {name: _odd(text[:_LOOKED_AT]) for name, text in read.items()}
    name = min(odd, key=lambda each: odd[each], default="")
    if not name or odd[name] > _ODD:
        raise NotTaken(_unreadable())
    return read[name], _CALLED[name]


def _odd(text: str) -> float:
    """The share of words and signs beyond ASCII that no Kazakh, Russian or English table would hold, 0 to 1.

    Odd is a word of two alphabets, a capital inside a word after a small letter, a letter of another Cyrillic language, a
    sign that nobody types.
    """
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    signs = [sign for sign in _PLAIN.sub("", text) if not sign.isalpha()]
    odd = sum(map(_odd_word, words)) + sum(sign not in _TYPED and not sign.isspace() for sign in signs)
    return odd / max(1, len(words) + len(signs))


def _odd_word(word: str) -> bool:
    mixed = any(sign.isascii() for sign in word) or any(not _at_home(sign) for sign in word)
    return mixed or any(a.islower() and b.isupper() for a, b in pairwise(word))


def _at_home(sign: str) -> bool:
    return "а" <= sign.lower() <= "я" or sign.lower() in "ёәғқңөұүһі"


def _unreadable() -> str:
    return _(
        "The letters of this file cannot be told: it is neither UTF-8, UTF-16 nor windows-1251. "
        "Save it as “CSV UTF-8” or as XLSX."
    )
