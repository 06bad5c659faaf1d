"""People as open data: the list, and one of them whole, as objects and as rows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kinoqor.register.card.models import Card
from kinoqor.register.credit.queries import Fellow
from kinoqor.register.face.queries import Face, title
from kinoqor.register.person.queries import Listed, Part

HEAD = ("ref", "name_kk", "name_ru", "name_en", "occupations", "films", "first", "last", "url")


def row(one: Listed) -> Sequence[object]:
    """One person of the list in the columns of HEAD; the years are those of the first and the last film."""
    card = one.card
    years: Sequence[object] = one.career.years or [""]
    names = (card.title_kk, card.title_ru, card.title_en)
    does = ";".join(one.occupations)
    return (card.ref, *names, does, one.career.films, years[0], years[-1], card.get_absolute_url())


def objects(found: Iterable[Listed]) -> Iterator[dict[str, object]]:
    """The list as objects, keyed by HEAD."""
    for one in found:
        yield dict(zip(HEAD, row(one), strict=True))


def _sources(face: Face, numbers: Iterable[int]) -> list[str]:
    return [face.known[number].address for number in numbers if number in face.known]


def whole(card: Card, face: Face, films: Iterable[Part], fellows: Iterable[Fellow]) -> dict[str, Any]:
    """All of one person: facts with every voice, films with roles, and the people of several of these films."""
    made = [
        {
            "film": part.film.ref, "title": str(title(part.film)), "year": part.film.year, "role": credit.role,
            "character": credit.character, "unverified": credit.unverified,
            "sources": _sources(face, credit.sources),
        }
        for part in films
        for credit in part.roles
    ]  # fmt: skip
    beside = [
        {"person": one.card.ref, "name": str(title(one.card)), "films": len(one.films)} for one in fellows
    ]
    return face.data(card) | {"films": made, "worked_with": beside}


def whole_rows(card: Card, face: Face, films: Iterable[Part]) -> Iterator[Sequence[object]]:
    """All of one person as a table in the columns of the face: facts, then the films."""
    yield from face.rows(card)
    for part in films:
        name = title(part.film)
        for credit in part.roles:
            words = f"{name} ({credit.character})" if credit.character else str(name)
            sources = " ; ".join(_sources(face, credit.sources))
            unverified = "yes" if credit.unverified else ""
            yield (
                card.ref,
                f"credit.{credit.role}",
                words,
                name.lang,
                part.film.ref,
                unverified,
                "",
                sources,
            )
