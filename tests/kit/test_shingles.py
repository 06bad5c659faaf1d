"""How much of one text stands in another."""

import random

from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.names import passport_latin
from kinoqor.kit.shingles import KEPT, contained, resemblance, sketch

WORDS = st.lists(st.text("abcdefgh", min_size=3, max_size=7), max_size=60).map(" ".join)
TEXT = (
    "Жас шопан далада адасқан тайды іздеп, өз ауылының ескі құпиясын ашады. Қарт әжесі оған "
    "атасының хатын береді, ал хатта көрші ауылдан қашқан қыз туралы айтылған."
)


def words(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [
        "".join(chance.choices("bcdfgklmnprst", k=2)) + "a" + chance.choice("bdgkmr") for _ in range(count)
    ]


@given(WORDS, WORDS)
def test_likeness_is_a_share_and_the_same_from_both_sides(one: str, other: str) -> None:
    a, b = sketch(one), sketch(other)
    assert 0 <= resemblance(a, b) == resemblance(b, a) <= 1
    assert 0 <= contained(a, b) == contained(b, a) <= 1
    assert resemblance(a, a) == (1.0 if a.pieces else 0.0)


def test_one_text_in_two_scripts_is_one_text() -> None:
    assert resemblance(sketch(TEXT), sketch(passport_latin(TEXT))) > 0.9


def test_a_short_text_in_a_longer_one_is_contained_in_it() -> None:
    short, long = sketch(TEXT), sketch(TEXT + " " + " ".join(words(200, 1)))
    assert contained(short, long) > 0.95
    assert resemblance(short, long) < 0.3


def test_long_texts_are_estimated_within_a_tenth() -> None:
    shared = words(3000, 2)
    one = sketch(" ".join(shared + words(3000, 3)))
    other = sketch(" ".join(shared + words(3000, 4)))
    assert one.pieces > KEPT
    assert abs(resemblance(one, other) - 1 / 3) < 0.1
    assert abs(contained(one, other) - 1 / 2) < 0.12


def test_other_texts_share_nothing_and_a_text_of_two_words_has_no_piece() -> None:
    assert contained(sketch(TEXT), sketch(" ".join(words(300, 5)))) == 0.0
    assert sketch("екі сөз").pieces == 0
    assert contained(sketch(""), sketch(TEXT)) == 0.0
