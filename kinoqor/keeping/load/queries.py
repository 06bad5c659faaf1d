"""Questions about loads, and what the register knows of some rows: a handful for any number of them."""

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Count, Q, QuerySet

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.edit.queries import codes_of
from kinoqor.keeping.edit.words import SAID_OF
from kinoqor.keeping.load.adapters.cells import Book, plain, read_row
from kinoqor.keeping.load.adapters.known import know
from kinoqor.keeping.load.adapters.reasons import Wording
from kinoqor.keeping.load.models import Brought, Load, LoadRow
from kinoqor.keeping.load.rules import judge
from kinoqor.keeping.load.words import (
    LEAVE,
    PER_PIECE,
    Counted,
    Earlier,
    Ground,
    Judged,
    Meaning,
    Said,
    meanings,
)  # fmt: skip
from kinoqor.kit.batch import batched
from kinoqor.kit.fold import fold
from kinoqor.register.claim.queries import fingerprints
from kinoqor.register.claim.words import PROPERTIES, Form
from kinoqor.register.face.words import LISTS
from kinoqor.register.intake.words import Outcome
from kinoqor.ui import pack

MAY_LOAD = (Role.ARCHIVIST, Role.CATALOGUER)


def loads() -> QuerySet[Load]:
    """Every load, the newest first."""
    return Load.objects.select_related("organisation", "made", "loaded", "withdrawn").order_by("-pk")


def visible_to(who: Who) -> QuerySet[Load]:
    """The loads that a reader may see: those of the organisation that they act for, all for an administrator."""
    if who.holds(Role.ADMINISTRATOR):
        return loads()
    if who.hat is None or not who.holds(*MAY_LOAD):
        return loads().none()
    return loads().filter(organisation=who.hat.organisation_id)


def rows_of(load: int, outcome: str = "") -> QuerySet[LoadRow]:
    """The rows of a load (of one outcome), in the order of the file."""
    found = LoadRow.objects.filter(load=load).order_by("number")
    return found.filter(outcome=outcome) if outcome else found


def counted(loads_: Iterable[int]) -> dict[int, Counted]:
    """The rows of these loads in numbers; one question for any number of loads."""
    found = {number: Counted() for number in loads_}
    rows = LoadRow.objects.filter(load__in=list(found)).values_list("load", "outcome", "decided", "taken")
    for load, outcome, decided, taken, n in rows.annotate(n=Count("pk")).order_by():
        one = found[load]
        one.outcomes[outcome] = one.outcomes.get(outcome, 0) + n
        one.taken += n if taken else 0
        if outcome == Outcome.DOUBTFUL and not taken:
            one.open += 0 if decided else n
            one.decided += n if decided and decided != LEAVE else 0
    return found


def remembered(organisation: int, sender: str, kind: str) -> dict[str, str]:
    """Folded heading -> meaning, as this sender's last ten tables of this kind were understood; the newest counts."""
    last = Load.objects.filter(organisation=organisation, sender=sender, kind=kind).exclude(columns=[])
    found: dict[str, str] = {}
    for headings, columns in last.order_by("-pk").values_list("headings", "columns")[:10]:
        for heading, code in zip(headings, columns, strict=False):
            found.setdefault(fold(heading), code)
    return found


def senders(organisation: int) -> list[str]:
    """Those for whom an organisation has sent tables before."""
    named = Load.objects.filter(organisation=organisation).exclude(sender="")
    return list(named.values_list("sender", flat=True).distinct().order_by("sender"))


def sent_before(load: Load) -> Load | None:
    """The last load of this organisation with the very same file."""
    same = loads().filter(organisation=load.organisation_id, digest=load.digest, kind=load.kind)
    return same.filter(pk__lt=load.pk).first()


def columns_of(load: Load) -> list[Meaning | None]:
    """What the columns of a load mean; None where one is left out."""
    offered = meanings(load.kind)
    return [offered.get(code) for code in load.columns]


def book_for(kind: str) -> Book:
    """The country's lists for a kind of record; every spelling counts, labels are in the language of the page."""
    codes: dict[str, dict[str, str]] = {}
    labels: dict[str, dict[str, str]] = {}
    for prop in SAID_OF[kind]:
        if PROPERTIES[prop].form is Form.CODE:
            labels[prop] = dict(codes_of(prop))
            for spelling, code in pack.spellings(LISTS[prop]):
                codes.setdefault(prop, {}).setdefault(plain(spelling), code)
    return Book(codes, labels, str(pack.about()["currency"]))


def wording(load: Load) -> Wording:
    """What the reasons of a load are worded with."""
    return Wording(load.headings, columns_of(load), book_for(load.kind))


def read_rows(load: Load, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Said]:
    """Rows as they are understood without the register."""
    columns, book = columns_of(load), book_for(load.kind)
    for number, cells in rows:
        yield read_row(number, cells, columns, book, load.kind, load.source)


def judged(load: Load, own: frozenset[str], decisions: bool) -> Iterator[list[Judged]]:
    """What the rows of a load come to, a few hundred at a time, with or without what was decided of them."""
    ground, earlier = Ground(load.kind, load.voice, own), Earlier()
    for piece in _pieces(load.pk):
        decided = {number: word for number, _cells, word in piece} if decisions else {}
        said = list(read_rows(load, ((number, cells) for number, cells, _word in piece)))
        known = know(said, ground, decided.values())
        yield [judge(one, known, earlier, ground, decided.get(one.number, "")) for one in said]


def _pieces(load: int) -> Iterator[list[tuple[int, list[str], str]]]:
    """(number, cells, what was decided) of the rows; piece by piece, since rows are written meanwhile."""
    last = 0
    while True:
        found = rows_of(load).filter(number__gt=last).values_list("number", "cells", "decided")
        piece = list(found[:PER_PIECE])
        if not piece:
            return
        yield piece
        last = piece[-1][0]


def marks_of(sender: str, subjects: Iterable[int]) -> dict[tuple[int, int], int]:
    """(record, fingerprint) -> claim, for what a sender says of these records now."""
    found: dict[tuple[int, int], int] = {}
    for some in batched(subjects, PER_PIECE):
        found |= fingerprints(sender, some)
    return found


def brought_by(load: int) -> tuple[list[int], set[int]]:
    """The claims that a load has stated and that still stand, and the records that they are about or name."""
    rows = Brought.objects.filter(load=load, claim__withdrawn=None)
    found = list(rows.values_list("claim", "claim__subject", "claim__target"))
    about = {record for _claim, subject, target in found for record in (subject, target) if record}
    return [claim for claim, _subject, _target in found], about


def rows_back(load: int) -> QuerySet[LoadRow]:
    """The rows that come back: refused, or doubtful and not decided on."""
    doubtful = Q(outcome=Outcome.DOUBTFUL, decided="")
    return rows_of(load).filter(doubtful | Q(outcome=Outcome.REFUSED))


def samples(load: int, columns: int, most: int = 3) -> list[list[str]]:
    """A few different values of each column, from the first rows."""
    found: list[list[str]] = [[] for _column in range(columns)]
    for cells in rows_of(load).values_list("cells", flat=True)[:40]:
        for values, cell in zip(found, cells, strict=False):
            if cell.strip() and cell not in values and len(values) < most:
                values.append(cell)
    return found
