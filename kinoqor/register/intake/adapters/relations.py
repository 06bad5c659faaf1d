"""credits.csv, awards.csv, releases.csv: rows that tie a film to someone, somewhere."""

from collections.abc import Iterator

from kinoqor.kit.table import Row
from kinoqor.register.credit.words import Role
from kinoqor.register.event.words import ReleaseType, Result
from kinoqor.register.intake.adapters.known import Known, Reader, known_ref, moment, one_of, whole
from kinoqor.register.intake.words import Finding, Statement
from kinoqor.register.subject.words import Kind

CREDITS = ("film_id", "person_id", "role", "character", "source")
AWARDS = ("film_id", "organisation_id", "year", "edition", "section", "award", "result", "source")
RELEASES = (
    "film_id", "territory", "venue", "date", "type", "box_office", "currency", "admissions", "source",
)  # fmt: skip


def _film(known: Known, row: Row) -> Reader:
    return Reader(known, row, known_ref(known, row, "film_id", row["film_id"]), Kind.WORK)


def credit(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """A person in a role, with the character where one is named."""
    person = known_ref(known, row, "person_id", row["person_id"])
    role = one_of(row, "role", known.code("roles", row["role"]), Role.values)
    said = {"role": role, "character": row["character"].strip()}
    yield from _film(known, row).say(
        "credit", role, target=person, qualifiers={k: v for k, v in said.items() if v}
    )


def award(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """A film at a festival or on a prize's list."""
    organisation = known_ref(known, row, "organisation_id", row["organisation_id"])
    said = {name: row[name].strip() for name in ("edition", "section", "award", "result")}
    said["year"] = moment(row, "year")[:4]
    one_of(row, "result", said["result"], Result.values)
    words = said["award"] or said["section"] or said["result"]
    qualifiers = {name: value for name, value in said.items() if value}
    yield from _film(known, row).say("award", words, target=organisation, qualifiers=qualifiers)


def release(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """A publication event: where, when, how, and what it took."""
    said = {name: row[name].strip() for name in ("territory", "venue", "type", "currency")}
    said["date"] = moment(row, "date")
    one_of(row, "type", said["type"], ReleaseType.values)
    said["box_office"], said["admissions"] = whole(row, "box_office"), whole(row, "admissions")
    platform = known.codes.get(("platform", f"{row['film_id']}|{row['date']}|{row['venue']}".casefold()), "")
    qualifiers = {name: value for name, value in said.items() if value}
    yield from _film(known, row).say("release", said["type"], target=platform, qualifiers=qualifiers)
