"""What people agree to: kept with the digest of the text, asked for again once the text has changed."""

import hashlib

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.consent.actions import give_consent
from kinoqor.accounts.consent.models import Consent
from kinoqor.accounts.consent.queries import latest_of, stands
from kinoqor.accounts.consent.rules import digest
from kinoqor.ui import pack
from tests import people


def test_a_text_is_known_again_by_its_digest() -> None:
    assert digest("мәтін") == hashlib.sha256("мәтін".encode()).hexdigest()
    assert digest("мәтін") != digest("мәтін ")


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_consent_is_to_the_text_in_the_language_in_which_it_was_read(language: str) -> None:
    someone = people.user()
    kept = give_consent(someone.pk, language, by=someone.doer)
    assert kept.text_digest == digest(pack.text("consent", language))
    assert stands(kept)
    kept.given.refresh_from_db()
    assert kept.given.details == {"user": someone.pk, "text": kept.text_digest}


@pytest.mark.django_db
def test_a_consent_to_another_text_does_not_stand() -> None:
    someone = people.user()
    kept = give_consent(someone.pk, "en", by=someone.doer)
    Consent.objects.filter(pk=kept.pk).update(text_digest=digest("an older text"))
    found = latest_of(someone.pk)
    assert found is not None and not stands(found)


@pytest.mark.django_db
def test_the_page_says_when_one_agreed_and_asks_again_once_the_text_has_changed() -> None:
    someone = people.user()
    browser, place = people.client(someone), reverse("consent")
    assert "you have not agreed to this text yourself yet" in browser.get(place).content.decode()
    browser.post(reverse("consent-give"))
    assert "You agreed to this text on" in browser.get(place).content.decode()
    Consent.objects.update(text_digest=digest("an older text"))
    assert "the text has changed since" in browser.get(place).content.decode()
    browser.post(reverse("consent-give"))
    assert Consent.objects.filter(user=someone).count() == 2
    assert "You agreed to this text on" in browser.get(place).content.decode()


@pytest.mark.django_db
def test_anyone_may_read_the_text_before_they_open_an_account() -> None:
    answer = Client().get(reverse("consent"))
    assert answer.status_code == 200 and reverse("account_signup") in answer.content.decode()
