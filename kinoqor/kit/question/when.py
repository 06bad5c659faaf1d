"""Which questions are asked: conditions on earlier answers."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any

from babel.lists import format_list
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kinoqor.kit.question.answers import NO, YES, empty, number
from kinoqor.kit.question.form import CHOSEN, Condition, Form, Group, Kind, Question, Values, said


def _codes(value: Any) -> list[str]:
    if isinstance(value, bool):
        return [YES if value else NO]
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def holds(condition: Condition, question: Question | None, value: Any) -> bool:
    """Whether a condition holds for the answer that it looks at."""
    if condition.given is not None:
        return empty(value) is not condition.given
    if empty(value) or question is None:
        return False
    if condition.any_of and not set(condition.any_of) & set(_codes(value)):
        return False
    if condition.none_of and set(condition.none_of) & set(_codes(value)):
        return False
    found = number(question, value) if condition.over is not None or condition.under is not None else None
    if condition.over is not None and not (found is not None and found > Decimal(str(condition.over))):
        return False
    return condition.under is None or (found is not None and found < Decimal(str(condition.under)))


def _all_hold(
    form: Form, conditions: Iterable[Condition], group: Group, values: Values, row: Mapping[str, Any] | None
) -> bool:
    for condition in conditions:
        own = next((one for one in group.questions if one.code == condition.question), None)
        found = form.question(condition.question)
        value = values.get(condition.question) if _plainly_asked(form, condition.question, values) else None
        if own is not None and row is not None:
            found, value = own, row.get(condition.question)
        if not holds(condition, found, value):
            return False
    return True


def _plainly_asked(form: Form, code: str, values: Values) -> bool:
    """Whether an earlier question, on which another one hangs, is asked itself."""
    home = form.home(code)
    return home is not None and asked(form, *home, values)


def group_asked(form: Form, group: Group, values: Values) -> bool:
    """Whether a group is asked."""
    return _all_hold(form, group.when, group, values, None)


def asked(
    form: Form, group: Group, question: Question, values: Values, row: Mapping[str, Any] | None = None
) -> bool:
    """Whether a question is asked, by the answers so far; `row` are those of its own row in a group that repeats. One
    whose list is empty offers nothing and is not asked.
    """
    if question.kind in CHOSEN and not question.choices:
        return False
    return group_asked(form, group, values) and _all_hold(form, question.when, group, values, row)


def shown(form: Form, values: Values, only: Collection[str] = ()) -> list[tuple[Group, tuple[Question, ...]]]:
    """The groups and questions of a page (`only`: the codes of its groups, all where empty).

    What hangs on an answer that is given on the same page is shown with the words of its condition, since a page may
    have no script; what hangs on an answer of another page is shown only if it is asked.
    """
    groups = [group for group in form.groups if not only or group.code in only]
    here = {one.code for group in groups for one in group.questions}
    found = []
    for group in groups:
        elsewhere = [one for one in group.when if one.question not in here]
        if not _all_hold(form, elsewhere, group, values, None):
            continue
        kept = tuple(
            question
            for question in group.questions
            if (question.choices or question.kind not in CHOSEN)
            and _all_hold(
                form, [one for one in question.when if one.question not in here], group, values, None
            )
        )
        if kept:
            found.append((group, kept))
    return found


def only_if(form: Form, group: Group, conditions: Iterable[Condition]) -> str:
    """A condition in words: "Kind of film: documentary"; empty for none."""
    said_ones = []
    for condition in conditions:
        own = next((one for one in group.questions if one.code == condition.question), None)
        question = own or form.question(condition.question)
        if question is not None:
            said_ones.append(f"{said(question.label)}: {_wanted(condition, question)}")
    return "; ".join(said_ones)


def _wanted(condition: Condition, question: Question) -> str:
    lang = (get_language() or "en")[:2]
    names = {choice.code: said(choice.name) for choice in question.choices}
    names |= {YES: _("yes"), NO: _("no")} if question.kind is Kind.YES_NO else {}
    parts = []
    if condition.any_of:
        parts.append(format_list([names.get(one, one) for one in condition.any_of], "or", lang))
    if condition.none_of:
        named = format_list([names.get(one, one) for one in condition.none_of], "or", lang)
        parts.append(_("not %(answers)s") % {"answers": named})
    if condition.given is not None:
        parts.append(_("answered") if condition.given else _("not answered"))
    if condition.over is not None:
        parts.append(_("more than %(number)s") % {"number": format(Decimal(str(condition.over)), "f")})
    if condition.under is not None:
        parts.append(_("less than %(number)s") % {"number": format(Decimal(str(condition.under)), "f")})
    return ", ".join(parts)


def asked_values(form: Form, values: Values) -> dict[str, Any]:
    """The answers to what is asked, and no others: what is filed. A row without an answer is left out."""
    found: dict[str, Any] = {}
    for group in form.groups:
        if group.repeats:
            rows = values.get(group.code)
            kept = [
                {
                    one.code: row[one.code]
                    for one in group.questions
                    if not empty(row.get(one.code)) and asked(form, group, one, values, row)
                }
                for row in (rows if isinstance(rows, list) else [])
                if isinstance(row, dict)
            ]
            kept = [row for row in kept if row]
            if kept:
                found[group.code] = kept
            continue
        for one in group.questions:
            if not empty(values.get(one.code)) and asked(form, group, one, values):
                found[one.code] = values[one.code]
    return found
