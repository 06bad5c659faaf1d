"""What loads a pack and settles the register."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kinoqor.kit import bulk
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.register.card.actions import settle_cards
from kinoqor.register.claim.actions import NewClaim, state, withdraw
from kinoqor.register.credit.actions import settle_credits
from kinoqor.register.event.actions import settle_events
from kinoqor.register.identity.actions import judge, take_back
from kinoqor.register.identity.queries import standing_about, with_twins
from kinoqor.register.identity.rules import in_order
from kinoqor.register.intake.adapters.judgements import FILE, Held
from kinoqor.register.intake.adapters.known import Known
from kinoqor.register.intake.adapters.pack import TABLES, Table, source_rules
from kinoqor.register.intake.queries import (
    check,
    difference,
    digest,
    gone_subjects,
    judged_anew,
    pieces,
    sender,
)
from kinoqor.register.intake.rules import Difference
from kinoqor.register.intake.words import Finding
from kinoqor.register.source.actions import describe_sources
from kinoqor.register.spelling.actions import reindex
from kinoqor.register.subject.actions import begin_subjects
from kinoqor.register.subject.queries import how_many

Progress = Callable[[str, int], None]


class PackRefused(Exception):
    """The pack is not loaded, none of it; carries what stands against it, row by row."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} refusals")
        self.findings = findings


def _silent(file: str, claims: int) -> None:
    pass


@deed(
    "register.intake.loaded",
    _("A country pack loaded"),
    _("%(who)s loaded a country pack; records that changed: %(subjects)s"),
)
def load(line: Line, folder: Path, progress: Progress = _silent) -> set[int]:
    """Load a pack whole or not at all; give the numbers of the subjects of which something changed.

    Loading the same files twice changes nothing. What a file no longer says is withdrawn, with that reason. Raises
    PackRefused with every refusal found; `progress` hears of each file and how many claims it has stated so far.
    """
    doer = Doer(line.deed.voice)
    known, checked = check(folder)
    if checked.refused:
        raise PackRefused(checked.refused)
    numbers = begin_subjects(checked.kinds.items(), known.pack, by=doer)
    sources = describe_sources(checked.addresses, source_rules(folder), known.read_on, by=doer)
    touched: set[int] = set()
    counts: dict[str, int] = {}
    for table in TABLES:
        counts[table.file] = _load_table(folder, known, table, numbers, sources, touched, doer, progress)
    touched |= _judge(checked.judgements, f"pack:{known.pack}", numbers, doer)
    line.details.update(
        digest=digest(folder), new=counts, subjects=len(touched), doubtful=len(checked.doubtful)
    )
    bulk.measure("ledger", "register")
    return touched


def _load_table(
    folder: Path, known: Known, table: Table, numbers: dict[str, int], sources: dict[str, int], touched: set[int],
    doer: Doer, progress: Progress,
) -> int:  # fmt: skip
    who = sender(known, table)
    seen: set[int] = set()
    count = 0
    for piece in pieces(folder, known, table):
        found, numbered = difference(piece, who)
        seen.update(numbered.values())
        if found.gone:
            _withdraw(table, found.gone, doer)
            touched.update(numbers[one.ref] for one in piece)
        if found.new:
            count += state(_claims(found, who, numbers, sources), by=doer)
            touched.update(numbers[one.ref] for one, _source, _mark in found.new)
        progress(table.file, count)
    lost = gone_subjects(who, seen)
    if lost:
        _withdraw(table, lost, doer)
        touched.update(numbers.values())
    return count


def _judge(held: list[Held], voice: str, numbers: dict[str, int], doer: Doer) -> set[int]:
    """Judge what the pack judges anew, take back what it no longer says; give whose cards change."""
    new, gone = judged_anew(held, voice)
    touched: set[int] = set()
    for one in gone:
        touched |= take_back(one.pk, by=Doer(voice), why=f"no longer said by {FILE}")
    for each in new:
        pair = numbers[each.one], numbers[each.other]
        if in_order(*pair) not in standing_about(pair):
            touched |= judge(*pair, each.judged, by=Doer(voice), subject=each.one, why=each.why)
    return touched


def _withdraw(table: Table, claims: Collection[int], doer: Doer) -> None:
    withdraw(claims, by=doer, why=f"no longer said by {table.file}")


def _claims(
    found: Difference, who: str, numbers: dict[str, int], sources: dict[str, int]
) -> Iterator[NewClaim]:
    for one, source, mark in found.new:
        yield NewClaim(
            numbers[one.ref], one.prop, one.value, sources[source], who, mark,
            numbers[one.target] if one.target else None, one.qualifiers, one.lang, one.script, one.note, one.rank,
        )  # fmt: skip


@deed(
    "register.intake.settled",
    _("The register settled"),
    _("%(who)s settled the register from its claims; cards: %(cards)s"),
)
def settle(line: Line, subjects: Collection[int] | None = None) -> None:
    """Write cards, credits, awards, releases and spellings of these subjects (of all, where None) from their claims."""
    doer = Doer(line.deed.voice)
    if subjects is not None:
        subjects = with_twins(subjects)
    if subjects is not None and 2 * len(subjects) > how_many():
        subjects = None  # reading everything in one run is quicker than picking most of it
    line.details["cards"] = settle_cards(subjects, by=doer)
    line.details["credits"] = settle_credits(subjects, by=doer)
    line.details["events"] = settle_events(subjects, by=doer)
    line.details["spellings"] = reindex(subjects, by=doer)
    if subjects is None:
        bulk.measure("register")
