"""A table written as CSV or XLSX in which no cell is a formula."""

import io
from collections.abc import Sequence

import xlsxwriter

from kinoqor.kit.sheet.table import Form
from kinoqor.kit.table import csv_response_rows

TYPES = {
    Form.CSV: "text/csv; charset=utf-8",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_QUIET = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NARROW, _WIDE = 10, 60


def write(form: Form, header: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str = ",") -> bytes:
    """The bytes of a file of this form (CSV or XLSX); every cell is text."""
    if form is Form.CSV:
        return b"".join(csv_response_rows(header, rows, delimiter))
    return xlsx(header, rows)


def xlsx(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook of one sheet: headings that stay in sight, columns as wide as what stands in them."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _QUIET)
    sheet = book.add_worksheet()
    strong, plain = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for at, heading in enumerate(header):
        sheet.write_string(0, at, heading, strong)
        longest = max((len(row[at]) for row in rows[:200] if at < len(row)), default=0)
        sheet.set_column(at, at, min(_WIDE, max(_NARROW, len(heading) + 2, longest)))
    for number, row in enumerate(rows, 1):
        for at, cell in enumerate(row):
            sheet.write_string(number, at, cell, plain)
    sheet.freeze_panes(1, 0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(rows) + 1}"})
    book.close()
    return out.getvalue()
