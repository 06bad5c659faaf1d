"""A proposal of the crew is taken back while it waits; what was answered, or is named elsewhere, stays."""

import pytest
from django.test import Client

from kinoqor.accounts.user.models import User
from kinoqor.funding.application import actions, queries
from kinoqor.funding.application.models import Application
from kinoqor.keeping.newcomer.actions import refuse
from kinoqor.keeping.newcomer.words import Fate, Ground
from kinoqor.register.claim.models import Claim
from tests import people
from tests.funding.application import making
from tests.funding.application.test_crew import (  # noqa: F401
    MEMBER,
    NAME,
    _an_open_call,
    browser,
    crew_page,
    one,
    proposed,
    user,
)
from tests.make import BY

pytestmark = pytest.mark.django_db
# ruff: noqa: F811


def test_a_proposal_is_taken_back_while_it_waits_and_the_name_stays_on_the_list(
    browser: Client, one: Application
) -> None:
    new = proposed(one)
    assert f'name="take_back" value="{new.subject.ref}"' in browser.get(crew_page(one)).content.decode()
    answer = browser.post(crew_page(one), {"take_back": new.subject.ref, "revision": "9"}, follow=True)
    page = answer.content.decode()
    assert "Taken back" in page and "not in the register" in page and 'name="take_back"' not in page
    assert queries.one(one.pk).crew == [{**MEMBER, "ref": ""}]
    new.refresh_from_db()
    assert new.fate == Fate.BACK and new.judged is not None
    assert not Claim.objects.filter(subject=new.subject_id, withdrawn=None).exists()
    assert NAME in browser.get(crew_page(one)).content.decode()
    assert proposed(one).pk != new.pk, "whoever was taken back may be proposed again"


def test_what_a_cataloguer_has_answered_is_not_taken_back(browser: Client, one: Application) -> None:
    new = proposed(one)
    refuse(new.pk, Ground.SOURCE, by=BY)
    assert 'name="take_back"' not in browser.get(crew_page(one)).content.decode()
    answer = browser.post(crew_page(one), {"take_back": new.subject.ref, "revision": "9"}, follow=True)
    assert "A cataloguer has answered this proposal already" in answer.content.decode()
    assert queries.one(one.pk).crew == [{**MEMBER, "ref": new.subject.ref}]
    new.refresh_from_db()
    assert new.fate == Fate.REFUSED


def test_whom_another_application_of_the_company_names_is_not_taken_back(
    browser: Client, user: User, one: Application
) -> None:
    new = proposed(one)
    again = making.application(user, again=one.pk)
    answer = browser.post(crew_page(one), {"take_back": new.subject.ref, "revision": "9"}, follow=True)
    assert f"names this person too: {again.pk:06d}" in answer.content.decode()
    new.refresh_from_db()
    assert new.fate == Fate.OPEN
    actions.withdraw(again.pk, by=BY)
    browser.post(crew_page(one), {"take_back": new.subject.ref, "revision": "9"})
    new.refresh_from_db()
    assert new.fate == Fate.BACK


def test_another_company_takes_nobody_back(one: Application) -> None:
    new = proposed(one)
    body = making.company("Another test company")
    other = making.producer(body)
    theirs = making.application(other, body)
    sent = {"take_back": new.subject.ref, "revision": "9"}
    answer = people.client(other).post(crew_page(theirs), sent, follow=True)
    assert "has proposed nobody under this number" in answer.content.decode()
    assert people.client(other).post(crew_page(one), sent).status_code == 404
    new.refresh_from_db()
    assert new.fate == Fate.OPEN
