"""A country pack as a folder: which files it has, in which order they are read, and what they know of one another."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.kit.table import BadFile, Row, read_csv
from kinoqor.register.claim.words import PROPERTIES
from kinoqor.register.intake.adapters import agents, films, happenings, relations, voices
from kinoqor.register.intake.adapters.known import FieldRule, Known, Reading, sources_of
from kinoqor.register.intake.words import Finding, Statement
from kinoqor.register.source.rules import HostRule
from kinoqor.register.subject.words import Kind

Read = Callable[[Known, Row], Iterator[Statement | Finding]]


@dataclass(frozen=True, slots=True)
class Table:
    """One file of a pack. `kind` and `ref` are given where each row is a subject of its own."""

    file: str
    columns: tuple[str, ...]
    read: Read
    kind: str = ""
    id: str = "id"
    required: bool = False


TABLES = (
    Table("organisations.csv", agents.ORGANISATIONS, agents.organisation, Kind.ORGANISATION, required=True),
    Table("people.csv", agents.PEOPLE, agents.person, Kind.PERSON, required=True),
    Table("films.csv", films.COLUMNS, films.read, Kind.WORK, required=True),
    Table("events.csv", happenings.EVENTS, happenings.event, Kind.EVENT),
    Table("scsnc_approved_projects.csv", happenings.DECISIONS, happenings.decision, Kind.DECISION, id="row"),
    Table("credits.csv", relations.CREDITS, relations.credit),
    Table("awards.csv", relations.AWARDS, relations.award),
    Table("releases.csv", relations.RELEASES, relations.release),
    Table("conflicts.csv", voices.DISAGREEMENTS, voices.disagreement),
    Table("unverified.csv", voices.UNVERIFIED, voices.from_memory),
    Table("essay_claims.csv", voices.ESSAY, voices.essay),
    Table("texts.csv", voices.TEXTS, voices.wording),
    Table("names_in_time.csv", voices.NAMES_IN_TIME, voices.name_in_time),
    Table("support_films.csv", voices.MATCHES, voices.match),
    Table("support_companies.csv", voices.COMPANIES, voices.company),
)


def _ref(table: Table, row: Row) -> str:
    return happenings.decision_ref(row[table.id]) if table.kind == Kind.DECISION else row[table.id].strip()


def rows(folder: Path, table: Table) -> Iterator[Row]:
    """The rows of one file of the pack; none where an optional file is absent. Raises BadFile."""
    path = folder / "data" / table.file
    if not path.exists():
        if table.required:
            raise BadFile(table.file, 0, "", _("The pack must have this file."))
        return
    yield from read_csv(path, table.columns, table.file)


def toml(path: Path) -> dict[str, Any]:
    """A settings file of the pack; empty where it is absent. Raises BadFile where it cannot be read."""
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise BadFile(path.name, 0, "", str(wrong)) from wrong


def know(folder: Path) -> Known:
    """Read the pack once for what its files must know of one another; raises BadFile on an id given twice."""
    about = toml(folder / "pack.toml")
    known = Known(str(about.get("ref", folder.name)))
    known.codes[("pack", "currency")] = about.get("currency", "")
    known.apart = about.get("essay", "")
    known.read_on = _day(about.get("data_of", ""))
    _fields(folder, known)
    for table in TABLES:
        if table.kind:
            for row in rows(folder, table):
                _begin(known, table, row)
    _lists(folder, known)
    _readings(folder, known)
    _contradictions(folder, known)
    return known


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as wrong:
        words = _("“%(value)s” is not a day; write it as 2026-11-22.") % {"value": said[:40]}
        raise BadFile("pack.toml", 0, "data_of", words) from wrong


def _begin(known: Known, table: Table, row: Row) -> None:
    if not row[table.id].strip():
        raise BadFile(table.file, row.number, table.id, _("The row has no number."))
    if table.kind == Kind.DECISION and not row[table.id].isdigit():
        raise BadFile(table.file, row.number, table.id, _("The number of the row must be a whole number."))
    ref = _ref(table, row)
    if ref in known.refs:
        words = _("“%(ref)s” is given twice; a number belongs to one row for ever.")
        raise BadFile(table.file, row.number, table.id, words % {"ref": ref[:40]})
    known.refs[ref] = table.kind


def _fields(folder: Path, known: Known) -> None:
    said = toml(folder / "fields.toml")
    for entry in said.get("conflict", ()):
        rule = FieldRule(
            entry["property"], entry.get("lang", ""), entry.get("script", ""), entry.get("currency", "")
        )
        known.fields[(entry["entity"], entry["field"])] = rule
    for entry in said.get("topic", ()):
        names = {lang: entry[lang] for lang in ("kk", "ru", "en") if lang in entry}
        rule = FieldRule(entry["property"], ref=entry["ref"], moment=entry.get("moment", ""), names=names)
        known.fields[("event", entry["field"])] = rule
    for entry in said.get("unverified", ()):
        rule = FieldRule(entry["property"], entry.get("lang", ""), entry.get("script", ""))
        known.fields[(entry["table"], entry["field"])] = rule


def _contradictions(folder: Path, known: Known) -> None:
    table = next(table for table in TABLES if table.file == "conflicts.csv")
    for row in rows(folder, table):
        rule = known.fields.get((row["entity_type"], row["field"].strip()))
        if rule is None or rule.prop not in PROPERTIES:
            continue
        for side in ("a", "b"):
            read = voices.side_of(known, rule, row, side)
            says = known.says.setdefault((rule.ref or row["entity_id"], read.prop), {})
            for address in sources_of(row[f"source_{side}"]).read:
                says.setdefault(address, read.value)


def _lists(folder: Path, known: Known) -> None:
    for path in sorted(folder.glob("*.csv")):
        known.lists.add(path.stem)
        for row in read_csv(path, ("code", "also")):
            for spelling in (row["code"], *row["also"].split("|")):
                if spelling.strip():
                    known.codes[(path.stem, spelling.strip().casefold())] = row["code"]
    platforms = folder / "data" / "release_platforms.csv"
    if platforms.exists():
        for row in read_csv(platforms, ("film_id", "date", "venue", "organisation_id")):
            key = f"{row['film_id']}|{row['date']}|{row['venue']}".casefold()
            known.codes[("platform", key)] = row["organisation_id"]


def _readings(folder: Path, known: Known) -> None:
    path = folder / "data" / "conflict_values.csv"
    if path.exists():
        for row in read_csv(
            path, ("id", "side", "as_written", "property", "value", "lang", "script", "note")
        ):
            read = Reading(*(row[n] for n in ("as_written", "property", "value", "lang", "script", "note")))
            known.readings[(row["id"], row["side"])] = read


def source_rules(folder: Path) -> list[HostRule]:
    """The pack's word on addresses: which kind of voice stands behind which host."""
    said = toml(folder / "sources.toml")
    return [HostRule(**entry) for entry in (*said.get("prefix", ()), *said.get("host", ()))]
