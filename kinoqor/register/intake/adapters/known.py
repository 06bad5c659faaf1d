"""What an adapter must know of the whole pack while it reads one row."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from kinoqor.kit.identifiers import check
from kinoqor.kit.moment import parse
from kinoqor.kit.table import BadFile, Row
from kinoqor.register.claim.words import PROPERTIES, Form, Rank
from kinoqor.register.intake.words import Finding, Outcome, Statement

# " ; " parts sources; a source may itself hold ";".
PARTS = re.compile(r"\s+;\s+")
MARKED = re.compile(r"memory:unverified\(([^)]*)\)\Z")
NOTE = re.compile(r"(?P<value>[^()]*?)\s*\((?P<note>[^()]*)\)\s*\Z")
MEMORY = "memory:unverified"


@dataclass(frozen=True, slots=True)
class FieldRule:
    """What a free field name of the pack means; for a topic also the subject that it is about and its names."""

    prop: str
    lang: str = ""
    script: str = ""
    currency: str = ""
    ref: str = ""
    moment: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """How one side of a disagreement is to be compared: its words read into a value, with the rest as a note."""

    as_written: str
    prop: str
    value: str
    lang: str
    script: str
    note: str


@dataclass(slots=True)
class Known:
    """The pack as a whole: its refs, how its free fields are called, and who contradicts whom.

    `refs`: ref -> kind. `fields`: (entity type, field) -> rule. `says`: (ref, property) -> {address: value} from
    the file of disagreements, so that a source is not made to say in a row what it contradicts elsewhere.
    """

    pack: str
    refs: dict[str, str] = field(default_factory=dict)
    fields: dict[tuple[str, str], FieldRule] = field(default_factory=dict)
    says: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    codes: dict[tuple[str, str], str] = field(default_factory=dict)
    # (disagreement, side) -> how its words are read; only while they still stand as written.
    readings: dict[tuple[str, str], Reading] = field(default_factory=dict)
    # The controlled lists that the pack has.
    lists: set[str] = field(default_factory=set)
    # The day on which the sources were read.
    read_on: date | None = None
    # A source whose every word has a file of its own; rows of other files name it for the whole row, not for each cell.
    apart: str = ""

    def code(self, table: str, value: str) -> str:
        """The controlled code for a value as the file writes it; the value itself where no list knows it."""
        return self.codes.get((table, value.strip().casefold()), value.strip())


@dataclass(frozen=True, slots=True)
class Sourced:
    """The sources of a row: those that were read, and the columns for which only memory speaks."""

    read: tuple[str, ...]
    from_memory: frozenset[str]


def sources_of(cell: str) -> Sourced:
    """Read a source column. "memory:unverified(year)" says that the year alone rests on memory.

    A year in the brackets ("memory:unverified(1955)") means the same: the value of the column `year` is from memory.
    """
    read, memory = [], set()
    for part in PARTS.split(cell.strip()):
        marked = MARKED.match(part)
        if marked:
            named = marked.group(1).strip()
            memory.add("year" if named.isdigit() else named)
        elif part:
            read.append(part)
    return Sourced(tuple(read), frozenset(memory))


class Reader:
    """Turns the cells of one row into statements about one subject."""

    def __init__(self, known: Known, row: Row, ref: str, kind: str, source: str = "source") -> None:
        self.known, self.row, self.ref, self.kind = known, row, ref, kind
        self.sourced = sources_of(row[source])

    def say(
        self, prop: str, value: str, column: str = "", *, target: str = "", lang: str = "", script: str = "",
        note: str = "", qualifiers: Mapping[str, str] | None = None, rank: int = Rank.NORMAL,
    ) -> Iterator[Statement]:  # fmt: skip
        """One statement, if there is a value; its sources are the row's, less those that say otherwise elsewhere."""
        value = value.strip()
        if not value:
            return
        if (column or prop) in self.sourced.from_memory:
            rank = int(Rank.UNVERIFIED)
            sources: tuple[str, ...] = (MEMORY,)
        else:
            sources = self._agreeing(prop, value)
        yield Statement(
            self.ref, self.kind, prop, value, sources, self.row.number, target, dict(qualifiers or {}), lang, script,
            note, rank,
        )  # fmt: skip

    def _agreeing(self, prop: str, value: str) -> tuple[str, ...]:
        elsewhere = self.known.says.get((self.ref, prop))
        if elsewhere is None and not self.known.apart and self.sourced.read:
            return self.sourced.read
        elsewhere = elsewhere or {}
        read = tuple(a for a in self.sourced.read if a != self.known.apart) or self.sourced.read
        agreeing = tuple(a for a in read if elsewhere.get(a, value) == value)
        return agreeing or read or (MEMORY,)

    def many(self, prop: str, cell: str, codes: str) -> Iterator[Statement | Finding]:
        """A cell of several codes of the list `codes`, parted by semicolons."""
        for value in cell.split(";"):
            yield from self.coded(prop, value, codes)

    def coded(self, prop: str, value: str, codes: str, note: str = "") -> Iterator[Statement | Finding]:
        """A code of a controlled list; one that the list does not know is kept as written and reported as doubtful."""
        value = value.strip()
        yield from self.say(prop, self.known.code(codes, value), note=note)
        if value and codes in self.known.lists and (codes, value.casefold()) not in self.known.codes:
            words = _("The list %(list)s of the pack does not know “%(value)s”.")
            words %= {"list": codes, "value": value[:40]}
            yield Finding(Outcome.DOUBTFUL, "", self.row.number, self.ref, prop, words)

    def moment(self, prop: str, column: str) -> Iterator[Statement]:
        """A date of any precision; an impossible one is refused by its row."""
        yield from self.say(prop, moment(self.row, column), column)

    def link(self, prop: str, column: str, cell: str) -> Iterator[Statement]:
        """A reference to another subject of the pack; one that leads nowhere is refused."""
        for ref in filter(None, (part.strip() for part in cell.split(";"))):
            known_ref(self.known, self.row, column, ref)
            yield from self.say(prop, ref, column, target=ref)

    def identifier(self, prop: str, column: str) -> Iterator[Statement | Finding]:
        """An outside number, checked by its own rule; one that fails is left out and reported as doubtful."""
        value = self.row.get(column)
        if not value:
            return
        try:
            yield from self.say(prop, check(prop, value))
        except ValueError as wrong:
            yield Finding(Outcome.DOUBTFUL, "", self.row.number, self.ref, prop, str(wrong))


