"""What is read of papers from outside, and that none of them holds up whoever reads it."""

import io
import time
import zipfile
from collections.abc import Sequence

import pytest
from typst import compile as typeset

from kinoqor.kit.wording.reading import Bounds, wording

LINES = ("Қыз далада жалғыз қалды.", "Ёлка стоит у окна.", "The horse came back alone.")


def paper(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF of these pages, set as people's programs set them: with fonts of its own."""
    text = "\n#pagebreak()\n".join("\n\n".join(page) for page in pages)
    made = typeset(text.encode("utf-8"))
    assert isinstance(made, bytes)
    return made


def document(lines: Sequence[str], head: str = "") -> bytes:
    """A DOCX of these paragraphs."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "word/document.xml", f"{head}<w:document {space}><w:body>{body}</w:body></w:document>"
        )
    return made.getvalue()


def test_the_words_of_a_pdf_are_read_in_every_alphabet_page_by_page() -> None:
    found = wording(paper([LINES, LINES[:1]]), "pdf")
    assert found is not None
    assert (found.pages, found.whole) == (2, True)
    assert all(found.text.count(line) == (2 if line == LINES[0] else 1) for line in LINES)


def test_the_words_of_a_docx_are_read_a_paragraph_a_line() -> None:
    found = wording(document(LINES), "docx")
    assert found is not None
    assert [line for line in found.text.splitlines() if line] == list(LINES)


def test_of_a_long_paper_only_so_many_pages_and_signs_are_read_and_that_is_told() -> None:
    long = paper([LINES] * 4)
    few = wording(long, "pdf", Bounds(pages=2))
    short = wording(long, "pdf", Bounds(signs=10))
    assert few is not None and (few.pages, few.whole) == (2, False)
    assert short is not None and (len(short.text), short.whole) == (10, False)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [(b"%PDF-1.4 nothing", "pdf"), (b"PK nothing", "docx"), (b"", "pdf"), (b"plain words", "jpeg")],
)
def test_what_cannot_be_read_is_nothing_and_no_error(raw: bytes, kind: str) -> None:
    assert wording(raw, kind) is None


def test_a_paper_larger_than_allowed_is_not_opened() -> None:
    assert wording(paper([LINES]), "pdf", Bounds(size=10)) is None


def heavy() -> bytes:
    """A PDF of one page that draws letters without end: two million commands, packed into little."""
    drawn = b"BT /F1 9 Tf " + b"1 0 0 1 5 5 Tm (a) Tj " * 1_000_000 + b"ET"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return made + end % (table, len(made))


def test_a_page_that_takes_for_ever_is_given_up_after_its_seconds() -> None:
    raw, began = heavy(), time.monotonic()
    assert wording(raw, "pdf", Bounds(size=1 << 30, seconds=2)) is None
    assert time.monotonic() - began < 15


def test_a_document_whose_words_multiply_by_themselves_is_given_up() -> None:
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE d [<!ENTITY e0 "{"a" * 1000}">{names}]>'
    assert wording(document(["&e9;"], head), "docx", Bounds(seconds=5)) is None
