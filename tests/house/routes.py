"""Every address of the house, found by walking its routes, with a sample for each that names a record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from kinoqor.kit.tiles import tiles_at
from kinoqor.ledger.log.queries import count, stamps
from kinoqor.register.source.models import Source
from kinoqor.register.subject.words import PAGE

Kwargs = Mapping[str, object]
# Samples for what names neither a subject nor a thing of tests/house/things.py.
NAMED: dict[str, object] = {
    "gap": "director", "name": "data/films.csv", "kind": "pages", "piece": 0, "provider_id": "elsewhere",
    "index": 0,
}  # fmt: skip
# Routes whose number is that of a source.
OF_SOURCES = ("source", "source-json", "source-csv")
OF_SUBJECTS = ("ref", "address")


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


def _walk(resolver: URLResolver, above: tuple[str, ...] = ()) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        asks = (*above, *_asked(entry.pattern))
        if isinstance(entry, URLResolver):
            yield from _walk(entry, asks)
        elif isinstance(entry, URLPattern) and entry.name:
            yield Route(entry.name, asks)


def _asked(pattern: object) -> tuple[str, ...]:
    """What a piece of an address asks for: by converters, or by the groups of an expression."""
    named = tuple(getattr(pattern, "converters", ()))
    expression = getattr(pattern, "regex", None)
    return named or tuple(getattr(expression, "groupindex", ()))


def routes() -> list[Route]:
    """All named routes, each once."""
    return list(dict.fromkeys(_walk(get_resolver())))


def lists() -> list[str]:
    """The names of routes that ask for no record."""
    return [route.name for route in routes() if not route.asks]


def samples(route: Route, refs: Mapping[str, list[str]]) -> list[Kwargs]:
    """What a route may be asked with, for sample refs by kind; nothing for a route that asks for another thing."""
    if not route.asks:
        return [{}]
    if route.name in OF_SOURCES:
        return [{"number": pk} for pk in Source.objects.order_by("pk").values_list("pk", flat=True)[:3]]
    if route.name == "record-tile":
        return [{"path": tile.path.removeprefix("tile/")} for tile in tiles_at(count())][:3]
    if "size" in route.asks:
        return [{"size": each.head.size} for each in stamps()[:1]]
    if set(route.asks) <= set(NAMED):
        return [{asked: NAMED[asked] for asked in route.asks}]
    if set(route.asks) <= set(OF_SUBJECTS):
        return [dict.fromkeys(route.asks, ref) for kind in route.kinds for ref in refs.get(kind, ())]
    return []


def addresses(route: Route, refs: Mapping[str, list[str]]) -> list[str]:
    """The addresses of a route for sample refs by kind; one for a route that asks for nothing."""
    found = []
    for asked in samples(route, refs):
        try:
            found.append(reverse(route.name, kwargs=dict(asked)))
        except NoReverseMatch:
            continue
    return found
