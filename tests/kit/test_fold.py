import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.fold import fold, skeleton, trigrams


@pytest.mark.parametrize(
    "spelling",
    ["Жаужурек", "Zhauzhurek", "Jaujürek", "Zhaujurek", "Žaužùrek", "Zhaūzhürek", "ЖАУЖҮРЕК", "«Жаужүрек»"],
)
def test_every_spelling_of_zhauzhurek_is_one_fold(spelling: str) -> None:
    assert fold(spelling) == fold("Жаужүрек")


@pytest.mark.parametrize(
    "spelling", ["Кыз-Жибек", "Qyz Jibek", "Kyz-Zhibek", "Qyz Zhibek", "Qyz Jıbek", "kyz zhibek"]
)
def test_every_spelling_of_kyz_zhibek_is_one_fold(spelling: str) -> None:
    assert fold(spelling) == fold("Қыз Жібек")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ермек Тұрсынов", "Yermek Tursynov"),
        ("Ақан Сатаев", "Akan Satayev"),
        ("Айжан Қасымбек", "Aizhan Kassymbek"),
        ("Эмир Байғазин", "Emir Bayġazïn"),
        ("Шәкен Айманов", "Şäken Aimanov"),
        ("Джамбул", "Dzhambul"),
        ("Ёлки", "Елки"),
        ("Ата-ана", "ata ana"),
    ],
)
def test_two_manners_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Жаужүрек мың бала", "Zhaūzhürek myng bala"),
        ("Қызжібек", "Қыз Жібек"),
        ("Ақ бота", "Aq-Bota"),
        ("Шал", "Sal"),
    ],
)
def test_what_a_fold_keeps_apart_a_skeleton_may_join(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_names_of_different_people_keep_different_skeletons() -> None:
    names = [
        "Ермек Тұрсынов",
        "Ерлан Нұрмұхамбетов",
        "Рүстем Әбдірашев",
        "Әділхан Ержанов",
        "Дәрежан Өмірбаев",
    ]
    assert len({skeleton(name) for name in names}) == len(names)


def test_a_sequel_keeps_its_number() -> None:
    assert skeleton("Бизнес по-казахски 2") != skeleton("Бизнес по-казахски")


def test_trigrams_open_each_word_and_leave_its_end_open() -> None:
    assert trigrams("Абай, Абай!") == (" ab", "aba", "bai")


def test_other_scripts_fold_to_something_that_can_be_searched() -> None:
    assert fold("قازاق") and fold("电影")


@given(st.text())
def test_a_fold_is_words_of_plain_letters_and_folds_to_itself(text: str) -> None:
    folded = fold(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?: [a-z0-9]+)*)?", folded)
    assert fold(folded) == folded


@given(
    st.text(alphabet="абвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяёә abcdefghijklmnopqrstuvwxyz'", max_size=40)
)
def test_case_makes_no_difference(text: str) -> None:
    assert fold(text) == fold(text.upper()) == fold(text.title())


@given(st.text())
def test_a_skeleton_is_plain_and_is_its_own_skeleton(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]*", skeleton(text))
    assert skeleton(skeleton(text)) == skeleton(text)


@given(st.text())
def test_trigrams_are_pieces_of_the_opened_fold(text: str) -> None:
    opened = f" {fold(text)}"
    assert all(piece in opened and 2 <= len(piece) <= 3 for piece in trigrams(text))
