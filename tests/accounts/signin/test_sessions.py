"""Sessions: made anew at sign-in, seen and ended by their owner, dead when they have ended, and of no use to a thief."""

from collections.abc import Iterator
from datetime import timedelta
from math import log2

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.fixtures import Settings

from kinoqor.accounts.account.actions import erase
from kinoqor.accounts.management.commands.demo_accounts import code_now
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.models import Letter
from kinoqor.ui.sitting import BEGAN, SEEN, STEP
from tests import people
from tests.accounts.signin.ways import link_in, sign_in
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db
NEW = "another horizon far away"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    cache.clear()
    with override("en"):
        yield


def inside(email: str = "known@example.org") -> Client:
    browser = Client()
    sign_in(email, browser=browser)
    assert is_in(browser)
    return browser


def confirm(browser: Client) -> None:
    """Show once more that it is you, as is asked before sessions are ended."""
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def is_in(browser: Client) -> bool:
    return browser.get(reverse("account")).status_code == 200


def stolen_from(browser: Client) -> Client:
    """Another browser with the same cookie."""
    thief = Client()
    thief.cookies["sessionid"] = browser.cookies["sessionid"].value
    return thief


def test_a_session_gets_a_new_key_at_sign_in() -> None:
    people.user(email="known@example.org")
    browser = Client()
    browser.get(reverse("account_login"))
    session = browser.session
    session["planted"] = "yes"
    session.save()
    browser.cookies["sessionid"] = planted = session.session_key or ""
    sign_in("known@example.org", browser=browser)
    assert browser.cookies["sessionid"].value != planted
    assert not Session.objects.filter(session_key=planted).exists()


def test_keys_of_sessions_are_long_and_made_by_chance() -> None:
    people.user(email="known@example.org")
    keys = {inside().cookies["sessionid"].value for _each in range(3)}
    assert len(keys) == 3
    assert all(len(key) * log2(36) > 128 for key in keys)


def test_signing_out_kills_the_session_and_not_only_the_cookie() -> None:
    people.user(email="known@example.org")
    browser = inside()
    thief = stolen_from(browser)
    assert is_in(thief)
    browser.post(reverse("account_logout"))
    assert not is_in(thief) and not is_in(browser)
    assert not Session.objects.exists()


@pytest.mark.parametrize("name", ["home", "films", "account", "letters", "sessions", "mfa_index", "search"])
def test_the_way_out_stands_on_every_page_of_whoever_is_in(name: str) -> None:
    people.user(email="known@example.org")
    page = inside().get(reverse(name)).content.decode()
    assert f'<form method="post" action="{reverse("account_logout")}">' in page and "Sign out" in page


def test_whoever_is_asked_by_get_to_sign_out_stays_in() -> None:
    people.user(email="known@example.org")
    browser = inside()
    assert browser.get(reverse("account_logout")).status_code == 200
    assert is_in(browser)


def test_a_changed_password_ends_all_other_sessions_and_is_told() -> None:
    someone = people.user(email="known@example.org")
    here, elsewhere = Client(), Client()
    for browser in (here, elsewhere):
        sign_in("known@example.org", browser=browser)
    new = {
        "oldpassword": PASSWORD,
        "password1": "another horizon far away",
        "password2": "another horizon far away",
    }
    assert here.post(reverse("account_change_password"), new).status_code == 302
    assert here.get(reverse("account")).status_code == 200
    assert elsewhere.get(reverse("account")).status_code == 302
    assert Letter.objects.get(receiver=someone.doer.voice).subject_line == "Your password was changed"
    assert Deed.objects.filter(code="accounts.signin.secured").exists()
    assert Session.objects.count() == 1


def test_a_person_sees_their_sessions_and_ends_one() -> None:
    people.user(email="known@example.org")
    here, elsewhere = Client(), Client()
    sign_in("known@example.org", browser=here)
    sign_in("known@example.org", browser=elsewhere)
    assert here.get(reverse("sessions")).content.decode().count("this one") == 1
    other = UserSession.objects.exclude(session_key=here.session.session_key).get()
    asked = here.post(reverse("session-end", args=[other.pk]))
    assert "/reauthenticate/" in asked["Location"] and is_in(elsewhere)
    confirm(here)
    here.post(reverse("session-end", args=[other.pk]))
    assert elsewhere.get(reverse("account")).status_code == 302


def test_somebody_elses_session_is_not_there() -> None:
    people.user(email="known@example.org")
    sign_in("known@example.org", browser=Client())
    theirs = UserSession.objects.get()
    assert people.client(people.user()).post(reverse("session-end", args=[theirs.pk])).status_code == 404
    assert UserSession.objects.exists()


def test_a_password_is_changed_only_by_whoever_knows_the_old_one() -> None:
    people.user(email="known@example.org")
    browser = inside()
    form = {"oldpassword": "not the password", "password1": NEW, "password2": NEW}
    assert browser.post(reverse("account_change_password"), form).status_code == 200
    assert sign_in("known@example.org", NEW)[0] == 200
    assert sign_in("known@example.org", PASSWORD)[0] == 302


