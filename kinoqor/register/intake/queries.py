"""Questions to a pack before it is loaded: what it would change, row by row, and what speaks against it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from django.utils.translation import gettext as _

from kinoqor.kit.batch import batched
from kinoqor.kit.table import BadFile
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.queries import fingerprints, standing, subjects_of
from kinoqor.register.identity.models import Judgement
from kinoqor.register.identity.queries import judgements_by
from kinoqor.register.intake.adapters import judgements
from kinoqor.register.intake.adapters.judgements import Held
from kinoqor.register.intake.adapters.known import Known
from kinoqor.register.intake.adapters.pack import TABLES, Table, know, rows
from kinoqor.register.intake.rules import Difference, compare, objections, outcomes
from kinoqor.register.intake.words import Finding, Outcome, Statement
from kinoqor.register.subject.queries import numbers

# Rises when the adapters read the same files otherwise, so that a pack is then read anew.
READING = 1
SUBJECTS_AT_ONCE = 5000


@dataclass(slots=True)
class Check:
    """A pack read through once: whom and what it names, what it says doubtfully, why it may not be loaded."""

    kinds: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, None] = field(default_factory=dict)
    judgements: list[Held] = field(default_factory=list)
    doubtful: list[Finding] = field(default_factory=list)
    refused: list[Finding] = field(default_factory=list)


def digest(folder: Path) -> str:
    """SHA-256 over the files of a pack and the way they are read."""
    total = sha256(str(READING).encode())
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".csv", ".toml")):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def loaded_before(digest_: str) -> bool:
    """Whether the last load of the register was of exactly these files."""
    last = Deed.objects.filter(code="register.intake.loaded").order_by("-pk").first()
    return last is not None and (last.details or {}).get("digest") == digest_


def sender(known: Known, table: Table) -> str:
    """Who says what a file says; a later version of the file replaces only this."""
    return f"pack:{known.pack}/{table.file}"


def said_by(folder: Path, known: Known, table: Table) -> Iterator[Statement | Finding]:
    """What one file says, row by row; every way of being unfit becomes a BadFile that names file, row and column."""
    for row in rows(folder, table):
        try:
            yield from table.read(known, row)
        except BadFile as bad:
            raise BadFile(table.file, bad.row, bad.column, bad.reason) from bad


def check(folder: Path) -> tuple[Known, Check]:
    """Read the whole pack without the database. A file that breaks off is refused from that row on."""
    checked = Check()
    known = Known("")
    try:
        known = know(folder)
    except BadFile as bad:
        checked.refused.append(_refused(bad))
        return known, checked
    for table in TABLES:
        try:
            for said in said_by(folder, known, table):
                _note(checked, table, said)
        except BadFile as bad:
            checked.refused.append(_refused(bad))
    try:
        for held in judgements.read(folder, known):
            checked.judgements.append(held)
            checked.kinds |= {ref: known.refs[ref] for ref in (held.one, held.other)}
    except BadFile as bad:
        checked.refused.append(_refused(bad))
    return known, checked


def _refused(bad: BadFile) -> Finding:
    return Finding(Outcome.REFUSED, bad.file, bad.row, "", bad.column, str(bad.reason))


def _note(checked: Check, table: Table, said: Statement | Finding) -> None:
    if isinstance(said, Finding):
        checked.doubtful.append(Finding(said.outcome, table.file, said.row, said.ref, said.prop, said.words))
        return
    checked.kinds[said.ref] = said.kind
    checked.addresses.update(dict.fromkeys(said.sources))
    for found in objections(said):
        words = _("The text holds a %(sign)s; take it out of the file.") % {"sign": found}
        checked.refused.append(Finding(Outcome.REFUSED, table.file, said.row, said.ref, said.prop, words))
    if "<" in said.value and ">" in said.value:
        words = _("The text looks like HTML; it will be shown as plain text.")
        checked.doubtful.append(Finding(Outcome.DOUBTFUL, table.file, said.row, said.ref, said.prop, words))


def pieces(folder: Path, known: Known, table: Table) -> Iterator[list[Statement]]:
    """What a file says in pieces of whole subjects, so that memory stays bounded.

    A file with one row a subject is streamed; a file of relations is gathered by subject first.
    """
    said = (one for one in said_by(folder, known, table) if isinstance(one, Statement))
    if not table.kind:
        by_ref: dict[str, list[Statement]] = {}
        for one in said:
            by_ref.setdefault(one.ref, []).append(one)
        for some in batched(by_ref.values(), SUBJECTS_AT_ONCE):
            yield [one for about in some for one in about]
        return
    piece: list[Statement] = []
    subjects, last = 0, ""
    for one in said:
        if one.ref != last:
            subjects, last = subjects + 1, one.ref
            if subjects > SUBJECTS_AT_ONCE:
                yield piece
                piece, subjects = [], 1
        piece.append(one)
    if piece:
        yield piece


def difference(piece: list[Statement], sender_: str) -> tuple[Difference, dict[str, int]]:
    """What a piece changes against what `sender_` says now, with the numbers of the subjects that exist."""
    known = numbers(dict.fromkeys(one.ref for one in piece))
    now = fingerprints(sender_, known.values())
    return compare(((known.get(one.ref), one) for one in piece), now, sender_), known


def gone_subjects(sender_: str, seen: set[int]) -> list[int]:
    """Claims of `sender_` about subjects that its file no longer names."""
    lost = subjects_of(sender_) - seen
    return (
        list(standing().filter(sender=sender_, subject__in=lost).values_list("pk", flat=True)) if lost else []
    )


def preview(folder: Path) -> Iterator[Finding]:
    """The dry run: every row that would be new, changed, withdrawn, doubtful or refused. Changes nothing."""
    known, checked = check(folder)
    yield from checked.refused
    yield from checked.doubtful
    if checked.refused:
        return
    for table in TABLES:
        seen: set[int] = set()
        for piece in pieces(folder, known, table):
            found, numbered = difference(piece, sender(known, table))
            seen.update(numbered.values())
            yield from _shown(table, found)
        yield from _withdrawn(table, gone_subjects(sender(known, table), seen))
    new, gone = judged_anew(checked.judgements, f"pack:{known.pack}")
    for held in new:
        yield Finding(Outcome.NEW, judgements.FILE, held.row, held.one, held.other, str(held.judged.label))
    for one in gone:
        yield Finding(Outcome.GONE, judgements.FILE, 0, one.one.ref, one.other.ref, one.get_judged_display())


def judged_anew(held: list[Held], voice: str) -> tuple[list[Held], list[Judgement]]:
    """What a pack judges that it has not judged before, and what of its standing judgements it no longer says.

    A pair that somebody has judged since, or whose judgement by the pack somebody took back, is left to people.
    """
    earlier = list(judgements_by(voice))
    said = {(one.one.ref, one.other.ref): one for one in reversed(earlier)}
    now = {(each.one, each.other): each for each in held}
    gone = [one for pair, one in said.items() if one.withdrawn is None and not _says(now, pair, one.judged)]
    new = [each for each in held if not any(_same(one, each) for one in earlier)]
    return new, gone


def _says(now: dict[tuple[str, str], Held], pair: tuple[str, str], judged: str) -> bool:
    found = now.get(pair) or now.get(pair[::-1])
    return found is not None and found.judged == judged


def _same(one: Judgement, held: Held) -> bool:
    return {one.one.ref, one.other.ref} == {held.one, held.other} and one.judged == held.judged


def _shown(table: Table, found: Difference) -> Iterator[Finding]:
    gone = list(Claim.objects.filter(pk__in=found.gone).values_list("subject__ref", "prop"))
    for outcome, one in outcomes(found, gone):
        yield Finding(outcome, table.file, one.row, one.ref, one.prop, one.value)
    yield from _withdrawn(table, found.gone)


def _withdrawn(table: Table, claims: list[int]) -> Iterator[Finding]:
    for some in batched(claims, 900):
        rows_ = Claim.objects.filter(pk__in=some).values_list("subject__ref", "prop", "value")
        for ref, prop, value in rows_:
            yield Finding(Outcome.GONE, table.file, 0, ref, prop, value)


def tally(findings: Iterator[Finding]) -> Counter[tuple[str, str]]:
    """How many findings of each outcome in each file."""
    return Counter((finding.file, finding.outcome) for finding in findings)
