"""About the data: what is missing, what can be taken, what machines ask for."""

from xml.etree import ElementTree

import pytest
from django.test import Client

from kinoqor.register.level.words import asked_of
from kinoqor.register.subject.words import Kind
from tests.make import claim, credit, film, person, settled

pytestmark = pytest.mark.django_db


def page(client: Client, lang: str = "en") -> str:
    answer = client.get(f"/{lang}/about/")
    assert answer.status_code == 200
    return answer.content.decode()


def without(client: Client, gap: str) -> list[str]:
    return [one["ref"] for one in client.get(f"/en/about/without-{gap}.json").json()["films"]]


@pytest.fixture
def two() -> None:
    """One film of which much is known, and one of which only the title is."""
    known = film("f901", "The Known Film", year="1970", runtime="83")
    claim(known, "title", "Белгілі фильм", lang="kk", script="Cyrl")
    claim(known, "title", "Известный фильм", lang="ru", script="Cyrl")
    credit(known, person("p901"))
    film("f902", "The Bare Film")
    settled()


def test_each_gap_is_counted_and_opens_its_films(client: Client, two: None) -> None:
    for gap in ("director", "year", "runtime", "title-kk", "title-ru"):
        assert without(client, gap) == ["f902"], gap
    assert without(client, "title-en") == []
    shown = page(client)
    assert all(f"/en/about/without-{gap}.csv" in shown for gap in asked_of(Kind.WORK) if without(client, gap))


def test_a_gap_is_a_table_too_and_an_unknown_one_is_not_found(client: Client, two: None) -> None:
    rows = b"".join(client.get("/en/about/without-runtime.csv").streaming_content).decode("utf-8-sig")
    assert "f902,The Bare Film" in rows and "f901" not in rows
    assert client.get("/en/about/without-sense.csv").status_code == 404


def test_an_empty_register_has_a_page_about_it(client: Client) -> None:
    assert "Nothing has been loaded" in page(client)


def test_every_list_can_be_taken_whole(client: Client, two: None) -> None:
    shown = page(client)
    for name in (
        "films",
        "people",
        "timeline",
        "support",
        "releases",
        "coproductions",
        "disagreements",
        "sources",
    ):
        assert f"/en/{name}.json" in shown and client.get(f"/en/{name}.json").status_code == 200
        assert f"/en/{name}.csv" in shown and client.get(f"/en/{name}.csv").status_code == 200


def test_the_files_of_the_pack_can_be_taken_and_nothing_else(client: Client) -> None:
    answer = client.get("/en/about/pack/data/films.csv")
    assert b"".join(answer.streaming_content).startswith(b"id,")
    answer.close()
    for path in ("../../README.md", "/etc/passwd", "data/../../../manage.py", "data/no.csv"):
        assert client.get(f"/en/about/pack/{path}").status_code == 404


def test_robots_are_welcome_and_shown_the_map(client: Client) -> None:
    told = client.get("/robots.txt").content.decode()
    assert "Disallow:\n" in told and "/sitemap.xml" in told


def test_the_map_leads_to_every_card_in_every_language(client: Client, two: None) -> None:
    index = ElementTree.fromstring(client.get("/sitemap.xml").content.strip())
    pieces = [place.text or "" for place in index.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert [piece.rpartition("/")[2] for piece in pieces] == [
        "sitemap-pages-0.xml", "sitemap-work-0.xml", "sitemap-person-0.xml",
    ]  # fmt: skip
    told = client.get("/sitemap-work-0.xml").content.decode()
    assert all(f"/{lang}/films/f902-the-bare-film/" in told for lang in ("kk", "ru", "en"))
    assert client.get("/sitemap-work-1.xml").status_code == 404
    assert client.get("/sitemap-gossip-0.xml").status_code == 404


def test_the_rule_of_the_levels_is_published(client: Client, two: None) -> None:
    shown = page(client)
    assert 'id="levels"' in shown and "EN 15744" in shown
    assert (
        "Title, Year, Kind, Director" in shown and "Name or title" not in shown.split('id="levels"')[1][:900]
    )
