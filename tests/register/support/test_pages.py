"""The list of decisions on state support, and one decision."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind
from tests.make import claim, film, named, settled

pytestmark = pytest.mark.django_db


def decision(ref: str, title: str, date: str = "2019", **facts: str) -> Subject:
    """A published decision; not settled yet."""
    about = named(ref, Kind.DECISION, {"en": title})
    for prop, value in ({"decision": "the first call"} | facts).items():
        claim(about, prop, value)
    if date:
        claim(about, "date", date)
    return about


def page(client: Client, path: str = "support/", lang: str = "en") -> str:
    answer = client.get(f"/{lang}/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def three() -> None:
    """Three decisions: one became a film, one is told of in the press, of one nothing is known."""
    made = decision("s901", "The Made One")
    claim(made, "work", "f901", target=film("f901", "The Finished Film", year="2021"), note="title agrees")
    said = decision("s902", "The Reported One", "2023", applicant_said="Test Films")
    claim(said, "outcome", "shooting has begun", lang="en", script="Latn")
    claim(said, "amount", "500000000", note="budget per press")
    decision("s903", "The Silent One", "")
    settled()


def test_each_decision_says_what_became_of_it(client: Client, three: None) -> None:
    shown = page(client)
    assert "The Finished Film" in shown and "/en/films/f901-the-finished-film/" in shown
    assert "shooting has begun" in shown and "no film in the register matches yet" in shown
    assert "nothing further was found" in shown


def test_decisions_are_counted_by_year_and_each_number_opens_its_rows(client: Client, three: None) -> None:
    shown = page(client)
    assert "/en/support/?year=2019&amp;stage=film#decisions" in shown
    opened = page(client, "support/?year=2019&stage=film")
    assert "The Made One" in opened and "The Silent One" not in opened.partition('id="decisions"')[2]


def test_decisions_without_a_year_can_be_asked_for(client: Client, three: None) -> None:
    shown = page(client, "support/?year=none").partition('id="decisions"')[2]
    assert "The Silent One" in shown and "The Made One" not in shown


def test_a_sum_stands_with_its_meaning_and_its_decisions(client: Client, three: None) -> None:
    shown = page(client)
    assert "500,000,000" in shown and "budget per press" in shown


def test_bad_questions_are_answered_with_the_whole_list(client: Client, three: None) -> None:
    for query in (
        "year=19%2719",
        "year=99999",
        "stage=drop",
        "category=%00",
        "page=zzz",
        "page=-1",
        "page=99",
    ):
        assert "The Made One" in page(client, f"support/?{query}")


def test_a_question_that_fits_nothing_says_so(client: Client, three: None) -> None:
    assert "No decision fits" in page(client, "support/?year=1999")


def test_the_list_asks_as_much_for_one_decision_as_for_three(client: Client) -> None:
    decision("s901", "The Made One", applicant_said="Test Films")
    settled()
    page(client)
    with CaptureQueriesContext(connection) as one:
        page(client)
    decision("s902", "The Second One")
    decision("s903", "The Third One", "2021")
    settled()
    with CaptureQueriesContext(connection) as more:
        page(client)
    assert len(one) == len(more) <= 12


def test_a_decision_says_how_its_film_was_recognised(client: Client, three: None) -> None:
    shown = page(client, "support/s901-the-made-one/")
    assert "The Finished Film" in shown and "title agrees" in shown


def test_a_decision_of_which_nothing_is_known_says_so(client: Client, three: None) -> None:
    shown = page(client, "support/s903-the-silent-one/")
    assert "Nothing further was found in public sources." in shown and "Year not known" in shown


def test_a_bare_number_leads_to_the_readable_address(client: Client, three: None) -> None:
    assert client.get("/en/support/s901/")["Location"] == "/en/support/s901-the-made-one/"
    assert client.get("/en/support/s999/").status_code == 404


def test_decisions_are_open_data(client: Client, three: None) -> None:
    assert len(client.get("/en/support.json").json()["decisions"]) == 3
    rows = b"".join(client.get("/en/support.csv").streaming_content).decode("utf-8-sig").splitlines()
    assert len(rows) == 4 and rows[2].split(",")[7:9] == ["500000000", "budget per press"]
    assert client.get("/en/support/s901.json").json()["facts"]["work"]["voices"][0]["object"] == "f901"
    assert client.get("/en/support/s901.csv").status_code == 200
