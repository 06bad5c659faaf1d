"""A form as its officers read it: group by group, each question with what its answer must be, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.funding.question.words import CALL_LISTS, KINDS, PACK_LISTS
from kinoqor.kit.question import Form, Group, Kind, Question, only_if, said


@dataclass(frozen=True, slots=True)
class Line:
    """A question in the outline."""

    code: str
    label: str
    what: str
    only_if: str
    required: bool
    clause: str


@dataclass(frozen=True, slots=True)
class Part:
    """A group in the outline."""

    code: str
    name: str
    help: str
    rows: str
    only_if: str
    lines: list[Line]


def outline(form: Form) -> list[Part]:
    """The groups of a form with their questions."""
    return [_part(form, group) for group in form.groups]


def _part(form: Form, group: Group) -> Part:
    lines = [
        Line(
            one.code,
            said(one.label),
            _what(one),
            only_if(form, group, one.when),
            one.required,
            said(one.clause),
        )
        for one in group.questions
    ]
    rows = ""
    if group.repeats:
        told = {"least": group.least, "most": group.most}
        rows = _("asked in rows: %(least)s to %(most)s") % told
    return Part(group.code, said(group.name), said(group.help), rows, only_if(form, group, group.when), lines)


def _what(question: Question) -> str:
    parts = [str(KINDS[question.kind])]
    if question.choices:
        parts.append(", ".join(said(one.name) for one in question.choices))
    if question.named:
        parts.append(str({**CALL_LISTS, **PACK_LISTS}.get(question.named, question.named)))
    if question.words:
        parts.append(
            ngettext("at most %(n)s word", "at most %(n)s words", question.words) % {"n": question.words}
        )
    if question.least is not None:
        parts.append(_("at least %(n)s") % {"n": f"{question.least:g}"})
    if question.most is not None:
        signs = question.kind in (Kind.LINE, Kind.TEXT)
        n = int(question.most)
        parts.append(
            ngettext("at most %(n)s sign", "at most %(n)s signs", n) % {"n": n}
            if signs
            else _("at most %(n)s") % {"n": f"{question.most:g}"}
        )
    if question.first:
        parts.append(_("from %(day)s") % {"day": question.first})
    if question.last:
        parts.append(_("until %(day)s") % {"day": question.last})
    if question.currency:
        parts.append(question.currency)
    return "; ".join(parts)
