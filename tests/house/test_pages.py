"""Every address asked as a reader asks: it answers, it writes nothing, and lists cost no more when they are longer."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from pytest_django.fixtures import Settings

from kinoqor.accounts.role.words import Role
from kinoqor.register.intake.actions import load, settle
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind
from kinoqor.ui.door import anyone, pages
from kinoqor.ui.reading import OWN_POCKET
from tests import make
from tests.house.people import Someone, everyone
from tests.house.register import grow
from tests.house.routes import Route, addresses, lists, routes
from tests.house.things import ANY, things

WRITES = re.compile(r"^\s*(insert|update|delete|replace|truncate|create|alter|drop)\b", re.IGNORECASE)
QUESTION = re.compile(r"\s*\(*\s*(select|with)\b", re.IGNORECASE)
SPACES = re.compile(r"\s+")
# What a page answers to GET: a page, another address, that another house did not answer, or that it takes POST only.
GOOD = {200, 301, 302, 401, 403, 405}
# Who is sent to pages that do not open to anyone; together they open all.
SEATED = ("reader", *(role.value for role in Role))
DOORS = {page.name: page.callback.rule for page in pages()}
# Pages of the library that say at the door why they keep something on GET.
WRITERS = {page.name for page in pages() if page.callback.writes}


# A file of all that is kept about a person asks each table that keeps something.
EVERY_TABLE = {"account-data"}


def refuse_writes(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    if WRITES.match(sql) and not OWN_POCKET.match(sql):
        raise AssertionError(f"a GET writes: {sql[:120]}")
    return execute(sql, params, many, context)


@contextmanager
def reading_only() -> Iterator[None]:
    with connection.execute_wrapper(refuse_writes):
        yield


def ask(place: str, browser: Client | None = None) -> str:
    """What is wrong with the answer to GET, or nothing."""
    try:
        answer = (browser or Client()).get(place)
    except Exception as error:
        return f"{place}: {type(error).__name__}: {str(error)[:200]}"
    body = b"".join(answer.streaming_content) if getattr(answer, "streaming", False) else answer.content
    if answer.status_code not in GOOD:
        return f"{place}: {answer.status_code}"
    return "" if body or answer.status_code != 200 else f"{place}: nothing"


# Another house's sign-in, at an address where nobody answers.
ELSEWHERE = {
    "provider_id": "elsewhere", "name": "Elsewhere", "client_id": "kinoqor", "secret": "-",
    "settings": {"server_url": "http://127.0.0.1:9"},
}  # fmt: skip


@pytest.fixture
def pack(db: None, settings: Settings) -> dict[str, list[str]]:
    """The country pack, loaded, in a house that also lets people in through another one; three refs of each kind."""
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [ELSEWHERE]}}
    touched = load(settings.PACK, by=make.BY)
    settle(touched, by=make.BY)
    return {
        kind: list(Subject.objects.filter(kind=kind).order_by("ref").values_list("ref", flat=True)[:3])
        for kind in Kind.values
    }


def places(
    route: Route, refs: Mapping[str, list[str]], people: Sequence[Someone]
) -> list[tuple[str, Client]]:
    """The addresses of a route, each with the browser of someone to whom it opens: anyone, or who has a seat for it."""
    if DOORS[route.name] is anyone and route.name not in people[0].things:
        return [(place, people[0].browser) for place in addresses(route, refs)]
    found: dict[str, tuple[str, Client]] = {}
    for one in people:
        for kind, asked in (one.things.get(route.name) or {ANY: {}}).items():
            if kind not in found and DOORS[route.name](one.who, **asked):
                found[kind] = reverse(route.name, kwargs=dict(asked)), one.browser
    return list(found.values())


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_address_answers_and_writes_nothing(pack: dict[str, list[str]], language: str) -> None:
    grow(1, 1)
    people, wrong = everyone(*SEATED), []
    with override(language), reading_only():
        for route in routes():
            asked = places(route, pack, people)
            answers = [ask(place, browser) for place, browser in asked if route.name not in WRITERS]
            # A record of another kind is not found there; but each route shows at least one.
            if not asked or (answers and all(answers)):
                wrong.append(f"{route.name}: {answers[:2] or 'no sample for it'}")
            wrong += [each for each in answers if each and not each.endswith(": 404")]
    assert wrong == []


def test_a_get_that_writes_is_caught(db: None) -> None:
    with reading_only(), pytest.raises(AssertionError, match="a GET writes"):
        make.subject("f999")


def test_a_name_that_no_one_gave_fails_the_page() -> None:
    with pytest.raises(pytest.fail.Exception, match="Undefined template variable"):
        Template("{{ never_given }}").render(Context())


def cost(place: str, browser: Client) -> list[str]:
    """The queries of a warm page, without what differs by chance and without the keeping of the reader's session."""
    ask(place, browser)
    with CaptureQueriesContext(connection) as captured:
        wrong = ask(place, browser)
    assert not wrong
    asked = [each["sql"] for each in captured.captured_queries if QUESTION.match(each["sql"])]
    return [SPACES.sub(" ", sql)[:160] for sql in asked]


def many(asked: Sequence[tuple[str, Client]]) -> dict[str, list[str]]:
    return {place: cost(place, browser) for place, browser in asked}


@pytest.mark.django_db
def test_a_list_of_three_costs_as_many_queries_as_a_list_of_one() -> None:
    with override("en"):
        refs, people = grow(1, 1), everyone(*SEATED)
        asked = [each for name in lists() for each in places(Route(name, ()), refs, people)]
        one = many(asked)
        grow(2, 3)
        for someone in people * 2:
            things(someone.user, people[1].user or someone.user)
        three = many(asked)
    more = {place: three[place] for place in one if len(three[place]) > len(one[place])}
    assert {place: (len(one[place]), len(queries), queries[-3:]) for place, queries in more.items()} == {}


# Behind the door a page also asks who asks, in which seat, by which right, and under which version of the rules.
PUBLIC, BEHIND_THE_DOOR = 12, 20
# The file of an application shows an officer all that is known of it: list, findings, look-alikes, papers, letters.
ALL_THAT_IS_KNOWN = {"check": 30}


@pytest.mark.django_db
def test_no_page_asks_more_than_twelve_questions_or_behind_the_door_twenty_or_thirty_of_a_whole_file() -> (
    None
):
    with override("en"):
        refs, people = grow(1, 3), everyone(*SEATED)
        counted = {
            (place, route.name): len(cost(place, browser))
            for route in routes()
            if route.name not in EVERY_TABLE
            for place, browser in places(route, refs, people)
            if not ask(place, browser)
        }
    open_to_all = {entry.name for entry in pages() if entry.callback.rule is anyone}
    allowed = {name: PUBLIC if name in open_to_all else BEHIND_THE_DOOR for _place, name in counted}
    allowed |= ALL_THAT_IS_KNOWN
    assert {place: number for (place, name), number in counted.items() if number > allowed[name]} == {}
