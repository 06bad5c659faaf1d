"""Everything ever claimed of a subject, and its card as it stood on a day."""

from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kinoqor.kit.moment import Moment, say
from kinoqor.ledger.deed import actions as deeds
from kinoqor.ledger.deed.actions import Doer
from kinoqor.register.claim.actions import withdraw
from kinoqor.register.claim.words import Rank
from kinoqor.register.subject.words import Kind
from tests.make import claim, credit, film, named, person, settled, source

pytestmark = pytest.mark.django_db


def page(client: Client, path: str, lang: str = "en") -> str:
    answer = client.get(f"/{lang}/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


Clock = Callable[..., None]


def said_day(*day: int) -> str:
    """A day as a page in English says it."""
    return say(Moment(*day), "en")


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Set the clock by which deeds are dated."""

    def set_to(year: int, month: int, day: int, hour: int, minute: int = 0) -> None:
        then = datetime(year, month, day, hour, minute, tzinfo=UTC)
        monkeypatch.setattr(deeds, "timezone", SimpleNamespace(now=lambda: then))

    return set_to


def test_every_claim_is_told_with_its_source_and_with_who_stated_it_when(client: Client, at: Clock) -> None:
    at(2026, 3, 1, 9)
    film("f901", year="1970")
    settled()
    shown = page(client, "claims/f901/")
    assert "one.example" in shown and said_day(2026, 3, 1) in shown and "by tests" in shown


def test_a_withdrawn_claim_is_told_with_who_when_and_why(client: Client, at: Clock) -> None:
    at(2026, 3, 1, 9)
    about = film("f901", year="1970")
    wrong = claim(about, "runtime", "912")
    at(2026, 4, 2, 9)
    withdraw([wrong.pk], by=Doer("user:7"), why="The reel was counted twice.")
    settled()
    shown = page(client, "claims/f901/")
    assert "<del>912 minutes</del>" in shown
    assert f"Withdrawn on {said_day(2026, 4, 2)} by a signed-in person, number 7." in shown
    assert "The reel was counted twice." in shown and "1 was withdrawn" in shown


def test_the_card_on_a_day_before_a_claim_lacks_it(client: Client, at: Clock) -> None:
    at(2026, 3, 1, 9)
    about = film("f901", year="1970")
    at(2026, 5, 1, 9)
    claim(about, "runtime", "83")
    settled()
    before = client.get("/en/claims/f901.json?on=2026-04-30").json()["card"]
    after = client.get("/en/claims/f901.json?on=2026-05-01").json()["card"]
    assert "runtime" not in before["facts"] and before["year"] == 1970
    assert after["facts"]["runtime"]["voices"][0]["value"] == "83"
    assert f"The card on {said_day(2026, 4, 30)}" in page(client, "claims/f901/?on=2026-04-30")


def test_the_card_on_a_day_before_its_withdrawal_has_the_claim(client: Client, at: Clock) -> None:
    at(2026, 3, 1, 9)
    about = film("f901", year="1970")
    wrong = claim(about, "runtime", "912")
    at(2026, 4, 2, 9)
    withdraw([wrong.pk], by=Doer("clock"), why="A slip.")
    settled()
    assert "runtime" in client.get("/en/claims/f901.json?on=2026-04-01").json()["card"]["facts"]
    assert "runtime" not in client.get("/en/claims/f901.json?on=2026-04-02").json()["card"]["facts"]


def test_a_day_ends_by_the_clock_of_the_house(client: Client, at: Clock) -> None:
    """20:30 of 1 March in Greenwich is 2 March where the house stands, five hours east."""
    at(2026, 3, 1, 20, 30)
    film("f901", year="1970")
    settled()
    assert client.get("/en/claims/f901.json?on=2026-03-01").json()["card"] is None
    assert client.get("/en/claims/f901.json?on=2026-03-02").json()["card"]["year"] == 1970


def test_before_the_first_claim_the_page_says_when_it_came(client: Client, at: Clock) -> None:
    at(2026, 3, 1, 9)
    film("f901")
    settled()
    shown = page(client, "claims/f901/?on=2020-01-01")
    assert "nothing was said of it yet" in shown and said_day(2026, 3, 1) in shown


def test_an_impossible_day_is_answered_in_a_sentence(client: Client) -> None:
    film("f901")
    settled()
    for day in ("2026-02-31", "%3Cscript%3E", "9" * 500):
        shown = page(client, f"claims/f901/?on={day}")
        assert "There is no such day." in shown and "<script>9" not in shown


def test_a_topic_is_shown_by_what_is_claimed_of_it(client: Client) -> None:
    about = named("t901", Kind.TOPIC, {"en": "Films of 2023"})
    claim(about, "figure", "65", qualifiers={"dispute": "c1"})
    claim(about, "figure", "74", source("https://two.example/b"), qualifiers={"dispute": "c1"})
    settled()
    shown = page(client, "claims/t901/")
    assert "Films of 2023" in shown and "Sources disagree" in shown and "65" in shown and "74" in shown


def test_a_credit_is_told_with_the_person_and_the_role_in_words(client: Client) -> None:
    credit(film("f901"), person("p901", "Сынақ Үлгіұлы"))
    settled()
    shown = page(client, "claims/f901/")
    assert "Сынақ Үлгіұлы" in shown and "/en/people/p901" in shown and "director" in shown


def test_an_unverified_claim_is_marked(client: Client) -> None:
    claim(film("f901"), "runtime", "83", source("memory:x", "memory"), rank=Rank.UNVERIFIED)
    settled()
    assert "unverified" in page(client, "claims/f901/")


def test_a_subject_of_which_nothing_stands_any_more_still_has_its_history(client: Client) -> None:
    about = named("t901", Kind.TOPIC, {"en": "A mistake"})
    withdraw([each.pk for each in about.claims.all()], by=Doer("tests"), why="It was no topic.")
    settled()
    shown = page(client, "claims/t901/")
    assert "A mistake" in shown and "It was no topic." in shown


def test_nobody_has_claimed_anything_of_an_unknown_number(client: Client) -> None:
    assert client.get("/en/claims/x1/").status_code == 404
    assert client.get("/en/claims/x1.json").status_code == 404


def test_claims_are_open_data(client: Client) -> None:
    film("f901", year="1970")
    settled()
    told = client.get("/en/claims/f901.json").json()["claims"]
    assert {one["property"] for one in told} == {"title", "kind", "year"}
    rows = b"".join(client.get("/en/claims/f901.csv").streaming_content).decode("utf-8-sig").splitlines()
    assert len(rows) == 4 and "https://one.example/a" in rows[1]


def test_a_source_page_says_what_it_says_and_how_much_it_weighs(client: Client) -> None:
    said_by = source("https://law.example/1", "official")
    film("f901", "The Lawful Film", said_by, year="1970")
    settled()
    shown = page(client, f"sources/{said_by.pk}/")
    assert "The Lawful Film" in shown and "5 of 5" in shown and "3 claims stand." in shown
    told = client.get(f"/en/sources/{said_by.pk}.json").json()
    assert len(told["claims"]) == 3 and told["reliability"] == 5
    assert client.get(f"/en/sources/{said_by.pk}.csv").status_code == 200
    assert client.get("/en/sources/999999/").status_code == 404


def test_a_source_page_asks_as_much_for_one_claim_as_for_three(client: Client) -> None:
    said_by = source("https://law.example/1", "official")
    claim(film("f901"), "runtime", "83", said_by)
    settled()
    page(client, f"sources/{said_by.pk}/")
    with CaptureQueriesContext(connection) as one:
        page(client, f"sources/{said_by.pk}/")
    for ref in ("f902", "f903"):
        claim(film(ref), "runtime", "83", said_by)
    settled()
    with CaptureQueriesContext(connection) as three:
        page(client, f"sources/{said_by.pk}/")
    assert len(one) == len(three) <= 12
