"""Coming in as a browser does: the forms that are sent, and what is answered."""

import re

from django.test import Client
from django.urls import reverse

from kinoqor.ledger.letter.models import Sending
from tests.people import PASSWORD

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
LINK = re.compile(r"https?://[^\s]+")


def sign_up(email: str, browser: Client | None = None, **more: str) -> tuple[int, str]:
    """What the sign-up answers: status and where to."""
    form = {"name": "Жаңа Адам", "email": email, "password1": PASSWORD, "consent": "on"} | more
    answer = (browser or Client()).post(reverse("account_signup"), form)
    return answer.status_code, answer.headers.get("Location", "")


def sign_in(
    email: str, password: str = PASSWORD, browser: Client | None = None, **more: str
) -> tuple[int, str]:
    answer = (browser or Client()).post(
        reverse("account_login"), {"login": email, "password": password} | more
    )
    return answer.status_code, answer.headers.get("Location", "")


def link_in(letter: int) -> str:
    """The path of the secret link in a letter."""
    found = LINK.search(Sending.objects.get(pk=letter).secret_body)
    assert found
    return "/" + found.group().split("/", 3)[3]


def opens(browser: Client) -> bool:
    """Whether the pages of the staff open."""
    return browser.get(reverse("seats")).status_code == 200


def half_in(browser: Client | None = None) -> Client:
    """A browser that has shown the password and not yet the second step."""
    found = browser or Client()
    assert sign_in("known@example.org", browser=found)[1] == reverse("mfa_authenticate")
    return found
