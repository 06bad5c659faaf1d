"""Reading tables: what a file is, in which letters it is written, and where it ends."""

import io
import random
import struct
import time
import zipfile
import zlib

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from kinoqor.kit.sheet.reading import read
from kinoqor.kit.sheet.table import Form, Limits, NotTaken, Table
from kinoqor.kit.sheet.writing import xlsx

LIMITS = Limits()
RUSSIAN = "Название;Год\r\nСтепь «Проба», №5;1970\r\nОзеро – 2;1971\r\n"
KAZAKH = "Атауы;Жылы\r\nҮлгі сөзі, әңгіме;1970\r\nҚоңыр ғұн;1971\r\n"
CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
)
CELL = '<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def packed(parts: dict[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", way) as file:
        for name, body in parts.items():
            file.writestr(name, body)
    return out.getvalue()


def ods(*rows: str) -> bytes:
    """An ODS table of rows that are given as XML."""
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    content = CONTENT.format(rows="".join(f"<table:table-row>{row}</table:table-row>" for row in rows))
    return packed({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content.encode()})


def refused(raw: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(NotTaken, match=r"\.$") as caught:
        read(raw, limits)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "encoding", "called"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (KAZAKH, "kz1048", "KZ-1048"),
        (KAZAKH, "utf-8", "UTF-8"),
        (KAZAKH, "utf-8-sig", "UTF-8"),
        (KAZAKH, "utf-16", "UTF-16"),
        (KAZAKH, "utf-16-le", "UTF-16"),
        (RUSSIAN, "utf-16-be", "UTF-16"),
    ],
)
def test_the_encoding_is_told_by_the_letters(text: str, encoding: str, called: str) -> None:
    table = read(text.encode(encoding), LIMITS)
    assert (table.encoding, table.delimiter) == (called, ";")
    assert [table.headings, *(cells for _row, cells in table.rows)] == [
        line.split(";") for line in text.split("\r\n")[:3]
    ]


@pytest.mark.parametrize("encoding", ["cp866", "koi8-r", "mac_cyrillic"])
def test_letters_that_cannot_be_told_are_refused(encoding: str) -> None:
    plain = RUSSIAN.replace("«", "").replace("»", "").replace("№", "").replace("–", "-")
    assert "cannot be told" in refused(plain.encode(encoding))


def test_western_letters_in_one_byte_are_refused_and_not_read_as_cyrillic() -> None:
    assert "cannot be told" in refused("Titel;Jahr\nMüller über Bär;1\nChloé;2\n".encode("latin-1"))


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ('a;b\n"1;5";2,5\n', ";"),
        ("a\tb\n1,5\t2\n", "\t"),
        ("sep=;\r\na;b\r\n1,2;3\r\n", ";"),
        ("a, c;b;c\nx;y;z\n", ";"),
    ],
)
def test_the_separator_is_told_by_the_rows(text: str, delimiter: str) -> None:
    assert read(text.encode(), LIMITS).delimiter == delimiter


def test_a_table_of_one_column_needs_no_separator() -> None:
    assert read(b"title\nOne\nTwo\n", LIMITS).rows == [(2, ["One"]), (3, ["Two"])]


def test_rows_are_numbered_as_in_the_file_and_empty_ones_are_passed_over() -> None:
    assert read(b"a,b\n\n,\n1,2\n", LIMITS).rows == [(4, ["1", "2"])]


def test_a_row_that_is_short_is_filled_and_one_that_is_long_keeps_its_cells() -> None:
    assert [cells for _row, cells in read(b"a,b\n1\n1,2,3\n1,2,,\n", LIMITS).rows] == [
        ["1", ""],
        ["1", "2", "3"],
        ["1", "2"],
    ]


def test_an_apostrophe_that_disarmed_a_formula_is_taken_off_again() -> None:
    assert read(b"a,b\n'=1+1,'quoted'\n", LIMITS).rows == [(2, ["=1+1", "'quoted'"])]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"a,b\n", "no row below"),
        (b'a,b\n"1,2\n', "Row 2 is cut"),
        (b"%PDF-1.7 a,b\n", "neither a CSV"),
        (b"\x89PNG\r\n", "neither a CSV"),
        (b"<html><table>", "neither a CSV"),
        (b"a,b\n1,\x00\n", "neither a CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old workbook"),
        (b"PK\x03\x04" + b"\1" * 300, "damaged"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(raw: bytes, words: str) -> None:
    assert words in refused(raw)


def test_a_packed_file_that_is_no_table_is_refused() -> None:
    assert "no XLSX or ODS" in refused(packed({"word/document.xml": b"<w/>"}))


def book(*rows: list[object]) -> bytes:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = made.add_worksheet("First")
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    made.close()
    return out.getvalue()


def test_numbers_of_a_workbook_are_read_as_they_would_be_typed() -> None:
    table = read(book(["a", "b", "c"], [2021, 1.5, True]), LIMITS)
    assert (table.form, table.sheet, table.rows) == (Form.XLSX, "First", [(2, ["2021", "1.5", "1"])])


def test_what_a_formula_gave_is_read_and_never_reckoned() -> None:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["a", "b"])
    sheet.write_formula(1, 0, "=1+1", None, 2)
    sheet.write_string(1, 1, "=1+1")
    made.close()
    assert read(out.getvalue(), LIMITS).rows == [(2, ["2", "=1+1"])]


