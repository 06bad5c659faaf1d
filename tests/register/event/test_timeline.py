"""What the timeline shows, and the page of one event."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext, override

from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind
from tests.make import claim, film, settled, source, subject

pytestmark = pytest.mark.django_db
OWN_WORDING = (
    "Texts that the sources give in another language stand here in our own translation; "
    "no native editor has read them yet."
)


def event(ref: str, date: str, text: str, kind: str = "studio", **more: str) -> Subject:
    """Something that happened, told in English and in the other languages given; not settled yet."""
    about = subject(ref, Kind.EVENT)
    claim(about, "date", date)
    claim(about, "event_kind", kind)
    claim(about, "text", text, lang="en", script="Latn")
    for lang, words in more.items():
        claim(about, "text", words, source("register:own", "own"), lang=lang, script="Cyrl")
    return about


def page(client: Client, path: str, lang: str = "en") -> str:
    answer = client.get(f"/{lang}/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_events_stand_by_decade_with_their_dates_as_exact_as_they_are_known(client: Client) -> None:
    event("e901", "1934", "A studio opens.")
    event("e902", "1941-11", "Two studios become one.")
    settled()
    shown = page(client, "timeline/")
    assert shown.index("1930s") < shown.index("A studio opens.") < shown.index("1940s")
    assert "November 1941" in shown and "1934-" not in shown


def test_an_event_is_told_in_the_language_of_the_page_else_in_english_and_marked(client: Client) -> None:
    event("e901", "1934", "A studio opens.", ru="Открывается студия.")
    settled()
    assert "Открывается студия." in page(client, "timeline/", "ru")
    with override("ru"):
        note = gettext(OWN_WORDING)
    assert note in page(client, "timeline/", "ru") and note not in page(client, "timeline/", "en")
    assert '<span lang="ru">Открывается студия.</span>' in page(client, "timeline/", "kk")


def test_a_decade_counts_its_films_and_opens_them(client: Client) -> None:
    event("e901", "1934", "A studio opens.")
    film("f901", year="1936")
    film("f902", year="1939", kind="documentary")
    film("f903", year="1951")
    settled()
    shown = page(client, "timeline/")
    assert "2 films in the register" in shown and "/en/films/?from=1930&amp;to=1939" in shown


def test_the_timeline_is_narrowed_to_a_kind_and_an_unknown_kind_is_answered_kindly(client: Client) -> None:
    event("e901", "1934", "A studio opens.")
    event("e902", "1935", "A law is passed.", kind="law")
    settled()
    narrowed = page(client, "timeline/?kind=law")
    assert "A law is passed." in narrowed and "A studio opens." not in narrowed
    unknown = page(client, "timeline/?kind=%3Cb%3Ewar")
    assert "&lt;b&gt;war" in unknown and "A studio opens." in unknown


def test_an_undated_event_stands_last(client: Client) -> None:
    event("e901", "2020", "A cinema opens.")
    about = subject("e902", Kind.EVENT)
    claim(about, "text", "A cinema burns.", lang="en", script="Latn")
    settled()
    shown = page(client, "timeline/")
    assert shown.index("A cinema opens.") < shown.index("Date not known") < shown.index("A cinema burns.")


def test_the_timeline_asks_as_much_for_one_event_as_for_three(client: Client) -> None:
    event("e901", "1934", "A studio opens.")
    settled()
    page(client, "timeline/")
    with CaptureQueriesContext(
        connection,
    ) as one:
        page(client, "timeline/")
    event("e902", "1935", "A law is passed.", kind="law")
    event("e903", "1999", "A festival opens.", kind="festival")
    settled()
    with CaptureQueriesContext(connection) as three:
        page(client, "timeline/")
    assert len(one) == len(three) <= 12


def test_a_bare_number_leads_to_the_readable_address(client: Client) -> None:
    event("e901", "1934", "A studio opens.")
    settled()
    answer = client.get("/en/timeline/e901/")
    assert (answer.status_code, answer["Location"]) == (301, "/en/timeline/e901-a-studio-opens/")
    assert client.get("/en/timeline/e999/").status_code == 404


def test_an_event_shows_its_sources_its_neighbours_and_where_sources_disagree(client: Client) -> None:
    event("e901", "1933", "A workshop opens.")
    about = event("e902", "1934", "A studio opens.")
    claim(about, "date", "1935", source("https://two.example/b"))
    event("e903", "1960", "A studio is renamed.")
    settled()
    shown = page(client, "timeline/e902-a-studio-opens/")
    assert "A workshop opens." in shown and "A studio is renamed." in shown
    assert "Sources disagree" in shown and "two.example" in shown and "one.example" in shown


def test_a_film_is_not_an_event(client: Client) -> None:
    film("f901")
    settled()
    assert client.get("/en/timeline/f901/").status_code == 404


def test_events_are_open_data(client: Client) -> None:
    event("e901", "1934", "A studio opens.", kk="Студия ашылды.")
    settled()
    told = client.get("/en/timeline.json").json()["events"][0]
    assert told["facts"]["date"]["voices"][0]["value"] == "1934"
    rows = b"".join(client.get("/en/timeline.csv").streaming_content).decode("utf-8-sig").splitlines()
    assert rows[1].startswith("e901,1934,studio,Студия ашылды.")
    assert client.get("/en/timeline/e901.json").json()["ref"] == "e901"
    assert client.get("/en/timeline/e901.csv").status_code == 200
