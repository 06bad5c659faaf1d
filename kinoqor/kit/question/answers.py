"""One answer: how it is read from what was typed, and as what it is kept."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from babel.numbers import get_currency_precision

from kinoqor.kit.question.form import MOST_SIGNS, Kind, Question
from kinoqor.kit.question.naming import code_of
from kinoqor.kit.text import clean

YES, NO = "yes", "no"
_GAP = re.compile(r"[\s\u00a0\u202f_]")
_GROUPED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")  # 1,200,000.50
_DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y")


def tidy(text: str) -> str:
    """Lines of a longer text: each without hidden signs and double spaces, never more than one empty between two."""
    lines = [clean(line, MOST_SIGNS) for line in text[: 2 * MOST_SIGNS].replace("\r\n", "\n").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:MOST_SIGNS]


def parse(question: Question, typed: str) -> Any:
    """What was typed, as it is kept; what cannot be read so stays the text that it was."""
    text = tidy(typed) if question.kind is Kind.TEXT else clean(typed, MOST_SIGNS)
    try:
        return _READ.get(question.kind, _plain)(question, text) if text else None
    except (ValueError, InvalidOperation):
        return text


def _plain(question: Question, text: str) -> Any:
    return text


def _decimal(text: str, places: int) -> Decimal:
    bare = _GAP.sub("", text)
    if _GROUPED.fullmatch(bare) and (places < 3 or bare.count(",") > 1 or "." in bare):
        bare = bare.replace(",", "")
    elif "," in bare and "." in bare:
        raise ValueError
    found = Decimal(bare.replace(",", "."))
    if not found.is_finite() or abs(found) >= Decimal(10) ** 15:
        raise ValueError
    return found


def _number(question: Question, text: str) -> int | str:
    places = 2 if question.kind is Kind.PERCENT and not question.decimals else question.decimals
    found = _decimal(text, places)
    if found != round(found, places):
        raise ValueError
    return format(found.normalize(), "f") if places else int(found)


def _money(question: Question, text: str) -> int:
    places = get_currency_precision(question.currency)
    minor = _decimal(text, places) * 10**places
    if minor != int(minor):
        raise ValueError
    return int(minor)


def _day(question: Question, text: str) -> str:
    for form in _DAYS:
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007
        except ValueError:
            continue
    raise ValueError


def _yes_no(question: Question, text: str) -> bool | str:
    return {YES: True, NO: False}.get(text, text)


def _numbered(question: Question, text: str) -> str:
    return question.rule.read(text, "", "") if question.rule else text


def _named(question: Question, text: str) -> str:
    return code_of(question.kind, text)


def _bank(question: Question, text: str) -> str:
    return _GAP.sub("", text).upper()


def _web(question: Question, text: str) -> str:
    return text if "://" in text or "." not in text else f"https://{text}"


_READ: dict[Kind, Callable[[Question, str], Any]] = {
    Kind.NUMBER: _number,
    Kind.PERCENT: _number,
    Kind.MONEY: _money,
    Kind.DATE: _day,
    Kind.YES_NO: _yes_no,
    Kind.PERSON_NUMBER: _numbered,
    Kind.COMPANY_NUMBER: _numbered,
    Kind.COUNTRY: _named,
    Kind.LANGUAGE: _named,
    Kind.BANK: _bank,
    Kind.ADDRESS: _web,
}


def empty(value: Any) -> bool:
    """Whether a kept value is no answer."""
    return value is None or value == "" or value == []


def number(question: Question, value: Any) -> Decimal | None:
    """A kept number; None where it is not one."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    if isinstance(value, str) and (question.kind is Kind.MONEY or not re.fullmatch(r"-?\d+(\.\d+)?", value)):
        return None
    if isinstance(value, str) and question.kind is Kind.NUMBER and not question.decimals:
        return None
    return Decimal(value)


def day(value: Any) -> date | None:
    """A kept day; None where it is not one."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None
