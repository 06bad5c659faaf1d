"""The list and the pages of organisations in a small register."""

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import make

pytestmark = pytest.mark.django_db


def page(client: Client, ref: str = "o901", lang: str = "en") -> str:
    return client.get(f"/{lang}/organisations/{ref}/", follow=True).content.decode()


@pytest.fixture
def studio() -> None:
    """A studio with three names, four claimed foundings, and three films of three decades."""
    about = make.named("o901", "organisation", {"en": "Test Steppe", "kk": "Сынақ даласы"})
    make.claim(about, "org_kind", "studio")
    law, press = make.source("https://law.example/1", "official"), make.source("https://press.example/1")
    for year, said_by in (
        ("1934", law),
        ("1941", press),
        ("2005", make.source("https://essay.example/1", "essay")),
    ):
        make.claim(about, "founded", year, said_by)
    for text, start, end in (
        ("Test newsreel", "1934", "1941"), ("Test features", "1941", "1960"), ("Test Steppe studio", "1960", ""),
    ):  # fmt: skip
        said = {"from": start, "name_en": text, "name_kk": f"{text} (kk)"} | ({"to": end} if end else {})
        make.claim(about, "name_in_time", text, law, qualifiers=said)
    for number in (1, 2, 3):
        film = make.film(f"f90{number}", f"The Test {number}", year=str(1960 + 10 * number))
        make.claim(film, "studio", "o901", target=about)
    make.settled()


def test_every_claimed_founding_stands_with_its_source_and_the_reason(client: Client, studio: None) -> None:
    text = page(client)
    voices = text[text.index('id="disputes"') : text.index('id="known"')]
    for words in ("1934", "1941", "2005", "law.example", "press.example", "essay.example"):
        assert words in voices
    assert voices.index("1934") < voices.index("2005")
    assert "1934 is shown: a law or the body itself says so." in voices


def test_names_through_time_are_drawn_and_listed_in_the_language_of_the_page(
    client: Client, studio: None
) -> None:
    text = page(client)
    chart = text[text.index('id="names"') : text.index('id="disputes"')]
    assert chart.index("Test newsreel") < chart.index("Test features") < chart.index("Test Steppe studio")
    assert "still so" in chart
    assert "Test newsreel (kk)" in page(client, lang="kk")


def test_a_founding_that_opens_no_name_is_drawn_as_a_doubt(client: Client, studio: None) -> None:
    text = page(client)
    assert "one source says so; no name begins here" in text
    assert text.count('<tspan class="b">2005</tspan>') == 3


def test_the_head_counts_names_and_beginnings(client: Client, studio: None) -> None:
    text = page(client)
    assert "3 names are known from its history." in text
    assert "The sources give 3 different years for its beginning" in text


def test_its_films_stand_by_year_and_one_from_each_decade_as_a_plate(client: Client, studio: None) -> None:
    text = page(client)
    assert "3 films of the register were made here, alone or with others" in text
    assert "3 decades, 3 films" in text
    assert text.count('class="plate ') == 3


def test_an_organisation_without_a_known_founding_says_so(client: Client) -> None:
    make.organisation("o902", "Test Platform")
    make.settled()
    text = page(client, "o902")
    assert re.search(r"<dt>Founded</dt><dd><span class=\"st\">.*?not known", text, re.S)
    assert 'id="names"' not in text and 'id="disputes"' not in text


def test_a_company_shows_the_decisions_for_which_it_applied(client: Client) -> None:
    company = make.organisation("o902", "Test Company")
    decision = make.named("s901", "decision", {"en": "The Test Bridge"})
    make.claim(decision, "applicant", "o902", target=company)
    make.claim(decision, "amount", "424000000")
    make.settled()
    text = page(client, "o902")
    assert "The Test Bridge" in text and "424,000,000" in text


def test_a_platform_shows_what_it_released(client: Client) -> None:
    platform = make.organisation("o902", "Test Platform")
    said = {"territory": "FR", "type": "svod", "date": "2021-05-03"}
    make.claim(make.film(year="2020"), "release", "svod", target=platform, qualifiers=said)
    make.settled()
    text = page(client, "o902")
    assert "The Test Steppe" in text and "3 May 2021" in text and "by subscription" in text


def test_linked_data_and_tables_can_be_read(client: Client, studio: None) -> None:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(client), re.S)
    assert found is not None
    told = json.loads(found[1])
    assert (told["@type"], told["name"], told["foundingDate"]) == ("Organization", "Test Steppe", "1934")
    whole = json.loads(client.get("/en/organisations/o901.json").content)
    assert [each["from"] for each in whole["names_in_time"]] == ["1934", "1941", "1960"]
    assert len(whole["films"]) == 3
    rows = b"".join(client.get("/en/organisations/o901.csv")).decode("utf-8-sig").splitlines()
    assert sum(",founded," in row for row in rows) == 3


def test_another_tail_leads_to_the_right_address_for_good(client: Client, studio: None) -> None:
    answer = client.get("/ru/organisations/o901-of-old/")
    assert (answer.status_code, answer["Location"]) == (301, "/ru/organisations/o901-test-steppe/")


@pytest.mark.parametrize("address", ["o999/", "f901/", "o999.json", "f901.csv"])
def test_what_is_not_in_the_register_has_no_page(client: Client, studio: None, address: str) -> None:
    assert client.get(f"/en/organisations/{address}").status_code == 404


def refs(client: Client, query: str) -> list[str]:
    answer = client.get(f"/en/organisations.json{query}")
    return [one["ref"] for one in json.loads(b"".join(answer))["organisations"]]


def test_the_list_is_narrowed_by_kind_and_ordered_by_films(client: Client, studio: None) -> None:
    festival = make.organisation("o902", "A Test Festival")
    make.claim(festival, "org_kind", "festival")
    make.settled()
    assert refs(client, "") == ["o902", "o901"]
    assert refs(client, "?order=films") == ["o901", "o902"]
    assert refs(client, "?kind=festival") == ["o902"]
    assert refs(client, "?kind=nothing") == ["o902", "o901"]
    text = client.get("/en/organisations/").content.decode()
    assert "made 3 films" in text and "founded 1934" in text and "sources disagree" in text


def test_a_studio_with_three_films_costs_as_many_questions_as_with_thirteen(
    client: Client, studio: None
) -> None:
    def cost() -> int:
        page(client)
        with CaptureQueriesContext(connection) as asked:
            client.get("/en/organisations/o901-test-steppe/")
        return len(asked)

    few = cost()
    for number in range(11, 21):
        film = make.film(f"f9{number}", f"The Test {number}", year=str(1960 + number))
        make.claim(film, "studio", "o901", target=make.subject("o901"))
    make.settled()
    assert cost() == few <= 12
