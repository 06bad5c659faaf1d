"""Questions about the data as a whole: what is missing, what can be taken, what was loaded last."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import NoReverseMatch, reverse

from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.deed.queries import latest
from kinoqor.portal.data.words import Gap
from kinoqor.register.card.models import Card
from kinoqor.register.card.words import Sureness
from kinoqor.register.credit.models import Credit
from kinoqor.register.credit.words import Role
from kinoqor.register.event.models import Release
from kinoqor.register.face.queries import of_kind, title
from kinoqor.register.subject.words import Kind
from kinoqor.ui import pack

PER_MAP = 10_000
# The lists that can be taken whole: the name of the page, and of its addresses for data.
LISTS = (
    "films", "people", "organisations", "festivals", "timeline", "releases", "coproductions", "support",
    "disagreements", "sources",
)  # fmt: skip
KINDS_WITH_PAGES = (Kind.WORK, Kind.PERSON, Kind.ORGANISATION, Kind.EVENT, Kind.DECISION)


def _missing(gap: str) -> Q:
    """The condition of a gap, over cards of films."""
    directed = Credit.objects.filter(film=OuterRef("pk"), role=Role.DIRECTOR)
    conditions: dict[str, Q] = {
        Gap.DIRECTOR: ~Q(Exists(directed)),
        Gap.YEAR: Q(year=None) | Q(unverified=True),
        Gap.RUNTIME: ~Q(facts__has_key="runtime"),
        Gap.SYNOPSIS: ~Q(facts__has_key="synopsis"),
        Gap.KAZAKH: ~Q(lang_kk="kk"),
        Gap.RUSSIAN: ~Q(lang_ru="ru"),
        Gap.ENGLISH: ~Q(lang_en="en"),
        Gap.ONE_SOURCE: Q(sureness__in=[Sureness.ONE, Sureness.WEAK]),
        Gap.RELEASE: ~Q(Exists(Release.objects.filter(film=OuterRef("pk")))),
        Gap.STUDIO: ~Q(facts__has_key="studio") & ~Q(facts__has_key="studio_said"),
    }
    return conditions[gap]


def gaps() -> tuple[int, dict[str, int]]:
    """How many films there are, and of how many each thing is missing; one query."""
    films = of_kind(Kind.WORK)
    counts = {f"gap_{gap.name}": Count("pk", filter=_missing(gap)) for gap in Gap}
    found = films.aggregate(films=Count("pk"), **counts)
    return found["films"], {str(gap): found[f"gap_{gap.name}"] for gap in Gap}


def films_without(gap: str) -> QuerySet[Card]:
    """The films of which this is missing, in the order of their numbers."""
    return of_kind(Kind.WORK).filter(_missing(gap)).order_by("ref")


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
