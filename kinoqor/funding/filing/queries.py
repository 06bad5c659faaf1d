"""Questions to what was filed."""

from django.db.models import QuerySet

from kinoqor.funding.application.models import Application
from kinoqor.funding.filing.models import Answer, Filing
from kinoqor.funding.question.models import FormVersion
from kinoqor.funding.question.queries import versions
from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.queries import waiting

FROZEN = ("snapshot", "files", "points")


def filings_of(number: int) -> QuerySet[Filing]:
    """What was filed of an application, the newest first."""
    return Filing.objects.filter(application=number).select_related("deed").order_by("-number")


def latest_filing(number: int, stage: str = "") -> Filing | None:
    """What was filed last (of a stage)."""
    found = filings_of(number)
    return (found.filter(stage=stage) if stage else found).first()


def filing(number: int, which: int) -> Filing:
    """One filing of an application; raises Filing.DoesNotExist."""
    return filings_of(number).get(number=which)


def filing_by_pk(pk: int) -> Filing:
    """A filing with its application; raises Filing.DoesNotExist."""
    joined = ("application__version__call", "application__organisation", "application__film")
    return Filing.objects.select_related(*joined).get(pk=pk)


def proposed_titles(film: int, sender: str) -> list[Claim]:
    """The titles of a film that an application has proposed and that wait."""
    return list(waiting().filter(subject=film, sender=sender, prop="title"))


def filed_before(number: int) -> list[Filing]:
    """What was filed of an application, the newest first, without what each of them froze."""
    return list(Filing.objects.filter(application=number).defer(*FROZEN).order_by("-number"))


def answers(question: str) -> QuerySet[Answer]:
    """What was answered to one question in all applications that were filed."""
    return Answer.objects.filter(question=question).select_related("application")


def form_numbered(code: str, number: int) -> FormVersion | None:
    """A version of a form by its code and number, as a snapshot names it."""
    return versions().filter(code=code, number=number).first()


def film_of(number: int) -> str:
    """The reference of an application's film; empty where there is no such application."""
    return Application.objects.filter(pk=number).values_list("film__ref", flat=True).first() or ""
