"""The page of one film in a small register."""

import json
import re

import pytest
from django.test import Client
from django.utils import translation

from kinoqor.register.claim.actions import withdraw
from tests import make

pytestmark = pytest.mark.django_db


def page(client: Client, ref: str = "f901", lang: str = "en") -> str:
    return client.get(f"/{lang}/films/{ref}/", follow=True).content.decode()


def linked(text: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    assert found is not None
    return json.loads(found[1])  # type: ignore[no-any-return]


def test_a_source_that_disagrees_is_shown_beside_the_leader_with_the_reason(client: Client) -> None:
    film = make.film(year="1970", said_by=make.source("https://law.example/1", "official"))
    make.claim(film, "year", "1969", make.source("https://press.example/1"))
    make.settled()
    text = page(client)
    assert "1970 or 1969" in text and "Sources disagree" in text
    leader = text.index('<li class="shown">')
    assert text.index("1970", leader) < text.index("1969", leader)
    assert "law.example" in text and "press.example" in text
    assert "1970 is shown: a law or the body itself says so." in text


def test_an_unverified_value_is_shown_as_unverified(client: Client) -> None:
    film = make.named("f901", "work", {"en": "The Test Steppe"})
    make.claim(film, "year", "1955", rank=0)
    make.claim(film, "director_said", "Сынақ Үлгіұлы", rank=0)
    make.settled()
    text = page(client)
    assert "1955, from memory" in text
    assert "From memory, no source found yet" in text and "from memory, no source found yet" in text
    assert "dateCreated" not in linked(text)


def test_what_is_not_known_is_said_to_be_not_known(client: Client) -> None:
    make.film()
    make.settled()
    text = page(client)
    assert text.count("not known</span></span>") == 4
    assert "No source found so far names the people of this film." in text
    assert "No source says yet what the film is about." in text
    assert "year not known" in text


def test_a_withdrawn_claim_is_no_longer_on_the_card(client: Client) -> None:
    film = make.film(year="1970")
    wrong = make.claim(film, "runtime", "77")
    make.settled()
    assert "77 minutes" in page(client)
    withdraw([wrong.pk], by=make.BY, why="mistyped")
    make.settled(film)
    assert "77 minutes" not in page(client)


def test_markup_in_a_title_ends_neither_the_page_nor_its_data(client: Client) -> None:
    title = "</script><script>alert(1)</script>"
    make.film(title=title)
    make.settled()
    text = page(client)
    assert "<script>alert" not in text
    assert linked(text)["name"] == title


def test_any_tail_behind_the_number_leads_to_the_one_address(client: Client) -> None:
    make.film()
    make.settled()
    for tail in ("", "-", "-wrong", "-the-test"):
        answer = client.get(f"/ru/films/f901{tail}/")
        assert (answer.status_code, answer["Location"]) == (301, "/ru/films/f901-the-test-steppe/")
    assert client.get("/ru/films/f901-the-test-steppe/").status_code == 200


def test_a_number_that_is_no_film_leads_nowhere(client: Client) -> None:
    make.person("p901")
    make.settled()
    for address in ("films/f999/", "films/p901/", "films/f999.json", "films/f999.csv", "films/x/"):
        assert client.get(f"/kk/{address}").status_code == 404


def test_titles_in_other_languages_stand_under_the_title_with_their_language(client: Client) -> None:
    make.named("f901", "work", {"kk": "Сынақ даласы", "en": "The Test Steppe"})
    make.settled()
    text = page(client, lang="ru")
    assert re.search(r'<h1[^>]*lang="kk"[^>]*>Сынақ даласы</h1>', text)
    assert '<span lang="en">The Test Steppe</span>' in text


def test_a_synopsis_that_the_register_translated_is_signed_so(client: Client) -> None:
    film = make.film()
    make.claim(film, "synopsis", "A steppe is tried.", lang="en")
    make.claim(film, "synopsis", "Дала сыналады.", make.source("own:wording", "own"), lang="kk")
    make.settled()
    sign = "Translated by the register, not yet read by a native editor."
    assert sign not in page(client)
    with translation.override("kk"):
        told = translation.gettext(sign)
    assert "Дала сыналады." in page(client, lang="kk") and told in page(client, lang="kk")


def test_credits_stand_in_the_order_of_roles_with_the_character_beside_an_actor(client: Client) -> None:
    film = make.film()
    make.credit(film, make.person("p902", "Мысал Ойыншы"), "actor", "Tester")
    make.credit(film, make.person("p901", "Сынақ Үлгіұлы"), "director")
    make.credit(film, make.person("p903", "Үлгі Сынақұлы"), "director")
    make.settled()
    text = page(client)
    assert text.index("Сынақ Үлгіұлы</span></a>") < text.index("Мысал Ойыншы</span></a>")
    assert text.count(">Director</dt>") == 1 and ">Tester</" in text
    assert 'href="/en/people/p901' in text


def test_a_long_cast_is_folded(client: Client) -> None:
    film = make.film()
    for n in range(20):
        make.credit(film, make.person(f"p{900 + n}", f"Мысал {n}"), "actor")
    make.settled()
    assert "and 12 more" in page(client)


def test_awards_releases_and_decisions_are_rows_with_their_sums(client: Client) -> None:
    film, festival = make.film(year="2019"), make.organisation("o901", "Trial Festival")
    award = {"year": "2020", "award": "best trial", "result": "won"}
    make.claim(film, "award", "o901", target=festival, qualifiers=award)
    release = {
        "territory": "FR",
        "date": "2020-05-03",
        "type": "theatrical",
        "box_office": "7000",
        "currency": "EUR",
    }
    make.claim(film, "release", "FR", qualifiers=release | {"admissions": "1200"})
    decision = make.named("s901", "decision", {"en": "Trial Project"})
    make.claim(film, "supported", "s901", target=decision)
    make.settled()
    text = page(client)
    for words in (
        "Trial Festival",
        "best trial",
        "won",
        "France",
        "3 May 2020",
        "€7,000",
        "1,200 viewers",
        "Trial Project",
    ):
        assert words in text
    data = linked(text)
    assert data["award"] == ["Trial Festival, best trial, 2020"] and data["datePublished"] == "2020-05-03"


def test_films_of_the_same_people_are_shown_as_plates(client: Client) -> None:
    person = make.person("p901")
    for n, year in enumerate(("1970", "1972", "1980")):
        make.credit(make.film(f"f90{n}", f"Trial {n}", year=year), person)
    make.settled()
    text = page(client, "f901")
    assert text.count('<a class="plate') == 2 and text.index("Trial 0") < text.index("Trial 2")


def test_the_page_describes_the_film_to_machines(client: Client) -> None:
    film = make.film(year="1970", runtime="81", genre="drama", country="KZ", language="kk", wikidata="Q42")
    make.claim(film, "title", "Сынақ даласы", lang="kk", script="Cyrl")
    make.claim(film, "studio", "o901", target=make.organisation("o901", "Steppe Test Studio"))
    for number, role in enumerate(("director", "screenwriter", "composer", "actor")):
        make.credit(film, make.person(f"p90{number}", f"Мысал {number}"), role)
    make.settled()
    data = linked(page(client))
    assert data["@type"] == "Movie" and data["name"] == "The Test Steppe"
    assert data["alternateName"] == [{"@value": "Сынақ даласы", "@language": "kk"}]
    assert data["dateCreated"] == "1970" and data["duration"] == "PT81M" and data["inLanguage"] == ["kk"]
    assert data["sameAs"] == ["https://www.wikidata.org/wiki/Q42"]
    for role in ("director", "author", "musicBy", "actor"):
        assert data[role][0]["name"].startswith("Мысал")  # type: ignore[index]
    assert data["countryOfOrigin"][0]["identifier"] == "KZ"  # type: ignore[index]
    assert data["productionCompany"][0]["name"] == "Steppe Test Studio"  # type: ignore[index]
    assert str(data["url"]).endswith("/en/films/f901-the-test-steppe/")


def test_the_data_of_a_film_holds_every_voice_and_its_credits(client: Client) -> None:
    film = make.film(year="1970")
    make.claim(film, "year", "1969", make.source("https://two.example/b"))
    make.credit(film, make.person("p901"), "actor", "Tester")
    make.settled()
    data = client.get("/en/films/f901.json").json()
    assert {voice["value"] for voice in data["facts"]["year"]["voices"]} == {"1970", "1969"}
    assert data["credits"][0] | {"character": "Tester", "role": "actor"} == data["credits"][0]
    rows = b"".join(client.get("/en/films/f901.csv")).decode("utf-8-sig")  # type: ignore[arg-type]
    assert "credit.actor" in rows and "https://two.example/b" in rows


def test_a_page_asks_the_database_no_oftener_for_many_credits(
    client: Client, django_assert_max_num_queries: object
) -> None:
    film, other = make.film(), make.film("f902", "Another Trial")
    counts = []
    for refs in (("p901",), ("p902", "p903")):
        for ref in refs:
            make.credit(film, make.person(ref))
            make.credit(other, make.person(ref))
        make.settled()
        with django_assert_max_num_queries(12) as asked:  # type: ignore[operator]
            client.get("/en/films/f901-the-test-steppe/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
