"""What is wrong with an answer that is kept."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from babel.numbers import format_decimal, get_currency_precision
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from stdnum import iban
from stdnum.exceptions import ValidationError

from kinoqor.kit.question.answers import day, empty, number
from kinoqor.kit.question.form import Kind, Question, said
from kinoqor.kit.question.naming import countries, languages

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+")
_PHONE = re.compile(r"\+?[\d\s()\-]{6,24}")
_REFERENCE = re.compile(r"[a-z]\d{1,9}")


def fault(question: Question, value: Any) -> str:
    """What is wrong with a kept answer, as a full sentence; empty for none and for no answer at all."""
    return "" if empty(value) else _FAULTS[question.kind](question, value)


def _short(value: Any) -> str:
    return str(value)[:40]


def _of_line(question: Question, value: Any) -> str:
    if not isinstance(value, str):
        return _("This answer cannot be read. Please enter it anew.")
    return _length(question, value) or _words(question, value)


def _length(question: Question, text: str) -> str:
    most, least = question.most, question.least
    if most is not None and len(text) > most:
        return ngettext(
            "At most %(most)s sign is allowed here; this has %(n)s.",
            "At most %(most)s signs are allowed here; this has %(n)s.",
            int(most),
        ) % {"most": int(most), "n": len(text)}
    if least is not None and len(text) < least:
        return ngettext(
            "At least %(least)s sign is needed here; this has %(n)s.",
            "At least %(least)s signs are needed here; this has %(n)s.",
            int(least),
        ) % {"least": int(least), "n": len(text)}
    return ""


def _words(question: Question, text: str) -> str:
    n = len(text.split())
    if question.words is None or n <= question.words:
        return ""
    return ngettext(
        "At most %(most)s word is allowed here; this has %(n)s.",
        "At most %(most)s words are allowed here; this has %(n)s.",
        question.words,
    ) % {"most": question.words, "n": n}


def _of_number(question: Question, value: Any) -> str:
    found = number(question, value)
    if found is None:
        return _("“%(value)s” is not a number that fits here.") % {"value": _short(value)}
    scale = 10 ** get_currency_precision(question.currency) if question.kind is Kind.MONEY else 1
    least = 0 if question.least is None and question.kind is not Kind.NUMBER else question.least
    most = 100 if question.most is None and question.kind is Kind.PERCENT else question.most
    if least is not None and found < Decimal(str(least)) * scale:
        return _("It must not be less than %(least)s.") % {"least": _shown(least)}
    if most is not None and found > Decimal(str(most)) * scale:
        return _("It must not be more than %(most)s.") % {"most": _shown(most)}
    return ""


def _shown(limit: float) -> str:
    return format_decimal(limit, locale=(get_language() or "en")[:2])


def _of_day(question: Question, value: Any) -> str:
    found = day(value)
    if found is None:
        return _("“%(value)s” is not a day of the calendar.") % {"value": _short(value)}
    if question.first and found.isoformat() < question.first:
        return _("The day must not be before %(first)s.") % {"first": question.first}
    if question.last and found.isoformat() > question.last:
        return _("The day must not be after %(last)s.") % {"last": question.last}
    return ""


def _of_yes_no(question: Question, value: Any) -> str:
    return "" if isinstance(value, bool) else _("Please choose yes or no.")


def _of_choice(question: Question, value: Any) -> str:
    known = {choice.code for choice in question.choices}
    fits = isinstance(value, str) and (value in known or not known)
    return "" if fits else _("“%(value)s” is not one of the answers offered.") % {"value": _short(value)}


def _of_several(question: Question, value: Any) -> str:
    if not isinstance(value, list):
        return _("This answer cannot be read. Please enter it anew.")
    wrong = next((sentence for one in value if (sentence := _of_choice(question, one))), "")
    if wrong:
        return wrong
    if question.most is not None and len(value) > question.most:
        return _("Please choose at most %(most)s.") % {"most": int(question.most)}
    if question.least is not None and len(value) < question.least:
        return _("Please choose at least %(least)s.") % {"least": int(question.least)}
    return ""


def _of_country(question: Question, value: Any) -> str:
    return "" if value in countries("en") else _("Please choose a country from the list.")


def _of_language(question: Question, value: Any) -> str:
    return "" if value in languages("en") else _("Please choose a language from the list.")


def _of_numbered(question: Question, value: Any) -> str:
    rule = question.rule
    try:
        if rule:
            rule.read(str(value), said(rule.name), said(rule.says))
    except ValueError as error:
        return str(error)
    return ""


def _of_bank(question: Question, value: Any) -> str:
    try:
        found = iban.validate(str(value), check_country=False)
    except ValidationError:
        return _("“%(value)s” is not the number of a bank account (IBAN): a sign was mistyped.") % {
            "value": _short(value)
        }
    if question.countries and found[:2] not in question.countries:
        return _("The account must be kept by a bank in: %(countries)s.") % {
            "countries": ", ".join(question.countries)
        }
    return ""


def _of_email(question: Question, value: Any) -> str:
    fits = isinstance(value, str) and len(value) <= 254 and _EMAIL.fullmatch(value)
    return "" if fits else _("“%(value)s” is not an e-mail address.") % {"value": _short(value)}


def _of_phone(question: Question, value: Any) -> str:
    fits = isinstance(value, str) and _PHONE.fullmatch(value) and sum(c.isdigit() for c in value) >= 6
    return "" if fits else _("“%(value)s” is not a telephone number.") % {"value": _short(value)}


def _of_address(question: Question, value: Any) -> str:
    sentence = _("“%(value)s” is not a web address. It begins with https://.") % {"value": _short(value)}
    try:
        parts = urlsplit(str(value))
    except ValueError:
        return sentence
    fits = parts.scheme in ("http", "https") and "." in parts.netloc and len(str(value)) <= 2000
    return "" if fits and not re.search(r"\s", str(value)) else sentence


def _of_reference(question: Question, value: Any) -> str:
    fits = isinstance(value, str) and _REFERENCE.fullmatch(value)
    if fits and (not question.of or value[0] in question.of):
        return ""
    return _("“%(value)s” is not a number of the register, such as %(such)s012.") % {
        "value": _short(value),
        "such": question.of[:1] or "f",
    }


_FAULTS: dict[Kind, Callable[[Question, Any], str]] = {
    Kind.LINE: _of_line,
    Kind.TEXT: _of_line,
    Kind.NUMBER: _of_number,
    Kind.MONEY: _of_number,
    Kind.PERCENT: _of_number,
    Kind.DATE: _of_day,
    Kind.YES_NO: _of_yes_no,
    Kind.CHOICE: _of_choice,
    Kind.SEVERAL: _of_several,
    Kind.COUNTRY: _of_country,
    Kind.LANGUAGE: _of_language,
    Kind.PERSON_NUMBER: _of_numbered,
    Kind.COMPANY_NUMBER: _of_numbered,
    Kind.BANK: _of_bank,
    Kind.EMAIL: _of_email,
    Kind.PHONE: _of_phone,
    Kind.ADDRESS: _of_address,
    Kind.REFERENCE: _of_reference,
}
