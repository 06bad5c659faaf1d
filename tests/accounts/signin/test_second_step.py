"""The second step: codes from an app, recovery codes, passkeys; how it is set up, asked for, and not got around."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from cryptography.fernet import InvalidToken
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.fixtures import Settings

from kinoqor.accounts.management.commands.demo_accounts import code_now
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.signin.adapters.factors import Factors
from kinoqor.accounts.user.models import User
from kinoqor.ledger.letter.models import Letter
from tests import people
from tests.accounts.signin.ways import half_in, link_in, opens, sign_in
from tests.passkeys import Passkey

pytestmark = pytest.mark.django_db
DATA = re.compile(r'<script id="js_data" type="application/json">(.+?)</script>')
KEY = re.compile(r"\b[A-Z2-7]{32}\b")
CODE = re.compile(r"<code>(\d{8})</code>")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    cache.clear()
    with override("en"):
        yield


def administrator() -> User:
    """Someone whose seat counts only behind a second step."""
    someone = people.user(email="known@example.org")
    people.seated(Role.ADMINISTRATOR, someone)
    return someone


def with_app(someone: User) -> str:
    key = generate_totp_secret()
    TOTP.activate(someone, key)
    return key


def challenge(answer: HttpResponse) -> str:
    """What a page wants a passkey to sign."""
    found = DATA.search(answer.content.decode())
    assert found
    return _challenge(json.loads(found[1]))


def _challenge(data: dict[str, Any]) -> str:
    (options,) = data.values()
    return str(options["publicKey"]["challenge"])


def to_sign_in(browser: Client) -> str:
    """What the sign-in page wants a passkey to sign."""
    return _challenge(
        browser.get(reverse("mfa_login_webauthn"), headers={"x-requested-with": "XMLHttpRequest"}).json()
    )


def by_passkey(browser: Client, answer: dict[str, Any]) -> None:
    browser.post(
        reverse("mfa_login_webauthn"), {"credential": json.dumps(answer)}, headers={"host": "localhost"}
    )


def test_codes_from_an_app_are_set_up_by_a_picture_a_key_and_a_first_code(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    someone = people.user()
    browser = people.client(someone)
    place = reverse("mfa_activate_totp")
    page = browser.get(place).content.decode()
    key = KEY.search(page)
    assert key and "<svg" in page
    assert browser.post(place, {"code": "000000"}).status_code == 200
    assert not Authenticator.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        answer = browser.post(place, {"code": code_now(key[0])})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    kinds = set(Authenticator.objects.filter(user=someone).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}
    assert Letter.objects.get().subject_line == "Codes from an app were switched on"
    assert key[0] not in json.dumps(list(Authenticator.objects.values_list("data", flat=True)))


def test_a_code_is_taken_once_even_within_its_half_minute() -> None:
    key = with_app(administrator())
    code = code_now(key)
    first, second = half_in(), half_in()
    first.post(reverse("mfa_authenticate"), {"code": code})
    second.post(reverse("mfa_authenticate"), {"code": code})
    assert opens(first) and not opens(second)


def test_guessing_codes_is_stopped_even_for_the_right_one_and_over_new_sessions() -> None:
    key = with_app(administrator())
    for _attempt in range(6):
        half_in().post(reverse("mfa_authenticate"), {"code": "000000"})
    late = half_in()
    late.post(reverse("mfa_authenticate"), {"code": code_now(key)})
    assert not opens(late)


def test_half_a_sign_in_opens_nothing() -> None:
    with_app(administrator())
    browser = half_in()
    for name in ("account", "sessions", "seats", "mfa_index", "letters"):
        assert browser.get(reverse(name)).status_code == 302
    assert browser.get(reverse("account-data")).status_code == 401


def test_recovery_codes_are_shown_to_their_owner_and_each_works_once() -> None:
    someone = administrator()
    with_app(someone)
    RecoveryCodes.activate(someone)
    page = people.client(someone).get(reverse("mfa_view_recovery_codes"))
    codes = CODE.findall(page.content.decode())
    assert len(set(codes)) == 10 and "no-store" in page["Cache-Control"]
    for browser, wanted in ((half_in(), True), (half_in(), False)):
        browser.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert opens(browser) is wanted
    again = people.client(someone).get(reverse("mfa_download_recovery_codes")).content.decode().split()
    assert again == codes[1:]


def test_new_recovery_codes_end_the_old_ones_and_are_told(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    someone = administrator()
    with_app(someone)
    old = RecoveryCodes.activate(someone).get_unused_codes()
    with django_capture_on_commit_callbacks(execute=True):
        people.client(someone).post(reverse("mfa_generate_recovery_codes"))
    assert Letter.objects.get().subject_line == "New recovery codes were made for your account"
    new = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert not set(old) & set(new)
    browser = half_in()
    browser.post(reverse("mfa_authenticate"), {"code": old[0]})
    assert not opens(browser)


def test_secrets_lie_locked_and_open_only_with_a_signing_key_of_this_house(settings: Settings) -> None:
    locked = Factors().encrypt("a secret")
    assert "secret" not in locked and Factors().decrypt(locked) == "a secret"
    before, settings.SECRET_KEY = settings.SECRET_KEY, "another signing key, made anew for this house"
    with pytest.raises(InvalidToken):
        Factors().decrypt(locked)
    settings.SECRET_KEY_FALLBACKS = [before]
    assert Factors().decrypt(locked) == "a secret"


ASKING = (
    "mfa_activate_totp", "mfa_deactivate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes",
    "mfa_view_recovery_codes", "mfa_download_recovery_codes", "account-erase", "account_email",
)  # fmt: skip


@pytest.mark.parametrize("name", ASKING)
def test_who_changes_the_safety_of_an_account_confirms_first_who_they_are(name: str) -> None:
    someone = people.user(email="known@example.org")
    RecoveryCodes.activate(someone)
    if name != "mfa_activate_totp":
        with_app(someone)
    browser = people.client(someone, confirmed=False)
    answer = (
        browser.get(reverse(name))
        if name != "account_email"
        else browser.post(reverse(name), {"action_add": "", "email": "new@example.org"})
    )
    assert answer.status_code == 302 and "/reauthenticate/" in answer["Location"]


def test_whoever_confirms_by_password_goes_on_where_they_were() -> None:
    people.user(email="known@example.org")
    browser = Client()
    sign_in("known@example.org", browser=browser)
    away = browser.get(reverse("account-erase"))["Location"]
    assert browser.post(away, {"password": "not the password"}).status_code == 200
    assert browser.post(away, {"password": people.PASSWORD})["Location"] == reverse("account-erase")
    assert browser.get(reverse("account-erase")).status_code == 200


def test_a_form_that_waited_for_the_confirmation_is_done_after_it() -> None:
    someone = people.user(email="known@example.org")
    browser = Client()
    sign_in("known@example.org", browser=browser)
    away = browser.post(reverse("account-erase"), {"sure": "on"})["Location"]
    someone.refresh_from_db()
    assert someone.erased is None
    browser.post(away, {"password": people.PASSWORD})
    someone.refresh_from_db()
    assert someone.erased is not None
    assert browser.get(reverse("account")).status_code == 302


def test_a_passkey_is_added_and_signs_in_without_a_password_as_a_strong_session() -> None:
    someone, key = administrator(), Passkey()
    browser = people.client(someone)
    asked = challenge(browser.get(reverse("mfa_add_webauthn"), headers={"host": "localhost"}))
    form = {"name": "My phone", "credential": json.dumps(key.registered(asked)), "passwordless": "on"}
    assert browser.post(reverse("mfa_add_webauthn"), form, headers={"host": "localhost"}).status_code == 302
    assert Letter.objects.get().subject_line == "A passkey was added to your account"
    fresh = Client()
    by_passkey(fresh, key.signed(to_sign_in(fresh), someone))
    assert opens(fresh)


def test_a_passkey_serves_as_second_step_after_the_password() -> None:
    someone, key = administrator(), Passkey()
    key.kept(someone)
    browser = half_in()
    asked = challenge(browser.get(reverse("mfa_authenticate"), headers={"host": "localhost"}))
    form = {"credential": json.dumps(key.signed(asked, someone))}
    browser.post(reverse("mfa_authenticate"), form, headers={"host": "localhost"})
    assert opens(browser)


def test_an_answer_of_a_passkey_to_another_challenge_or_another_site_is_refused() -> None:
    someone, key = administrator(), Passkey()
    key.kept(someone)
    seen = Client()
    answer = key.signed(to_sign_in(seen), someone)
    by_passkey(seen, answer)
    assert opens(seen)
    replay = Client()
    to_sign_in(replay)
    by_passkey(replay, answer)
    assert not opens(replay)
    by_passkey(seen_again := Client(), answer)
    assert not opens(seen_again)
    for host, origin in (("evil.example", "https://evil.example"), ("localhost", "https://evil.example")):
        key.host, key.origin = host, origin
        browser = Client()
        by_passkey(browser, key.signed(to_sign_in(browser), someone))
        assert not opens(browser)


def test_a_passkey_opens_no_other_account_than_its_own() -> None:
    someone, other, key = administrator(), people.user(), Passkey()
    key.kept(other)
    browser = Client()
    by_passkey(browser, key.signed(to_sign_in(browser), someone))
    assert not opens(browser) and browser.get(reverse("account")).status_code == 302


@pytest.mark.parametrize(
    "answer", ["", "{}", "[]", "null", '{"response": {"userHandle": "////"}}', "no json"]
)
def test_what_is_no_answer_of_a_passkey_is_refused_without_a_fault(answer: str) -> None:
    browser = Client()
    to_sign_in(browser)
    assert browser.post(reverse("mfa_login_webauthn"), {"credential": answer}).status_code == 302
    assert browser.get(reverse("account")).status_code == 302


def test_the_second_step_of_a_seat_leads_to_the_kind_that_its_owner_has() -> None:
    someone = administrator()
    place = reverse("second-step")
    assert people.client(someone, strong=False).get(place)["Location"] == reverse("mfa_index")
    Passkey().kept(someone)
    led = people.client(someone, strong=False).get(place)["Location"]
    assert led.startswith(reverse("mfa_reauthenticate_webauthn"))
    key = with_app(someone)
    browser = people.client(someone, strong=False)
    away = browser.get(f"{place}?next={reverse('seats')}")["Location"]
    assert away.startswith(reverse("mfa_reauthenticate")) and not opens(browser)
    assert browser.post(away, {"code": code_now(key)})["Location"] == reverse("seats")
    assert opens(browser)


def test_a_new_password_by_letter_does_not_get_around_the_second_step() -> None:
    with_app(administrator())
    browser = Client()
    browser.post(reverse("account_reset_password"), {"email": "known@example.org"})
    form = browser.get(link_in(Letter.objects.latest("pk").pk), follow=True).redirect_chain[-1][0]
    browser.post(form, {"password1": "another horizon far away", "password2": "another horizon far away"})
    assert browser.get(reverse("account")).status_code == 302, "setting it signs nobody in"
    assert sign_in("known@example.org", "another horizon far away", browser)[1] == reverse("mfa_authenticate")
    assert not opens(browser)
