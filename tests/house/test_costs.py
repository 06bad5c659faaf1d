"""What a page asks the database: no more than is allowed, and lists no more when they are longer."""

import re
from collections.abc import Sequence

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kinoqor.ui.door import anyone, pages
from tests.house.people import everyone
from tests.house.register import grow
from tests.house.routes import Route, lists, routes
from tests.house.test_pages import SEATED, ask, places
from tests.house.things import things
from tests.house.world import World

# The whole house is walked: minutes on a busy machine.
pytestmark = [pytest.mark.long(70), pytest.mark.timeout(1800)]

QUESTION = re.compile(r"\s*\(*\s*(select|with)\b", re.IGNORECASE)
SPACES = re.compile(r"\s+")
# A file of all that is kept about a person asks each table that keeps something.
EVERY_TABLE = {"account-data"}


def inhabited() -> World:
    return World(grow(1, 1), everyone(*SEATED))


def queries(place: str, browser: Client) -> list[str]:
    """The queries of a page, without what differs by chance and without the keeping of the reader's session."""
    with CaptureQueriesContext(connection) as captured:
        wrong = ask(place, browser)
    assert not wrong
    asked = [each["sql"] for each in captured.captured_queries if QUESTION.match(each["sql"])]
    return [SPACES.sub(" ", sql)[:160] for sql in asked]


def cost(place: str, browser: Client) -> list[str]:
    """The queries of a warm page."""
    ask(place, browser)
    return queries(place, browser)


def many(asked: Sequence[tuple[str, Client]]) -> dict[str, list[str]]:
    return {place: cost(place, browser) for place, browser in asked}


def test_a_list_of_three_costs_as_many_queries_as_a_list_of_one(world: World) -> None:
    people = world.made
    asked = [each for name in lists() for each in places(Route(name, ()), world.refs, people)]
    one = many(asked)
    grow(2, 3)
    for someone in people * 2:
        things(someone.user, people[1].user or someone.user)
    if connection.vendor == "postgresql":
        # What its own housekeeping does in a database that lives: without it, all that was made here in one
        # transaction counts as nothing, and a join of ten tables is planned as if each were empty.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    three = many(asked)
    more = {place: three[place] for place in one if len(three[place]) > len(one[place])}
    assert {place: (len(one[place]), len(found), found[-3:]) for place, found in more.items()} == {}


# Behind the door a page also asks who asks, in which seat, by which right, what a conflict of interest shuts to them,
# and under which version of the rules.
PUBLIC, BEHIND_THE_DOOR = 12, 21
# The file of an application shows an officer all that is known of it: list, findings, look-alikes, papers, letters.
ALL_THAT_IS_KNOWN = {"check": 31}


def test_no_page_asks_more_than_twelve_questions_or_behind_the_door_twenty_one_or_thirty_one_of_a_whole_file(
    world: World,
) -> None:
    more = grow(2, 3)
    refs = {kind: world.refs[kind] + more[kind] for kind in more}
    counted = {
        (place, route.name): len(queries(place, browser))
        for route in routes()
        if route.name not in EVERY_TABLE
        for place, browser in places(route, refs, world.made)
        if not ask(place, browser)  # which also warms it
    }
    open_to_all = {entry.name for entry in pages() if entry.callback.rule is anyone}
    allowed = {name: PUBLIC if name in open_to_all else BEHIND_THE_DOOR for _place, name in counted}
    allowed |= ALL_THAT_IS_KNOWN
    assert {place: number for (place, name), number in counted.items() if number > allowed[name]} == {}
