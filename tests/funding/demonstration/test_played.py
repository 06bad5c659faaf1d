"""The demonstration has every state, is marked wherever it is shown, enters no public list, and is played once."""

import json
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.complaint.models import Complaint
from kinoqor.funding.complaint.words import Answer
from kinoqor.funding.filing.actions import receive
from kinoqor.funding.filing.models import Filing
from kinoqor.funding.likeness.queries import like
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.actions import load_forms
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.file.models import File
from kinoqor.ledger.letter.models import Letter
from kinoqor.ledger.paper.models import Paper
from kinoqor.register.card.models import Card
from kinoqor.register.claim.queries import standing
from kinoqor.register.intake.actions import settle
from kinoqor.register.spelling.queries import find
from tests import people
from tests.house.tree import ROOT
from tests.make import BY

pytestmark = pytest.mark.long(10)

PACK = ROOT / "packs" / "kz"
CALLS = ("demo-order", "demo-package", "demo-script")
LIVE = CALLS[1:]  # whose windows are open
MARK, MARK_OF_HOUSE = "This is a played demonstration:", "A played demonstration lies in this house:"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("house")


@pytest.fixture(scope="module")
def played(house: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A house with its demonstration, played once for all tests of this file; what was said while it was played."""
    plain = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    told = override_settings(DATA=house, DEMO=True, PASSWORD_HASHERS=plain)
    with django_db_blocker.unblock(), told, transaction.atomic():
        load_programmes(PACK, by=BY)
        load_forms(PACK, by=BY)
        call_command("demo_accounts", stdout=StringIO())
        said = StringIO()
        call_command("demo_applications", stdout=said)
        yield said.getvalue()
        transaction.set_rollback(True)


def browser(box: str) -> Client:
    return people.client(User.objects.get(email=f"{box}@example.org"))


def page(of: Client, name: str, *args: object) -> str:
    answer = of.get(reverse(name, args=args))
    assert answer.status_code == 200, name
    return answer.content.decode()


def test_it_is_about_156_files_of_which_one_at_least_stands_in_every_state(played: str) -> None:
    assert "156 of 156" in played
    assert Application.objects.filter(version__call__ref__in=CALLS).count() == 156
    for call in CALLS:
        assert Application.objects.filter(version__call__ref=call).count() > 20
    later = {State.TO_PITCH, State.PITCHED, State.NO_SHOW, State.ORDERED, State.REVOKED}  # by the floor above
    assert set(Application.objects.values_list("state", flat=True)) == set(State.values) - later
    assert set(Complaint.objects.values_list("answer", flat=True)) == set(Answer.values)
    assert Filing.objects.filter(number=2, stage="script").exists()


def test_it_was_made_by_the_deeds_that_people_do(played: str) -> None:
    [whole] = Deed.objects.filter(code="funding.demonstration.played")
    assert whole.details["applications"] == 156
    inside = set(Deed.objects.filter(within=whole).values_list("code", flat=True))
    assert {
        "funding.application.begun", "funding.application.saved", "funding.filing.filed", "funding.check.noticed",
        "funding.check.refused", "funding.check.admitted", "funding.complaint.made", "funding.complaint.answered",
        "funding.application.withdrawn", "funding.application.moved", "funding.estimate.plan_saved",
    } <= inside  # fmt: skip
    assert all(
        one.filed_at < timezone.now() for one in Application.objects.exclude(filed_at=None) if one.filed_at
    )


def test_what_is_filed_now_has_its_papers(played: str) -> None:
    held = set(File.objects.filter(holder__startswith="application:").values_list("holder", flat=True))
    now = Application.objects.filter(
        state__in=(State.FILED, State.PACKAGE_FILED), version__call__ref__in=CALLS
    )
    waiting = [
        one for one in now if one.state == State.PACKAGE_FILED or one.version.call.ref == "demo-script"
    ]
    assert waiting and all(one.name in held for one in waiting)


def test_played_again_it_changes_nothing(played: str, house: Path) -> None:
    before = (
        Deed.objects.count(),
        Application.objects.count(),
        Organisation.objects.count(),
        Letter.objects.count(),
    )
    said = StringIO()
    call_command("demo_applications", stdout=said)
    assert "played before" in said.getvalue()
    after = (
        Deed.objects.count(),
        Application.objects.count(),
        Organisation.objects.count(),
        Letter.objects.count(),
    )
    assert after == before


def test_a_newcomer_finds_drafts_as_producer_and_a_full_desk_as_officer(played: str) -> None:
    for box in ("producer", "producer2"):
        mine = page(browser(box), "applications")
        assert mine.count("/applications/0") + mine.count('href="/en/applications/') >= 4
        assert "you are writing it" in mine
        assert "something is missing" in mine
    for box in ("officer", "officer2"):
        desk = page(browser(box), "checks")
        assert "Show these" in desk
        assert desk.count("/checks/") >= 10 or desk.count("/check/") >= 10


def test_every_page_of_a_file_is_marked(played: str) -> None:
    producer, officer = browser("producer"), browser("officer2")
    mine = Application.objects.filter(organisation__number="771249000017")
    one = mine.filter(state=State.INCOMPLETE)[0]
    parts = (
        "application",
        "application-film",
        "application-crew",
        "application-hands",
        "application-complete",
    )
    for name in (*parts, "application-file", "application-withdraw", "application-files"):
        assert MARK in page(producer, name, one.pk), name
    assert MARK in page(producer, "application-receipt", one.pk, 1)
    told = json.loads(producer.get(reverse("application-snapshot", args=[one.pk, 1])).content)
    assert told["invented"] is True
    for name in ("check", "check-notice", "check-refuse", "check-admit"):
        assert MARK in page(officer, name, one.pk), name
    for call in CALLS:
        assert MARK in page(Client(), "call", call)
        assert MARK in page(Client(), "call-check", call)


def test_lists_the_company_file_and_letters_are_marked_for_whoever_has_signed_in(played: str) -> None:
    producer, officer = browser("producer"), browser("officer2")
    for name in ("applications", "company-file", "letters", "desk"):
        assert MARK_OF_HOUSE in page(producer, name), name
    for name in ("checks", "complaints", "desk", "desk-calls"):
        assert MARK_OF_HOUSE in page(officer, name), name
    assert MARK_OF_HOUSE not in page(Client(), "calls")


def test_letters_and_receipts_say_that_they_are_invented(played: str) -> None:
    some = [
        *Filing.objects.filter(application__organisation__number="771249000017"),
        *Filing.objects.all()[:6],
    ]
    for filing in some:
        receive(filing.pk, by=Doer("clock"))
    letters = Letter.objects.filter(about__startswith="application:")
    assert letters.count() > 60
    told = {"kk": "ойдан шығарылған", "ru": "вымышлен", "en": "are invented"}
    assert all("played demonstration" in one.body or told[one.language] in one.body for one in letters)
    assert Paper.objects.exists()
    assert all(one.facts["invented"] for one in Paper.objects.filter(holder__startswith="application:"))


def test_nothing_of_it_is_public(played: str) -> None:
    films = list(Application.objects.select_related("film"))
    for filing in Filing.objects.all()[:6]:
        receive(filing.pk, by=Doer("clock"))
    settle([one.film_id for one in films], by=BY)
    assert not Card.objects.filter(ref__in=[one.film.ref for one in films]).exists()
    assert not standing().filter(subject__in=[one.film_id for one in films]).exists()
    stranger = Client()
    for one in films[:5]:
        assert stranger.get(f"/en/films/{one.film.ref}/").status_code == 404
        for title in one.titles.values():
            _read, hits = find(title, 10)
            assert hits == []
    some = films[0]
    assert stranger.get(reverse("application", args=[some.pk])).status_code in (302, 403, 404)


def test_what_repeats_is_shown_to_the_officer(played: str) -> None:
    again = Application.objects.get(values__title_kk="Kompas jáne dıirmen")
    found = [each for each in like(again) if each.strong]
    assert any(each.other.version.call.ref == "demo-package" for each in found)


def test_the_drafts_stay_open_for_some_time(played: str) -> None:
    later = timezone.now() + timedelta(days=7)
    for one in Application.objects.filter(state=State.DRAFT).select_related("version"):
        assert str(later.date()) < one.version.terms["stages"][0]["shuts"]


@pytest.mark.django_db
def test_a_house_that_is_no_demonstration_plays_nothing(settings: object, tmp_path: Path) -> None:
    with override_settings(DEMO=False, DATA=tmp_path):
        call_command("demo_applications", stdout=StringIO())
    assert not Deed.objects.filter(code="funding.demonstration.played").exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_without_its_officers_it_says_what_is_missing_and_leaves_nothing(tmp_path: Path) -> None:
    said = StringIO()
    with override_settings(DEMO=True, DATA=tmp_path):
        call_command("demo_applications", stdout=said)
    assert "Make the demonstration accounts first." in said.getvalue()
    assert not Application.objects.exists()
    assert list(tmp_path.iterdir()) == []
