"""judgements.csv: which rows of the pack stand for one and the same, which only look so, and what shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from kinoqor.kit.table import BadFile, Row, read_csv
from kinoqor.register.identity.words import Judged
from kinoqor.register.intake.adapters.known import Known, known_ref, one_of

FILE = "judgements.csv"
COLUMNS = ("one", "other", "judged", "why", "source")


@dataclass(frozen=True, slots=True)
class Held:
    """What the pack holds two of its rows to be, and why."""

    one: str
    other: str
    judged: Judged
    why: str
    row: int


def read(folder: Path, known: Known) -> Iterator[Held]:
    """The judgements of a pack; none where it has no such file. Raises BadFile for a row that cannot be."""
    path = folder / "data" / FILE
    if path.exists():
        for row in read_csv(path, COLUMNS, FILE):
            try:
                yield _held(known, row)
            except BadFile as bad:
                raise BadFile(FILE, bad.row, bad.column, bad.reason) from bad


def _held(known: Known, row: Row) -> Held:
    one, other = (known_ref(known, row, name, row[name].strip()) for name in ("one", "other"))
    if known.refs[one] != known.refs[other] or one == other:
        raise BadFile(FILE, row.number, "other", _("Only two different records of one kind can be compared."))
    why = " ".join(part for part in (row["why"].strip(), row["source"].strip()) if part)
    if not row["why"].strip():
        raise BadFile(FILE, row.number, "why", _("A judgement needs its reason. Write what shows it."))
    judged = one_of(row, "judged", row["judged"].strip(), Judged.values)
    return Held(one, other, Judged(judged), why, row.number)
