"""The matrix of the one door: every route, as everyone, on what is theirs, others' and about themselves.

The table stands in docs/reference/access.md; it is written anew with `--write-access` and read by people before it is
committed. A route that the table does not name fails. What stands behind an address is said in tests/house/things.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from kinoqor.ui.door import anyone, pages
from tests.house.people import Someone, everyone
from tests.house.register import grow
from tests.house.routes import Kwargs, Route, routes, samples
from tests.house.test_pages import ELSEWHERE
from tests.house.things import ANY
from tests.house.tree import ROOT
from tests.house.world import World

pytestmark = pytest.mark.long(90)

TABLE = ROOT / "docs" / "reference" / "access.md"
LEAD = """# Who may open what

Written by `./kino test tests/house/test_access.py --write-access` from what the house answers to each of these people,
and compared with it at every test. **yes**: the page answers. **sign in**: whoever has not signed in is led there.
**no**: refused, with the reason and the way out (403). **not there**: answered as if nothing stood at the address (404).
**–**: they have no such thing.

Everyone has a second step, has shown it, and has just confirmed who they are; save *no second step*: a cataloguer who
has not shown it. *other hat*: a cataloguer who acts in a producer's seat now. *seat over*: a cataloguer until yesterday.
*none*: a thing that does not exist. Where a page opens to anyone, it is asked by nobody, a reader and an administrator.
"""
NONE = "none"
# What is said of a room's pages that answer everyone alike.
ALIKE = {"yes": "Open to everyone", "not there": "Not there for anyone, where it does not exist"}
NO_SUCH = {
    "number": 99_999_999,
    "pk": 99_999_999,
    "piece": 99_999_999,
    "ref": "f99999999",
    "address": "f99999999",
    "index": 999_999,
    "size": 999_999,
    "path": "9/999",
}
METHODS = ("GET", "POST")
# The page that says in its own words that signing in by another house has failed.
FAILED_ELSEWHERE = "socialaccount/authentication_error.html"
# Who asks a page that opens to anyone; its rule looks at nobody.
PASSERS_BY = ("nobody", "reader", "administrator")


@dataclass(frozen=True)
class Row:
    """What everyone is answered: at a route, with a thing, by a method."""

    room: str
    route: str
    kind: str
    methods: str
    answers: tuple[str, ...]

    @property
    def alike(self) -> str:
        """What everyone is answered, where all are answered alike."""
        found = set(self.answers) - {""}
        return found.pop() if len(found) == 1 else ""


class Asking:
    """Asks doors, and minds that each refusal has its reason and its way out."""

    def __init__(self, people: list[Someone], refs: dict[str, list[str]], said: dict[str, Any]) -> None:
        self.people, self.refs, self.said = people, refs, said
        self.wrong: list[str] = []
        self.doors = {page.name: page.callback for page in pages()}

    def rows(self) -> Iterator[Row]:
        """Every row of the table."""
        for route in sorted(routes(), key=lambda route: route.name):
            room = self.doors[route.name].__module__
            own = room.startswith("kinoqor.")
            name = ".".join(room.split(".")[1:3]) if own else "accounts.signin (the library)"
            for kind in self.kinds(route):
                found = {method: self.row(route, kind, method) for method in METHODS}
                # A method that the page does not take is no row; two that are answered alike are one.
                kept = {method: row for method, row in found.items() if "405" not in row}
                for row in dict.fromkeys(kept.values()):
                    methods = ", ".join(method for method in kept if kept[method] == row)
                    yield Row(name, route.name, kind, methods, row)

    def kinds(self, route: Route) -> list[str]:
        """The kinds of things that a route is asked with."""
        listed = [kind for one in self.people for kind in one.things.get(route.name, ())]
        if not listed and route.asks:
            assert samples(route, self.refs), f"give {route.name} its things in tests/house/things.py"
        return list(dict.fromkeys(listed)) + [ANY] * (not listed) + [NONE] * bool(route.asks)

    def row(self, route: Route, kind: str, method: str) -> tuple[str, ...]:
        """What each person is answered; empty for those who need not be asked."""
        open_to_anyone = self.doors[route.name].rule is anyone
        return tuple(
            "" if open_to_anyone and who.label not in PASSERS_BY else self.answer(who, route, kind, method)
            for who in self.people
        )

    def answer(self, who: Someone, route: Route, kind: str, method: str) -> str:
        asked = self.named(who, route, kind)
        if asked is None:
            return "–"
        self.said.clear()
        cache.clear()  # attempts are counted there; here nobody attempts anything
        where = f"{method} {route.name} ({kind}) as {who.label}"
        with transaction.atomic():
            try:
                answer = who.ask(method, reverse(route.name, kwargs=dict(asked)))
            except Exception as error:
                self.wrong.append(f"{where}: {error!r}")
                answer = HttpResponse()
            transaction.set_rollback(True)
        return self.word(who, answer, where)

    def named(self, who: Someone, route: Route, kind: str) -> Kwargs | None:
        """What names a person's thing of this kind; None where they have none."""
        theirs = who.things.get(route.name)
        if kind == NONE:
            some = next(iter(theirs.values())) if theirs else samples(route, self.refs)[0]
            first = route.asks[0]
            return {**some, first: NO_SUCH.get(first, "no-such")}
        return theirs.get(kind) if theirs else samples(route, self.refs)[0]

    def word(self, who: Someone, answer: HttpResponse, where: str) -> str:
        """What an answer means for whoever stood before the door."""
        status, signin = answer.status_code, reverse("account_login")
        if status == 302 and answer["Location"].startswith(signin):
            return "yes" if who.user else "sign in"
        if status in (401, 403) and self.said.get("page") != FAILED_ELSEWHERE:
            verdict = answer.json() if "json" in answer["Content-Type"] else self.said["given"]
            if not verdict.get("reason") or not verdict.get("way"):
                self.wrong.append(f"{where}: refused without a reason or a way out")
            return "sign in" if status == 401 or verdict.get("to") == signin else "no"
        # A machine that sent nothing sensible is told so with the reason: the door has opened.
        told = status >= 400 and "json" in answer["Content-Type"] and answer.json().get("reason")
        if (
            status >= 400
            and status not in (401, 404, 405, 409)  # 409: what came too late is shown beside what stands
            and not told
            and self.said.get("page") != FAILED_ELSEWHERE
        ):
            self.wrong.append(f"{where}: {status}")
        return {404: "not there", 405: "405"}.get(status, "yes")


