"""The case of a draw, made of the records: files, members, fits, conflicts, loads, and the rules of the call."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any

from kinoqor.funding.application.models import Application
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.funding.conflict.queries import shut_pairs, warned_pairs
from kinoqor.funding.manner.words import Manner, Section
from kinoqor.judging.assignment import queries
from kinoqor.judging.assignment.adapters import records
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.assignment.rules.fit import fit
from kinoqor.judging.assignment.rules.frozen import code, ordered
from kinoqor.judging.assignment.rules.further import further
from kinoqor.judging.assignment.rules.houses import houses
from kinoqor.judging.assignment.words import NUMBERS, SHUT, Case, File, Pair, Plan, Reader, Settings
from kinoqor.judging.panel.models import Member
from kinoqor.kit.chain import QUICKNET, first_from, time_of

Codes = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Made:
    """A case in the order of its codes, its rules, and what each code stands for."""

    case: Case
    settings: Settings
    codes: Codes


def settings_of(manner: Manner) -> Settings:
    """The rules of the draw as the call says them."""
    return Settings(
        manner.readers,
        manner.floor,
        manner.strong,
        manner.strong_from,
        manner.houses,
        Fraction(manner.cap, 100),
    )


def file_code(draw: Draw, number: int) -> str:
    """The code of an application in a draw."""
    return code(draw.salt, f"application:{number}")


def reader_code(draw: Draw, member: int) -> str:
    """The code of a member in a draw."""
    return code(draw.salt, f"member:{member}")


def languages_of(application: Application) -> list[str]:
    """In which languages a file is read: that of its script; where it names none, those of the film; else the one in
    which it was filed.
    """
    script = application.values.get("script_language")
    if script:
        return [str(script)]
    given = application.values.get("languages")
    named = [str(each) for each in given] if isinstance(given, list) else [str(given)] if given else []
    return named or [application.language]


def made(draw: Draw, day: date, more: Mapping[int, int] | None = None) -> Made:
    """The case of a draw as the records stand on a day; `more` says how many more readers which files get in a second
    phase. Raises LookupError where the call does not say how the stage is judged.
    """
    terms = terms_of(draw.version)
    manner = terms.manner(draw.stage)
    if manner is None:
        raise LookupError(draw.stage)
    files = list(
        queries.files_of(
            draw.version.call.ref, draw.stage, queries.judged_kinds(draw.body, terms)
        ).select_related("organisation")
    )
    members = queries.members_on(draw.body_id, day)
    pairs = _Pairs(draw, terms, manner, files, members, day)
    case = pairs.case()
    if more is not None:
        reads = {file_code(draw, number): count for number, count in more.items()}
        case = further(case, _read(draw, case, terms), reads)
    codes = {
        "files": {file_code(draw, each.pk): each.pk for each in files},
        "readers": {reader_code(draw, each.pk): each.pk for each in members},
    }
    return Made(ordered(case), settings_of(manner), codes)


def _read(draw: Draw, case: Case, terms: Terms) -> Plan:
    """What was read in the first phase, by the codes of this draw."""
    known = {each.code for each in case.readers}
    rows = queries.standing_in(draw.version.call.ref, draw.stage).exclude(draw=draw.pk)
    pairs = [
        Pair(file_code(draw, each.application_id), reader_code(draw, each.member_id), each.fit)
        for each in rows
    ]
    kept = tuple(pair for pair in pairs if pair.reader in known)
    return Plan(kept, kept, 1, b"")


class _Pairs:
    """What a case asks of each pair of file and member."""

    def __init__(
        self,
        draw: Draw,
        terms: Terms,
        manner: Manner,
        files: list[Application],
        members: list[Member],
        day: date,
    ) -> None:
        self.draw, self.manner, self.files, self.members = draw, manner, files, members
        self.media = queries.media_of(terms)
        self.suited: dict[tuple[str, ...], list[int]] = {}  # fits of all members by medium and languages
        users = [each.seat.user_id for each in members]
        self.companies = records.companies_of(users, day)
        for each in members:
            owned = each.known.get("owns") or []
            self.companies[each.seat.user_id] |= {str(name) for name in owned}
        self.before: dict[tuple[int, str], int] = {}
        for (user, kind), count in records.read_before(users, draw.version.call.ref, draw.stage).items():
            medium = self.media.get(kind, kind)
            self.before[user, medium] = self.before.get((user, medium), 0) + count
        self.user = {each.pk: each.seat.user_id for each in members}

    def case(self) -> Case:
        """The whole case, its own houses shut by the fit."""
        names = {each.pk: reader_code(self.draw, each.pk) for each in self.members}
        grouped = houses({str(each.pk): self.companies[each.seat.user_id] for each in self.members})
        readers = [self.reader(each, names[each.pk], grouped[str(each.pk)]) for each in self.members]
        files = [self.file(each) for each in self.files]
        rows = [self.row(file) for file in self.files]
        holders = queries.holders(each.pk for each in self.files)
        conflicts, warned = shut_pairs(holders), warned_pairs(holders)
        return Case(files, readers, rows, self.coded(conflicts, names), self.coded(warned - conflicts, names))

    def reader(self, member: Member, name: str, house: str) -> Reader:
        """A member as a reader: their own load where one was agreed, else the call's."""
        most = self.manner.most if member.most is None else member.most
        reads = frozenset(member.languages) if self.manner.section == Section.LANGUAGE else frozenset[str]()
        media = frozenset(member.body.media) if self.manner.section == Section.MEDIUM else frozenset[str]()
        own = code(self.draw.salt, house) if house else ""
        return Reader(name, most, min(self.manner.least, most), own, reads, media)

    def file(self, application: Application) -> File:
        """An application as a file."""
        section = self.media.get(application.kind, "") if self.manner.section == Section.MEDIUM else ""
        language = languages_of(application)[0] if self.manner.section == Section.LANGUAGE else ""
        return File(file_code(self.draw, application.pk), language, section)

    def row(self, application: Application) -> list[int]:
        """How well each member suits a file; shut where they belong to the company that applies."""
        medium, spoken = self.media.get(application.kind, application.kind), languages_of(application)
        key = (medium, *spoken)
        if key not in self.suited:
            self.suited[key] = [self.fit(medium, spoken, each) for each in self.members]
        own = {f"organisation:{application.organisation_id}", application.organisation.ref} - {""}
        return [
            SHUT if own & self.companies[each.seat.user_id] else fit
            for each, fit in zip(self.members, self.suited[key], strict=True)
        ]

    def fit(self, medium: str, languages: Collection[str], member: Member) -> int:
        """How well a member suits a kind of film in these languages."""
        before = self.before.get((member.seat.user_id, medium), 0)
        return fit(medium, member.body.media, languages, member.languages, before)

    def coded(
        self, pairs: Collection[tuple[int, str]], names: Mapping[int, str]
    ) -> frozenset[tuple[str, str]]:
        """Pairs of a person and a file by the codes of file and reader."""
        of = {self.user[member]: name for member, name in names.items()}
        files = {each.name: file_code(self.draw, each.pk) for each in self.files}
        return frozenset((files[file], of[user]) for user, file in pairs if user in of and file in files)


