"""Every address asked as a reader asks: it answers, it writes nothing, and lists cost no more when they are longer."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from kinoqor.portal.search.actions import reindex
from kinoqor.register.intake.actions import load, settle
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind
from tests import make
from tests.house.register import grow
from tests.house.routes import Route, addresses, lists, routes

WRITES = re.compile(r"^\s*(insert|update|delete|replace|truncate|create|alter|drop)\b", re.IGNORECASE)
SPACES = re.compile(r"\s+")
# What a page answers to GET: a page, another address, or that it takes POST only.
GOOD = {200, 301, 302, 405}


def refuse_writes(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    if WRITES.match(sql):
        raise AssertionError(f"a GET writes: {sql[:120]}")
    return execute(sql, params, many, context)


@contextmanager
def reading_only() -> Iterator[None]:
    with connection.execute_wrapper(refuse_writes):
        yield


def ask(place: str) -> str:
    """What is wrong with the answer to GET, or nothing."""
    try:
        answer = Client().get(place)
    except Exception as error:
        return f"{place}: {type(error).__name__}: {str(error)[:200]}"
    body = b"".join(answer.streaming_content) if getattr(answer, "streaming", False) else answer.content
    if answer.status_code not in GOOD:
        return f"{place}: {answer.status_code}"
    return "" if body or answer.status_code != 200 else f"{place}: nothing"


@pytest.fixture
def pack(db: None) -> dict[str, list[str]]:
    """The country pack, loaded; three refs of each kind."""
    touched = load(settings.PACK, by=make.BY)
    settle(touched, by=make.BY)
    reindex(touched, by=make.BY)
    return {
        kind: list(Subject.objects.filter(kind=kind).order_by("ref").values_list("ref", flat=True)[:3])
        for kind in Kind.values
    }


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_address_answers_and_writes_nothing(pack: dict[str, list[str]], language: str) -> None:
    wrong = []
    with override(language), reading_only():
        for route in routes():
            places = addresses(route, pack)
            answers = [ask(place) for place in places]
            # A record of another kind is not found there; but each route shows at least one.
            if not places or all(answers):
                wrong.append(f"{route.name}: {answers[:2] or 'no sample for it'}")
            wrong += [each for each in answers if each and not each.endswith(": 404")]
    assert wrong == []


def test_a_get_that_writes_is_caught(db: None) -> None:
    with reading_only(), pytest.raises(AssertionError, match="a GET writes"):
        make.subject("f999")


def test_a_name_that_no_one_gave_fails_the_page() -> None:
    with pytest.raises(pytest.fail.Exception, match="Undefined template variable"):
        Template("{{ never_given }}").render(Context())


def cost(place: str) -> list[str]:
    """The queries of a warm page, without what differs by chance."""
    ask(place)
    with CaptureQueriesContext(connection) as captured:
        wrong = ask(place)
    assert not wrong
    return [SPACES.sub(" ", each["sql"])[:160] for each in captured.captured_queries]


def many(places: list[str]) -> dict[str, list[str]]:
    return {place: cost(place) for place in places}


@pytest.mark.django_db
def test_a_list_of_three_costs_as_many_queries_as_a_list_of_one() -> None:
    with ExitStack() as stack:
        stack.enter_context(override("en"))
        refs = grow(1, 1)
        places = [place for name in lists() for place in addresses(Route(name, ()), refs)]
        one = many(places)
        grow(2, 3)
        three = many(places)
    more = {place: three[place] for place in places if len(three[place]) > len(one[place])}
    assert {place: (len(one[place]), len(queries), queries[-3:]) for place, queries in more.items()} == {}


@pytest.mark.django_db
def test_no_page_of_a_small_register_asks_more_than_twelve_questions() -> None:
    with override("en"):
        refs = grow(1, 3)
        counted = {
            place: len(cost(place))
            for route in routes()
            for place in addresses(route, refs)
            if not ask(place)
        }
    assert {place: number for place, number in counted.items() if number > 12} == {}