def written(rows: list[Row], heads: list[str]) -> str:
    """The page of the reference, room by room."""
    parts = [LEAD]
    for room in sorted({row.room for row in rows}):
        of_room = [row for row in rows if row.room == room]
        parts.append(f"## {room}\n")
        for answer, words in ALIKE.items():
            names = dict.fromkeys(_named(row) for row in of_room if row.alike == answer)
            parts += [f"{words}: {', '.join(names)}.\n"] if names else []
        parts += _table([row for row in of_room if row.alike not in ALIKE], heads)
    return "\n".join(parts)


def _named(row: Row) -> str:
    more = [row.kind] * (row.kind not in (ANY, NONE)) + [row.methods] * (row.methods != "GET")
    return f"`{row.route}`" + (f" ({', '.join(more)})" if more else "")


def _table(rows: list[Row], heads: list[str]) -> list[str]:
    if not rows:
        return []
    lines = [f"| route | thing | asked by | {' | '.join(heads)} |", "| --- " * (len(heads) + 3) + "|"]
    for row in rows:
        # Where only passers-by are asked, the others are answered like a reader.
        filled = [answer or row.answers[1] for answer in row.answers]
        lines.append(f"| `{row.route}` | {row.kind} | {row.methods} | {' | '.join(filled)} |")
    return [*lines, ""]


def inhabited() -> World:
    return World(grow(1, 1), everyone())


@pytest.mark.timeout(1800)  # every route, thirteen kinds of people, each thing: minutes on a busy machine
def test_every_door_answers_everyone_as_the_table_says(
    world: World, settings: Settings, request: pytest.FixtureRequest, said: dict[str, Any]
) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [ELSEWHERE]}}
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 3600  # they have just confirmed, however long all is asked
    asking = Asking(world.made, world.refs, said)
    found = written(list(asking.rows()), [one.label for one in asking.people])
    if request.config.getoption("--write-access"):
        TABLE.write_text(found, encoding="utf-8")
    assert not asking.wrong, "\n".join(asking.wrong)
    assert lines_of(TABLE) == found.splitlines(), "read what changed, then write it with --write-access"


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def test_nothing_under_the_desk_or_the_house_opens_to_whoever_has_not_signed_in(world: World) -> None:
    listed = {
        reverse(route.name, kwargs=dict(asked))
        for one in world.made
        for route in routes()
        if route.name in one.things or not route.asks
        for asked in one.things.get(route.name, {ANY: {}}).values()
    }
    inside = sorted(place for place in listed if place.startswith(("/en/desk/", "/en/house/")))
    answers = {place: Client().get(place) for place in inside}
    assert len(answers) > 10
    assert [place for place, answer in answers.items() if not _led_to_sign_in(answer)] == []


def _led_to_sign_in(answer: HttpResponse) -> bool:
    """A page leads there; a file says that it has to be done."""
    return answer.status_code == 401 or answer.headers.get("Location", "").startswith("/en/account/login/")
