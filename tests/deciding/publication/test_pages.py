"""The pages of a result: nothing before its moment, no name of a film that was not chosen, one's own line alone."""

import csv
import json
from datetime import timedelta
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.publication.actions import lift
from kinoqor.deciding.publication.models import Publication
from tests import people
from tests.deciding import making
from tests.deciding.publication.publishing import at, code_of, listed, out, prepared
from tests.funding.application import making as drafts
from tests.judging import making as judging
from tests.judging.making import REF, STAGE
from tests.make import BY

pytestmark = pytest.mark.django_db
HERE = {"ref": REF, "stage": STAGE}


def seen(browser: Client, name: str, status: int = 200, **asked: object) -> str:
    """What stands at an address, as text."""
    answer = browser.get(reverse(name, kwargs=asked))
    assert answer.status_code == status
    streamed = getattr(answer, "streaming_content", None)
    return (b"".join(streamed) if streamed else answer.content).decode()


@pytest.mark.parametrize("name", ["result", "result-csv", "result-json"])
def test_before_its_moment_nothing_stands_there_even_for_officers(name: str) -> None:
    _number, chosen, _others = prepared()
    for browser in (people.client(), people.signed_in(Role.OFFICER)):
        seen(browser, name, 404, **HERE)
        seen(browser, "result-film", 404, **HERE, code=code_of(chosen[0]))
        assert "test-call" not in seen(browser, "results")


def test_the_public_list_names_the_chosen_with_sums_and_counts_the_others_by_reason() -> None:
    chosen, others = out(2, 3)
    page = seen(people.client(), "result", **HERE)
    for words in (
        "5 filed, 2 in the order",
        "Order company",
        "10,000,000",
        "passed by films that a quota asks for",
        "Rule 7",
    ):
        assert words in page
    for one in others:
        assert one.titles["kk"] not in page
        assert f"/{one.pk}/" not in page
    assert all(one.titles["kk"] in page for one in chosen)


def test_the_open_data_hold_the_chosen_films_alone() -> None:
    chosen, others = out(2, 2)
    rows = list(csv.DictReader(StringIO(seen(people.client(), "result-csv", **HERE).lstrip("\ufeff"))))
    films = json.loads(seen(people.client(), "result-json", **HERE))["films"]
    assert (
        {each["code"] for each in rows}
        == {each["code"] for each in films}
        == {code_of(each) for each in chosen}
    )
    assert not any(each.titles["kk"] in str(films) for each in others)


def test_a_chosen_film_has_a_page_and_one_that_was_not_has_none() -> None:
    chosen, others = out()
    assert "Order company" in seen(people.client(), "result-film", **HERE, code=code_of(chosen[0]))
    seen(people.client(), "result-film", 404, **HERE, code=code_of(others[0]))


def test_an_applicant_reads_their_own_line_and_nobody_elses() -> None:
    making.call()
    company = drafts.company("Own company")
    someone = drafts.producer(company)
    first, own = making.admitted(), making.admitted(someone, company)
    listed([first], [own], 7_000_000_00)
    number = at(-1)
    browser = people.client(someone)
    seen(browser, "application-result", 404, number=own.pk)
    lift(number, timezone.now(), by=BY)
    page = seen(browser, "application-result", number=own.pk)
    for words in ("79.00", "80.00", "1.00 below it", first.titles["kk"], "Rule 7", "You may object until"):
        assert words in page
    for words in ("7,000,000", "more set aside for its stream"):
        assert words in page
    seen(browser, "application-result", 404, number=first.pk)
    assert reverse("application-result", args=[own.pk]) in seen(browser, "application", number=own.pk)


def test_an_officer_looks_beforehand_prepares_and_withdraws() -> None:
    making.call()
    one, other = making.admitted(), making.admitted()
    listed([one], [other])
    browser = people.signed_in(Role.OFFICER)
    assert one.titles["kk"] in seen(browser, "publication-preview", **HERE)
    later = timezone.now() + timedelta(days=2)
    given = {"day": later.date().isoformat(), "time": "10:00"}
    assert browser.post(reverse("publication-prepare", kwargs=HERE), given).status_code == 302
    assert Publication.objects.get().lifts.strftime("%H:%M") == "10:00"
    assert "Until its moment" in seen(browser, "round-publication", **HERE)
    browser.post(reverse("publication-withdraw", kwargs=HERE), {"why": "A sum was wrong."})
    assert Publication.objects.get().withdrawn is not None


def test_whoever_a_film_of_the_stage_is_shut_to_sees_no_preview() -> None:
    making.call()
    one = making.admitted()
    listed([one], [])
    someone = people.user()
    people.seated(Role.OFFICER, someone)
    judging.barred(someone, one)
    browser = people.client(someone)
    seen(browser, "round-publication", 403, **HERE)
    seen(browser, "publication-preview", 403, **HERE)
