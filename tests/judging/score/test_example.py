"""The worked example of docs/explanation/scores.md is what the law answers."""

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from kinoqor.judging.score.rules import standing
from kinoqor.judging.score.words import Read, Stand
from tests.judging.score.round import TERMS

PAGE = Path(__file__).resolve().parents[3] / "docs" / "explanation" / "scores.md"


def tables() -> list[list[list[str]]]:
    """The tables of the page, as rows of cells without their heads."""
    blocks = re.findall(r"(?:^\|.*\n)+", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return [
        [[cell.strip(" *") for cell in line.split("|")[1:-1]] for line in each.splitlines()[2:]]
        for each in blocks
    ]


def reads(rows: list[list[str]]) -> list[Read]:
    """The reads of the table of marks as given."""
    return [
        Read(name, row[0], Fraction(cell))
        for row in rows
        for name, cell in zip("ABCD", row[1:5], strict=True)
        if cell
    ]


def test_both_tables_of_the_example_are_those_of_the_law() -> None:
    given, strict, counted = tables()
    told = standing(reads(given), replace(TERMS, places=4))
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
        assert own_place and int(place) == own_place.place
        assert [f"{float(row.counted):.2f}" for row in own_score.rows] == [mark for mark in marks if mark]
        assert f"{float(own_score.score):.2f}" == score
        assert f"{float(own_score.low):.2f} to {float(own_score.high):.2f}" == within
        assert (
            stand
            == f"{'in' if own_place.stand == Stand.IN else 'out'}{', crosses' if own_place.crosses else ''}"
        )
    assert told.line == Fraction("7.11")


def test_only_the_far_mark_of_the_example_asks_for_reasons() -> None:
    told = standing(reads(tables()[0]), replace(TERMS, places=4))
    far = [(score.film, row.reader) for score in told.scores.values() for row in score.rows if row.far]
    assert far == [("The Piano Tuner", "D")]
