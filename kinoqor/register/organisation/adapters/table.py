"""Organisations and festivals as open data: the lists, and one of them whole, as objects and as rows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kinoqor.register.card.models import Card
from kinoqor.register.face.queries import title
from kinoqor.register.organisation.queries import Festival, Known, Listed

HEAD = (
    "ref", "name_kk", "name_ru", "name_en", "kind", "countries", "founded", "films_made", "films_at_it", "films_shown",
    "url",
)  # fmt: skip
FESTIVALS = (
    "ref", "name_kk", "name_ru", "name_en", "films", "selected", "nominated", "won", "first", "last", "url",
)  # fmt: skip


def _names(card: Card) -> tuple[str, str, str, str]:
    return (card.ref, card.title_kk, card.title_ru, card.title_en)


def row(one: Listed) -> Sequence[object]:
    """One organisation of the list in the columns of HEAD."""
    countries = ";".join(one.countries)
    counts = (one.made, one.judged, one.shown)
    return (*_names(one.card), one.kind, countries, one.card.moment, *counts, one.card.get_absolute_url())


def objects(found: Iterable[Listed]) -> Iterator[dict[str, object]]:
    """The list as objects, keyed by HEAD."""
    for one in found:
        yield dict(zip(HEAD, row(one), strict=True))


def festival(one: Festival) -> Sequence[object]:
    """One festival of the list in the columns of FESTIVALS."""
    counts = (one.films, one.selected, one.nominated, one.won)
    years = ("" if one.first is None else one.first, "" if one.last is None else one.last)
    return (*_names(one.card), *counts, *years, one.card.get_absolute_url())


def festival_objects(found: Iterable[Festival]) -> Iterator[dict[str, object]]:
    """The list of festivals as objects, keyed by FESTIVALS."""
    for one in found:
        yield dict(zip(FESTIVALS, festival(one), strict=True))


def _sources(known: Known, numbers: Iterable[int]) -> list[str]:
    return [known.face.known[number].address for number in numbers if number in known.face.known]


def _film(card: Card) -> dict[str, Any]:
    return {"film": card.ref, "title": str(title(card)), "year": card.year}


def whole(known: Known) -> dict[str, Any]:
    """All of one organisation: facts with every voice, names through time, films, what was at it, what it showed."""
    return known.face.data(known.card) | {
        "names_in_time": [
            {
                "names": dict(name.names), "from": name.start, "to": name.end, "unverified": name.unverified,
                "sources": _sources(known, name.sources),
            }
            for name in known.names
        ],
        "films": [_film(card) for card in known.films],
        "awards": [
            _film(award.film.card) | {
                "at": award.year, "edition": award.edition, "section": award.section, "award": award.award,
                "result": award.result, "unverified": award.unverified, "sources": _sources(known, award.sources),
            }
            for award in known.given
        ],
        "releases": [
            _film(release.film.card) | {
                "date": release.date, "territory": release.territory, "type": release.medium, "venue": release.venue,
                "unverified": release.unverified, "sources": _sources(known, release.sources),
            }
            for release in known.released
        ],
        "decisions": [card.ref for card in known.applied],
    }  # fmt: skip


def whole_rows(known: Known) -> Iterator[Sequence[object]]:
    """All of one organisation as a table in the columns of the face: facts, then films, awards and releases."""
    yield from known.face.rows(known.card)
    for card in known.films:
        yield _row(known, "film", str(title(card)), card, None)
    for award in known.given:
        words = _joined(title(award.film.card), award.year, award.section, award.award)
        yield _row(known, f"award.{award.result}", words, award.film.card, award)
    for release in known.released:
        words = _joined(title(release.film.card), release.date, release.territory, release.venue)
        yield _row(known, f"release.{release.medium}", words, release.film.card, release)


def _joined(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


def _row(known: Known, prop: str, words: str, film: Card, record: Any) -> Sequence[object]:
    unverified = "yes" if record and record.unverified else ""
    sources = " ; ".join(_sources(known, record.sources)) if record else ""
    return (known.card.ref, prop, words, "", film.ref, unverified, "", sources)
