"""CSV as people send it: separated by commas, semicolons or tabs, in any of the usual encodings."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from kinoqor.kit.sheet.encoding import decode
from kinoqor.kit.sheet.table import Form, Limits, NotTaken, Table
from kinoqor.kit.table import unguarded

DELIMITERS = (",", ";", "\t")
_SAID = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
_LOOKED_AT = 40
_SIGNS = 200_000


def read(raw: bytes, limits: Limits) -> Table:
    """A CSV file as a table; raises NotTaken for what is no text, an open quote, or more than `limits` allow."""
    text, encoding = decode(raw)
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    delimiter = said[1] if said else sniff(text)
    table = Table(Form.CSV, [], [], encoding, delimiter)
    signs = 0
    for number, cells in _records(text, delimiter, limits, 1 if said else 0):
        signs += sum(map(len, cells))
        if not table.headings:
            table.headings = cells
            continue
        if len(table.rows) >= limits.rows or signs > limits.text:
            raise NotTaken(too_many(limits))
        table.rows.append((number, cells))
    return table


def sniff(text: str) -> str:
    """The sign that separates the cells: the one by which most rows have as many cells as the headings."""
    best, most = ",", (0.0, 0)
    for delimiter in DELIMITERS:
        rows = csv.reader(io.StringIO(text[:_SIGNS], newline=""), delimiter=delimiter)
        try:
            lengths = [len(row) for row in islice(rows, _LOOKED_AT) if row]
        except csv.Error:
            continue
        if not lengths or lengths[0] < 2:
            continue
        alike = sum(length == lengths[0] for length in lengths) / len(lengths)
        best, most = max((best, most), (delimiter, (round(alike, 1), lengths[0])), key=lambda one: one[1])
    return best


def _records(text: str, delimiter: str, limits: Limits, before: int) -> Iterator[tuple[int, list[str]]]:
    """(number, cells) of each row that is not empty."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = before
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise NotTaken(
                _("Row %(row)s is cut in the middle or its quotes do not close.") % {"row": number + 1}
            ) from error
        number += 1
        if any(map(str.strip, cells)):
            yield number, [_cell(cell, number, limits) for cell in cells]


def _cell(cell: str, row: int, limits: Limits) -> str:
    if len(cell) > limits.cell:
        raise NotTaken(too_long(row, limits))
    return unguarded(cell)


def too_many(limits: Limits) -> str:
    """The sentence for a table with too much in it."""
    return _(
        "The table is too large: at most %(rows)s rows and %(columns)s columns are taken at once. Nothing was loaded. "
        "Divide it into several files."
    ) % {"rows": f"{limits.rows:,}".replace(",", "\u00a0"), "columns": limits.columns}


def too_long(row: int, limits: Limits) -> str:
    """The sentence for a cell with too much in it."""
    return _("A cell of row %(row)s is longer than %(signs)s signs.") % {"row": row, "signs": limits.cell}
