"""What is told to whoever watches: every attempt to come in, every closed door, and no secret."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from kinoqor.accounts.management.commands.demo_accounts import code_now
from kinoqor.kit.watch import note
from tests import people
from tests.accounts.signin.ways import sign_in
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    cache.clear()
    with override("en"):
        yield


def told(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    """The events that were told, without the moment."""
    lines = [json.loads(each.getMessage()) for each in caplog.records if each.name == "kinoqor.security"]
    return [{name: value for name, value in line.items() if name != "at"} for line in lines]


def test_every_way_in_is_told_with_its_outcome(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "kinoqor.security")
    someone = people.user(email="known@example.org")
    key = generate_totp_secret()
    TOTP.activate(someone, key)
    browser = Client()
    sign_in("known@example.org", "not the password", browser)
    sign_in("known@example.org", PASSWORD, browser)
    for code in ("000000", code_now(key)):
        browser.post(reverse("mfa_authenticate"), {"code": code})
    browser.post(reverse("account_reauthenticate"), {"password": "not the password"})
    assert [(each["event"], each.get("by", ""), each["outcome"], each["user"]) for each in told(caplog)] == [
        ("sign-in", "account_login", "refused", None),
        ("sign-in", "account_login", "half", None),
        ("sign-in", "mfa_authenticate", "refused", None),
        ("sign-in", "mfa_authenticate", "in", someone.pk),
        ("confirmation", "", "refused", someone.pk),
    ]
    assert all(each["address"] == "127.0.0.1" for each in told(caplog))


def test_no_secret_is_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    someone = people.user(email="known@example.org")
    key = generate_totp_secret()
    TOTP.activate(someone, key)
    browser = Client()
    sign_in("known@example.org", PASSWORD, browser)
    browser.post(reverse("mfa_authenticate"), {"code": (code := code_now(key))})
    session = browser.cookies["sessionid"].value
    said = "\n".join(each.getMessage() for each in caplog.records if not each.name.startswith("django.db"))
    for secret in (PASSWORD, code, key, session):
        assert secret not in said


def test_a_closed_door_is_told_with_who_stood_before_it(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "kinoqor.security")
    someone = people.user()
    browser = people.client(someone)
    browser.get(reverse("seats"))
    browser.get(reverse("letter", args=[99_999_999]))
    Client().get(reverse("seats"))
    assert [(each["event"], each["who"], each["path"]) for each in told(caplog)] == [
        ("refused", someone.doer.voice, "/en/house/seats/"),
        ("hidden", someone.doer.voice, "/en/letters/99999999/"),
    ]


def test_a_form_from_elsewhere_is_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "kinoqor.security")
    Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "a"})
    assert [(each["event"], each["path"]) for each in told(caplog)] == [("form", "/en/account/login/")]


@pytest.mark.parametrize("harm", ["a\nb", 'a"}\r\n{"event": "sign-in"', "\x1b[31m", "\u2028"])
def test_nothing_that_is_told_makes_a_second_line(caplog: pytest.LogCaptureFixture, harm: str) -> None:
    caplog.set_level(logging.INFO, "kinoqor.security")
    note("refused", path=harm)
    said = caplog.records[0].getMessage()
    assert said.isprintable() and json.loads(said)["path"] == harm
