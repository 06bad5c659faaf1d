"""The company file: one for a company, seen by its producers and by officers, held against the calls that are open."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.words import Role
from kinoqor.funding.applicant.actions import save_company
from kinoqor.funding.applicant.queries import applicant_of, points_of, snapshot
from kinoqor.funding.question.actions import load_forms
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from tests import people
from tests.make import BY

pytestmark = pytest.mark.django_db
GOOD = {
    "form": "company", "bin": "100140010000", "name_kk": "Сынақ студиясы", "name_ru": "Пробная студия",
    "registered": "2010-01-05", "country": "KZ", "address": "Invented street 1", "activity": "59111",
    "tax_date": "2024-05-01", "tax_debt": "0", "bankrupt": "no", "vat": "yes", "iban": "KZ86125KZT5004100100",
    "bank_name": "Invented bank", "director_name": "Сынақ Адам", "director_iin": "900101300007",
    "director_post": "director", "director_ground": "charter", "email": "studio@example.org",
    "phone": "+7 700 000 00 00",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _forms() -> None:
    load_forms(by=BY)


@pytest.fixture
def studio() -> Organisation:
    return people.body(OrganisationKind.COMPANY, "Test studio")


@pytest.fixture
def producer(studio: Organisation) -> Client:
    return people.client(people.seated(Role.PRODUCER, where=studio).user)


def saved(producer: Client, revision: int = 0, **more: str) -> Any:
    return producer.post(reverse("company-file"), {**GOOD, "revision": str(revision), **more})


def test_a_complete_file_is_saved_once_and_read_by_officers(producer: Client, studio: Organisation) -> None:
    assert saved(producer).status_code == 302
    found = applicant_of(studio.pk)
    assert found is not None
    assert found.values["tax_debt"] == 0
    assert [point.place for point in points_of(studio.pk)] in ([], ["director_iin"])
    page = people.signed_in(Role.OFFICER).get(reverse("company-read", args=[studio.pk])).content.decode()
    assert "Сынақ студиясы" in page
    assert snapshot(applicant_of(studio.pk))["values"]["bin"] == "100140010000"


def test_what_is_wrong_is_kept_as_it_was_typed_and_stays_open(producer: Client, studio: Organisation) -> None:
    answer = saved(producer, bin="100140010001", activity="film")
    page = answer.content.decode()
    assert "The last digit of 100140010001 does not fit" in page
    assert "saved as you typed it" in page
    assert applicant_of(studio.pk).values["activity"] == "film"  # type: ignore[union-attr]
    assert {"bin", "activity"} <= {point.place for point in points_of(studio.pk)}


def test_two_tabs_do_not_undo_each_others_work(producer: Client, studio: Organisation) -> None:
    saved(producer)
    saved(producer, 1, phone="+7 700 111 11 11")
    late = saved(producer, 1, phone="+7 700 222 22 22")
    page = late.content.decode()
    assert "Somebody has saved this file since you opened it" in page
    assert "+7 700 222 22 22" in page
    assert "+7 700 111 11 11" in page
    assert applicant_of(studio.pk).values["phone"] == "+7 700 111 11 11"  # type: ignore[union-attr]
    assert saved(producer, 2, phone="+7 700 222 22 22").status_code == 302


def test_a_company_of_another_number_is_told_so(producer: Client, studio: Organisation) -> None:
    Organisation.objects.filter(pk=studio.pk).update(number="100140010099")
    saved(producer)
    assert "another number: 100140010099" in " ".join(point.sentence for point in points_of(studio.pk))


def test_the_journal_learns_which_answers_changed_and_not_what_they_are(producer: Client) -> None:
    saved(producer)
    told = Deed.objects.get(code="funding.applicant.saved").details
    assert "director_iin" in told["places"]
    assert "900101300007" not in str(told)


def test_nobody_else_sees_the_file(producer: Client, studio: Organisation) -> None:
    saved(producer)
    another = people.seated(Role.PRODUCER, where=people.body(OrganisationKind.COMPANY, "Another studio")).user
    page = people.client(another).get(reverse("company-file")).content.decode()
    assert "Пробная студия" not in page
    for browser in (Client(), producer, people.client(another), people.signed_in(Role.CATALOGUER)):
        assert browser.get(reverse("company-read", args=[studio.pk])).status_code in (302, 403)
    assert (
        people.signed_in(Role.OFFICER).get(reverse("company-read", args=[studio.pk + 99])).status_code == 404
    )
    assert people.signed_in(Role.OFFICER).get(reverse("company-file")).status_code == 403


def test_an_action_refuses_an_old_state(studio: Organisation) -> None:
    with pytest.raises(Refused):
        save_company(studio.pk, {}, 7, by=BY)


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_pages_stand_in_every_language(producer: Client, studio: Organisation, lang: str) -> None:
    path = reverse("company-file").replace("/en/", f"/{lang}/", 1)
    assert producer.get(path).status_code == 200
    saved(producer)
    assert producer.get(path).status_code == 200
    read = reverse("company-read", args=[studio.pk]).replace("/en/", f"/{lang}/", 1)
    assert people.signed_in(Role.OFFICER).get(read).status_code == 200
