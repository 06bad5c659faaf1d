"""What stands open in an application, and what is kept beside its answers: the company file, the estimate, the papers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any

from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from kinoqor.funding.applicant.models import Applicant
from kinoqor.funding.applicant.queries import company_form, home, taken_along
from kinoqor.funding.applicant.queries import snapshot as company_told
from kinoqor.funding.applicant.rules import fit
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import asked_of, asks_estimate, files_filed, form_of, version_now
from kinoqor.funding.application.rules import FiledFile, OpenPoint, slot_place
from kinoqor.funding.application.words import COMPANY, ESTIMATE, FILES
from kinoqor.funding.call.queries import Value, conditions_on, terms_of
from kinoqor.funding.call.rules import papers_for
from kinoqor.funding.call.words import Terms
from kinoqor.funding.estimate.queries import norms as estimate_norms
from kinoqor.funding.estimate.queries import open_points as estimate_open_points
from kinoqor.funding.estimate.queries import told as estimate_told
from kinoqor.funding.estimate.words import Chapter, Norms
from kinoqor.funding.programme.queries import value_on
from kinoqor.kit.question import Form, open_points, said


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept beside the answers and is the same in every language: it is read once for all of them."""

    form: Form
    files: Sequence[FiledFile]
    company: Applicant | None
    company_form: Form | None
    value: Value


def kept_beside(application: Application) -> Kept:
    """The questions and papers of an application, the company file with its form, the parameters of its programme."""
    company = taken_along(application.organisation_id)
    value = lru_cache(maxsize=None)(partial(value_on, version_now(application).call.programme_id))
    return Kept(form_of(application), files_filed(application), company, company_form(), value)


def points_of(application: Application, now: datetime, kept: Kept | None = None) -> list[OpenPoint]:
    """Everything that a complete file would have and this one has not, in the order of its parts.

    `kept` is what is kept beside its answers, where it has been asked for already.
    """
    beside_it = kept or kept_beside(application)
    terms = terms_of(version_now(application))
    return [
        OpenPoint(point.place, point.sentence, point.clause, point.label, point.group)
        for point in open_points(beside_it.form, application.values)
    ] + [
        *company_points(application, now, beside_it),
        *estimate_points(terms, application, now),
        *paper_points(terms, application, beside_it.files),
    ]


def company_points(application: Application, now: datetime, kept: Kept) -> Iterator[OpenPoint]:
    """What the company file still lacks, and what in it speaks against applying."""
    form, values = kept.company_form, kept.company.values if kept.company else {}
    for point in open_points(form, values) if form else ():
        yield OpenPoint(f"{COMPANY}.{point.place}", point.sentence, point.clause, point.label, COMPANY)
    version = version_now(application)
    for condition, verdict in fit(values, conditions_on(version, now, kept.value), localtime(now), home()):
        if verdict is not None and not verdict and not verdict.to:
            place = f"{COMPANY}.{condition.code}"
            yield OpenPoint(place, str(verdict.reason), str(verdict.clause), said(condition.text), COMPANY)


def estimate_points(terms: Terms, application: Application, now: datetime) -> Iterator[OpenPoint]:
    """What stands against the estimate, the financing plan and the schedule, where the stage asks for them."""
    if not asks_estimate(application, terms):
        return
    found = estimate_open_points(application.name, norms_of(application, localdate(now)))
    for each in found:
        if each.blocks:
            place = f"{ESTIMATE}.{each.place}"
            yield OpenPoint(place, each.sentence, each.clause, each.label, ESTIMATE)


def norms_of(application: Application, today: date) -> Norms:
    """By what the estimate is judged: the chapters and limits of the call, the tax of the day of filing or of today."""
    terms = terms_of(version_now(application))
    chapters = [Chapter(each.code, each.name, each.most, each.clause) for each in terms.chapters]
    day = localdate(application.filed_at) if application.filed_at else today
    return estimate_norms(day, chapters, terms.currency, terms.most_asked, terms.intensity)


def paper_points(terms: Terms, application: Application, files: Sequence[FiledFile]) -> Iterator[OpenPoint]:
    """The papers that the stage asks of this file and that are not there."""
    stage = terms.stage(application.stage)
    there = {each.slot for each in files}
    for paper in papers_for(stage, asked_of(application)) if stage else ():
        if paper.required and paper.code not in there:
            yield OpenPoint(
                slot_place(paper.code),
                str(_("This paper is missing.")),
                paper.clause,
                said(paper.name),
                FILES,
            )


def beside(application: Application, kept: Kept) -> dict[str, Any]:
    """What is kept beside the answers and is filed with them: the company file and the estimate."""
    found = {
        COMPANY: company_told(kept.company),
        ESTIMATE: estimate_told(application.name, norms_of(application, localdate())),
    }
    return {name: told for name, told in found.items() if told}
