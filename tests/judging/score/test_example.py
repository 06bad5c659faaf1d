"""The worked example of docs/explanation/scores.md is what the law answers to the numbers of the house's own page."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

from kinoqor.judging.score.adapters import example
from kinoqor.judging.score.adapters.explained import explained
from kinoqor.judging.score.words import Stand

PAGE = Path(__file__).resolve().parents[3] / "docs" / "explanation" / "scores.md"


def tables() -> list[list[list[str]]]:
    """The tables of the page, as rows of cells without their heads."""
    blocks = re.findall(r"(?:^\|.*\n)+", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return [
        [[cell.strip(" *") for cell in line.split("|")[1:-1]] for line in each.splitlines()[2:]]
        for each in blocks
    ]


def test_the_marks_of_the_document_are_those_of_the_example() -> None:
    given, _strict, _counted = tables()
    marks = {row[0]: tuple(int(cell) if cell else None for cell in row[1:5]) for row in given}
    assert marks == {film: of for film, (_kk, _ru, of) in example.FILMS.items()}


def test_both_tables_of_the_example_are_those_of_the_law() -> None:
    given, strict, counted = tables()
    told = example.worked_round()
    assert told.correction.verdict
    for row in given:
        assert f"{float(told.scores[row[0]].raw):.2f}" == row[5]
    for name, films, middle, trusted, taken in strict:
        own = told.correction.readers[name]
        assert int(films) == len(own.gaps)
        assert [f"{float(each):+.2f}" for each in (own.middle, own.trusted, own.counted)] == [
            middle,
            trusted,
            taken,
        ]
    for place, film, *marks, score, within, stand in counted:
        own_score, own_place = told.scores[film], told.place_of(film)
        assert own_place
        assert int(place) == own_place.place
        assert [f"{float(row.counted):.2f}" for row in own_score.rows] == [mark for mark in marks if mark]
        assert f"{float(own_score.score):.2f}" == score
        assert f"{float(own_score.low):.2f} to {float(own_score.high):.2f}" == within
        stands = "in" if own_place.stand == Stand.IN else "out"
        assert stand == f"{stands}{', crosses' if own_place.crosses else ''}"
    assert told.line == Fraction("7.11")


def test_only_the_far_mark_of_the_example_asks_for_reasons() -> None:
    told = example.worked_round()
    far = [(score.film, row.reader) for score in told.scores.values() for row in score.rows if row.far]
    assert far == [(example.FILM, example.STRICT)]


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_page_prints_what_the_law_answers_in_each_language(lang: str) -> None:
    with translation.override(lang):
        said = explained()
        assert said["film"]["title"] == example.called(example.FILM, lang)
        assert len(said["counted"]) == len(example.FILMS)
        assert sum(row.cut for row in said["counted"]) == 1
        assert said["line"] == {"en": "7.11"}.get(lang, "7,11")


@pytest.mark.django_db
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_anybody_reads_the_explanation(lang: str) -> None:
    page = Client().get(f"/{lang}/how-scores-work/").content.decode()
    assert example.called(example.FILM, lang) in page
    assert {"en": "5.10"}.get(lang, "5,10") in page
