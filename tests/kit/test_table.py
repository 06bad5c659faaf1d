import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.table import LONGEST_FIELD, BadFile, csv_response_rows, read_csv


def refused(data: bytes, *required: str) -> BadFile:
    with pytest.raises(BadFile) as caught:
        list(read_csv(data, required, "films.csv"))
    return caught.value


def test_a_file_begins_with_a_byte_order_mark_and_ends_its_rows_with_crlf() -> None:
    data = b"".join(csv_response_rows(["id", "title"], [["f001", "Қыз Жібек"]]))
    assert data == "\ufeffid,title\r\nf001,Қыз Жібек\r\n".encode()


@pytest.mark.parametrize("cell", ["=1+1", "+7", "-cmd", "@SUM(A1)", "\tx"])
def test_a_formula_is_disarmed(cell: str) -> None:
    data = b"".join(csv_response_rows(["x"], [[cell]])).decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(data, newline="")))["x"] == f"'{cell}"


def test_numbers_stay_numbers_and_nothing_is_empty() -> None:
    assert b"".join(csv_response_rows(["a", "b"], [[-5, None]])).endswith(b"\r\n-5,\r\n")


def test_a_row_knows_its_number() -> None:
    rows = list(read_csv('\ufeffid,title\r\nf001,Шал\r\n\r\nf002,"a\nb"\r\n'.encode(), ["id"], "films.csv"))
    assert [(row.number, row["id"], row.get("title"), row.get("year")) for row in rows] == [
        (2, "f001", "Шал", ""),
        (4, "f002", "a\nb", ""),
    ]


def test_another_encoding_is_named() -> None:
    error = refused("id,title\r\nf001,Шал\r\n".encode("cp1251"), "id")
    assert error.file == "films.csv"
    assert "UTF-8" in error.reason


def test_a_missing_column_is_named() -> None:
    error = refused(b"id,title\r\n", "id", "year")
    assert (error.row, error.column) == (1, "year")
    assert str(error).startswith("films.csv")


def test_a_doubled_column_is_named() -> None:
    assert refused(b"id,id\r\n", "id").column == "id"


def test_a_nul_is_refused() -> None:
    error = refused(b"id,title\r\nf001,a\0b\r\n", "id")
    assert error.row == 2


@pytest.mark.parametrize("cut", [b'f001,"a', b"f001", b"f001,a,b", b'f001,"a"x,1'])
def test_a_row_cut_in_the_middle_is_refused(cut: bytes) -> None:
    assert refused(b"id,title\r\nf000,x\r\n" + cut, "id").row == 3


def test_a_file_of_nothing_is_refused() -> None:
    assert refused(b"", "id").row == 0
    assert refused(b"\r\n\r\n", "id").row == 0


def test_an_endless_cell_is_refused() -> None:
    assert refused(b"id\r\n" + b"a" * (LONGEST_FIELD + 1) + b"\r\n", "id").row == 2
    assert refused(b'id\r\n"' + b"a\n" * 200_000, "id").row == 2


def test_a_file_on_disk_goes_by_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"id\r\n1,2\r\n")
    with pytest.raises(BadFile) as caught:
        list(read_csv(path, ["id"]))
    assert caught.value.file == "people.csv"


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=20)


@given(st.lists(st.tuples(words, words), max_size=5))
def test_what_was_written_is_read_back(pairs: list[tuple[str, str]]) -> None:
    data = b"".join(csv_response_rows(["a", "b"], pairs))
    back = [(row["a"], row["b"]) for row in read_csv(data, ["a", "b"])]
    risky = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
    guarded = [tuple(f"'{cell}" if cell.startswith(risky) else cell for cell in pair) for pair in pairs]
    assert back == guarded


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_a_bad_file(data: bytes) -> None:
    try:
        list(read_csv(data, []))
    except BadFile as error:
        assert error.reason
