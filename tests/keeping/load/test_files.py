"""The rows that come back, and the examples."""

import pytest
from django.utils.translation import override

from kinoqor.keeping.load.adapters.files import EXAMPLES, example, name_back, rows_back
from kinoqor.keeping.load.adapters.headings import guess
from kinoqor.keeping.load.models import Load
from kinoqor.keeping.load.queries import rows_back as which
from kinoqor.keeping.load.queries import wording
from kinoqor.kit.sheet.reading import read
from kinoqor.kit.sheet.table import Form, Limits, Table
from tests.keeping.load import tables
from tests.keeping.load.sending import outcomes, sent

pytestmark = pytest.mark.django_db


def raw(number: int) -> bytes:
    """The file that comes back."""
    load = Load.objects.get(pk=number)
    return rows_back(load, which(number), wording(load))


def back(number: int) -> Table:
    """The same, read again."""
    return read(raw(number), Limits())


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX])
def test_the_forty_bad_rows_come_back_in_the_same_kind_of_file_with_the_reason(form: Form) -> None:
    number = sent(tables.rows(), head=tables.HEAD, form=form)
    found = back(number)
    assert (found.form, len(found.rows)) == (form, 40)
    assert found.headings == [*tables.HEAD, "Why it was not loaded"]
    wrong = [row for row in tables.rows() if row in [tables.bad(n) for n in range(500)]]
    assert [cells[:-1] for _row, cells in found.rows] == wrong
    assert all(cells[-1].endswith(".") for _row, cells in found.rows)


def test_the_reasons_are_in_the_language_of_who_asks() -> None:
    number = sent([tables.bad(2)], head=tables.HEAD)
    with override("ru"):
        russian = raw(number)
    assert "Write a whole number" in raw(number).decode()
    assert "Write a whole number" not in russian.decode()


def test_a_file_that_came_back_and_was_mended_can_be_sent_as_it_is() -> None:
    found = back(sent(tables.rows(10, 5), head=tables.HEAD))
    mended = [[*tables.good(900 + n), why] for n, (_row, [*_cells, why]) in enumerate(found.rows)]
    assert set(outcomes(sent(mended, head=found.headings))) == {"new"}


def test_formulas_in_what_comes_back_are_disarmed_and_read_as_they_were() -> None:
    row = ["=1+1", "@x", "soon", "feature", "-1", "", "+1"]
    number = sent([row], head=tables.HEAD)
    text = raw(number).decode("utf-8-sig")
    line = text.splitlines()[1]
    assert line.startswith("'=1+1,'@x,soon,feature,'-1,,'+1,")
    assert back(number).rows[0][1][:-1] == row


def test_a_file_of_semicolons_comes_back_with_semicolons() -> None:
    number = sent([tables.bad(3)], head=tables.HEAD)
    Load.objects.filter(pk=number).update(delimiter=";")
    assert back(number).delimiter == ";"


def test_an_ods_table_comes_back_as_xlsx() -> None:
    number = sent([tables.bad(3)], head=tables.HEAD)
    Load.objects.filter(pk=number).update(form=Form.ODS, name="films.ods")
    assert back(number).form is Form.XLSX
    assert name_back(Load.objects.get(pk=number)) == "films – rows to mend.xlsx"


@pytest.mark.parametrize("kind", EXAMPLES)
@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_example_can_be_sent_as_it_is(kind: str, form: Form, language: str) -> None:
    with override(language):
        found = read(example(kind, form), Limits())
    assert guess(kind, found.headings, {}) == list(EXAMPLES[kind])
    assert outcomes(sent([cells for _row, cells in found.rows], head=found.headings, kind=kind)) == ["new"]
