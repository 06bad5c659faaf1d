"""A paper is set, kept, opened by whoever may, and checked by anyone who holds it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pytest_django.fixtures import Settings

from kinoqor.ledger.file.access import _keepers, keep
from kinoqor.ledger.paper import rules
from kinoqor.ledger.paper.actions import make_paper
from kinoqor.ledger.paper.models import Paper
from kinoqor.ledger.paper.queries import bytes_of
from kinoqor.ledger.paper.words import Form, Found
from tests import people
from tests.ledger.file.sending import Box
from tests.make import BY

TEMPLATE = "tests/ledger/paper/templates/greeting"


@pytest.fixture
def box() -> Iterator[Box]:
    made = Box()
    keep("box", made.keeper())
    yield made
    del _keepers["box"]


@pytest.fixture
def paper(db: None, settings: Settings) -> Paper:
    settings.ROOT = Path(__file__).resolve().parents[3]
    form = Form("receipt", TEMPLATE, "kk", "box:1")
    return make_paper("R-1", form, {"film": "Ұлы дала #strong[әні] ₸"}, by=BY)


def content(paper: Paper) -> bytes:
    with bytes_of(paper) as opened:
        return opened.read()


def checked(**said: object) -> str:
    return Client().post(reverse("paper-check"), said).content.decode()


def test_a_paper_says_its_facts_letter_for_letter_and_they_are_never_read_as_commands(paper: Paper) -> None:
    said = PdfReader(io.BytesIO(content(paper))).pages[0].extract_text()
    assert "Ұлы дала #strong[әні] ₸" in said
    assert "R-1" in said


def test_a_number_given_out_twice_is_one_paper(paper: Paper) -> None:
    form = Form("receipt", TEMPLATE, "kk", "box:1")
    assert make_paper("R-1", form, {"film": "Басқа"}, by=BY).digest == paper.digest
    assert Paper.objects.count() == 1


def test_whoever_holds_the_pdf_learns_that_it_is_genuine(paper: Paper) -> None:
    page = checked(file=SimpleUploadedFile("a.pdf", content(paper)))
    assert "Genuine" in page
    assert paper.digest in page


def test_one_changed_byte_is_another_file(paper: Paper) -> None:
    assert "No such paper" in checked(file=SimpleUploadedFile("a.pdf", content(paper) + b"\n"))


def test_the_number_and_digits_are_found_however_they_are_spaced(paper: Paper) -> None:
    digits = paper.seal[:16].upper()
    assert "Genuine" in checked(number=" r-1 ", digits=f"{digits[:8]} {digits[8:]}")


def test_other_digits_or_too_few_of_them_are_not_enough(paper: Paper) -> None:
    assert "not those of it" in checked(number="R-1", digits="0" * 16)
    assert "not those of it" in checked(number="R-1", digits=paper.seal[:15])
    assert "No such paper" in checked(number="R-2", digits=paper.seal[:16])
    assert "Choose the PDF" in checked(number="R-1")


@given(st.text(alphabet="0123456789abcdef", min_size=64, max_size=64), st.integers(0, 64))
def test_a_paper_is_genuine_from_sixteen_right_digits_on(digest: str, cut: int) -> None:
    assert (rules.compared(digest, digest[:cut]) is Found.GENUINE) == (cut >= rules.DIGITS)


def test_whoever_can_tell_the_printed_digits_gets_the_pdf_to_compare(paper: Paper) -> None:
    said = PdfReader(io.BytesIO(content(paper))).pages[0].extract_text()
    assert rules.printed(paper.seal) in said
    answer = Client().get(reverse("paper-held", args=["R-1", paper.digits]))
    assert b"".join(answer.streaming_content) == content(paper)
    assert Client().get(reverse("paper-held", args=["R-1", "0" * 16])).status_code == 404


def test_it_opens_to_whoever_may_read_what_it_belongs_to(paper: Paper, box: Box) -> None:
    reader, stranger = people.user(), people.user("Бөтен Адам")
    box.readers.add(reader.doer.voice)
    answer = people.client(reader).get(reverse("paper", args=["R-1"]))
    assert b"".join(answer.streaming_content) == content(paper)
    assert people.client(stranger).get(reverse("paper", args=["R-1"])).status_code == 404
    assert people.client(reader).get(reverse("paper", args=["R-9"])).status_code == 404


def test_the_database_refuses_to_change_a_paper(paper: Paper) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Paper.objects.update(digest="0" * 64)