def standing(draw: Draw, rows: Collection[Reading]) -> tuple[Pair, ...]:
    """Readings as pairs of codes."""
    return tuple(
        sorted(
            Pair(file_code(draw, each.application_id), reader_code(draw, each.member_id), each.fit)
            for each in rows
        )
    )


def named_round(draw: Draw, manner: Manner, now: datetime) -> tuple[int | None, datetime | None]:
    """The round of the beacon that decides and when it is due: the first one after the minutes that the call says."""
    if draw.source == NUMBERS:
        return None, None
    number = first_from(QUICKNET, int((now + timedelta(minutes=manner.draw.after)).timestamp()) + 1)
    return number, datetime.fromtimestamp(time_of(QUICKNET, number), UTC)


def about(draw: Draw) -> dict[str, Any]:
    """What a frozen document says of itself beside the case: which call, and where chance comes from."""
    source: dict[str, Any] = {"source": draw.source}
    if draw.source == NUMBERS:
        source["announced"] = draw.announced
    else:
        source |= {"chain": QUICKNET.hash, "round": draw.beacon, "due": time_of(QUICKNET, draw.beacon or 0)}
    return {
        "call": draw.version.call.ref, "version": draw.version.number, "stage": draw.stage, "phase": draw.phase,
        "body": draw.body.ref, "chance": source,
    }  # fmt: skip


def fit_of(made: Made, draw: Draw, application: int, member: int) -> int:
    """The fit of a pair of a case; nought where it has none."""
    files = {each.code: at for at, each in enumerate(made.case.files)}
    readers = {each.code: at for at, each in enumerate(made.case.readers)}
    row, column = files.get(file_code(draw, application)), readers.get(reader_code(draw, member))
    return 0 if row is None or column is None else max(0, int(made.case.fit[row][column]))
