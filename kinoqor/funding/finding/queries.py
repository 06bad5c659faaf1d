"""What the machine finds in a filing that is kept."""

import json
from typing import Any

from kinoqor.funding.applicant.queries import home
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import form_of
from kinoqor.funding.application.words import COUNTED
from kinoqor.funding.call.queries import conditions_on, terms_of
from kinoqor.funding.call.rules import counted_with
from kinoqor.funding.filing.models import Filing
from kinoqor.funding.finding.adapters.filed import asks, filed
from kinoqor.funding.finding.rules import Finding, findings
from kinoqor.funding.question.queries import form_in_force
from kinoqor.funding.question.queries import form_of as read_form
from kinoqor.ledger.file.queries import versions_of
from kinoqor.ledger.file.words import Scan

COMPANY_FORM = "applicant"


def findings_of(application: Application, filing: Filing) -> tuple[Finding, ...]:
    """Everything that the machine finds in a filing, in the language of the page; nothing of it is kept."""
    terms, frozen = terms_of(application.version), json.loads(filing.snapshot)
    values = {**frozen.get("answers", {}), "stream": frozen.get("stream"), "kind": frozen.get("kind")}
    company = form_in_force(COMPANY_FORM)
    said = filed(
        frozen, filing.at, terms.zone, form_of(application), read_form(company) if company else None,
        earlier_files(application, filing), unscanned(application, frozen),
    )  # fmt: skip
    conditions = conditions_on(application.version, filing.at)
    asked = asks(terms, terms.stage(filing.stage), values, conditions, home())
    return findings(said, asked)


def unscanned(application: Application, frozen: dict[str, Any]) -> set[str]:
    """The slots of a filing in which a file lies that no scanner has found clean."""
    digests = {str(each["digest"]) for each in frozen.get("files") or []}
    found = versions_of(application.name).filter(digest__in=digests).exclude(scan=Scan.CLEAN)
    return set(found.values_list("slot", flat=True))


def earlier_files(application: Application, filing: Filing) -> int:
    """How many files of the applicant count against the limit of this one and were filed before it."""
    terms = terms_of(application.version)
    kinds: set[str] = set()
    for limit in terms.limits:
        kinds |= counted_with(terms, limit.per, application.kind)
    same = Application.objects.filter(
        version__call=application.version.call_id, organisation=application.organisation_id,
        state__in=COUNTED, kind__in=kinds, filed_at__lt=first_filed(application, filing),
    )  # fmt: skip
    return same.exclude(pk=application.pk).count()


def first_filed(application: Application, filing: Filing) -> Any:
    """When an application came in for the first time; a repair does not put it behind others."""
    found = (
        Filing.objects.filter(application=application).order_by("number").values_list("at", flat=True).first()
    )
    return found or filing.at
