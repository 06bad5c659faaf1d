"""The list of people in a small register."""

import json

import pytest
from django.test import Client

from tests import make

pytestmark = pytest.mark.django_db


def names(client: Client, query: str = "", lang: str = "kk") -> list[str]:
    answer = client.get(f"/{lang}/people.json{query}")
    return [one[f"name_{lang}"] for one in json.loads(b"".join(answer))["people"]]


@pytest.fixture
def six() -> None:
    """Six people whose names tell alphabets apart, the last with two films as director and one as actor."""
    for number, name in enumerate(("Өлшем", "Ұшқын", "Қалып", "Әріп", "Алаң", "Ірі"), 901):
        make.person(f"p{number}", f"{name} Сынақ")
    biggest = make.subject("p906")
    for ref, year, role in (
        ("f901", "1970", "director"),
        ("f902", "1984", "director"),
        ("f903", "1991", "actor"),
    ):
        film = make.film(ref, f"Test {ref}", year=year)
        make.credit(film, biggest, role)
    make.claim(biggest, "occupation", "director")
    make.claim(make.subject("p901"), "occupation", "actor")
    make.settled()


def test_names_stand_in_the_order_of_the_alphabet_of_the_page(client: Client, six: None) -> None:
    kazakh = ["Алаң", "Әріп", "Қалып", "Өлшем", "Ұшқын", "Ірі"]
    assert names(client) == [f"{name} Сынақ" for name in kazakh]
    text = client.get("/kk/people/").content.decode()
    places = [text.index(f"{name} Сынақ") for name in kazakh]
    assert places == sorted(places)


def test_a_letter_of_the_alphabet_leads_to_its_names_only(client: Client, six: None) -> None:
    assert names(client, "?letter=Ә") == ["Әріп Сынақ"]
    assert names(client, "?letter=Ф") == []
    text = client.get("/kk/people/").content.decode()
    letters = [text.index(f">{letter}</a>") for letter in "АӘҚӨҰІ"]
    assert letters == sorted(letters)
    assert ">Ф</a>" not in text


def test_a_letter_that_is_none_narrows_nothing(client: Client, six: None) -> None:
    assert len(names(client, "?letter=%00&occupation=nobody&order=none")) == 6


def test_people_are_narrowed_by_occupation_and_ordered_by_films(client: Client, six: None) -> None:
    assert names(client, "?occupation=director") == ["Ірі Сынақ"]
    assert names(client, "?order=films")[0] == "Ірі Сынақ"


def test_a_row_says_how_many_films_and_between_which_years(client: Client, six: None) -> None:
    text = client.get("/en/people/?occupation=director").content.decode()
    assert "director · 3 films · 1970–1991" in text
    assert "1 person" in text


def test_the_table_has_a_row_a_person(client: Client, six: None) -> None:
    rows = b"".join(client.get("/en/people.csv")).decode("utf-8-sig").splitlines()
    assert rows[0] == "ref,name_kk,name_ru,name_en,occupations,films,first,last,url"
    assert len(rows) == 7
    assert "p906,Ірі Сынақ,Ірі Сынақ,Ірі Сынақ,director,3,1970,1991,/en/people/p906" in "\n".join(rows)


def test_a_list_without_anyone_says_what_to_do(client: Client, six: None) -> None:
    text = client.get("/en/people/?letter=F").content.decode()
    assert "No one is found this way" in text and "Show everyone" in text


def test_fifty_people_stand_on_a_page(client: Client) -> None:
    for number in range(901, 953):
        make.person(f"p{number}", f"Test {number}", "en")
    make.settled()
    text = client.get("/en/people/?page=2").content.decode()
    assert "Test 952" in text and "Test 901" not in text
    assert "52 people" in text
