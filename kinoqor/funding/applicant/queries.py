"""Questions to the company files."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.applicant import rules
from kinoqor.funding.applicant.models import Applicant
from kinoqor.funding.applicant.words import COMPANY_NUMBER, FORM
from kinoqor.funding.call.queries import conditions_on, open_calls
from kinoqor.funding.call.words import Condition, Terms
from kinoqor.funding.question.queries import form_in_force, form_of
from kinoqor.kit.question import Form, Point, asked_values, open_points, said
from kinoqor.kit.verdict import Verdict
from kinoqor.register.certificate.queries import national_rule


def applicants() -> QuerySet[Applicant]:
    """Every company file with its organisation."""
    return Applicant.objects.select_related("organisation", "form_version", "changed").order_by(
        "organisation_id"
    )


def applicant_of(organisation: int) -> Applicant | None:
    """The company file of an organisation, if it has one."""
    return applicants().filter(organisation=organisation).first()


def taken_along(organisation: int) -> Applicant | None:
    """The company file of an organisation as an application takes it along: its answers and the version of its form."""
    found = Applicant.objects.filter(organisation=organisation)
    return found.select_related("form_version").first()


def applicants_of(organisations: Collection[int]) -> dict[int, Applicant]:
    """The company files of several organisations by their numbers; one query."""
    found = applicants().filter(organisation__in=organisations)
    return {each.organisation_id: each for each in found}


def company_of(who: Who) -> Organisation | None:
    """The company for which one acts as producer now."""
    return who.hat.organisation if who.hat is not None and who.holds(Role.PRODUCER) else None


def company(pk: int) -> Organisation | None:
    """The organisation of this number."""
    return Organisation.objects.filter(pk=pk).first()


def company_form() -> Form | None:
    """The form of company files that is in force; None where no pack has brought one."""
    version = form_in_force(FORM)
    return form_of(version) if version else None


def first_values(of: Organisation) -> dict[str, Any]:
    """What the house knows of a company already, as first answers of its file."""
    known = {
        "name_kk": of.name_kk, "name_ru": of.name_ru, "name_en": of.name_en, COMPANY_NUMBER: of.number or "",
    }  # fmt: skip
    return {place: value for place, value in known.items() if value}


def points_of(organisation: int) -> list[Point]:
    """What stands open in the company file of an organisation; where it has none yet, all that is needed."""
    form, found = company_form(), applicant_of(organisation)
    if form is None:
        return []
    values = found.values if found else {}
    points = open_points(form, values)
    of = found.organisation if found else None
    verdict = rules.same_number(values, (of.number or "") if of else "")
    if not verdict:
        question = form.question(COMPANY_NUMBER)
        label = said(question.label) if question else ""
        points.append(Point(COMPANY_NUMBER, str(verdict.reason), "", label, form.groups[0].code))
    return points


def snapshot(found: Applicant | None) -> dict[str, Any]:
    """A company file as it is filed with an application: its answers, its state, the version of its form; {} for none."""
    if found is None:
        return {}
    form = form_of(found.form_version)
    return {
        "values": asked_values(form, found.values), "revision": found.revision,
        "form": found.form_version.code, "form_version": found.form_version.number,
    }  # fmt: skip


class Fitting(NamedTuple):
    """A call that is open, and each of its conditions with whether the company meets it (None: a person sees to it)."""

    ref: str
    terms: Terms
    found: list[tuple[Condition, Verdict | None]]

    @property
    def fits(self) -> bool:
        """Whether nothing that can be told speaks against it."""
        return not rules.refusals(self.found)


def fitting(values: dict[str, Any], now: datetime | None = None) -> list[Fitting]:
    """Every call that is open now, with whether the file meets its conditions."""
    moment = now or timezone.now()
    local = timezone.localtime(moment)
    return [
        Fitting(version.call.ref, terms, rules.fit(values, conditions_on(version, moment), local, home()))
        for version, terms in open_calls(moment)
    ]


def home() -> frozenset[str]:
    """The countries whose companies count as the country's own, by its rule for national films."""
    rule = national_rule()
    return frozenset(rule.home) if rule else frozenset()
