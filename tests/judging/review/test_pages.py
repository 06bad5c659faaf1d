"""The reading room as its reader sees it."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.judging.assignment.models import Reading
from kinoqor.judging.review.models import Review
from tests import people
from tests.judging import making

pytestmark = pytest.mark.django_db
WHY = "The second act holds the tension to its end."
SENT = {
    "mark.plot": "7", "words.plot": WHY, "mark.dramaturgy": "none", "words.dramaturgy": WHY, "council": "Good.",
    "language": "en", "revision": "0",
}  # fmt: skip


@pytest.fixture(name="reading")
def _reading() -> Reading:
    return making.reading(making.admitted(), making.member())


@pytest.fixture(name="client")
def _client(reading: Reading) -> Client:
    return people.client(reading.user)


def at(of: Reading) -> str:
    """The address of a reading."""
    return f"/en/reading/{of.pk}/"


def test_the_list_names_each_file_with_its_day_and_how_far_it_is(client: Client, reading: Reading) -> None:
    second = making.reading(making.admitted(), reading.member)
    making.review(second)
    shown = client.get("/en/reading/").content.decode()
    assert "1 of 2 handed in" in shown
    assert "not begun" in shown
    assert f'href="{at(reading)}"' in shown
    assert shown.index(at(reading)) < shown.index(at(second))


def test_nothing_stands_on_the_list_of_a_reader_without_files() -> None:
    client = people.client(making.member().seat.user)
    assert "Nothing is given to you to read" in client.get("/en/reading/").content.decode()


def test_the_list_costs_the_same_with_one_and_three_files(client: Client, reading: Reading) -> None:
    client.get("/en/reading/")
    with CaptureQueriesContext(connection) as one:
        client.get("/en/reading/")
    for _number in range(2):
        making.reading(making.admitted(), reading.member)
    with CaptureQueriesContext(connection) as three:
        client.get("/en/reading/")
    assert len(three) == len(one)


@pytest.mark.parametrize("where", ["", "papers/1/1/", "papers/1/1/text/"])
def test_the_reading_of_somebody_else_is_not_there(reading: Reading, where: str) -> None:
    other = people.client(making.member().seat.user)
    assert other.get(at(reading) + where).status_code == 404
    officer = people.signed_in(Role.OFFICER)
    assert officer.get(at(reading) + where).status_code == 403


def test_a_conflict_shuts_the_file_at_once(client: Client, reading: Reading) -> None:
    assert client.get(at(reading)).status_code == 200
    making.barred(reading.user, reading.application)
    assert client.get(at(reading)).status_code == 404
    assert at(reading) not in client.get("/en/reading/").content.decode()


def test_without_the_second_step_nothing_is_read(reading: Reading) -> None:
    weak = people.client(reading.user, strong=False)
    assert weak.get(at(reading)).status_code == 403


def test_a_file_is_shown_with_its_criteria_their_scale_and_what_the_marks_mean(
    client: Client, reading: Reading
) -> None:
    shown = client.get(at(reading)).content.decode()
    assert "A test of a steppe." in shown
    assert shown.count('name="mark.plot"') == 11
    assert "Does not apply" in shown
    assert "Strong" in shown
    assert "Test company" not in shown
    assert "no-store" in client.get(at(reading)).headers["Cache-Control"]


def test_what_is_sent_by_the_script_is_kept_and_answered(client: Client, reading: Reading) -> None:
    answer = client.post(at(reading), SENT, headers={"X-Autosave": "1"})
    assert json.loads(answer.content)["revision"] == 1
    kept = Review.objects.get(reading=reading)
    assert kept.marks == {"plot": 7, "dramaturgy": None}
    assert kept.handed is None
    shown = client.get(at(reading)).content.decode()
    assert 'value="7" checked' in shown
    assert 'value="none" checked' in shown


def test_a_script_that_comes_too_late_is_told_so_and_a_page_shows_both_versions(
    client: Client, reading: Reading
) -> None:
    client.post(at(reading), SENT, headers={"X-Autosave": "1"})
    other = SENT | {"mark.plot": "3", "words.plot": "Slower than the other page was."}
    told = client.post(at(reading), other, headers={"X-Autosave": "1"})
    assert told.status_code == 409
    assert json.loads(told.content)["late"] is True
    shown = client.post(at(reading), other)
    assert shown.status_code == 409
    text = shown.content.decode()
    assert "Two versions of this review" in text
    assert WHY in text
    assert "Slower than the other page was." in text
    assert 'name="revision" value="1"' in text
    assert client.post(at(reading), other | {"revision": "1"}).status_code == 302
    assert Review.objects.get(reading=reading).marks["plot"] == 3


def test_handing_in_what_is_not_whole_names_each_place_and_keeps_what_was_written(
    client: Client, reading: Reading
) -> None:
    answer = client.post(at(reading), {"mark.plot": "7", "revision": "0", "hand": "1", "no_tie": "1"})
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert 'href="#mark-dramaturgy"' in shown
    assert 'href="#words-plot"' in shown
    assert Review.objects.get(reading=reading).marks == {"plot": 7}


def test_what_is_handed_in_is_shown_with_its_digest_and_the_form_is_gone(
    client: Client, reading: Reading
) -> None:
    answer = client.post(at(reading), SENT | {"hand": "1", "no_tie": "1"}, follow=True)
    shown = answer.content.decode()
    digest = Review.objects.get(reading=reading).digest
    assert digest in shown
    assert 'name="mark.plot"' not in shown
    assert f'<kino-draft key="review-{reading.pk}" done>' in shown
    again = client.post(at(reading), SENT | {"hand": "1", "no_tie": "1"})
    assert again.status_code == 403
    assert "cannot be changed any more" in again.content.decode()


def test_a_mark_that_is_none_of_the_scale_is_not_kept(client: Client, reading: Reading) -> None:
    for mark in ("11", "0", "7.5", "<b>", "9" * 30):
        answer = client.post(at(reading), SENT | {"mark.plot": mark}, headers={"X-Autosave": "1"})
        assert answer.status_code == 403
    assert not Review.objects.filter(reading=reading).exists()


def test_nobody_sees_the_marks_of_others_in_the_reading_room(client: Client, reading: Reading) -> None:
    other = making.reading(reading.application, making.member())
    making.review(other, {"plot": 9, "dramaturgy": 9})
    shown = client.get(at(reading)).content.decode()
    assert "A film for festivals." not in shown
    assert other.user.name not in shown
    assert 'value="9" checked' not in shown


def test_a_paper_that_is_not_there_is_not_shown(client: Client, reading: Reading) -> None:
    assert client.get(reverse("reading-page", args=[reading.pk, 1, 1])).status_code == 404


def test_a_tie_is_declared_from_the_file_and_shuts_it(client: Client, reading: Reading) -> None:
    assert f"{at(reading)}tie/" in client.get(at(reading)).content.decode()
    assert client.get(f"{at(reading)}tie/").status_code == 200
    bad = client.post(f"{at(reading)}tie/", {"kind": "declared", "words": "So."})
    assert "letters why" in bad.content.decode()
    answer = client.post(f"{at(reading)}tie/", {"kind": "family", "words": ""}, follow=True)
    assert "The file is shut to you from now on" in answer.content.decode()
    assert client.get(at(reading)).status_code == 404


def test_the_page_of_a_file_offers_every_language_of_the_house(client: Client, reading: Reading) -> None:
    shown = client.get(at(reading)).content.decode()
    for lang in ("kk", "ru", "en"):
        assert f'<a href="/{lang}/reading/{reading.pk}/" lang="{lang}"' in shown


def test_the_desk_of_an_expert_shows_what_waits_for_them(client: Client, reading: Reading) -> None:
    shown = client.get("/en/desk/").content.decode()
    assert "Files that wait for your review" in shown
    assert at(reading) in shown
    making.review(reading)
    assert at(reading) not in client.get("/en/desk/").content.decode()
