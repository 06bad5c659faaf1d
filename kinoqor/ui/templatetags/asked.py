"""Tags that show a form of questions: to be filled in, as answers, and what is wrong with it."""

from collections.abc import Collection, Mapping
from typing import Any

from django import template

from kinoqor.kit.question import Form, said
from kinoqor.kit.question.naming import ordered
from kinoqor.ui.asked import answers as told
from kinoqor.ui.asked import boxes

register = template.Library()


def _codes(only: str | Collection[str]) -> Collection[str]:
    return only.split() if isinstance(only, str) else only


@register.inclusion_tag("ui/asked/asked.html")
def asked(
    form: Form, values: Mapping[str, Any], faults: Mapping[str, str], only: str | Collection[str] = ""
) -> dict[str, Any]:
    """{% asked form values faults %} or {% asked form values faults only="film crew" %}: one field set a group. Stands
    inside the page's own <form method="post">; the page shows the sum of the faults by `asked_errors`.
    """
    found = boxes.sets(form, values, faults, _codes(only))
    kinds = {
        one.kind
        for group, one in form.questions
        if group.code in {each.code for each in found if each.repeats}
    }
    lists = [(str(kind), [name for _code, name in ordered(kind)]) for kind in sorted(kinds) if ordered(kind)]
    return {"sets": found, "lists": lists}


@register.inclusion_tag("ui/asked/errors.html")
def asked_errors(form: Form, faults: Mapping[str, str]) -> dict[str, Any]:
    """{% asked_errors form faults %}: what is wrong, each with a link to its place; nothing where all is well."""
    return {"faults": [(place, sentence, _label(form, place)) for place, sentence in faults.items()]}


def _label(form: Form, place: str) -> str:
    question, group = form.question(place), form.group(place)
    return said(question.label) if question else said(group.name) if group else ""


@register.inclusion_tag("ui/asked/answers.html")
def asked_answers(
    form: Form, values: Mapping[str, Any], only: str | Collection[str] = "", level: int = 3
) -> dict[str, Any]:
    """{% asked_answers form values %}: the answers in words, group by group."""
    return {"parts": told.answers(form, values, _codes(only)), "level": level}


@register.filter
def worded(texts: Mapping[str, str]) -> str:
    """{{ condition.text|worded }}: a text in several languages, in the language of the page."""
    return said(texts)
