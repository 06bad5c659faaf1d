"""Coming in through another house by OpenID Connect: the whole way against a provider that really answers."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pytest_django.fixtures import Settings

from kinoqor.accounts.consent.models import Consent
from kinoqor.accounts.management.commands.demo_accounts import code_now
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.ledger.letter.models import Letter
from kinoqor.settings import LOGIN_REDIRECT_URL
from tests import people
from tests.accounts.signin.provider import ADA, CLIENT, SECRET, Provider, at_the_other_house, standing

pytestmark = pytest.mark.django_db
FORM = re.compile(r'<form method="post" action="(/signin/oidc/[^"]+)"')
AGREED = {"name": "Үлгі Адам", "email": ADA["email"], "consent": "on"}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    cache.clear()
    with override("en"):
        yield


@pytest.fixture
def provider(settings: Settings) -> Iterator[Provider]:
    with standing() as house:
        known(settings, house)
        yield house


def known(settings: Settings, house: Provider, address: str = "") -> None:
    """This house lets people in through that one."""
    app = {
        "provider_id": "house", "name": "The other house", "client_id": CLIENT, "secret": SECRET,
        "settings": {"server_url": address or house.address, "oauth_pkce_enabled": True},
    }  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}


def set_out(browser: Client, page: str = "") -> str:
    """From the sign-in page, by its button, to the other house and back: the address to which one comes back."""
    found = FORM.search(browser.get(page or reverse("account_login")).content.decode())
    assert found, "the sign-in page has no button"
    away = browser.post(found[1].replace("&amp;", "&"))
    assert away.status_code == 302, away.content.decode()
    return at_the_other_house(away["Location"])


def inside(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def come_in(browser: Client, page: str = "") -> HttpResponse:
    """The whole way, until the answer of this house."""
    answer: HttpResponse = browser.get(inside(set_out(browser, page)))
    return answer


def open_account(browser: Client, **more: str) -> HttpResponse:
    """The whole way of someone new, with the form that is filled in here."""
    assert come_in(browser)["Location"] == reverse("socialaccount_signup")
    answer: HttpResponse = browser.post(reverse("socialaccount_signup"), AGREED | more)
    return answer


def is_in(browser: Client) -> bool:
    return browser.get(reverse("account")).status_code == 200


@pytest.mark.parametrize("algorithm", ["RS256", "ES256"])
def test_someone_new_comes_in_by_the_button_agrees_and_is_signed_in(
    settings: Settings, algorithm: str
) -> None:
    with standing(algorithm) as house:
        known(settings, house)
        browser = Client()
        assert open_account(browser)["Location"] == reverse(LOGIN_REDIRECT_URL)
    someone = User.objects.get(email=ADA["email"])
    assert is_in(browser) and people.confirmed(someone) and not someone.has_usable_password()
    assert (someone.name, Consent.objects.get(user=someone).given.voice) == ("Үлгі Адам", someone.doer.voice)
    assert house.asked.count("/token") == 1 and "/jwks" in house.asked


def test_no_account_is_opened_without_consent(provider: Provider) -> None:
    assert open_account(Client(), consent="").status_code == 200
    assert not User.objects.exists()


def test_whoever_has_come_in_once_comes_in_again_without_a_form(provider: Provider) -> None:
    open_account(Client())
    browser = Client()
    assert come_in(browser)["Location"] == reverse(LOGIN_REDIRECT_URL)
    assert is_in(browser) and User.objects.count() == 1


def test_the_way_ends_where_it_was_asked_for_and_never_outside(provider: Provider) -> None:
    open_account(Client())
    for wanted, reached in (
        ("/en/films/", "/en/films/"),
        ("https://elsewhere.example/", reverse(LOGIN_REDIRECT_URL)),
    ):
        assert come_in(Client(), f"{reverse('account_login')}?next={wanted}")["Location"] == reached


def test_nothing_of_what_is_asked_there_comes_from_the_address(provider: Provider) -> None:
    bent = "/signin/oidc/house/?scope=admin&auth_params=redirect_uri%3Dhttps%3A%2F%2Fevil.example%26nonce%3Dn"
    asked = parse_qs(urlsplit(Client().post(bent)["Location"]).query)
    assert asked["redirect_uri"] == ["http://testserver/signin/oidc/house/back/"]
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}
    assert len(asked["nonce"][0]) == 64 and asked["code_challenge_method"] == ["S256"]


def test_an_answer_that_this_browser_did_not_ask_for_is_refused(provider: Provider) -> None:
    back = set_out(Client())
    stranger = Client()
    answer = stranger.get(inside(back))
    assert answer.status_code == 401 and "Nothing was changed here" in answer.content.decode()
    assert not is_in(stranger) and "/token" not in provider.asked


def test_an_answer_is_taken_once(provider: Provider) -> None:
    open_account(Client())
    browser = Client()
    back = set_out(browser)
    browser.get(inside(back))
    browser.post(reverse("account_logout"))
    assert browser.get(inside(back)).status_code == 401
    assert not is_in(browser)


WRONG: dict[str, dict[str, Any]] = {
    "another nonce": {"nonce": "of another asking"},
    "no nonce": {"nonce": None},
    "another audience": {"aud": "another-client"},
    "two audiences and another party": {"aud": [CLIENT, "other"], "azp": "other"},
    "another issuer": {"iss": "https://evil.example"},
    "too old": {"exp": 1_000_000_000, "iat": 999_999_000},
    "no end": {"exp": None},
    "another person than its answer": {"sub": "b2"},
    "no ID token": {"id_token": None},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_an_id_token_that_is_not_right_is_refused(provider: Provider, wrong: str) -> None:
    provider.claims = WRONG[wrong]
    browser = Client()
    answer = come_in(browser)
    assert answer.status_code == 401 and "could not be trusted" in answer.content.decode()
    assert not is_in(browser) and not User.objects.exists() and not SocialAccount.objects.exists()


@pytest.mark.parametrize("forged", ["another key", "no signature", "a shared secret", "an unknown key"])
def test_an_id_token_that_the_other_house_has_not_signed_is_refused(provider: Provider, forged: str) -> None:
    if forged == "another key":
        provider.signs_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    elif forged == "no signature":
        provider.header = {"alg": "none"}
    elif forged == "a shared secret":
        provider.header, provider.signs_with = {"alg": "HS256"}, SECRET * 2
    else:
        provider.header = {"kid": "k2"}
    assert come_in(Client()).status_code == 401
    assert not User.objects.exists()


def test_a_server_that_gives_itself_out_as_another_is_refused(provider: Provider) -> None:
    provider.config = {"issuer": "https://evil.example"}
    answer = Client().post("/signin/oidc/house/")
    assert answer.status_code == 502 and "/authorize" not in provider.asked


def test_whoever_stops_over_there_is_told_that_nothing_was_changed(provider: Provider) -> None:
    browser = Client()
    state = parse_qs(urlsplit(set_out(browser)).query)["state"][0]
    answer = browser.get(f"/signin/oidc/house/back/?error=access_denied&state={state}", follow=True)
    assert "You have stopped the other sign-in" in answer.content.decode()


@pytest.mark.parametrize("said", [False, "false", None, "no"])
def test_an_address_that_the_other_house_has_not_confirmed_is_confirmed_here_first(
    provider: Provider, said: object
) -> None:
    provider.told = {"email_verified": said}
    browser = Client()
    assert open_account(browser)["Location"] == reverse("account_email_verification_sent")
    assert not is_in(browser) and not EmailAddress.objects.get(email=ADA["email"]).verified
    assert Letter.objects.get().subject_line == "Please confirm your e-mail address"


def test_another_address_than_the_confirmed_one_is_confirmed_here_first(provider: Provider) -> None:
    browser = Client()
    answer = open_account(browser, email="another@example.org")
    assert answer["Location"] == reverse("account_email_verification_sent")
    assert not is_in(browser) and not EmailAddress.objects.get(email="another@example.org").verified


def test_the_address_of_an_account_here_opens_it_to_nobody_from_elsewhere(provider: Provider) -> None:
    mine = people.user(email=ADA["email"])
    browser = Client()
    answer = open_account(browser)
    assert answer["Location"] == reverse("account_email_verification_sent")
    assert not is_in(browser)
    assert User.objects.get() == mine and not SocialAccount.objects.exists()
    assert Letter.objects.get().subject_line == "You already have an account"


def test_its_owner_connects_the_two_by_hand_and_is_told(provider: Provider) -> None:
    mine = people.user(email=ADA["email"])
    browser = people.client(mine)
    found = FORM.search(browser.get(reverse("socialaccount_connections")).content.decode())
    assert found
    back = at_the_other_house(browser.post(found[1].replace("&amp;", "&"))["Location"])
    browser.get(inside(back))
    assert SocialAccount.objects.get().user == mine
    assert Letter.objects.get().subject_line == "Another sign-in was connected to your account"
    fresh = Client()
    come_in(fresh)
    assert is_in(fresh)


def test_a_silent_other_house_is_told_as_a_sentence(settings: Settings) -> None:
    with standing() as house:
        known(settings, house)
        browser = Client()
        back = set_out(browser)
    answer = Client().post("/signin/oidc/house/")
    assert answer.status_code == 502
    assert "The other house does not answer just now." in answer.content.decode()
    late = browser.get(inside(back))
    assert late.status_code == 502 and not is_in(browser)


def test_a_seat_of_the_staff_still_needs_its_second_step(provider: Provider) -> None:
    open_account(Client())
    someone = User.objects.get()
    people.seated(Role.ADMINISTRATOR, someone)
    browser = Client()
    come_in(browser)
    refused = browser.get(reverse("seats"))
    assert refused.status_code == 403 and "second step" in refused.content.decode()
    key = generate_totp_secret()
    TOTP.activate(someone, key)
    browser = Client()
    assert come_in(browser)["Location"] == reverse("mfa_authenticate")
    assert not is_in(browser)
    browser.post(reverse("mfa_authenticate"), {"code": code_now(key)})
    assert browser.get(reverse("seats")).status_code == 200


def test_the_last_way_in_is_not_disconnected(provider: Provider) -> None:
    browser = Client()
    open_account(browser)
    only = SocialAccount.objects.get()
    answer = browser.post(reverse("socialaccount_connections"), {"account": only.pk})
    assert answer.status_code == 200 and SocialAccount.objects.exists()


def test_the_other_house_is_asked_where_it_said_and_led_nowhere_else(provider: Provider) -> None:
    provider.leads_away = "/jwks"
    answer = come_in(Client())
    assert answer.status_code == 401 and "/elsewhere" not in provider.asked


def test_an_account_is_known_by_the_house_and_its_number_there(provider: Provider) -> None:
    open_account(Client())
    kept = SocialAccount.objects.get()
    assert (kept.provider, kept.uid) == ("house", ADA["sub"])
