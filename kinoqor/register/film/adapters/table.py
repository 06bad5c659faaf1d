"""Films as rows and objects of open data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kinoqor.register.card.models import Card
from kinoqor.register.face.queries import title
from kinoqor.register.film.queries import Film

HEAD = (
    "ref", "title_kk", "title_ru", "title_en", "year", "kind", "genres", "runtime_min", "directors", "studios",
    "countries", "languages", "sureness", "disputed", "year_unverified", "url",
)  # fmt: skip
Found = Iterable[tuple[Card, list[Card], Mapping[str, Card]]]


def _values(card: Card, code: str) -> list[str]:
    return [str(voice["value"]) for voice in card.facts.get(code, {}).get("voices", ())]


def objects(found: Found) -> Iterator[dict[str, Any]]:
    """One object a film: what leads its card, people and studios with their numbers."""
    for card, directors, studios in found:
        yield {
            "ref": card.ref,
            "titles": {lang: str(title(card, lang)) for lang in ("kk", "ru", "en")},
            "year": card.year,
            "kind": next(iter(_values(card, "kind")), ""),
            "genres": _values(card, "genre"),
            "runtime_min": next((int(each) for each in _values(card, "runtime") if each.isdigit()), None),
            "directors": [{"ref": one.ref, "name": str(title(one))} for one in directors],
            "studios": [
                {"ref": ref, "name": str(title(studios[ref]))}
                for ref in _values(card, "studio")
                if ref in studios
            ],
            "countries": _values(card, "country"),
            "languages": _values(card, "language"),
            "sureness": card.sureness,
            "disputed": card.disputed,
            "year_unverified": card.unverified,
            "url": card.get_absolute_url(),
        }


def rows(found: Found) -> Iterator[Sequence[object]]:
    """One row a film, in the columns of HEAD; several values in a cell are parted by ";"."""
    for one in objects(found):
        yield (
            one["ref"], *one["titles"].values(), one["year"], one["kind"], ";".join(one["genres"]), one["runtime_min"],
            ";".join(each["name"] for each in one["directors"]), ";".join(each["name"] for each in one["studios"]),
            ";".join(one["countries"]), ";".join(one["languages"]), one["sureness"],
            "yes" if one["disputed"] else "", "yes" if one["year_unverified"] else "", one["url"],
        )  # fmt: skip


def whole(film: Film) -> dict[str, Any]:
    """All of one film: its facts with every voice, and its credits, awards and releases, each with its sources."""
    return film.face.data(film.card) | {
        "credits": [
            {
                "person": credit.person.ref, "name": str(title(credit.person.card)), "role": credit.role,
                "character": credit.character, "unverified": credit.unverified, "sources": _sources(film, credit),
            }
            for credit in film.credits
        ],
        "awards": [
            {
                "organisation": award.organisation.ref, "name": str(title(award.organisation.card)), "year": award.year,
                "edition": award.edition, "section": award.section, "award": award.award, "result": award.result,
                "unverified": award.unverified, "sources": _sources(film, award),
            }
            for award in film.awards
        ],
        "releases": [
            {
                "platform": release.platform.ref if release.platform else "", "territory": release.territory,
                "venue": release.venue, "date": release.date, "type": release.medium, "box_office": release.box_office,
                "currency": release.currency, "admissions": release.admissions, "unverified": release.unverified,
                "sources": _sources(film, release),
            }
            for release in film.releases
        ],
    }  # fmt: skip


def _sources(film: Film, record: Any) -> list[str]:
    return [film.face.known[number].address for number in record.sources if number in film.face.known]


def whole_rows(film: Film) -> Iterator[Sequence[object]]:
    """All of one film as a table in the columns of the face: facts, then credits, awards and releases."""
    yield from film.face.rows(film.card)
    for credit in film.credits:
        name = title(credit.person.card)
        words = f"{name} ({credit.character})" if credit.character else str(name)
        yield _row(film, f"credit.{credit.role}", words, name.lang, credit.person.ref, credit)
    for award in film.awards:
        parts = (title(award.organisation.card), award.year, award.section, award.award)
        words = ", ".join(str(part) for part in parts if part)
        yield _row(film, f"award.{award.result}", words, "", award.organisation.ref, award)
    for release in film.releases:
        sum_ = f"{release.box_office} {release.currency}" if release.box_office is not None else ""
        words = ", ".join(part for part in (release.date, release.territory, release.venue, sum_) if part)
        yield _row(
            film,
            f"release.{release.medium}",
            words,
            "",
            release.platform.ref if release.platform else "",
            release,
        )


def _row(film: Film, prop: str, words: str, lang: str, ref: str, record: Any) -> Sequence[object]:
    unverified = "yes" if record.unverified else ""
    return (film.card.ref, prop, words, lang, ref, unverified, "", " ; ".join(_sources(film, record)))
