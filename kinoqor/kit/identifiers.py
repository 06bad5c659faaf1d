"""Identifiers that others gave: brought to one form, refused where their check sign says so."""

import re
from collections.abc import Callable

from django.utils.translation import gettext as _
from stdnum import isan
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_37_36

_EIDR = re.compile(
    r"(?:https?://(?:doi\.org|ui\.eidr\.org/view/content\?id=)/?|doi:|eidr:)?10\.5240/([0-9A-Z-]+)", re.I
)
_ISAN = re.compile(r"(?:ISAN\s*)?([0-9A-Z][0-9A-Z\s-]+)", re.I)
_IMDB = re.compile(
    r"(?:https?://(?:www\.|m\.)?imdb\.com/(?:[a-z]{2}/)?(?:title|name)/)?((?:tt|nm)\d{7,9})/?", re.I
)
_WIKIDATA = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d{0,11})", re.I)
_KINOPOISK = re.compile(r"(?:https?://(?:www\.)?kinopoisk\.ru/(?:film|series|name)/)?([1-9]\d{0,8})/?", re.I)


def _wrong(kind: str, value: str) -> ValueError:
    return ValueError(
        _("“%(value)s” is not a valid %(kind)s identifier.") % {"value": value[:80], "kind": kind}
    )


def _check_sign(kind: str, value: str) -> ValueError:
    return ValueError(
        _("The check sign of the %(kind)s identifier “%(value)s” is wrong: a sign was mistyped.")
        % {"value": value[:80], "kind": kind}
    )


def _eidr(value: str) -> str:
    """10.5240/XXXX-XXXX-XXXX-XXXX-XXXX-C: twenty hexadecimal digits and a sign after ISO 7064 mod 37,36."""
    match = _EIDR.fullmatch(value)
    digits = match[1].replace("-", "").upper() if match else ""
    if not re.fullmatch(r"[0-9A-F]{20}[0-9A-Z]", digits):
        raise _wrong("EIDR", value)
    if not mod_37_36.is_valid(digits):
        raise _check_sign("EIDR", value)
    return "10.5240/" + "-".join(digits[at : at + 4] for at in range(0, 20, 4)) + "-" + digits[20]


def _isan(value: str) -> str:
    """Sixteen or twenty-four hexadecimal digits, with check signs where they are given."""
    match = _ISAN.fullmatch(value)
    if match is None:
        raise _wrong("ISAN", value)
    number = re.sub(r"[\s-]", "", match[1]).upper()
    try:
        isan.validate(number)
    except ValidationError as error:
        if re.fullmatch(r"[0-9A-F]{16}[0-9A-Z](?:[0-9A-F]{8}[0-9A-Z])?", number):
            raise _check_sign("ISAN", value) from error
        raise _wrong("ISAN", value) from error
    return str(isan.format(number, add_check_digits=True))


def _plain(kind: str, pattern: re.Pattern[str], change: Callable[[str], str]) -> Callable[[str], str]:
    def read(value: str) -> str:
        match = pattern.fullmatch(value)
        if match is None:
            raise _wrong(kind, value)
        return change(match[1])

    return read


_CHECKS: dict[str, Callable[[str], str]] = {
    "eidr": _eidr,
    "isan": _isan,
    "imdb": _plain("IMDb", _IMDB, str.lower),
    "wikidata": _plain("Wikidata", _WIKIDATA, str.upper),
    "kinopoisk": _plain("Kinopoisk", _KINOPOISK, str),
}
KINDS = tuple(_CHECKS)


def check(kind: str, value: str) -> str:
    """The identifier of `kind` (one of KINDS) in its one form; a pasted web address is read too.

    Raises ValueError with a full sentence where the form or the check sign is wrong, KeyError for an unknown
    kind.
    """
    return _CHECKS[kind](value.strip())


_ADDRESSES = {
    "eidr": "https://doi.org/{}",
    "wikidata": "https://www.wikidata.org/wiki/{}",
}


def address(kind: str, value: str) -> str:
    """The web address of a checked identifier, "" where its register has no open pages."""
    if kind == "imdb":
        return f"https://www.imdb.com/{'title' if value.startswith('tt') else 'name'}/{value}/"
    return _ADDRESSES.get(kind, "").format(value)
