"""Every address of the house, found by walking its routes, with a sample for each that names a record."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from kinoqor.register.source.models import Source
from kinoqor.register.subject.words import PAGE

# Samples for what names something else than a subject.
NAMED: dict[str, object] = {"gap": "director", "name": "data/films.csv", "kind": "pages", "piece": 0}


@dataclass(frozen=True)
class Route:
    """A named route and the names of what it asks for ("address", "ref")."""

    name: str
    asks: tuple[str, ...]

    @property
    def kinds(self) -> list[str]:
        """The kinds of subject that this route may show, by the page that its name begins with."""
        page = self.name.split("-")[0]
        return [kind for kind, shown_on in PAGE.items() if shown_on == page] or list(PAGE)


def _walk(resolver: URLResolver) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _walk(entry)
        elif isinstance(entry, URLPattern) and entry.name:
            yield Route(entry.name, tuple(entry.pattern.converters))


def routes() -> list[Route]:
    """All named routes, each once."""
    return list(dict.fromkeys(_walk(get_resolver())))


def lists() -> list[str]:
    """The names of routes that ask for no record."""
    return [route.name for route in routes() if not route.asks]


def addresses(route: Route, samples: dict[str, list[str]]) -> list[str]:
    """The addresses of a route for sample refs by kind; one for a route that asks for nothing."""
    if not route.asks:
        return [reverse(route.name)]
    if "number" in route.asks:
        return [
            reverse(route.name, args=[pk])
            for pk in Source.objects.order_by("pk").values_list("pk", flat=True)[:3]
        ]
    if set(route.asks) <= set(NAMED):
        return [reverse(route.name, args=[NAMED[asked] for asked in route.asks])]
    found = []
    for ref in (ref for kind in route.kinds for ref in samples.get(kind, ())):
        try:
            found.append(reverse(route.name, args=[ref] * len(route.asks)))
        except NoReverseMatch:
            continue
    return found
