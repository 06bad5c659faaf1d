"""Filing in a browser: what is open, the clock, the receipt, the same twice."""

import hashlib

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application import queries
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.filing.models import Filing
from tests import people
from tests.funding.application import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    cache.clear()  # savings are counted there
    making.call(**making.WIDE)
    return making.producer()


@pytest.fixture
def one(user: User) -> Application:
    return making.application(user)


@pytest.fixture
def browser(user: User) -> Client:
    return people.client(user)


def sent(one: Application, **more: str) -> dict[str, object]:
    return {"stage": one.stage, "revision": one.revision, **more}


def test_every_open_point_leads_to_its_field(browser: Client, one: Application) -> None:
    page = browser.get(reverse("application-complete", args=[one.pk])).content.decode()
    assert f"{reverse('application-part', args=[one.pk, 'story'])}#synopsis" in page


def test_a_producer_files_and_reads_the_receipt_at_once(browser: Client, one: Application) -> None:
    at = reverse("application-file", args=[one.pk])
    assert "data-clock" in browser.get(at).content.decode()
    assert browser.post(at, sent(one)).status_code == 200
    answer = browser.post(at, sent(one, even_so="1"))
    made = Filing.objects.get()
    assert answer.url == reverse("application-receipt", args=[one.pk, 1])
    page = browser.get(answer.url).content.decode()
    assert made.digest in page and made.called in page
    text = browser.get(reverse("application-snapshot", args=[one.pk, 1])).content
    assert hashlib.sha256(text).hexdigest() == made.digest


def test_a_double_post_gives_the_same_receipt(browser: Client, one: Application) -> None:
    at = reverse("application-file", args=[one.pk])
    first, second = (browser.post(at, sent(one, even_so="1")) for _n in range(2))
    assert first.url == second.url
    assert Filing.objects.count() == 1


def test_a_forged_filing_is_answered_and_files_nothing(user: User, one: Application) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = people.client(user).cookies
    answer = strict.post(reverse("application-file", args=[one.pk]), sent(one, even_so="1"))
    assert answer.status_code == 403
    for revision in ("", "-1", "9" * 40, "x"):
        bad = sent(one, even_so="1") | {"revision": revision}
        assert people.client(user).post(reverse("application-file", args=[one.pk]), bad).status_code == 200
    assert queries.one(one.pk).state == State.DRAFT


def test_officers_read_what_was_filed_and_nobody_else_does(browser: Client, one: Application) -> None:
    at = reverse("application-receipt", args=[one.pk, 1])
    officer = people.signed_in(Role.OFFICER)
    assert officer.get(at).status_code == 404
    browser.post(reverse("application-file", args=[one.pk]), sent(one, even_so="1"))
    assert officer.get(at).status_code == 200
    assert people.signed_in(Role.EXHIBITOR).get(at).status_code == 404
    other = people.client(making.producer(making.company("Another test company")))
    assert other.get(at).status_code == 404


def test_after_filing_the_parts_are_read_and_not_written(browser: Client, one: Application) -> None:
    browser.post(reverse("application-file", args=[one.pk]), sent(one, even_so="1"))
    at = reverse("application-part", args=[one.pk, "story"])
    assert "<textarea" not in browser.get(at).content.decode()
    answer = browser.post(at, {"revision": 99, "synopsis": "Too late."})
    assert answer.status_code == 200 and "cannot be changed now" in answer.content.decode()
