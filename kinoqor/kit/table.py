"""CSV in and out: written safe for a spreadsheet, read so that a broken file is named, not guessed."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

# What a spreadsheet may take for the beginning of a formula, also in the wide forms of East Asian letters.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_FIELD = 100_000


class BadFile(Exception):
    """A file that cannot be taken as it is; row 1 is the header, row 0 the file, column "" the row."""

    def __init__(self, file: str, row: int, column: str, reason: str) -> None:
        self.file, self.row, self.column, self.reason = file, row, column, reason
        place = _("%(file)s, row %(row)s") % {"file": file, "row": row} if row else file
        if column:
            place = _("%(place)s, column %(column)s") % {"place": place, "column": column}
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True, slots=True)
class Row:
    """One record: `number` counts rows from 1 (the header), so that the first record is row 2."""

    number: int
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def get(self, column: str) -> str:
        """The value, or "" where the file has no such column."""
        return self.values.get(column, "")


def _safe(value: object) -> str:
    """A cell no spreadsheet takes for a formula; numbers stay numbers."""
    if value is None:
        return ""
    text = str(value).replace("\0", "")
    guarded = isinstance(value, str) and text.startswith(_FORMULA)
    return f"'{text}" if guarded else text


def unguarded(text: str) -> str:
    """A cell that was written here, as it was before: without the apostrophe that disarmed a formula."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text


def csv_response_rows(
    header: Sequence[str], rows: Iterable[Sequence[object]], delimiter: str = ","
) -> Iterator[bytes]:
    """The bytes of a CSV file, row by row: UTF-8 with byte order mark, RFC 4180 with CRLF, formulas disarmed.

    `None` becomes an empty cell. A text cell that begins with = + - @ (narrow or wide), a tab or a break gets a leading
    apostrophe.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    start = codecs.BOM_UTF8
    for row in _chain(header, rows):
        writer.writerow([_safe(value) for value in row])
        yield start + buffer.getvalue().encode()
        start = b""
        buffer.seek(0)
        buffer.truncate()


def _chain(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    yield header
    yield from rows


def _header(name: str, cells: Sequence[str], required: Iterable[str]) -> list[str]:
    header = [cell.strip() for cell in cells]
    for column in required:
        if column not in header:
            raise BadFile(name, 1, column, _("This column is missing."))
    for column in header:
        if header.count(column) > 1:
            raise BadFile(name, 1, column, _("This column stands in the file twice."))
    return header


def _records(name: str, stream: io.TextIOBase) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells) of each row that is not empty; every way of being unreadable becomes BadFile."""
    reader = csv.reader(stream, strict=True)
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except UnicodeDecodeError as error:
            raise BadFile(
                name, number + 1, "", _("The file is not UTF-8 text at or soon after this row.")
            ) from error
        except csv.Error as error:
            raise BadFile(
                name, number + 1, "", _("The row is cut in the middle or its quotes do not close.")
            ) from error
        number += 1
        if cells:
            yield number, cells


def read_csv(source: Path | bytes, required: Iterable[str], name: str = "") -> Iterator[Row]:
    """The records of a CSV file (UTF-8, byte order mark or not), one at a time, in bounded memory.

    `name` is what a BadFile calls the file (by default the name of the path). Raises BadFile for another
    encoding, a missing or doubled column, a row with too few or too many cells, an open quote, a NUL or a
    cell over LONGEST_FIELD.
    """
    file = name or (source.name if isinstance(source, Path) else "CSV")
    raw = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
    with raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as stream:
        records = _records(file, stream)
        first = next(records, None)
        if first is None:
            raise BadFile(file, 0, "", _("The file is empty."))
        header = _header(file, first[1], required)
        for number, cells in records:
            yield _row(file, number, header, cells)


def _row(file: str, number: int, header: list[str], cells: list[str]) -> Row:
    if len(cells) != len(header):
        raise BadFile(
            file,
            number,
            "",
            _("The row has %(found)s cells and the header %(expected)s: it may be cut in the middle.")
            % {"found": len(cells), "expected": len(header)},
        )
    for column, cell in zip(header, cells, strict=True):
        if "\0" in cell:
            raise BadFile(file, number, column, _("The cell holds a NUL sign."))
        if len(cell) > LONGEST_FIELD:
            raise BadFile(
                file, number, column, _("The cell is longer than %(limit)s signs.") % {"limit": LONGEST_FIELD}
            )
    return Row(number, dict(zip(header, cells, strict=True)))
