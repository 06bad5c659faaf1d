"""Questions about complaints."""

from datetime import datetime
from typing import Any

from django.db.models import Count, F, QuerySet

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.queries import open_to
from kinoqor.funding.check.models import Refusal
from kinoqor.funding.complaint.models import Complaint
from kinoqor.funding.complaint.words import Answer

READERS = (Role.OFFICER, Role.AUDITOR)
ABOUT = "refusal__application"


def complaints() -> QuerySet[Complaint]:
    """Every complaint with its refusal, the one to be answered first before the others."""
    joined = (
        "made", "answered", "refusal__deed", "refusal__lifted", "refusal__application__organisation",
        "refusal__application__version__call__programme", "refusal__application__film", "refusal__filing",
    )  # fmt: skip
    return Complaint.objects.select_related(*joined).order_by(F("shuts").asc(nulls_last=True), "pk")


def visible_to(who: Who) -> QuerySet[Complaint]:
    """Those about files that are not shut to an officer or auditor; whoever complained reads theirs at the address of the
    refusal.
    """
    return open_to(complaints(), who, ABOUT) if who.holds(*READERS) else complaints().none()


def waiting_for(who: Who) -> QuerySet[Complaint]:
    """The complaints that this officer may answer: not against their own refusals, nor of a company of theirs."""
    found = complaints().filter(answer=Answer.OPEN).exclude(refusal__deed__voice=who.voice)
    return open_to(found, who, ABOUT)


def complaint_of(refusal: int) -> Complaint | None:
    """The complaint against a refusal."""
    return complaints().filter(refusal=refusal).first()


def refusals_to_complain(applications: Any, now: datetime) -> QuerySet[Refusal]:
    """The refusals of these applications against which one can still complain, the first to end first."""
    found = Refusal.objects.filter(application__in=applications, lifted=None, complaint=None, shuts__gt=now)
    joined = ("application__organisation", "application__version__call__programme", "deed")
    return found.select_related(*joined).order_by("shuts")


def counted(who: Who) -> dict[str, int]:
    """How many of the complaints that a reader may see have which answer."""
    found = open_to(Complaint.objects.order_by(), who, ABOUT)
    return dict(found.values_list("answer").annotate(n=Count("pk")))
