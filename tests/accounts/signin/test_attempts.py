"""Guessing: who has an account is told neither by words nor by work, and attempts are counted for all processes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from allauth.core.internal import ratelimit
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from pytest_django.fixtures import Settings

from kinoqor.accounts.user.models import User
from kinoqor.ledger.letter.models import Letter
from tests import people
from tests.accounts.signin.ways import TOKEN, sign_in, sign_up
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db
KNOWN, STRANGE = "known@example.org", "strange@example.org"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    cache.clear()
    with override("en"):
        yield


FORMS: dict[str, Callable[[str], dict[str, str]]] = {
    "account_login": lambda email: {"login": email, "password": "not the password"},
    "account_signup": lambda email: {"name": "A", "email": email, "password1": PASSWORD, "consent": "on"},
    "account_reset_password": lambda email: {"email": email},
}


def answered(name: str, email: str) -> tuple[object, ...]:
    """Everything that whoever asks can see: status, way, cookies, and the page that follows."""
    browser = Client()
    answer = browser.post(reverse(name), FORMS[name](email), follow=True)
    page = TOKEN.sub("", answer.content.decode()).replace(email, "")
    return answer.status_code, answer.redirect_chain, sorted(browser.cookies), page


@pytest.mark.parametrize("name", FORMS)
def test_a_known_and_an_unknown_address_are_answered_alike_to_the_letter(name: str) -> None:
    people.user(email=KNOWN)
    assert answered(name, KNOWN) == answered(name, STRANGE)


@pytest.mark.parametrize("name", FORMS)
def test_a_known_and_an_unknown_address_cost_alike(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    people.user(email=KNOWN)
    hashed: list[str] = []
    plain = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return plain(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    answered(name, "warm@example.org")
    costs = []
    for email in (KNOWN, STRANGE):
        hashed.clear()
        with CaptureQueriesContext(connection) as captured:
            answered(name, email)
        costs.append((len(hashed), len(captured)))
    (known, known_queries), (strange, strange_queries) = costs
    assert known == strange, "the slow part, by which a stopwatch would tell them apart"
    # Rows are written in a thousandth of what the hashing takes.
    assert abs(known_queries - strange_queries) <= 20, costs


@pytest.mark.parametrize("name", ["account_signup", "account_reset_password"])
def test_the_owner_of_an_address_learns_by_letter_what_the_page_does_not_tell(name: str) -> None:
    people.user(email=KNOWN)
    answered(name, KNOWN)
    answered(name, STRANGE)
    assert Letter.objects.count() == 2


def test_the_case_of_an_address_opens_no_second_account() -> None:
    people.user(email=KNOWN)
    sign_up(KNOWN.upper())
    sign_up("  Known@Example.org ")
    assert User.objects.count() == 1


def test_one_password_tried_on_many_accounts_is_stopped_by_where_it_comes_from() -> None:
    for number in range(12):
        people.user(email=f"person-{number}@example.net")
        sign_in(f"person-{number}@example.net", "a stuffed password")
    late = people.user()
    browser = Client()
    sign_in(late.email, browser=browser)
    assert browser.get(reverse("account")).status_code == 302, "even the right one, for a minute"


def test_a_thousand_accounts_are_not_opened_from_one_place() -> None:
    for number in range(25):
        sign_up(f"robot-{number}@example.net")
    assert User.objects.count() == 20


def test_whoever_has_tried_too_often_reads_when_to_go_on() -> None:
    answers = [Client().post(reverse("account_reset_password"), {"email": KNOWN}) for _attempt in range(25)]
    last = answers[-1]
    assert last.status_code == 429 and "Too many attempts" in last.content.decode()


def test_letters_that_set_a_password_are_not_sent_by_the_hundred() -> None:
    people.user(email=KNOWN)
    for _attempt in range(30):
        Client().post(reverse("account_reset_password"), {"email": KNOWN})
    assert Letter.objects.count() <= 5


def test_a_wrong_password_does_not_shut_out_from_elsewhere_for_long(settings: Settings) -> None:
    """Five wrong ones stop the guessing of one account; the owner still gets in by a new password or a passkey."""
    people.user(email=KNOWN)
    for _attempt in range(6):
        sign_in(KNOWN, "wrong password")
    answer = Client().post(reverse("account_reset_password"), {"email": KNOWN})
    assert answer.status_code == 302 and Letter.objects.count() == 1


COUNT = """
import json

import django

django.setup()
from allauth.core.internal import ratelimit
from django.http import HttpRequest
request = HttpRequest()
request.META["REMOTE_ADDR"] = "192.0.2.7"
request.method = "POST"
rate = {"guess": "3/m/ip"}
tried = [ratelimit.consume(request, app="account", action="guess", config=rate) for _each in range(2)]
print(json.dumps([bool(each) for each in tried]))
"""


def test_attempts_are_counted_for_all_processes_together(tmp_path: Path, settings: Settings) -> None:
    kept = os.environ | {"KINOQOR_DATA": str(tmp_path), "PYTHONPATH": str(settings.REPOSITORY)}
    found: list[bool] = []
    for _process in range(2):
        done = subprocess.run(
            [sys.executable, "-c", COUNT], env=kept, cwd=settings.REPOSITORY, capture_output=True, check=True
        )
        found += json.loads(done.stdout)
    assert found == [True, True, True, False]
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": tmp_path / "cache",
        }
    }
    request = HttpRequest()
    request.method, request.META["REMOTE_ADDR"] = "POST", "192.0.2.7"
    assert not ratelimit.consume(request, app="account", action="guess", config={"guess": "3/m/ip"})
    request.META["REMOTE_ADDR"] = "192.0.2.8"
    assert ratelimit.consume(request, app="account", action="guess", config={"guess": "3/m/ip"})
