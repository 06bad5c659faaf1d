"""Coming in: what is told, what is not, and what is kept."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from kinoqor.accounts.consent.models import Consent
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.signin.adapters.demonstration import code_now
from kinoqor.accounts.user.models import User
from kinoqor.ledger.letter.models import Letter
from tests import people
from tests.accounts.signin.ways import TOKEN, link_in, sign_in, sign_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_counted_yet() -> None:
    """Attempts are counted in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with override("en"):
        yield


def test_whoever_signs_up_confirms_the_address_by_the_button_of_a_letter() -> None:
    browser = Client()
    sign_up("new@example.org", browser)
    someone = User.objects.get(email="new@example.org")
    letter = Letter.objects.get(receiver=someone.doer.voice)
    place = link_in(letter.pk)
    assert letter.body == "" and "/confirm-email/" in place
    assert browser.get(place).status_code == 200 and not people.confirmed(someone)
    browser.post(place)
    assert people.confirmed(someone)


def test_an_account_without_a_confirmed_address_lets_nobody_in() -> None:
    sign_up("new@example.org")
    browser = Client()
    assert sign_in("new@example.org", browser=browser)[1] == reverse("account_email_verification_sent")
    assert browser.get(reverse("account")).status_code == 302


def test_signing_up_keeps_the_consent_with_the_digest_of_its_text() -> None:
    sign_up("new@example.org")
    kept = Consent.objects.get(user__email="new@example.org")
    assert (len(kept.text_digest), kept.language, kept.given.code) == (64, "en", "accounts.consent.given")


def test_nobody_signs_up_without_consent() -> None:
    assert sign_up("new@example.org", consent="")[0] == 200
    assert not User.objects.exists()


def test_signing_up_takes_nothing_that_was_not_asked_for() -> None:
    sign_up(
        "new@example.org", is_superuser="on", is_active="", person_ref="p001", pk="1", erased="2020-01-01"
    )
    someone = User.objects.get(email="new@example.org")
    assert (someone.is_superuser, someone.is_active, someone.person_ref, someone.erased) == (
        False,
        True,
        "",
        None,
    )


def test_signing_up_with_a_taken_address_looks_the_same_as_with_a_new_one() -> None:
    people.user(email="taken@example.org")
    assert sign_up("taken@example.org") == sign_up("new@example.org")
    assert User.objects.filter(email="taken@example.org").count() == 1
    assert Letter.objects.filter(subject_line="You already have an account").exists()


def test_a_wrong_password_and_an_unknown_address_are_answered_alike() -> None:
    people.user(email="known@example.org")
    answers = []
    for email in ("known@example.org", "strange@example.org"):
        page = Client().post(reverse("account_login"), {"login": email, "password": "not the password"})
        answers.append((page.status_code, TOKEN.sub("", page.content.decode()).replace(email, "")))
    assert answers[0] == answers[1]


def test_a_new_password_for_an_unknown_address_is_answered_alike() -> None:
    people.user(email="known@example.org")
    both = ("known@example.org", "strange@example.org")
    answers = [Client().post(reverse("account_reset_password"), {"email": each}) for each in both]
    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert Letter.objects.filter(subject_line="There is no account with this address").count() == 1


@pytest.mark.parametrize("weak", ["short", "password1234", "12345678901234"])
def test_a_weak_password_is_refused(weak: str) -> None:
    sign_up("new@example.org", password1=weak)
    assert not User.objects.exists()


def test_a_password_like_the_address_is_refused() -> None:
    sign_up("steppehorizon@example.org", password1="steppehorizon1")
    assert not User.objects.exists()


def test_guessing_a_password_is_stopped_after_a_few_attempts_even_for_the_right_one() -> None:
    people.user(email="known@example.org")
    for _attempt in range(6):
        sign_in("known@example.org", "wrong password")
    assert sign_in("known@example.org")[0] in (200, 429)


def test_a_form_from_elsewhere_is_refused() -> None:
    browser = Client(enforce_csrf_checks=True)
    assert sign_in("known@example.org", browser=browser)[0] == 403


@pytest.mark.parametrize(
    "away", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"]
)
def test_signing_in_leads_nowhere_else(away: str) -> None:
    people.user(email="known@example.org")
    assert "elsewhere" not in sign_in("known@example.org", next=away)[1]
    assert "javascript" not in sign_in("known@example.org", next=away)[1]


def test_the_second_step_is_asked_for_and_makes_the_session_strong() -> None:
    someone = people.user(email="known@example.org")
    people.seated(Role.ADMINISTRATOR, someone)
    key = generate_totp_secret()
    TOTP.activate(someone, key)
    browser = Client()
    assert sign_in("known@example.org", browser=browser)[1] == reverse("mfa_authenticate")
    assert browser.get(reverse("seats")).status_code == 302
    assert browser.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    browser.post(reverse("mfa_authenticate"), {"code": code_now(key)})
    assert browser.get(reverse("seats")).status_code == 200


def test_a_staff_seat_without_a_second_step_leads_to_setting_one_up() -> None:
    browser = people.signed_in(Role.AUDITOR, strong=False)
    assert browser.get(reverse("second-step")).headers["Location"] == reverse("mfa_index")


def test_the_last_second_step_of_a_staff_seat_cannot_be_dropped() -> None:
    someone = people.user()
    people.seated(Role.AUDITOR, someone)
    TOTP.activate(someone, generate_totp_secret())
    browser = people.client(someone)
    answer = browser.post(reverse("mfa_deactivate_totp"))
    assert answer.status_code == 403 and "last second step" in answer.content.decode()
    assert Authenticator.objects.filter(user=someone).exists()


def test_the_old_address_of_signing_in_leads_to_the_new_one() -> None:
    assert Client().get("/en/signin/").headers["Location"] == "/en/account/login/"