def test_a_new_password_by_letter_ends_every_session_and_works_once(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    someone = people.user(email="known@example.org")
    thief = inside()
    browser = Client()
    browser.post(reverse("account_reset_password"), {"email": "known@example.org"})
    place = link_in(Letter.objects.latest("pk").pk)
    form = browser.get(place, follow=True).redirect_chain[-1][0]
    assert place.split("-")[-1].strip("/") not in form, "the secret does not stay in the address"
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(form, {"password1": NEW, "password2": NEW})
    assert (
        not is_in(thief) and not Session.objects.filter(session_key=thief.cookies["sessionid"].value).exists()
    )
    assert sign_in("known@example.org", PASSWORD)[0] == 200
    assert sign_in("known@example.org", NEW)[0] == 302
    assert not Client().get(place, follow=True).redirect_chain, "the link has been used"
    assert Letter.objects.filter(
        receiver=someone.doer.voice, subject_line="Your password was set anew"
    ).exists()


def test_the_link_of_a_letter_that_sets_a_password_grows_old(settings: Settings) -> None:
    people.user(email="known@example.org")
    Client().post(reverse("account_reset_password"), {"email": "known@example.org"})
    place = link_in(Letter.objects.latest("pk").pk)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert not Client().get(place, follow=True).redirect_chain


def test_all_sessions_but_this_one_are_ended_at_once() -> None:
    people.user(email="known@example.org")
    here, others = inside(), [inside() for _each in range(3)]
    confirm(here)
    here.post(reverse("sessions-end"))
    assert is_in(here) and not any(map(is_in, others))
    assert Deed.objects.get(code="accounts.signin.sessions_ended").details["sessions"] == 3


def test_an_account_that_was_erased_or_closed_is_out_at_once_everywhere() -> None:
    someone = people.user(email="known@example.org")
    one, other = inside(), inside()
    User.objects.filter(pk=someone.pk).update(is_active=False)
    assert not is_in(one)
    User.objects.filter(pk=someone.pk).update(is_active=True)
    erase(someone.pk, "", by=someone.doer)
    assert not is_in(other) and not Session.objects.exists()
    assert sign_in("known@example.org")[0] == 200


def test_a_session_ends_after_an_hour_without_a_page() -> None:
    people.user(email="known@example.org")
    browser = inside()
    assert 3500 < browser.session.get_expiry_age() <= 3600
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not is_in(browser)


def test_a_session_in_use_goes_on_but_never_longer_than_a_working_day() -> None:
    people.user(email="known@example.org")
    browser = inside()
    session = browser.session
    session[SEEN] -= STEP + 1
    session.save()
    Session.objects.update(expire_date=timezone.now() + timedelta(seconds=9))
    assert is_in(browser)
    assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=50)
    session = browser.session
    session[BEGAN] -= 12 * 3600
    session.save()
    assert not is_in(browser)
    assert not Session.objects.filter(session_key=session.session_key).exists()


def test_whoever_may_sign_out_here_is_not_asked_to_confirm_it() -> None:
    people.user(email="known@example.org")
    browser = inside()
    browser.post(reverse("session-end", args=[UserSession.objects.get().pk]))
    assert not is_in(browser)


def test_an_administrator_ends_the_sessions_of_a_person_and_the_journal_says_so() -> None:
    someone = people.user(email="known@example.org")
    theirs = [inside(), inside()]
    place = reverse("person-sessions-end", args=[someone.pk])
    assert people.signed_in(Role.AUDITOR).post(place).status_code == 403
    assert all(map(is_in, theirs))
    administrator = people.signed_in(Role.ADMINISTRATOR)
    assert administrator.post(place)["Location"] == reverse("holder", args=[someone.pk])
    assert not any(map(is_in, theirs))
    line = Deed.objects.get(code="accounts.signin.sessions_ended")
    assert line.details == {"user": someone.pk, "sessions": 2} and line.hat
    assert administrator.post(reverse("person-sessions-end", args=[99_999_999])).status_code == 404


def test_the_cookie_of_a_session_is_read_by_no_script_sent_from_no_other_site_and_only_over_tls(
    settings: Settings,
) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    people.user(email="known@example.org")
    browser = Client()
    browser.get(reverse("account_login"), secure=True)
    browser.post(reverse("account_login"), {"login": "known@example.org", "password": PASSWORD}, secure=True)
    cookie = browser.cookies["sessionid"]
    assert cookie["httponly"] and cookie["secure"] and cookie["samesite"] == "Lax" and not cookie["domain"]
    assert browser.cookies["csrftoken"]["secure"] and browser.cookies["csrftoken"]["samesite"] == "Lax"


def test_the_second_step_gives_the_session_a_new_key_so_that_a_stolen_one_stays_weak() -> None:
    someone = people.user(email="known@example.org")
    people.seated(Role.ADMINISTRATOR, someone)
    key = generate_totp_secret()
    browser = inside()
    TOTP.activate(someone, key)
    thief = stolen_from(browser)
    browser.post(reverse("mfa_reauthenticate"), {"code": code_now(key)})
    assert browser.get(reverse("seats")).status_code == 200
    assert thief.get(reverse("seats")).status_code == 302, "the key that was stolen is dead"
    assert browser.get(reverse("sessions")).content.decode().count("this one") == 1
    assert UserSession.objects.filter(user=someone).count() == 1


def test_confirming_by_the_password_gives_a_new_key_too_and_a_wrong_one_does_not() -> None:
    people.user(email="known@example.org")
    browser = inside()
    before = browser.cookies["sessionid"].value
    browser.post(reverse("account_reauthenticate"), {"password": "not the password"})
    assert browser.cookies["sessionid"].value == before
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert browser.cookies["sessionid"].value != before and is_in(browser)
    assert not Session.objects.filter(session_key=before).exists()
