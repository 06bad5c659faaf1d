"""The page of one person in a small register."""

import json
import re

import pytest
from django.test import Client

from kinoqor.register.claim.words import Rank
from tests import make

pytestmark = pytest.mark.django_db


def page(client: Client, ref: str = "p901", lang: str = "en") -> str:
    return client.get(f"/{lang}/people/{ref}/", follow=True).content.decode()


@pytest.fixture
def makers() -> None:
    """A director of three films; a cinematographer of two of them; an actor of one; who also acted in the third."""
    director = make.named("p901", "person", {"en": "Test Maker", "kk": "Сынақ Үлгіұлы"})
    camera, player = make.person("p902", "Test Camera", "en"), make.person("p903", "Test Player", "en")
    films = [make.film(f"f90{n}", f"The Test {n}", year=str(1960 + 10 * n)) for n in (1, 2, 3)]
    for film in films[:2]:
        make.credit(film, director)
        make.credit(film, camera, "cinematographer")
    make.credit(films[2], director, "actor", "The miller")
    make.credit(films[0], player, "actor")
    make.settled()


def test_films_stand_under_the_leading_role_the_latest_first(client: Client, makers: None) -> None:
    text = page(client)
    heads = re.findall(r"<h3>(\w+) <small[^>]*>(\d+ films?)</small></h3>", text)
    assert heads == [("Director", "2 films"), ("Actor", "1 film")]
    assert text.index("The Test 2</a>") < text.index("The Test 1</a>") < text.index("The Test 3</a>")
    assert "The miller" in text


def test_who_made_two_of_the_films_is_shown_with_which_ones(client: Client, makers: None) -> None:
    text = page(client)
    fellows = text[text.index('id="fellows"') :]
    assert "Test Camera" in fellows and "cinematographer · 2 films" in fellows
    assert "Test Player" not in fellows
    told = json.loads(client.get("/en/people/p901.json").content)
    assert told["worked_with"] == [{"person": "p902", "name": "Test Camera", "films": 2}]


def test_work_with_others_is_the_same_from_both_sides(client: Client, makers: None) -> None:
    told = json.loads(client.get("/en/people/p902.json").content)
    assert [(one["person"], one["films"]) for one in told["worked_with"]] == [("p901", 2)]


def test_an_unknown_birth_is_said_to_be_not_known(client: Client, makers: None) -> None:
    assert re.search(r"<dt>Born</dt><dd><span class=\"st\">.*?not known", page(client), re.S)


def test_two_births_stand_side_by_side_with_the_reason(client: Client, makers: None) -> None:
    about = make.subject("p901")
    make.claim(about, "birth", "1914", make.source("https://law.example/1", "official"))
    make.claim(about, "birth", "1917", make.source("https://press.example/1"))
    make.settled()
    text = page(client)
    assert "Sources disagree" in text and "law.example" in text and "press.example" in text
    assert "1914 is shown: a law or the body itself says so." in text


def test_every_spelling_that_a_source_has_is_shown_once(client: Client, makers: None) -> None:
    make.claim(
        make.subject("p901"), "name", "T. Mayker", make.source("https://press.example/1"), script="Latn"
    )
    make.settled()
    text = page(client)
    assert re.search(r"<dt>Also spelled</dt><dd>.*?T\. Mayker", text, re.S)
    assert '<span lang="kk">Сынақ Үлгіұлы</span>' in text


def test_an_unverified_credit_is_marked(client: Client) -> None:
    person = make.person("p901", "Test Maker", "en")
    make.credit(make.film(year="1970"), person, rank=Rank.UNVERIFIED)
    make.settled()
    text = page(client)
    assert "unverified" in text[text.index('id="films"') :]


def test_a_prize_of_a_film_stands_beside_it(client: Client, makers: None) -> None:
    festival = make.organisation("o901", "Test Festival")
    said = {"result": "won", "award": "the test prize", "year": "1971"}
    make.claim(make.subject("f901"), "award", "prize", target=festival, qualifiers=said)
    make.settled()
    text = page(client)
    assert "Test Festival · the test prize" in text
    assert re.search(r"<dt>Prizes of these films</dt><dd>1", text)


def test_linked_data_says_who_it_is(client: Client, makers: None) -> None:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(client), re.S)
    assert found is not None
    told = json.loads(found[1])
    assert (told["@type"], told["name"], told["alternateName"]) == ("Person", "Test Maker", ["Сынақ Үлгіұлы"])


def test_the_table_holds_facts_and_films(client: Client, makers: None) -> None:
    rows = b"".join(client.get("/en/people/p901.csv")).decode("utf-8-sig").splitlines()
    assert rows[0].startswith("ref,property,value")
    assert sum("credit.director" in row for row in rows) == 2


def test_another_tail_leads_to_the_right_address_for_good(client: Client, makers: None) -> None:
    answer = client.get("/en/people/p901-somebody-else/")
    assert (answer.status_code, answer["Location"]) == (301, "/en/people/p901-test-maker/")


@pytest.mark.parametrize("address", ["people/p999/", "people/f901/", "people/p999.json", "people/f901.csv"])
def test_who_is_not_in_the_register_has_no_page(client: Client, makers: None, address: str) -> None:
    assert client.get(f"/en/{address}").status_code == 404


def test_a_name_with_markup_is_only_text(client: Client) -> None:
    make.person("p901", "</script><b>Test</b>", "en")
    make.settled()
    text = page(client)
    assert "<b>Test</b>" not in text
