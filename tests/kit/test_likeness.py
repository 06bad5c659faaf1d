import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.fold import fold
from kinoqor.kit.likeness import BEGUN, BENT, bent, likeness, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Томирис", "Томиристің"),
        ("Көшпенділер", "Көшпенділерді"),
        ("Жібек", "Жібектің"),
        ("Келін", "Келінге"),
        ("бала", "балалар"),
        ("Айманов", "Айманова"),
        ("Цой", "Цоем"),
        ("Мария", "Марии"),
        ("Жёлтая", "Жёлтую"),
        ("кошка", "кошку"),
        ("гармонии", "гармония"),
    ],
)
def test_a_word_is_known_in_its_other_forms(one: str, other: str) -> None:
    assert bent(fold(one), fold(other))
    assert bent(fold(other), fold(one))
    assert likeness(fold(other), fold(one)) >= BENT


@pytest.mark.parametrize(
    ("one", "other"),
    [("Қараой", "Қара"), ("Шал", "Шам"), ("Абай", "Абель"), ("Тараз", "Талан"), ("Ой", "От")],
)
def test_another_word_is_not_another_form(one: str, other: str) -> None:
    assert not bent(fold(one), fold(other))


def test_a_begun_word_stands_between_the_whole_and_the_bent() -> None:
    assert 1.0 > likeness("tomi", "tomiris") >= BEGUN > likeness("tomiriske", "tomiris") >= BENT


def test_a_mistyped_word_is_less_than_a_bent_one() -> None:
    assert 0.5 < likeness("tomirus", "tomiris") < BENT


def test_different_words_are_nothing_alike() -> None:
    assert likeness("kelin", "tomiris") == 0


def test_the_stem_leaves_three_letters_and_half_the_word() -> None:
    assert stem("tomiristin") == "tomiris"
    assert stem("kelin") == "kel"
    assert stem("bi") == "bi"


words = st.text(alphabet="abeijklmnorstu", min_size=1, max_size=12)


@given(words, words)
def test_likeness_lies_between_nought_and_one_and_is_one_only_for_the_same(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert (likeness(one, other) == 1) == (one == other)


@given(words)
def test_a_stem_begins_the_word_and_is_another_form_of_it(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(3, len(word))
