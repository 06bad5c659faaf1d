"""people.csv and organisations.csv: one row an agent."""

from collections.abc import Iterator

from kinoqor.kit.names import script_of
from kinoqor.kit.table import Row
from kinoqor.register.claim.words import NameKind
from kinoqor.register.intake.adapters.known import Known, Reader
from kinoqor.register.intake.words import Finding, Statement
from kinoqor.register.subject.words import Kind

PEOPLE = (
    "id", "name_kk", "name_ru", "name_en", "other_spellings", "birth_year", "death_year", "roles", "wikidata",
    "source",
)  # fmt: skip
ORGANISATIONS = ("id", "name_kk", "name_ru", "name_en", "kind", "founded", "closed", "country", "source")


def _names(agent: Reader, row: Row) -> Iterator[Statement]:
    for lang in ("kk", "ru", "en"):
        name = row[f"name_{lang}"]
        yield from agent.say("name", name, f"name_{lang}", lang=lang, script=script_of(name))


def person(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """What one row says of one person. Other spellings carry no language: a source wrote them so."""
    agent = Reader(known, row, row["id"], Kind.PERSON)
    yield from _names(agent, row)
    kind = {"name_kind": NameKind.SPELLING}
    for spelling in row["other_spellings"].split(";"):
        yield from agent.say("name", spelling, "other_spellings", script=script_of(spelling), qualifiers=kind)
    yield from agent.moment("birth", "birth_year")
    yield from agent.moment("death", "death_year")
    yield from agent.many("occupation", row["roles"], "occupations")
    yield from agent.identifier("wikidata", "wikidata")


def organisation(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """What one row says of one organisation."""
    agent = Reader(known, row, row["id"], Kind.ORGANISATION)
    yield from _names(agent, row)
    yield from agent.coded("org_kind", row["kind"], "org_kinds")
    yield from agent.moment("founded", "founded")
    yield from agent.moment("closed", "closed")
    yield from agent.many("country", row["country"], "territories")
