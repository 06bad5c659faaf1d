"""The control of a question, and how a kept answer stands in it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.lists import format_list
from babel.numbers import format_decimal, get_currency_precision
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kinoqor.kit.moment import Moment, say
from kinoqor.kit.money import Money
from kinoqor.kit.question import Kind, Question, said
from kinoqor.kit.question.answers import NO, YES, day, empty, number
from kinoqor.kit.question.faults import fault
from kinoqor.kit.question.naming import every, ordered

SHORT = frozenset(
    {
        Kind.NUMBER,
        Kind.MONEY,
        Kind.PERCENT,
        Kind.DATE,
        Kind.PERSON_NUMBER,
        Kind.COMPANY_NUMBER,
        Kind.REFERENCE,
    }
)
_TYPES = {Kind.DATE: "date", Kind.EMAIL: "email", Kind.PHONE: "tel"}
_MODES = {
    Kind.NUMBER: "decimal", Kind.MONEY: "decimal", Kind.PERCENT: "decimal", Kind.PERSON_NUMBER: "numeric",
    Kind.COMPANY_NUMBER: "numeric", Kind.ADDRESS: "url",
}  # fmt: skip
# Names under which a browser knows an answer of the one who fills in.
_FILLED = {Kind.EMAIL: "email", Kind.PHONE: "tel"}


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers that are offered on the page."""

    code: str
    name: str
    help: str
    chosen: bool


def options(question: Question, value: Any) -> list[Option]:
    """The answers that are offered, with those that are kept; a kept one that is not offered any more stays."""
    if question.kind is Kind.YES_NO:
        said_yes = {True: YES, False: NO}.get(value, "") if isinstance(value, bool) else ""
        return [Option(YES, _("yes"), "", said_yes == YES), Option(NO, _("no"), "", said_yes == NO)]
    if question.kind not in (Kind.CHOICE, Kind.SEVERAL):
        return []
    kept = value if isinstance(value, list) else [] if empty(value) else [value]
    offered = [Option(one.code, said(one.name), said(one.help), one.code in kept) for one in question.choices]
    known = {one.code for one in question.choices}
    return offered + [Option(str(one), str(one), "", True) for one in kept if str(one) not in known]


def shown(question: Question, value: Any) -> str:
    """A kept answer as it stands in its control; what is wrong stands as it was typed."""
    if empty(value) or isinstance(value, bool | list | dict):
        return ""
    lang = (get_language() or "en")[:2]
    counted = number(question, value) if question.kind in (Kind.NUMBER, Kind.MONEY, Kind.PERCENT) else None
    if counted is None:
        return every(question.kind).get(str(value), str(value))
    if question.kind is Kind.MONEY:
        counted = counted / 10 ** get_currency_precision(question.currency)
    grouped = "0" if _is_year(question) else "#,##0.######"
    text = format_decimal(counted, format=grouped, locale="ru")
    return text.replace(",", ".") if lang == "en" else text


def _is_year(question: Question) -> bool:
    """Whether a number is one of years, which nobody writes with a gap: both its bounds are years."""
    return all(bound is not None and 1000 <= bound <= 2500 for bound in (question.least, question.most))


def control(
    question: Question, value: str, offered: list[Option], attributes: dict[str, Any]
) -> SafeString:  # fmt: skip
    """The control itself: a box to write in, a longer one, or a list to open."""
    told = _attributes(attributes)
    if question.kind is Kind.TEXT:
        return format_html("<textarea {}>{}</textarea>", told, value)
    if question.kind is Kind.CHOICE:
        return _select(told, [(one.code, one.name, one.chosen) for one in offered])
    if question.kind in (Kind.COUNTRY, Kind.LANGUAGE):
        if attributes["listed"]:
            return format_html('<input {} list="asked-{}" value="{}">', told, question.kind, value)
        return _select(told, [(code, name, name == value) for code, name in named(question, value)])
    kind, mode, filled = (where.get(question.kind, "") for where in (_TYPES, _MODES, _FILLED))
    return format_html(
        '<input {} type="{}"{}{}{} value="{}">',
        told,
        kind or "text",
        format_html(' inputmode="{}"', mode) if mode else "",
        format_html(' autocomplete="{}"', filled) if filled else "",
        format_html(' maxlength="{}"', 5000) if not kind else "",
        value,
    )


def named(question: Question, value: str = "") -> list[tuple[str, str]]:
    """Countries or languages to choose from: first those that the question names, then all, by their names; what was
    typed and is none of them stays.
    """
    known = every(question.kind)
    first = [(code, known[code]) for code in question.countries if code in known]
    lost = [(value, value)] if value and value not in known.values() else []
    return lost + first + [pair for pair in ordered(question.kind) if pair not in first]


def _attributes(told: dict[str, Any]) -> SafeString:
    found = [("id", told["id"]), ("name", told["name"])]
    found += [("aria-describedby", told["describedby"])] if told["describedby"] else []
    found += [("aria-invalid", "true")] if told["wrong"] else []
    return format_html_join(" ", '{}="{}"', found)


def _select(told: SafeString, offered: list[tuple[str, str, bool]]) -> SafeString:
    inside = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        [(code, " selected" if chosen else "", name) for code, name, chosen in offered],
    )
    return format_html('<select {}><option value=""></option>{}</select>', told, inside)


def words(question: Question, value: Any) -> str:
    """An answer in words, for a page that only shows it."""
    if empty(value):
        return ""
    lang = (get_language() or "en")[:2]
    if question.kind is Kind.MONEY and isinstance(value, int):
        return Money(value, question.currency).say(lang)
    if question.kind is Kind.DATE and (found := day(value)) is not None:
        return _day(found, lang)
    if question.kind in (Kind.YES_NO, Kind.CHOICE, Kind.SEVERAL):
        return format_list([one.name for one in options(question, value) if one.chosen], "unit", lang)
    text = shown(question, value)
    return f"{text} %" if question.kind is Kind.PERCENT and not fault(question, value) else text


def _day(found: date, lang: str) -> str:
    return say(Moment(found.year, found.month, found.day), lang)
