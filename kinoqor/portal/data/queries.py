"""Questions about the data as a whole: what is missing, what can be taken, what was loaded last."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db.models import Count, QuerySet
from django.urls import NoReverseMatch, reverse

from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.deed.queries import latest
from kinoqor.register.card.models import Card
from kinoqor.register.card.queries import lacking, tallies
from kinoqor.register.face.queries import of_kind, title
from kinoqor.register.level.rules import of_bits
from kinoqor.register.subject.words import Kind
from kinoqor.ui import pack

PER_MAP = 10_000
# The lists that can be taken whole: the name of the page, and of its addresses for data.
LISTS = (
    "films", "people", "organisations", "festivals", "timeline", "releases", "coproductions", "support",
    "disagreements", "sources",
)  # fmt: skip
KINDS_WITH_PAGES = (Kind.WORK, Kind.PERSON, Kind.ORGANISATION, Kind.EVENT, Kind.DECISION)


def gaps() -> tuple[int, Counter[str]]:
    """How many films there are, and of how many each thing is missing; one query."""
    films, missing = 0, Counter[str]()
    for _level, lacks, n in tallies(of_kind(Kind.WORK)):
        films += n
        missing.update({str(lack): n for lack in of_bits(lacks)})
    return films, missing


def films_without(gap: str) -> QuerySet[Card]:
    """The films of which this is missing, in the order of their numbers."""
    return lacking(of_kind(Kind.WORK), gap).order_by("ref")


def film_rows(films: QuerySet[Card]) -> Iterator[tuple[object, ...]]:
    """Films as rows of open data: ref, title, year, address."""
    for card in films.defer("facts").iterator(chunk_size=2000):
        yield card.ref, title(card).text, card.year, settings.ADDRESS + card.get_absolute_url()


class Download(NamedTuple):
    """A list that can be taken: its page, its JSON, its CSV."""

    name: str
    url: str
    json: str
    csv: str


def downloads() -> list[Download]:
    """Every list that this house has, with its addresses."""
    return [found for found in map(_download, LISTS) if found is not None]


def _download(name: str) -> Download | None:
    try:
        url = reverse(name)
    except NoReverseMatch:
        return None
    bare = url.rstrip("/")
    return Download(name, url, f"{bare}.json", f"{bare}.csv")


def pack_files() -> dict[str, Path]:
    """The files of the country pack by their path in it, and nothing else."""
    folder = Path(settings.PACK)
    kept = {".csv", ".toml", ".md"}
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in kept and path.is_file()]
    essay = folder / "data" / "essay.txt"
    return {
        path.relative_to(folder).as_posix(): path for path in [*files, *([essay] if essay.exists() else [])]
    }


def last_load() -> Deed | None:
    """The deed of the newest load of a pack."""
    return latest("register.intake.loaded")


def newest_change() -> datetime | None:
    """When cards were last settled."""
    deed = latest("register.card.settled")
    return deed.at if deed else None


def maps() -> list[tuple[str, int]]:
    """The pieces of the map of the site: kind of card, and which ten thousand of them."""
    rows = dict(Card.objects.filter(kind__in=KINDS_WITH_PAGES).values_list("kind").annotate(n=Count("pk")))
    return [(kind, piece) for kind in KINDS_WITH_PAGES for piece in range(-(-rows.get(kind, 0) // PER_MAP))]


def mapped(kind: str, piece: int) -> list[str]:
    """The addresses of the cards of one piece, in the language of the moment."""
    some = of_kind(kind).order_by("pk").only("ref", "slug", "kind")[piece * PER_MAP : (piece + 1) * PER_MAP]
    return [card.get_absolute_url() for card in some]


def licence() -> str:
    """Under what the data may be used, in the words of the pack."""
    return pack.text("licence")
