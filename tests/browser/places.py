"""Every page that is open to all, as a reader's browser is sent to it, found by walking the routes."""

import re
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import override

from kinoqor.ui.door import anyone
from kinoqor.ui.door import pages as doors
from tests.house.routes import Route, routes

LANGUAGES = ("kk", "ru", "en")
# Routes that answer with data, or that no one reads in a browser; and those of secret addresses and other houses.
NOT_PAGES = re.compile(
    r"(.*[-_](json|csv)|record-(checkpoint|tile|leaf|proof|first|stamp|stamped|key|verifier|files|document)|robots|sitemap"
    r"|sitemap-piece|pack-file|signout|receipt|account_confirm_email|account_reset_password_from_key|openid_connect_.*|mfa_.*_webauthn)"
)
# What a route answers that does not answer 200 to a reader who comes from nowhere.
ANSWERS = {"socialaccount_login_error": 401}
# For a route that names a record: the records to look at. o038 is a festival, t01 a figure, s001 a decision.
SAMPLES = {
    "film": ["f038"],
    "person": ["p431"],
    "organisation": ["o001", "o038"],
    "decision": ["s001"],
    "event": ["e061"],
    "source": ["1"],
    "record-entry": ["0"],
    "claims": ["f038", "t01"],
    "story": ["f038"],
    "propose": ["f038"],
    "propose-fact": ["f038 year"],
}
# Pages that anyone may read once something is published; their doors ask whether it is.
PUBLISHED = {
    "call": ["demo-script", "demo-package", "selection-2025", "alystagy-agaiyn-2019"],
    "call-check": ["demo-script"],
    "call-version": ["selection-2025 1"],
    "programme": ["national-cinema"],
    "working-days": ["national-cinema"],
    "pitching": ["demo-order package"],
    "result": ["demo-order package"],
    "rechecks": ["demo-order package"],
    "votes": ["demo-order package"],
}
# Pages that are asked in more than one way.
QUERIES = {"search": ["", "?q=kyz+zhibek", "?q=qqqqzzzz"], "films": ["", "?decade=1970&kind=feature"]}


@dataclass(frozen=True)
class Place:
    """A page in any language: its route, what the route asks for, the query, and the status it answers."""

    route: str
    args: tuple[str, ...] = ()
    query: str = ""
    status: int = 200

    def __str__(self) -> str:
        return " ".join((self.route, *self.args)) + self.query

    def path(self, language: str) -> str:
        """The path in this language; the place that no route leads to has one too."""
        if self.status == 404:
            return f"/{language}/{self.route}/"
        with override(language):
            return reverse(self.route, args=self.args) + self.query


NOWHERE = Place("nothing-stands-here", status=404)


def _places(route: Route) -> list[Place]:
    if not route.asks:
        status = ANSWERS.get(route.name, 200)
        return [Place(route.name, query=query, status=status) for query in QUERIES.get(route.name, [""])]
    return [Place(route.name, tuple(ref.split())) for ref in SAMPLES.get(route.name, [])]


def pages() -> list[Route]:
    """The routes that are pages and open to anyone; those behind a rule are looked at in test_behind_the_door.py."""
    open_to_all = {door.name for door in doors() if door.callback.rule is anyone}
    return [route for route in routes() if route.name in open_to_all and not NOT_PAGES.fullmatch(route.name)]


def places() -> list[Place]:
    """Every page at least once, and the page that says that there is none."""
    published = [Place(route, tuple(ref.split())) for route, refs in PUBLISHED.items() for ref in refs]
    return [place for route in pages() for place in _places(route)] + published + [NOWHERE]
