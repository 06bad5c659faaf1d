"""The lists of a draft as their pages show them: each entry with what it says, in a few words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.funding.award.words import Award, Measure, Quota
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.adapters.editing import changes
from kinoqor.funding.call.adapters.page import only_for, type_of
from kinoqor.funding.call.words import Check, Condition, Only, Paper, Terms, Trial
from kinoqor.funding.draft import rules
from kinoqor.funding.draft.adapters.plain import TONGUES
from kinoqor.funding.draft.words import AWARDING, BY_STAGE, JUDGING, PAPERS, List
from kinoqor.funding.finding.words import Machine
from kinoqor.funding.manner.words import Admission, Criterion, Manner


@dataclass(frozen=True, slots=True)
class Row:
    """An entry on the page of its list."""

    key: str
    code: str
    name: str
    facts: list[str]
    clause: str
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Stack:
    """A list, or the part of it that one stage holds."""

    code: str
    name: str
    rows: list[Row] = field(default_factory=list)


def stacks(of: List, terms: Terms) -> list[Stack]:
    """The entries of a list; papers by their stages."""
    if of.code == PAPERS:
        return [
            Stack(stage.code, spoken.told(stage.name), _rows(of, stage.papers, terms, stage.code))
            for stage in terms.stages
        ]
    named = {JUDGING: terms.manners, AWARDING: terms.awards}
    listed = named[of.code] if of.code in named else getattr(terms, of.code)
    return [Stack("", str(of.name), _rows(of, listed, terms, ""))]


def called(of: List, entry: Any, terms: Terms) -> str:
    """What an entry is called on its pages; manners and awards by their stage."""
    if of.code in BY_STAGE:
        stage = terms.stage(entry.stage)
        return spoken.told(stage.name) if stage else str(entry.stage)
    return spoken.told(getattr(entry, of.title))


def _rows(of: List, listed: tuple[Any, ...], terms: Terms, stage: str) -> list[Row]:
    return [
        Row(
            rules.key_of(_code(each), stage), _code(each), called(of, each, terms),
            [fact for fact in _facts(each, terms) if fact], getattr(each, "clause", ""), number == 1,
            number == len(listed),
        )
        for number, each in enumerate(listed, 1)
    ]  # fmt: skip


def _code(each: Any) -> str:
    return str(each.stage if isinstance(each, Manner | Award) else each.code)


def _facts(each: Any, terms: Terms) -> list[str]:
    if isinstance(each, Paper):
        return _of_paper(each, terms)
    if isinstance(each, Criterion):
        return _of_criterion(each)
    if isinstance(each, Condition):
        return _of_condition(each)
    if isinstance(each, Manner):
        return _of_manner(each)
    if isinstance(each, Award):
        return _of_award(each)
    if isinstance(each, Quota):
        return _of_quota(each, terms)
    assert isinstance(each, Check)
    stage = terms.stage(each.stage) if each.stage else None
    machine = str(Machine(each.machine).label) if each.machine in Machine.values else each.machine
    return [
        _("the machine looks first: %(what)s") % {"what": machine} if machine else _("left to the officer"),
        spoken.told(stage.name) if stage else "",
    ]


def _of_paper(paper: Paper, terms: Terms) -> list[str]:
    most = ngettext("%(n)s file at most", "%(n)s files at most", paper.most) % {"n": paper.most}
    only = only_for(paper.condition, terms) or (paper.condition.answer if paper.condition else "")
    return [
        _("must be sent") if paper.required else _("if the applicant wishes"),
        ", ".join(type_of(kind) for kind in paper.kinds),
        most if paper.most > 1 else "",
        _("only for: %(kinds)s") % {"kinds": only} if only else "",
    ]


def _of_criterion(one: Criterion) -> list[str]:
    scale = one.lowest is not None and one.highest is not None
    explained = len(one.anchors)
    marks = ngettext("%(n)s mark explained", "%(n)s marks explained", explained) % {"n": explained}
    return [
        _("marks %(lowest)s–%(highest)s") % {"lowest": one.lowest, "highest": one.highest}
        if scale
        else _("scale not known"),
        _("weight %(weight)s") % {"weight": one.weight} if one.weight is not None else _("weight not known"),
        marks if explained else "",
    ]


def _of_manner(one: Manner) -> list[str]:
    readers = ngettext("%(n)s expert a file", "%(n)s experts a file", one.readers) % {"n": one.readers}
    return [readers, str(Admission(one.scores.admission).label)]


def _of_award(one: Award) -> list[str]:
    minutes = one.pitching.minutes if one.pitching else 0
    heard = ngettext("pitching of %(n)s minute", "pitching of %(n)s minutes", minutes) % {"n": minutes}
    return [heard if minutes else _("no pitching"), _("gives money") if one.purse else _("gives no money")]


def _of_quota(one: Quota, terms: Terms) -> list[str]:
    return [
        _("at least %(bound)s") % {"bound": one.least} if one.least is not None else "",
        _("at most %(bound)s") % {"bound": one.most} if one.most is not None else "",
        str(Measure(one.measure).label),
        only_for(Only(one.answer, one.one_of), terms) or ", ".join(one.one_of),
    ]


def _of_condition(one: Condition) -> list[str]:
    return [
        str(Trial(one.test).label),
        f"{one.times} × {one.parameter}" if one.parameter else "",
        ", ".join(one.codes),
        "" if one.question else _("not asked in the check without an account"),
    ]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which two officers wrote different things."""

    label: str
    now: str
    yours: str


def differences(of: List, now: Mapping[str, Any] | None, yours: Mapping[str, Any]) -> list[Difference]:
    """Where what stands now differs from what was written."""
    labels = {field.key: str(field.label) for field in of.fields}
    found = []
    for place, stands, wrote in changes(now or {}, yours):
        key, _dot, rest = place.partition(".")
        tongue = str(TONGUES[rest]) if rest in TONGUES else rest
        label = labels.get(place) or ", ".join(filter(None, (labels.get(key, key), tongue)))
        found.append(Difference(label, stands, wrote))
    return found