def test_a_hidden_sheet_is_passed_over() -> None:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    hidden, shown = made.add_worksheet("Hidden"), made.add_worksheet("Shown")
    hidden.write(0, 0, "secret")
    shown.write_column(0, 0, ["a", "b"])
    shown.activate()
    hidden.hide()
    made.close()
    assert read(out.getvalue(), LIMITS).sheet == "Shown"


def test_an_ods_table_is_read() -> None:
    rows = [CELL.format(more="", text=text) for text in ("a", "1")]
    table = read(ods(*rows), LIMITS)
    assert (table.form, table.headings, table.rows) == (Form.ODS, ["a"], [(2, ["1"])])


def test_a_workbook_under_another_name_is_a_workbook_since_no_name_is_asked() -> None:
    assert read(xlsx(["a"], [["1"]]), LIMITS).form is Form.XLSX


# ------------------------------------------------------------------------------------------- what is too large


def test_a_file_over_the_size_is_refused_before_it_is_looked_at() -> None:
    assert "larger than 20 MB" in refused(b"a,b\n" + b"1,2\n" * 6_000_000)


def test_a_million_rows_are_refused_quickly() -> None:
    began = time.monotonic()
    assert "too large" in refused(b"title,year\n" + b"a,1\n" * 1_000_000)
    assert time.monotonic() - began < 5


def test_a_workbook_of_many_rows_is_refused() -> None:
    assert "too large" in refused(xlsx(["a"], [["1"]] * 301), Limits(rows=300))
    assert len(read(xlsx(["a"], [["1"]] * 300), Limits(rows=300)).rows) == 300


def test_too_many_columns_and_too_long_cells_are_refused() -> None:
    assert "too large" in refused(b",".join([b"a"] * 61) + b"\n" + b"1," * 60 + b"1\n")
    assert "too large" in refused(xlsx(["a"] * 61, [["1"] * 61]))
    assert "longer than" in refused(b"a,b\n1," + b"x" * 10_001 + b"\n")
    assert "longer than" in refused(xlsx(["a"], [["x" * 10_001]]))


def test_two_cells_far_from_one_another_end_only_the_process_that_read_them() -> None:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = made.add_worksheet()
    sheet.write(0, 0, "a")
    sheet.write(1_048_575, 16_383, "z")
    made.close()
    assert len(out.getvalue()) < 10_000
    assert "too large" in refused(out.getvalue())


@pytest.mark.parametrize(
    "row",
    [
        CELL.format(more=' table:number-columns-repeated="100000000"', text="a"),
        "</table:table-row><table:table-row table:number-rows-repeated='100000000'>"
        + CELL.format(more="", text="a"),
    ],
)
def test_a_cell_or_row_that_says_it_stands_a_hundred_million_times_is_refused(row: str) -> None:
    assert "too large" in refused(ods(CELL.format(more="", text="head"), row))


WORKBOOK = {"xl/workbook.xml": b"<workbook/>"}


def test_a_zip_bomb_is_refused_by_its_list_of_contents() -> None:
    bomb = packed(WORKBOOK | {"xl/worksheets/sheet1.xml": b"0" * (30 << 20)})
    assert len(bomb) < 100_000
    assert "unpacks to far more" in refused(bomb)


def lying(raw: bytes, size: int, said: int) -> bytes:
    """The same file, whose headers say another size of the part that has `size` bytes."""
    return raw.replace(struct.pack("<I", size), struct.pack("<I", said))


def test_a_zip_bomb_whose_list_of_contents_lies_is_refused_while_it_is_unpacked() -> None:
    size = 30 << 20
    bomb = lying(packed(WORKBOOK | {"xl/worksheets/sheet1.xml": b"0" * size}), size, 1000)
    assert sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(bomb)).infolist()) < 2000
    assert "unpacks to far more" in refused(bomb)


def test_a_file_of_very_many_parts_is_refused() -> None:
    assert "unpacks to far more" in refused(packed(WORKBOOK | {f"part{n}": b"" for n in range(1001)}))


def test_parts_that_lie_upon_one_another_are_refused() -> None:
    whole = bytearray(packed(WORKBOOK | {f"p{n}": random.Random(n).randbytes(2000) for n in range(2)}))
    at = [found for found in range(len(whole)) if whole[found : found + 4] == b"PK\x01\x02"]
    for entry in at:
        whole[entry + 20 : entry + 24] = struct.pack("<I", 3000)
    assert "unpacks to far more" in refused(bytes(whole))


def test_a_part_packed_in_a_way_that_no_table_uses_is_refused() -> None:
    assert "damaged" in refused(packed(WORKBOOK, zipfile.ZIP_LZMA))


def test_a_broken_stream_is_refused() -> None:
    body = zlib.compress(b"<workbook/>")
    raw = packed(WORKBOOK | {"xl/a.xml": body * 40})
    assert "damaged" in refused(raw.replace(raw[60:90], b"\xff" * 30))


# ------------------------------------------------------------------------------------------- properties


@given(st.binary(max_size=600))
def test_no_bytes_break_the_reading(raw: bytes) -> None:
    try:
        assert isinstance(read(raw, LIMITS), Table)
    except NotTaken as why:
        assert str(why).endswith(".")


@settings(max_examples=25)
@given(st.binary(max_size=400), st.integers(0, 3000))
def test_no_damage_to_a_workbook_breaks_the_reading(noise: bytes, at: int) -> None:
    whole = bytearray(xlsx(["a", "b"], [["1", "2"], ["3", "4"]]))
    whole[at : at + len(noise)] = noise
    try:
        assert isinstance(read(bytes(whole), LIMITS), Table)
    except NotTaken as why:
        assert str(why).endswith(".")
