"""Films made together with other countries."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kinoqor.ui import pack
from tests.make import claim, film, settled

pytestmark = pytest.mark.django_db


def made_in(ref: str, year: str, *countries: str) -> None:
    """A film of these countries; not settled yet."""
    about = film(ref, f"Film {ref}", year=year)
    for code in countries:
        claim(about, "country", code)


def page(client: Client, lang: str = "en") -> str:
    answer = client.get(f"/{lang}/coproductions/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_film_counts_at_each_of_its_partners_and_home_is_no_partner(client: Client) -> None:
    home = pack.about()["home_countries"][0]
    made_in("f901", "2008", home, "FR", "DE")
    made_in("f902", "2012", home, "FR")
    made_in("f903", "2013", home)
    settled()
    told = client.get("/en/coproductions.json").json()["coproductions"]
    assert [(one["country"], one["film"]) for one in told] == [("FR", "f901"), ("FR", "f902"), ("DE", "f901")]
    shown = page(client)
    assert "2008–2012" in shown and "France" in shown and "Film f903" not in shown


def test_a_film_that_names_no_home_country_is_told_apart(client: Client) -> None:
    made_in("f901", "2008", "FR")
    settled()
    assert "names no home country at all" in page(client)
    assert client.get("/en/coproductions.json").json()["coproductions"][0]["at_home_too"] == "no"


def test_partners_are_named_in_the_language_of_the_page(client: Client) -> None:
    made_in("f901", "2008", "DE")
    settled()
    assert "Германия" in page(client, "ru")


def test_the_page_asks_as_much_for_one_partner_as_for_three(client: Client) -> None:
    made_in("f901", "2008", "FR")
    settled()
    page(client)
    with CaptureQueriesContext(connection) as one:
        page(client)
    made_in("f902", "2009", "DE", "JP")
    settled()
    with CaptureQueriesContext(connection) as three:
        page(client)
    assert len(one) == len(three) <= 12


def test_a_register_without_partners_says_so(client: Client) -> None:
    assert "No film names another country yet" in page(client)
    assert client.get("/en/coproductions.csv").status_code == 200
