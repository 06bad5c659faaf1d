"""Countries and languages by their ISO codes, named in the languages of the house."""

from functools import cache

from babel import Locale
from django.utils.translation import get_language

from kinoqor.kit.collation import sort_key
from kinoqor.kit.fold import fold
from kinoqor.kit.question.form import Kind

_TONGUES = ("en", "ru", "kk")
_NO_COUNTRIES = frozenset(
    {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
)


@cache
def _countries(lang: str) -> dict[str, str]:
    named = Locale.parse(lang).territories
    return {
        code: name
        for code, name in named.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    }


@cache
def _languages(lang: str) -> dict[str, str]:
    return {code: name for code, name in Locale.parse(lang).languages.items() if len(code) == 2}


def countries(lang: str = "") -> dict[str, str]:
    """The countries by their codes of two letters, named in `lang` or the language of the page."""
    return _countries(lang or (get_language() or "en")[:2])


def languages(lang: str = "") -> dict[str, str]:
    """The languages by their codes, named in `lang` or the language of the page."""
    return _languages(lang or (get_language() or "en")[:2])


def every(kind: Kind) -> dict[str, str]:
    """Countries or languages; nothing for any other kind of question."""
    return countries() if kind is Kind.COUNTRY else languages() if kind is Kind.LANGUAGE else {}


@cache
def _ordered(kind: Kind, lang: str) -> tuple[tuple[str, str], ...]:
    named = _countries(lang) if kind is Kind.COUNTRY else _languages(lang)
    return tuple(sorted(named.items(), key=lambda pair: sort_key(pair[1], lang)))


def ordered(kind: Kind) -> tuple[tuple[str, str], ...]:
    """Countries or languages with their codes, by their names in the language of the page."""
    return _ordered(kind, (get_language() or "en")[:2]) if every(kind) else ()


@cache
def _by_name(kind: Kind) -> dict[str, str]:
    named = _countries if kind is Kind.COUNTRY else _languages
    pairs = [(code, name) for lang in reversed(_TONGUES) for code, name in named(lang).items()]
    return {fold(name): code for code, name in pairs} | {name.casefold(): code for code, name in pairs}


def code_of(kind: Kind, text: str) -> str:
    """The code of what was typed: a code, or a name in any of the languages; else the text itself."""
    known = _countries("en") if kind is Kind.COUNTRY else _languages("en")
    for code in (text, text.upper(), text.lower()):
        if code in known:
            return code
    names = _by_name(kind)
    return names.get(text.casefold()) or names.get(fold(text), text)
