"""Where sources disagree."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.make import claim, film, settled, source

pytestmark = pytest.mark.django_db


def disputed(ref: str, prop: str = "year", first: str = "1970", second: str = "1971") -> None:
    """A film on one fact of which two papers differ; not settled yet."""
    about = film(ref, f"Film {ref}")
    claim(about, prop, first)
    claim(about, prop, second, source("https://two.example/b"))


def page(client: Client, query: str = "", lang: str = "en") -> str:
    answer = client.get(f"/{lang}/disagreements/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_source_that_disagrees_is_shown_beside_the_leader_with_the_reason(client: Client) -> None:
    disputed("f901")
    settled()
    shown = page(client)
    assert shown.index("1970") < shown.index("1971")
    assert "entered first" in shown and "/en/films/f901-film-f901/" in shown


def test_facts_on_which_sources_agree_are_left_out(client: Client) -> None:
    film("f901", "The Agreed Film", year="1970")
    settled()
    shown = page(client)
    assert "The Agreed Film" not in shown and "Sources agree here" in shown


def test_disagreements_are_narrowed_to_a_property(client: Client) -> None:
    disputed("f901")
    disputed("f902", "runtime", "80", "83")
    settled()
    narrowed = page(client, "?property=runtime")
    assert "Film f902" in narrowed and "Film f901" not in narrowed
    assert "Film f901" in page(client, "?property=%3Cb%3E&page=zz")


def test_the_page_asks_as_much_for_one_disagreement_as_for_three(client: Client) -> None:
    disputed("f901")
    settled()
    page(client)
    with CaptureQueriesContext(connection) as one:
        page(client)
    disputed("f902")
    disputed("f903", "runtime", "80", "83")
    settled()
    with CaptureQueriesContext(connection) as three:
        page(client)
    assert len(one) == len(three) <= 12


def test_disagreements_are_open_data(client: Client) -> None:
    disputed("f901")
    settled()
    told = client.get("/en/disagreements.json").json()["disagreements"]
    assert [voice["value"] for voice in told[0]["voices"]] == ["1970", "1971"]
    rows = b"".join(client.get("/en/disagreements.csv").streaming_content).decode("utf-8-sig").splitlines()
    assert len(rows) == 3
