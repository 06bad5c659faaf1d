"""XLSX and ODS: opened by a program of its own (child.py), whose end is no end of this one."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from kinoqor.kit.sheet.delimited import too_long, too_many
from kinoqor.kit.sheet.packed import broken, examine
from kinoqor.kit.sheet.table import Limits, NotTaken, Table

_CHILD = Path(__file__).with_name("child.py")
_EMPTY, _BROKEN = 3, (1, 4)


def read(raw: bytes, limits: Limits) -> Table:
    """The first sheet of a workbook that is shown and holds anything; raises NotTaken with the reason."""
    table = Table(examine(raw, limits), [])
    command = [sys.executable, "-I", str(_CHILD), *map(str, (limits.rows, limits.columns, limits.cell))]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True
    ) as child:
        try:
            assert child.stdin and child.stdout
            _give(child.stdin, raw)
            _fill(table, child.stdout, limits)
        except BaseException:
            child.kill()
            raise
        code = child.wait()
    if code == _EMPTY:
        raise NotTaken(_("No sheet of the file holds anything."))
    if code:
        raise NotTaken(broken() if code in _BROKEN else too_many(limits))
    return table


def _give(child: IO[bytes], raw: bytes) -> None:
    """Hand the file over; a child that has ended already tells why by its code."""
    try:
        child.write(raw)
        child.close()
    except BrokenPipeError:
        pass


def _fill(table: Table, told: IO[bytes], limits: Limits) -> None:
    first = told.readline()
    if not first:
        return
    about = json.loads(first)
    if about["rows"] > limits.rows + 1 or about["columns"] > limits.columns:
        raise NotTaken(too_many(limits))
    table.sheet, signs = str(about["sheet"]), 0
    for number, cells in _rows(told):
        signs += sum(map(len, cells))
        if any(len(cell) > limits.cell for cell in cells):
            raise NotTaken(too_long(number, limits))
        if signs > limits.text:
            raise NotTaken(too_many(limits))
        if not any(map(str.strip, cells)):
            continue
        if table.headings:
            table.rows.append((number, cells))
        else:
            table.headings = cells


def _rows(told: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    for line in told:
        number, cells = json.loads(line)
        yield number, cells