def moment(row: Row, column: str) -> str:
    """The cell as a sortable partial date, or ""; raises BadFile on a date that cannot be."""
    cell = row.get(column).strip()
    if not cell:
        return ""
    try:
        return parse(cell).iso
    except ValueError as wrong:
        raise BadFile("", row.number, column, str(wrong)) from wrong


def whole(row: Row, column: str) -> str:
    """The cell as a whole number, or ""; raises BadFile on anything else."""
    cell = row.get(column).strip()
    if cell and not cell.isdigit():
        raise BadFile("", row.number, column, _("“%(value)s” is not a whole number.") % {"value": cell[:40]})
    return cell


def one_of(row: Row, column: str, value: str, allowed: Collection[str]) -> str:
    """The value itself; raises BadFile where it is none of the allowed ones."""
    if value not in allowed:
        words = _("“%(value)s” is not one of: %(allowed)s.") % {
            "value": value[:40],
            "allowed": ", ".join(allowed),
        }
        raise BadFile("", row.number, column, words)
    return value


def known_ref(known: Known, row: Row, column: str, ref: str) -> str:
    """The ref itself; raises BadFile where the pack has no such subject."""
    if ref not in known.refs:
        words = _("“%(ref)s” stands in no file of the pack; a row may point only to what exists.")
        raise BadFile("", row.number, column, words % {"ref": ref[:40]})
    return ref


def with_note(prop: str, cell: str) -> tuple[str, str]:
    """(value, note): typed values apart from the remark in brackets; a date as an ISO partial date where it can be."""
    form = PROPERTIES[prop].form
    cell = cell.strip()
    if form in (Form.TEXT, Form.CODE, Form.SUBJECT, Form.IDENTIFIER):
        return cell, ""
    matched = NOTE.match(cell)
    value, note = (matched["value"], matched["note"]) if matched else (cell, "")
    if form is Form.MOMENT:
        try:
            return parse(value).iso, note
        except ValueError:
            return cell, ""
    bare = value.replace(",", "").replace(" ", "")
    return (bare, note) if bare.isdigit() else (cell, "")
