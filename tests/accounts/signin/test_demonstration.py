"""The invented people of a house on trial are told to whoever sits at its machine, and to nobody else."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.signin.rules import device
from kinoqor.accounts.signin.words import DOES, INVENTED
from kinoqor.accounts.user.models import User

HERE = {"HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1"}


@pytest.fixture
def made(settings: Settings, tmp_path: Path, db: None) -> str:
    """A house with its invented people; their password."""
    cache.clear()
    settings.DATA, settings.DEMO = tmp_path, True
    call_command("demo_accounts", stdout=StringIO())
    return (tmp_path / "demo-password").read_text(encoding="ascii")


def login_page(**meta: str) -> str:
    return Client().get(reverse("account_login"), **(HERE | meta)).content.decode()


def test_they_stand_on_the_sign_in_page_each_with_what_they_do(made: str) -> None:
    page = login_page()
    for _box, name, _roles in INVENTED:
        assert f"Sign in as {name}" in page
    assert "answers proposals" in page and made in page


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:9000", "[::1]:8000"])
def test_they_are_told_under_every_name_of_the_own_machine(made: str, host: str) -> None:
    assert made in login_page(HTTP_HOST=host)


@pytest.mark.parametrize(
    "meta",
    [
        {"HTTP_HOST": "testserver"},
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "nonsense"},
    ],
)
def test_whoever_asks_from_elsewhere_is_told_nothing(made: str, meta: dict[str, str]) -> None:
    page = login_page(**meta)
    assert made not in page and INVENTED[0][1] not in page


@pytest.mark.parametrize("name", ["HTTPS", "MAIL", "DEMO"])
def test_a_house_that_is_no_demonstration_tells_nothing(made: str, settings: Settings, name: str) -> None:
    setattr(settings, name, {"HTTPS": True, "MAIL": "smtp://mail.example", "DEMO": False}[name])
    page = login_page()
    assert made not in page and INVENTED[0][1] not in page


def test_a_house_without_them_tells_nothing(settings: Settings, tmp_path: Path, db: None) -> None:
    settings.DATA = tmp_path
    assert "Try it as somebody" not in login_page()


def test_two_presses_lead_to_the_desk_of_a_cataloguer(made: str) -> None:
    browser = Client(**HERE)
    first = browser.post(reverse("account_login"), {"login": "cataloguer@example.org", "password": made})
    page = browser.get(first["Location"]).content.decode()
    code = page.partition('name="code" value="')[2].partition('"')[0]
    assert len(code) == 6 and f"Use the code {code}" in page
    last = browser.post(first["Location"], {"code": code})
    assert last["Location"] == reverse("desk")
    assert "You act as Cataloguer" in browser.get(reverse("desk")).content.decode()


def test_the_password_is_asked_for_again_and_told_again(made: str) -> None:
    browser = Client(**HERE)
    browser.post(reverse("account_login"), {"login": "reader@example.org", "password": made})
    asked = browser.get(reverse("mfa_activate_totp"), follow=True).content.decode()
    assert "Please confirm that it is you" in asked or "Codes from an app" in asked
    assert made in browser.get(reverse("account_reauthenticate")).content.decode()


def test_a_second_set_up_changes_nothing(made: str) -> None:
    before = list(User.objects.order_by("pk").values_list("pk", "password"))
    call_command("demo_accounts", stdout=StringIO())
    assert list(User.objects.order_by("pk").values_list("pk", "password")) == before


def test_every_role_of_an_invented_person_says_what_one_does_in_it() -> None:
    assert {roles[0] if roles else "" for _box, _name, roles in INVENTED} <= set(DOES)
    assert Role.CATALOGUER in DOES


@pytest.mark.django_db
def test_a_house_without_a_mail_server_leads_from_its_forms_to_the_outbox(settings: Settings) -> None:
    for name in ("account_email_verification_sent", "account_reset_password_done"):
        assert reverse("outbox") in Client().get(reverse(name)).content.decode()
    settings.MAIL = "smtp://mail.example"
    for name in ("account_email_verification_sent", "account_reset_password_done"):
        assert reverse("outbox") not in Client().get(reverse(name)).content.decode()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox on Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/128.0 Safari/537.36",
            "Chrome on Windows",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/128.0 Safari/537.36 Edg/128.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/128.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8.0", "an unknown browser"),
        ("", "an unknown browser"),
    ],
)
def test_a_browser_is_called_by_a_name_that_people_know(said: str, words: str) -> None:
    assert device(said) == words
