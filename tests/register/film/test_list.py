"""The list of films in a small register."""

import json

import pytest
from django.test import Client
from django.utils.html import escape

from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(client: Client) -> None:
    """A feature of 1970, a short of 1988 in Kazakh with a decision, a film of 1991 from memory."""
    person, studio = make.person("p901", "Сынақ Үлгіұлы"), make.organisation("o901", "Steppe Test Studio")
    first = make.film("f901", "The Test Steppe", year="1970", genre="drama", country="KZ")
    make.credit(first, person)
    make.claim(first, "studio", "o901", target=studio)
    second = make.film("f902", "A Short Trial", kind="short", year="1988", language="kk")
    make.claim(second, "supported", "s901", target=make.named("s901", "decision", {"en": "A Short Trial"}))
    make.claim(make.named("f903", "work", {"en": "Remembered"}), "year", "1991", rank=0)
    make.settled()


def titles(client: Client, query: str = "") -> list[str]:
    answer = client.get(f"/en/films.json{query}")
    return [film["titles"]["en"] for film in json.loads(b"".join(answer))["films"]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["The Test Steppe", "A Short Trial", "Remembered"]),
        ("?order=new", ["Remembered", "A Short Trial", "The Test Steppe"]),
        ("?order=title", ["Remembered", "A Short Trial", "The Test Steppe"]),
        ("?kind=short", ["A Short Trial"]),
        ("?kind=short&kind=feature", ["The Test Steppe", "A Short Trial"]),
        ("?decade=1970&decade=1990", ["The Test Steppe", "Remembered"]),
        ("?from=1980&to=1989", ["A Short Trial"]),
        ("?genre=drama", ["The Test Steppe"]),
        ("?director=p901", ["The Test Steppe"]),
        ("?studio=o901", ["The Test Steppe"]),
        ("?language=kk&kind=feature", []),
        ("?language=unknown", ["The Test Steppe", "Remembered"]),
        ("?language=unknown&language=kk&from=1980", ["A Short Trial", "Remembered"]),
        ("?support=yes", ["A Short Trial"]),
        ("?doubt=memory", ["Remembered"]),
        ("?doubt=disagree", []),
        ("?director=p999&studio=o999", ["The Test Steppe", "A Short Trial", "Remembered"]),
    ],
)
@pytest.mark.usefixtures("three")
def test_the_list_is_narrowed_by_what_is_chosen(client: Client, query: str, found: list[str]) -> None:
    assert sorted(titles(client, query)) == sorted(found)
    page = client.get(f"/en/films/{query}").content.decode()
    assert [
        title for title in ("The Test Steppe", "A Short Trial", "Remembered") if f">{title}<" in page
    ] == [title for title in ("The Test Steppe", "A Short Trial", "Remembered") if title in found]


@pytest.mark.usefixtures("three")
def test_films_stand_by_year_or_by_title_as_asked(client: Client) -> None:
    assert titles(client) == ["The Test Steppe", "A Short Trial", "Remembered"]
    assert titles(client, "?order=new") == ["Remembered", "A Short Trial", "The Test Steppe"]
    assert titles(client, "?order=title") == ["A Short Trial", "Remembered", "The Test Steppe"]


@pytest.mark.usefixtures("three")
def test_a_choice_says_how_many_films_it_would_leave(client: Client) -> None:
    page = client.get("/en/films/?from=1980").content.decode()
    assert (
        '<input type="checkbox" name="kind" value="short"><span>Short film</span><span class="n">1</span>'
        in page
    )
    assert 'value="feature"' not in page
    chosen = client.get("/en/films/?kind=short").content.decode()
    assert (
        'value="short" checked' in chosen
        and 'value="feature"><span>Feature film</span><span class="n">1<' in chosen
    )


@pytest.mark.usefixtures("three")
def test_a_year_from_memory_is_signed_in_the_list(client: Client) -> None:
    assert "year from memory" in client.get("/en/films/?doubt=memory").content.decode().split("</form>")[-1]


@pytest.mark.usefixtures("three")
def test_an_empty_list_says_what_to_do_next(client: Client) -> None:
    page = client.get("/en/films/?kind=short&from=1800&to=1801").content.decode()
    assert "No film fits all of this" in page and "Show all films" in page


@pytest.mark.parametrize(
    "query",
    [
        "?from=abc&to=-1",
        "?page=abc",
        "?page=999999999999999999999",
        "?page=-3",
        "?order=%00&kind=%00",
        "?genre=" + "x" * 10_000,
        "?genre=<script>alert(1)</script>",
        "?decade=1970'--&doubt=1&sureness=2",
        "?" + "&".join(f"studio=o{n}" for n in range(500)),
    ],
)
@pytest.mark.usefixtures("three")
def test_an_address_that_makes_no_sense_still_shows_films(client: Client, query: str) -> None:
    answer = client.get(f"/en/films/{query}")
    assert answer.status_code == 200
    assert "The Test Steppe" in answer.content.decode() and "<script>alert" not in answer.content.decode()


def test_a_register_without_films_is_shown_as_empty(client: Client) -> None:
    assert "No film fits" in client.get("/en/films/").content.decode()


def test_the_list_is_paged_by_fifty_and_the_data_is_whole(client: Client) -> None:
    for n in range(53):
        make.film(f"f{900 + n}", f"Trial {n}", year="1970")
    make.settled()
    first, second = client.get("/en/films/?kind=feature"), client.get("/en/films/?kind=feature&page=2")
    assert first.content.decode().count('<div class="r">') == 50
    assert second.content.decode().count('<div class="r">') == 3
    assert 'href="?kind=feature&amp;page=2"' in first.content.decode()
    assert len(titles(client)) == 53
    rows = b"".join(client.get("/en/films.csv")).decode("utf-8-sig").splitlines()  # type: ignore[arg-type]
    assert len(rows) == 54 and rows[0].startswith("ref,title_kk")


def test_markup_in_a_title_is_only_text(client: Client) -> None:
    make.film("f901", "<script>alert(1)</script> & co", year="1970")
    make.settled()
    page = client.get("/en/films/").content.decode()
    assert "<script>alert" not in page and escape("<script>alert(1)</script> & co") in page


def test_a_list_asks_the_database_as_often_for_three_rows_as_for_one(
    client: Client, django_assert_max_num_queries: object
) -> None:
    counts = []
    for refs in (("f901",), ("f902", "f903")):
        for ref in refs:
            make.credit(make.film(ref, f"Trial {ref}", year="1970"), make.person(f"p{ref[1:]}"))
        make.settled()
        with django_assert_max_num_queries(12) as asked:  # type: ignore[operator]
            client.get("/en/films/?kind=feature")
        counts.append(len(asked))
    assert counts[0] == counts[1]
