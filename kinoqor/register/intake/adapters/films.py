"""films.csv: one row a work."""

from collections.abc import Iterator

from kinoqor.kit.names import script_of
from kinoqor.kit.table import Row
from kinoqor.register.claim.words import NameKind
from kinoqor.register.intake.adapters.known import Known, Reader, whole
from kinoqor.register.intake.words import Finding, Statement
from kinoqor.register.subject.words import Kind

COLUMNS = (
    "id", "title_kk", "title_ru", "title_en", "title_latin", "year", "kind", "genres", "runtime_min", "color",
    "languages", "countries", "studio_ids", "synopsis_en", "wikidata", "imdb", "source", "confidence",
)  # fmt: skip


def read(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """What one row says of one film."""
    film = Reader(known, row, row["id"], Kind.WORK)
    for lang in ("kk", "ru", "en"):
        title = row[f"title_{lang}"]
        yield from film.say("title", title, f"title_{lang}", lang=lang, script=script_of(title))
    if row["title_latin"] not in (row["title_en"], row["title_kk"]):
        yield from film.say(
            "title",
            row["title_latin"],
            "title_latin",
            script="Latn",
            qualifiers={"name_kind": NameKind.ROMANISED},
        )
    yield from film.moment("year", "year")
    yield from film.coded("kind", row["kind"], "film_kinds")
    yield from film.many("genre", row["genres"], "genres")
    yield from film.say("runtime", whole(row, "runtime_min"), "runtime_min")
    yield from film.coded("colour", row["color"], "colours")
    yield from film.many("language", row["languages"], "languages")
    yield from film.many("country", row["countries"], "territories")
    yield from film.link("studio", "studio_ids", row["studio_ids"])
    yield from film.say("synopsis", row["synopsis_en"], "synopsis_en", lang="en", script="Latn")
    yield from film.identifier("wikidata", "wikidata")
    yield from film.identifier("imdb", "imdb")
    yield from film.coded("confidence", row["confidence"], "confidence")
