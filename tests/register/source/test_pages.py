"""The list of sources."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.make import film, settled, source

pytestmark = pytest.mark.django_db


def page(client: Client, query: str = "") -> str:
    answer = client.get(f"/en/sources/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_busiest_source_comes_first_with_its_kind_and_weight(client: Client) -> None:
    film("f901", "A", source("https://quiet.example/1"))
    film("f902", "B", source("https://law.example/1", "official"), year="1970")
    settled()
    shown = page(client).partition('id="list"')[2]
    assert shown.index("law.example/1") < shown.index("quiet.example/1")
    assert "weight 5 of 5" in shown and "3 claims" in shown


def test_sources_are_narrowed_to_a_kind(client: Client) -> None:
    film("f901", "A", source("https://quiet.example/1"))
    film("f902", "B", source("https://law.example/1", "official"))
    settled()
    shown = page(client, "?kind=official")
    assert "law.example/1" in shown and "quiet.example/1" not in shown
    assert "quiet.example/1" in page(client, "?kind=gossip&page=x")


def test_the_list_asks_as_much_for_one_source_as_for_three(client: Client) -> None:
    film("f901", "A", source("https://one.example/1"))
    settled()
    page(client)
    with CaptureQueriesContext(connection) as one:
        page(client)
    film("f902", "B", source("https://two.example/1"))
    film("f903", "C", source("https://three.example/1", "archive"))
    settled()
    with CaptureQueriesContext(connection) as three:
        page(client)
    assert len(one) == len(three) <= 12


def test_sources_are_open_data(client: Client) -> None:
    film("f901", "A", source("https://one.example/1"))
    settled()
    told = client.get("/en/sources.json").json()["sources"]
    assert [(one["address"], one["claims"]) for one in told] == [("https://one.example/1", 2)]
    rows = b"".join(client.get("/en/sources.csv").streaming_content).decode("utf-8-sig").splitlines()
    assert rows[0].startswith("number,address") and len(rows) == 2
