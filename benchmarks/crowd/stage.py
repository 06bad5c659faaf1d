"""What stands before the hour: the calls of the pack with windows of now, and invented people with a draft each."""

import time
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from benchmarks.work.access import browser
from kinoqor.accounts.organisation.actions import open_organisation
from kinoqor.accounts.organisation.rules import Named
from kinoqor.accounts.role.actions import give_seat
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.actions import begin
from kinoqor.funding.application.rules import New
from kinoqor.funding.call.actions import load_call
from kinoqor.funding.call.adapters.files import documents
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.actions import load_forms
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ui.sitting import BEGAN, SEEN

BY = Doer("bench")
OPEN, SHUT = "rush-open", "rush-shut"
LANGUAGES = ("kk", "ru", "en")
EVERY = 20  # which applicant of so many belongs to a call that has just shut
AT_ONCE = 100  # applicants that are made in one transaction


@dataclass(slots=True)
class Applicant:
    """An invented person with a session and a draft, and what they were told meanwhile."""

    index: int
    number: int
    language: str
    session: str
    shut: bool
    other: int = 0  # the number of somebody else's application
    saved: dict[str, Any] = field(default_factory=dict)  # what was acknowledged as saved
    papers: set[tuple[str, str]] = field(default_factory=set)  # (slot, SHA-256) that were acknowledged
    filing: int = 0  # which filing was acknowledged; 0 for none
    digest: str = ""  # of the text that the house then gave out
    refused: int = 0  # filings that were refused


def calls(now: datetime) -> None:
    """The call of the pack under two names: open now, and shut a minute ago."""
    load_programmes(settings.PACK, by=BY)
    load_forms(by=BY)
    document = dict(documents(settings.PACK))["selection-2025"]
    opens, hour = now - timedelta(days=20), timedelta(hours=1)
    for ref, shuts in ((OPEN, now + 12 * hour), (SHUT, now - timedelta(minutes=1))):
        days = [(opens, shuts), (shuts + 24 * hour, shuts + 48 * hour)]
        stages = [
            {**stage, "opens": f"{first:%Y-%m-%dT%H:%M:%S}", "shuts": f"{last:%Y-%m-%dT%H:%M:%S}"}
            for stage, (first, last) in zip(document["stages"], days, strict=True)
        ]
        load_call(ref, {**document, "zone": "Etc/UTC", "invented": True, "stages": stages}, by=BY)


def crowd(first: int, many: int, now: datetime) -> list[Applicant]:
    """So many applicants, each of a company of their own, with a draft; made within few transactions."""
    found: list[Applicant] = []
    for start in range(first, first + many, AT_ONCE):
        with transaction.atomic():
            found += [applicant(index, now) for index in range(start, min(start + AT_ONCE, first + many))]
    for one, other in zip(found, [*found[1:], *found[:1]], strict=True):
        one.other = other.number
    return found


def applicant(index: int, now: datetime) -> Applicant:
    """One of them; nobody knows their password, they are signed in already."""
    someone = User.objects.create_user(f"applicant{index}@example.org", None, name=f"Үлгі Адам {index}")
    EmailAddress.objects.create(user=someone, email=someone.email, verified=True, primary=True)
    company = open_organisation(Named("company", name_en=f"Invented Film {index}"), by=BY)
    give_seat(someone.pk, company.pk, Role.PRODUCER, "Test order", Term(date(2020, 1, 1)), by=BY)
    shut, language = index % EVERY == EVERY - 1, LANGUAGES[index % 3]
    titles = {"kk": f"Ойдан шығарылған фильм {index}"}
    new = New(SHUT if shut else OPEN, "social", "feature-full", titles, company.pk, language)
    number = begin(new, now - timedelta(hours=1), by=someone.doer)
    return Applicant(index, number, language, session(someone), shut)


def session(someone: User) -> str:
    """The cookie of a browser in which they signed in a while ago."""
    client = browser(someone)
    kept = client.session
    kept[BEGAN] = kept[SEEN] = time.time()
    kept.save()
    return str(kept.session_key)


def begun() -> datetime:
    """The moment from which the windows are counted."""
    return timezone.now().replace(microsecond=0)
