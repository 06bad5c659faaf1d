"""Every page of the house as a reader's browser is sent to it, found by walking the routes."""

import re
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import override

from tests.house.routes import Route, routes

LANGUAGES = ("kk", "ru", "en")
# Routes that answer with data, or that no one reads in a browser.
NOT_PAGES = re.compile(r"(.*[-_](json|csv)|robots|sitemap|sitemap-piece|pack-file|signout)")
# For a route that names a record: the records to look at. o038 is a festival, t01 a figure, s001 a decision.
SAMPLES = {
    "film": ["f038"],
    "person": ["p431"],
    "organisation": ["o001", "o038"],
    "decision": ["s001"],
    "event": ["e061"],
    "source": ["1"],
    "claims": ["f038", "t01"],
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
        return [Place(route.name, query=query) for query in QUERIES.get(route.name, [""])]
    return [Place(route.name, (ref,)) for ref in SAMPLES.get(route.name, [])]


def pages() -> list[Route]:
    """The routes that are pages."""
    return [route for route in routes() if not NOT_PAGES.fullmatch(route.name)]


def places() -> list[Place]:
    """Every page at least once, and the page that says that there is none."""
    return [place for route in pages() for place in _places(route)] + [NOWHERE]
