"""The list of deeds narrowed, turned from piece to piece, and taken as a file."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.portal.journal.queries import narrowed, window
from kinoqor.portal.journal.rules import Asked
from tests import make, people
from tests.portal.journal.doings import correct, doer, offer, page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def steppe() -> None:
    """A film whose year can be corrected."""
    make.film("f901", year="1970")
    make.settled()


NARROWED: dict[str, Callable[[dict[str, object]], dict[str, object]]] = {
    "by name": lambda has: {"who": "айгүл"},
    "by address": lambda has: {"who": has["email"]},
    "by what was done": lambda has: {"what": "keeping.edit.entered"},
    "by room": lambda has: {"what": "keeping.edit", "about": "f902"},
    "by record": lambda has: {"about": "f902", "what": "keeping"},
    "by role": lambda has: {"seat": "archivist"},
    "by seat": lambda has: {"seat": has["seat"]},
    "by day": lambda has: {"since": has["today"], "until": has["today"], "what": "keeping"},
}


@pytest.mark.parametrize("way", NARROWED)
def test_the_list_is_narrowed(way: str) -> None:
    make.film("f902", "Another Test", year="1960")
    make.settled()
    one = people.user("Айгүл Сынақ")
    by = doer(one, Role.ARCHIVIST)
    correct(by, "1961", "f902")
    correct(by, "1962", "f902")
    others = people.user("Үлгі")
    offer(others.doer)
    seat = by.hat.removeprefix("seat:")
    has = {"email": one.email, "seat": seat, "today": timezone.localdate().isoformat()}
    found = page(people.signed_in(Role.AUDITOR), **NARROWED[way](has))
    assert found.count("entered “Year” for Another Test") == 2
    if way not in ("by day",):
        assert "Үлгі proposed" not in found


@pytest.mark.parametrize(
    "asked",
    [
        {"who": "Жоқ Адам"},
        {"what": "no.such.deed"},
        {"about": "f999"},
        {"seat": "none"},
        {"until": "1999-01-01"},
    ],
)
def test_what_nothing_fits_is_answered_with_a_way_on(asked: dict[str, str]) -> None:
    correct(doer(people.user(), Role.CATALOGUER))
    said = page(people.signed_in(Role.AUDITOR), **asked)
    assert "No deed fits all of this" in said and "Show all deeds" in said


def test_a_day_that_cannot_be_is_said_at_its_field_and_shows_nothing() -> None:
    correct(doer(people.user(), Role.CATALOGUER))
    said = page(people.signed_in(Role.AUDITOR), since="2026-13-01")
    assert "There is no such day." in said and "entered “Year”" not in said


def test_the_list_is_turned_from_piece_to_piece_and_back() -> None:
    me = people.user()
    made = [correct(doer(me, None), str(1900 + n)).pk for n in range(7)]
    found = narrowed(people.who(Role.AUDITOR), Asked(what="keeping.edit.entered"))
    first = window(found, 3)
    second = window(found, 3, before=str(first.older))
    third = window(found, 3, before=str(second.older))
    assert [[one.pk for one in piece.deeds] for piece in (first, second, third)] == [
        made[:3:-1], made[3:0:-1], made[:1],
    ]  # fmt: skip
    assert (first.newer, third.older) == (None, None)
    assert [one.pk for one in window(found, 3, after=str(third.newer)).deeds] == made[3:0:-1]
    assert [one.pk for one in window(found, 3, before="nonsense").deeds] == made[:3:-1]


def test_an_empty_journal_says_what_to_do() -> None:
    said = page(people.client(people.user()))
    assert "Nothing was done yet" in said and "Propose a correction" in said


def rows_of(browser: Client, **asked: object) -> list[dict[str, str]]:
    answer = browser.get(reverse("deeds-csv"), asked)
    whole = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(whole)))


def test_an_auditor_takes_a_period_as_a_table() -> None:
    correct(doer(people.user("Айгүл Сынақ"), Role.CATALOGUER), why="Because.")
    browser, today = people.signed_in(Role.AUDITOR), timezone.localdate()
    rows = rows_of(browser, since=today, until=today, what="keeping.edit")
    assert [(row["code"], row["name"], row["record"], row["reason"]) for row in rows] == [
        ("keeping.edit.entered", "Айгүл Сынақ", "f901", "Because.")
    ]
    assert rows[0]["sentence"] == "Айгүл Сынақ entered “Year” for The Test Steppe: 1971"
    assert "The card shows now: 1971" in rows[0]["details"]
    assert rows_of(browser, until="1999-01-01") == []


def test_a_formula_in_a_name_or_a_reason_is_disarmed_in_the_table() -> None:
    editor = people.user("=HYPERLINK(1)")
    correct(doer(editor, Role.CATALOGUER), why="@SUM(1)")
    row = rows_of(people.signed_in(Role.AUDITOR), what="keeping.edit")[0]
    assert (row["name"], row["reason"]) == ("'=HYPERLINK(1)", "'@SUM(1)")
    assert row["sentence"].startswith("'=HYPERLINK(1) entered")


def test_the_same_deeds_come_as_json() -> None:
    correct(doer(people.user("Айгүл Сынақ"), Role.CATALOGUER))
    answer = people.signed_in(Role.AUDITOR).get(reverse("deeds-json"), {"what": "keeping.edit"})
    found = json.loads(b"".join(answer.streaming_content))
    assert [(one["code"], one["name"], one["details"]["Fact"]) for one in found["deeds"]] == [
        ("keeping.edit.entered", "Айгүл Сынақ", "Year")
    ]


@pytest.mark.parametrize("name", ["deeds-csv", "deeds-json"])
def test_a_file_of_deeds_is_for_its_reader_only(name: str) -> None:
    answer = people.signed_in(Role.AUDITOR).get(reverse(name))
    assert "Access-Control-Allow-Origin" not in answer
    assert answer["Cache-Control"] == "private, no-store"
    b"".join(answer.streaming_content)


def test_a_page_of_three_deeds_asks_as_many_questions_as_a_page_of_one() -> None:
    browser = people.signed_in(Role.AUDITOR)

    def cost() -> int:
        browser.get(reverse("deeds"), {"what": "keeping"})
        with CaptureQueriesContext(connection) as asked:
            browser.get(reverse("deeds"), {"what": "keeping"})
        return len(asked)

    correct(doer(people.user(), Role.CATALOGUER))
    one = cost()
    for n in range(3):
        make.film(f"f91{n}", f"Test {n}", year="1950")
        make.settled(make.subject(f"f91{n}"))
        correct(doer(people.user(f"Сынақ {n}"), Role.ARCHIVIST), str(1960 + n), f"f91{n}")
        offer(people.user().doer, f"f91{n}")
    assert cost() == one <= 12
