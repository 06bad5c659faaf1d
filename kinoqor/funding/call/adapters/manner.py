"""How the files of each stage are judged, in plain sentences for the page of a call."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.words import Terms
from kinoqor.funding.manner.words import Admission, Manner, Scores, Source, Tie
from kinoqor.ui.pack import language


@dataclass(frozen=True, slots=True)
class Told:
    """One question that an applicant asks of a stage, and its answer in sentences."""

    asked: str
    answer: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A stage that says how its files are judged."""

    code: str
    name: str
    clause: str
    told: list[Told]


def manners(terms: Terms) -> list[Judged]:
    """Each stage that has a manner, in the order of the stages."""
    found = [(stage, terms.manner(stage.code)) for stage in terms.stages]
    return [
        Judged(stage.code, spoken.told(stage.name), manner.clause, list(_told(manner, terms)))
        for stage, manner in found
        if manner
    ]


def _told(of: Manner, terms: Terms) -> Iterator[Told]:
    yield Told(_("Who reads"), _joined(_readers(of)))
    yield Told(_("Who may not read"), _joined(_conflicts(of)))
    yield Told(_("Who goes on"), _joined(_admitted(of.scores)))
    yield Told(_("If films are level"), _ties(of.scores, terms))
    yield Told(_("Strict and mild readers"), _strictness(of))
    yield Told(_("Reasons"), _reasons(of))


def _joined(sentences: Iterator[str]) -> str:
    return " ".join(sentences)


def _readers(of: Manner) -> Iterator[str]:
    yield ngettext(
        "%(n)s expert reads each file.",
        "%(n)s experts read each file, independently of one another.",
        of.readers,
    ) % {"n": of.readers}
    yield _("A public draw that anybody can repeat decides who reads what.")
    yield {
        Source.DRAND: _("Its number comes from an open beacon after the lists have been frozen."),
        Source.NUMBERS: _("Its numbers are drawn before witnesses after the lists have been frozen."),
    }[Source(of.draw.source)]


def _conflicts(of: Manner) -> Iterator[str]:
    far = of.conflicts
    yield _("Family, owners and debtors of the applicant, and whoever applies in the same stream.")
    if far.years:
        yield ngettext(
            "Whoever led a film with yours or belonged to your company within the last %(n)s year.",
            "Whoever led a film with yours or belonged to your company within the last %(n)s years.",
            far.years,
        ) % {"n": far.years}
    if far.feared:
        yield ngettext(
            "You may name %(n)s expert whom you do not want as a reader.",
            "You may name up to %(n)s experts whom you do not want as readers.",
            far.feared,
        ) % {"n": far.feared}


def _admitted(scores: Scores) -> Iterator[str]:
    yield {
        Admission.MEAN: _("Films stand in the order of the average of their marks."),
        Admission.MEDIAN: _("Films stand in the order of their middle mark."),
        Admission.RANK: _("Films stand in the order of the places that their readers gave them."),
        Admission.PLUSES: _("Films stand in the order of how many experts are in favour."),
    }[Admission(scores.admission)]
    if scores.admission == Admission.PLUSES:
        yield ngettext(
            "%(n)s in favour is needed; that is a mark of %(plus)s or more.",
            "%(n)s in favour are needed; that is a mark of %(plus)s or more.",
            scores.pluses,
        ) % {"n": scores.pluses, "plus": scores.plus}
    elif scores.least is not None and scores.admission != Admission.RANK:
        yield _("Below %(mark)s none goes on.") % {"mark": _mark(scores.least)}
    if scores.places:
        yield ngettext("At most %(n)s film goes on.", "At most %(n)s films go on.", scores.places) % {
            "n": scores.places
        }


def _mark(hundredths: int) -> str:
    return format_decimal(Decimal(hundredths) / 100, locale=language())


def _ties(scores: Scores, terms: Terms) -> str:
    """The rules in their order, as one sentence."""
    first = next((spoken.told(each.name) for each in terms.criteria if each.code == scores.first), "")
    said = {
        Tie.SCORE: _("the higher score"),
        Tie.CRITERION: _("the higher average on “%(criterion)s”") % {"criterion": first},
        Tie.LOWEST: _("the higher lowest mark"),
        Tie.PLUSES: _("more experts in favour"),
        Tie.DRAW: _("the public draw"),
    }
    return _("What decides, in this order: %(rules)s.") % {
        "rules": ", ".join(said[Tie(each)] for each in scores.ties)
    }


def _strictness(of: Manner) -> str:
    found = _("Every mark counts as it was given.")
    if of.scores.correct:
        found = _(
            "How strictly an expert marks is measured against the others on the same films and taken into account."
        )
    if not of.second.more:
        return found
    more = ngettext(
        "Where the line is in doubt, %(n)s more expert reads the film.",
        "Where the line is in doubt, %(n)s more experts read the film.",
        of.second.more,
    ) % {"n": of.second.more}
    return f"{found} {more}"


def _reasons(of: Manner) -> str:
    if of.feedback.days is None:
        return _("Every applicant is given the reasons in writing.")
    return ngettext(
        "Every applicant is given the reasons in writing, within %(n)s working day.",
        "Every applicant is given the reasons in writing, within %(n)s working days.",
        of.feedback.days,
    ) % {"n": of.feedback.days}
