"""Every address asked as a reader asks: it answers, and it writes nothing."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.template import Context, Template
from django.test import Client
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
from tests.house.routes import Route, addresses, routes
from tests.house.things import ANY
from tests.house.world import World

# The whole house is walked: minutes on a busy machine.
pytestmark = [pytest.mark.long(60), pytest.mark.timeout(1800)]

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


@pytest.fixture(autouse=True)
def _another_house(settings: Settings) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [ELSEWHERE]}}


def inhabited() -> World:
    """The country pack, loaded, with everyone in it; three refs of each kind."""
    settle(load(settings.PACK, by=make.BY), by=make.BY)
    refs = {
        kind: list(Subject.objects.filter(kind=kind).order_by("ref").values_list("ref", flat=True)[:3])
        for kind in Kind.values
    }
    grow(1, 1)
    return World(refs, everyone(*SEATED))


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
def test_every_address_answers_and_writes_nothing(world: World, language: str) -> None:
    wrong = []
    with override(language), reading_only():
        for route in routes():
            asked = places(route, world.refs, world.made)
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
