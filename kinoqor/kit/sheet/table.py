"""What a read table is, and how large it may be."""

from dataclasses import dataclass, field
from enum import StrEnum

MEGABYTE = 1 << 20


class Form(StrEnum):
    """The formats that are read."""

    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a table may be.

    `size` and `unpacked` are bytes of the file and of all that it unpacks to, `ratio` how many times its size that is,
    `entries` the parts of a packed file; `rows` are counted without the headings, `cell` and `text` are in signs.
    """

    size: int = 20 * MEGABYTE
    unpacked: int = 200 * MEGABYTE
    ratio: int = 150
    entries: int = 1000
    rows: int = 10_000
    columns: int = 60
    cell: int = 10_000
    text: int = 24_000_000


@dataclass(slots=True)
class Table:
    """A table as it was read: every cell is text. `rows`: (number of the row in the file, counted from 1, its cells).

    A row has at least as many cells as there are headings; one with more is told by its length.
    """

    form: Form
    headings: list[str]
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


class NotTaken(Exception):
    """A file that is not read at all; its words are a full sentence that says why and what to do."""
