"""An erased account: the person is gone from every table, what they did stays whole."""

import json
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import models
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.account.actions import erase
from kinoqor.accounts.account.rules import may_be_erased
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.keeping.correction.models import Proposal
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.models import Letter, Sending
from kinoqor.ledger.letter.rules import NAME as MARK
from kinoqor.ledger.letter.rules import digest
from kinoqor.ledger.letter.words import State
from kinoqor.register.claim.models import Claim
from tests import people
from tests.accounts.account.lives import EMAIL, NAME, lived
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db
WORDS = (models.CharField, models.TextField, models.JSONField)


def everywhere(text: str) -> list[str]:
    """The columns of all tables in which a text stands."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if field.concrete and isinstance(field, WORDS):
                rows = model._base_manager.values_list(field.attname, flat=True)
                if any(text in _plain(each) for each in rows):
                    found.append(f"{model._meta.label}.{field.name}")
    return sorted(found)


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def kept(model: type[models.Model]) -> list[dict[str, Any]]:
    return list(model._base_manager.order_by("pk").values())


def test_before_the_erasure_the_person_is_found() -> None:
    lived()
    assert "accounts.User.name" in everywhere(NAME) and "ledger.Sending.address" in everywhere(EMAIL)


def test_name_and_address_stand_nowhere_after_the_erasure() -> None:
    someone = lived()
    erase(someone.pk, "", by=someone.doer)
    assert (everywhere(NAME), everywhere(EMAIL)) == ([], [])


@pytest.mark.parametrize("model", [Letter, Claim, Seat, Proposal], ids=lambda model: model.__name__)
def test_what_was_written_claimed_held_and_proposed_stays_as_it_was(model: type[models.Model]) -> None:
    someone = lived()
    before = kept(model)
    erase(someone.pk, "", by=someone.doer)
    assert before and kept(model) == before


def test_the_journal_only_grows_by_an_erasure() -> None:
    someone = lived()
    before = kept(Deed)
    erase(someone.pk, "", by=someone.doer)
    after = kept(Deed)
    assert after[: len(before)] == before
    added = {line["code"] for line in after[len(before) :]}
    assert {"accounts.account.erased", "ledger.letter.addresses_erased", "accounts.user.emptied"} <= added
    assert {line["voice"] for line in after[len(before) :]} == {someone.doer.voice}


def test_a_letter_keeps_its_words_and_its_digest_without_the_name() -> None:
    someone = lived()
    letter = Letter.objects.filter(receiver=someone.doer.voice).exclude(body="").latest("pk")
    assert NAME in letter.text and NAME not in letter.body
    erase(someone.pk, "", by=someone.doer)
    letter = Letter.objects.get(pk=letter.pk)
    assert MARK in letter.text and letter.digest == digest(letter.subject_line, letter.body)


def test_what_waited_to_be_sent_is_sent_no_more() -> None:
    someone = lived()
    on_their_way = Sending.objects.filter(letter__receiver=someone.doer.voice)
    assert on_their_way.filter(state__in=[State.WAITING, State.HELD]).exists()
    erase(someone.pk, "", by=someone.doer)
    assert set(on_their_way.values_list("state", "address", "name", "secret_body")) <= {
        (State.DROPPED, "", "", ""), (State.SENT, "", "", ""),
    }  # fmt: skip


def test_nobody_signs_in_any_more_and_open_sessions_are_ended() -> None:
    someone = lived()
    browser = people.client(someone)
    assert browser.get(reverse("account")).status_code == 200
    erase(someone.pk, "", by=someone.doer)
    assert browser.get(reverse("account")).status_code == 302
    owners = {each.get_decoded().get("_auth_user_id") for each in Session.objects.all()}
    assert str(someone.pk) not in owners
    cache.clear()
    for address in (EMAIL, f"erased-{someone.pk}@invalid"):
        stranger = Client()
        stranger.post(reverse("account_login"), {"login": address, "password": PASSWORD})
        assert stranger.get(reverse("account")).status_code == 302


def test_the_address_is_free_for_a_new_account_that_inherits_nothing() -> None:
    someone = lived()
    erase(someone.pk, "", by=someone.doer)
    cache.clear()
    form = {"name": "Жаңа", "email": EMAIL, "password1": PASSWORD, "consent": "on"}
    Client().post(reverse("account_signup"), form)
    new = User.objects.get(email=EMAIL)
    assert new.pk != someone.pk and not new.seats.exists()


def test_whoever_holds_a_seat_of_the_staff_is_refused_with_the_clause() -> None:
    officer = people.user()
    people.seated(Role.OFFICER, officer)
    with pytest.raises(Refused, match="answered for by name"):
        erase(officer.pk, "Law, article 8", by=officer.doer)
    officer.refresh_from_db()
    assert officer.erased is None
    verdict = may_be_erased(True, "Law, article 8")
    assert not verdict and verdict.clause == "Law, article 8" and verdict.way


def test_an_account_is_erased_by_a_ticked_box_and_by_nothing_less() -> None:
    someone = people.user("Сынақ Кетуші")
    browser = people.client(someone)
    assert "Yes, erase my account" in browser.get(reverse("account-erase")).content.decode()
    browser.post(reverse("account-erase"))
    someone.refresh_from_db()
    assert someone.erased is None
    answer = browser.post(reverse("account-erase"), {"sure": "on"}, follow=True)
    someone.refresh_from_db()
    assert someone.erased is not None and "Your account is erased." in answer.content.decode()
    assert browser.get(reverse("account")).status_code == 302


def test_the_page_of_an_erased_account_names_nobody() -> None:
    someone = lived()
    erase(someone.pk, "", by=someone.doer)
    answer = people.signed_in(Role.ADMINISTRATOR).get(reverse("holder", args=[someone.pk]))
    page = answer.content.decode()
    assert "An erased account" in page and "invalid" not in page and NAME not in page
