"""A program of its own that opens one workbook: from its input, in bounded memory and time, to lines of JSON.

It stands apart because two cells far from one another make a table of billions of cells, for which the reader would
take all memory of the house. Here it only ends this process. Called with the most rows, columns and signs of a cell.

The first line tells of the sheet: its name, how many rows and columns it has. Then a line a row: its number, its cells.
"""

import datetime
import io
import json
import resource
import signal
import sys

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

MEMORY = 768 << 20
SECONDS = 30


def bounded() -> None:
    """No more memory and time than a table within the bounds needs; no picture of the memory where it ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(2 * SECONDS)


def text(value: object, most: int) -> str:
    """A cell as it would be typed: 2021 and not 2021.0, a day as 2021-10-08."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value).replace("\0", "\ufffd")[: most + 1]


def tell(said: object) -> None:
    """One line of JSON."""
    sys.stdout.write(json.dumps(said) + "\n")


def main(rows: int, columns: int, signs: int) -> int:
    """Reads the first sheet that is shown and holds anything; 3 where there is none, 4 where the file is not readable."""
    raw = io.BytesIO(sys.stdin.buffer.read())
    try:
        book = CalamineWorkbook.from_filelike(raw)
        for number, about in enumerate(book.sheets_metadata):
            if about.visible != SheetVisibleEnum.Visible or about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_index(number)
            if not sheet.height:
                continue
            first = (sheet.start or (0, 0))[0]
            tell({"sheet": about.name, "rows": sheet.height, "columns": sheet.width})
            if sheet.height > rows + 1 or sheet.width > columns:
                return 0
            for at, cells in enumerate(sheet.to_python(), first + 1):
                tell([at, [text(cell, signs) for cell in cells]])
            return 0
    except (CalamineError, OSError, ValueError):
        return 4
    return 3


if __name__ == "__main__":
    bounded()
    sys.exit(main(*map(int, sys.argv[1:4])))
