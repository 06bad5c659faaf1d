"""What is written is text in every cell, and is read back as it was."""

import re
import zipfile
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from kinoqor.kit.sheet.reading import read
from kinoqor.kit.sheet.table import Form, Limits
from kinoqor.kit.sheet.writing import write
from kinoqor.kit.table import unguarded

EVIL = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://evil.example")', "http://evil.example"]
CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1).filter(
    lambda text: text.strip() and unguarded(text) == text
)


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    made = write(Form.XLSX, ["a"], [[text] for text in EVIL])
    with zipfile.ZipFile(BytesIO(made)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet and b"hyperlink" not in sheet


def test_no_cell_of_a_csv_file_begins_like_a_formula() -> None:
    made = write(Form.CSV, ["a", "b"], [[text, "x"] for text in EVIL], ";").decode("utf-8-sig")
    assert not re.search(r'(?:^|;)"?[=+\-@\t]', made, re.MULTILINE)


@settings(max_examples=30)
@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5),
    st.sampled_from([Form.CSV, Form.XLSX]),
)
def test_a_table_is_read_back_as_it_was_written(rows: list[list[str]], form: Form) -> None:
    back = read(write(form, ["a", "b"], rows), Limits())
    assert [cells for _row, cells in back.rows] == rows
