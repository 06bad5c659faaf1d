"""What people do in the tests of the deeds page, and what the page says of it."""

import re

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.keeping.correction.actions import propose
from kinoqor.keeping.edit.actions import enter
from kinoqor.keeping.edit.queries import newest
from kinoqor.keeping.edit.rules import Entry
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.subject.models import Subject
from tests import people

INLINE, TAGS = re.compile(r"</?(?:a|strong)\b[^>]*>"), re.compile(r"<[^>]+>")


def doer(user: User, role: Role | None = None) -> Doer:
    return Doer(user.doer.voice, people.seated(role, user).name if role else "")


def correct(by: Doer, value: str = "1971", ref: str = "f901", why: str = "") -> Deed:
    """Somebody sets the year of a film."""
    seen = newest(Subject.objects.get(ref=ref).pk, "year")
    entry = Entry("year", value, f"https://said.example/{value}")
    enter(ref, entry, True, seen, by=by, subject=ref, why=why)
    return Deed.objects.filter(code="keeping.edit.entered").latest("pk")


def offer(by: Doer, ref: str = "f901") -> Deed:
    propose(
        ref, Entry("year", "1980", "https://said.example/offer"), by.voice, "", f"s{ref}", by=by, subject=ref
    )
    return Deed.objects.filter(code="keeping.correction.proposed").latest("pk")


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", TAGS.sub(" ", INLINE.sub("", answer.content.decode())))


def page(browser: Client, **asked: object) -> str:
    answer = browser.get(reverse("deeds"), asked)
    assert answer.status_code == 200
    return text(answer)
