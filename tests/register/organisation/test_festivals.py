"""Festivals and awards in a small register."""

import json

import pytest
from django.test import Client

from kinoqor.register.subject.models import Subject
from tests import make

pytestmark = pytest.mark.django_db


def award(film: Subject, festival: Subject, result: str, year: str = "", **more: str) -> None:
    said = {"result": result} | ({"year": year} if year else {}) | more
    make.claim(film, "award", more.get("award", result), target=festival, qualifiers=said)


@pytest.fixture
def two() -> None:
    """A festival with two films, one of them awarded in 1971 and selected; a prize with one film, undated."""
    festival, jury = make.organisation("o901", "Test Festival"), make.organisation("o902", "Test Jury")
    first, second = (
        make.film("f901", "The Test One", year="1970"),
        make.film("f902", "The Test Two", year="2011"),
    )
    award(first, festival, "won", "1971", award="the grand test", section="competition", edition="4")
    award(first, festival, "selected", "1971")
    award(second, festival, "selected", "2012")
    award(second, jury, "nominated")
    make.settled()


def rows(client: Client, query: str = "") -> list[dict[str, object]]:
    told = json.loads(b"".join(client.get(f"/en/festivals.json{query}")))
    return list(told["festivals"])


def test_festivals_stand_by_the_number_of_films_with_each_result_counted(client: Client, two: None) -> None:
    counted = [
        (row["ref"], row["films"], row["selected"], row["nominated"], row["won"]) for row in rows(client)
    ]
    assert counted == [("o901", 2, 2, 0, 1), ("o902", 1, 0, 1, 0)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?result=won", ["o901"]),
        ("?result=nominated", ["o902"]),
        ("?decade=2010", ["o901"]),
        ("?result=won&decade=2010", []),
        ("?result=lost&decade=20x0", ["o901", "o902"]),
        ("?decade=²²²²", ["o901", "o902"]),
    ],
)
def test_festivals_are_narrowed_by_result_and_decade(
    client: Client, two: None, query: str, found: list[str]
) -> None:
    assert [row["ref"] for row in rows(client, query)] == found
    assert client.get(f"/kk/festivals/{query}").status_code == 200


def test_the_page_draws_where_most_films_were(client: Client, two: None) -> None:
    text = client.get("/en/festivals/").content.decode()
    assert "Test Festival: 2 films, more than anywhere else" in text
    assert "2 festivals and awards" in text


def test_a_festival_shows_what_came_of_each_film_by_year(client: Client, two: None) -> None:
    text = client.get("/en/organisations/o901/", follow=True).content.decode()
    assert "2 films of the register were here. They won 1 prize." in text
    given = text[text.index('id="given"') : text.index('id="sources"')]
    assert (
        given.index("2012") < given.index("The Test Two") < given.index("1971") < given.index("The Test One")
    )
    assert '<span lang="en">' not in given
    assert "the grand test" in given and "competition" in given and "edition 4" in given
    assert "d-good" in given and "d-open" in given


def test_the_words_of_an_award_are_marked_as_english_on_other_pages(client: Client, two: None) -> None:
    text = client.get("/ru/organisations/o901/", follow=True).content.decode()
    assert '<span lang="en">the grand test</span>' in text


def test_an_award_without_a_year_says_that_it_is_not_known(client: Client, two: None) -> None:
    text = client.get("/en/organisations/o902/", follow=True).content.decode()
    assert "year not known" in text[text.index('id="given"') :]


def test_the_table_has_a_row_a_festival(client: Client, two: None) -> None:
    lines = b"".join(client.get("/en/festivals.csv")).decode("utf-8-sig").splitlines()
    assert len(lines) == 3 and lines[0].startswith("ref,name_kk")


def test_a_register_without_festivals_says_so(client: Client) -> None:
    assert "Nothing is found this way" in client.get("/en/festivals/").content.decode()


def test_a_result_that_no_source_gives_is_said_to_be_not_known(client: Client) -> None:
    award(make.film(), make.organisation("o901", "Test Festival"), "", "1971")
    make.settled()
    text = client.get("/en/organisations/o901/", follow=True).content.decode()
    assert "not known" in text[text.index('id="given"') : text.index('id="sources"')]
