"""One way to read a table, whatever its format: the first bytes tell what it is."""

from django.utils.translation import gettext as _

from kinoqor.kit.sheet import delimited, workbook
from kinoqor.kit.sheet.table import MEGABYTE, Limits, NotTaken, Table

_PACKED = b"PK\x03\x04"
# What is met when something else was chosen by mistake: the first bytes, and how it is called.
_OLD = b"\xd0\xcf\x11\xe0"
_OTHERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"MZ",
    b"{\\rtf",
    b"<!",
    b"<?xml",
    b"<html",
)


def read(raw: bytes, limits: Limits) -> Table:
    """A CSV, XLSX or ODS file as a table of text within `limits`; raises NotTaken with a full sentence.

    Columns without a heading and without a cell are left out at the end; every row has a cell for each heading.
    """
    if len(raw) > limits.size:
        raise NotTaken(too_big(limits.size))
    if not raw.strip():
        raise NotTaken(_("The file is empty."))
    table = _as_it_is(raw, limits)
    if not any(table.headings):
        raise NotTaken(_("The file is empty."))
    if not table.rows:
        raise NotTaken(_("The file has headings and no row below them."))
    _even(table)
    if len(table.headings) > limits.columns:
        raise NotTaken(delimited.too_many(limits))
    return table


def _as_it_is(raw: bytes, limits: Limits) -> Table:
    if raw.startswith(_PACKED):
        return workbook.read(raw, limits)
    if raw.startswith(_OLD):
        raise NotTaken(
            _("This is an old workbook (XLS) or one with a password. Save it as XLSX without a password.")
        )
    if raw.lstrip().startswith(_OTHERS):
        raise NotTaken(_("This is neither a CSV, XLSX nor ODS file. Save the table as one of these."))
    return delimited.read(raw, limits)


def _even(table: Table) -> None:
    """As many cells as headings in every row; a row that has more (and not only empty ones) keeps them."""
    headings = [" ".join(heading.split())[:200] for heading in table.headings]
    used = max((at for at, heading in enumerate(headings, 1) if heading), default=0)
    table.headings = headings[:used]
    for at, (number, cells) in enumerate(table.rows):
        while len(cells) > used and not cells[-1].strip():
            cells.pop()
        table.rows[at] = (number, cells + [""] * (used - len(cells)))


def too_big(most: int) -> str:
    """The sentence for a file of more than `most` bytes."""
    return _("The file is larger than %(size)s MB. Divide it into several files, or leave out pictures.") % {
        "size": most // MEGABYTE
    }
