"""What was shown where, when and how."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kinoqor.register.subject.models import Subject
from kinoqor.ui import pack
from tests.make import claim, film, organisation, settled, source

pytestmark = pytest.mark.django_db


def release(about: Subject, platform: Subject | None = None, **qualifiers: str) -> None:
    """One showing of a film; not settled yet."""
    told = {"type": "theatrical", "territory": "FR", "date": "2020"} | qualifiers
    claim(about, "release", told["type"], target=platform, qualifiers=told)


def page(client: Client, query: str = "", lang: str = "en") -> str:
    answer = client.get(f"/{lang}/releases/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def rows(client: Client, query: str = "") -> list[str]:
    """The films of the list, as open data tells them."""
    return [one["film_title"] for one in client.get(f"/en/releases.json{query}").json()["releases"]]


@pytest.fixture
def some() -> None:
    """Three films: in cinemas of two countries, on a service, and at home with a sum."""
    release(film("f901", "The Far Film"), territory="FR;DE", date="2019-05")
    release(
        film("f902", "The Streamed Film"), organisation("o901", "Test Stream"), type="svod", territory="INT"
    )
    home = pack.about()["currency"]
    release(
        film("f903", "The Home Film"), date="1998", box_office="2000000", currency=home, venue="first week"
    )
    settled()


def test_a_release_says_where_when_and_how_in_words(client: Client, some: None) -> None:
    shown = page(client)
    assert "France, Germany" in shown and "May 2019" in shown and "Test Stream" in shown


def test_the_newest_release_comes_first(client: Client, some: None) -> None:
    assert rows(client) == ["The Streamed Film", "The Far Film", "The Home Film"]


def test_releases_are_narrowed_by_type_territory_platform_and_decade(client: Client, some: None) -> None:
    assert rows(client, "?type=svod") == ["The Streamed Film"]
    assert rows(client, "?territory=DE") == ["The Far Film"]
    assert rows(client, "?platform=o901") == ["The Streamed Film"]
    assert rows(client, "?decade=1990") == ["The Home Film"]
    assert rows(client, "?decade=1990&decade=2010") == ["The Far Film", "The Home Film"]
    assert rows(client, "?type=svod&territory=DE") == []


def test_what_is_not_known_narrows_nothing(client: Client, some: None) -> None:
    assert len(rows(client, "?type=%3Cscript%3E&territory=ZZ&decade=abc&platform=f901")) == 3
    assert "The Home Film" in page(client, "?page=no&type=zzz")


def test_the_highest_box_office_at_home_is_charted_with_what_it_covers(client: Client, some: None) -> None:
    shown = page(client)
    assert "Highest known box office" in shown and "2,000,000" in shown and "first week" in shown


def test_a_sum_in_another_currency_is_not_charted(client: Client) -> None:
    release(film("f901", "The Far Film"), box_office="5", currency="USD")
    settled()
    shown = page(client)
    assert "Highest known box office" not in shown and "$5" in shown


def test_the_list_asks_as_much_for_one_release_as_for_three(client: Client) -> None:
    currency = pack.about()["currency"]
    release(film("f901"), organisation("o901"), box_office="5", currency=currency)
    settled()
    page(client)
    with CaptureQueriesContext(connection) as one:
        page(client)
    for ref in ("f902", "f903"):
        release(film(ref), organisation("o902"), box_office="7", currency=currency)
    settled()
    with CaptureQueriesContext(connection) as three:
        page(client)
    assert len(one) == len(three) <= 12


def test_an_empty_register_has_an_empty_list(client: Client) -> None:
    assert "0 releases" in page(client)


def test_releases_are_open_data(client: Client, some: None) -> None:
    assert source().pk
    told = b"".join(client.get("/en/releases.csv").streaming_content).decode("utf-8-sig").splitlines()
    assert told[0].startswith("film,film_title,date") and "https://one.example/a" in told[1]
