import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.names import generated_spellings, latin_2021, passport_latin, russian_from_kazakh, script_of


@pytest.mark.parametrize(
    ("kazakh", "russian", "passport", "latin"),
    [
        ("Жаужүрек мың бала", "Жаужурек мын бала", "Zhauzhurek myn bala", "Jaujürek myñ bala"),
        ("Қыз Жібек", "Кыз Жибек", "Kyz Zhibek", "Qyz Jıbek"),
        ("Эмир Байғазин", "Эмир Байгазин", "Emir Baigazin", "Emir Baiğazin"),
        ("Әділхан Ержанов", "Адилхан Ержанов", "Adilkhan Erzhanov", "Ädılhan Erjanov"),
        ("Шәкен Айманов", "Шакен Айманов", "Shaken Aimanov", "Şäken Aimanov"),
        ("Сәбит Құрманбеков", "Сабит Курманбеков", "Sabit Kurmanbekov", "Säbit Qūrmanbekov"),
    ],
)
def test_a_kazakh_name_in_the_usual_manners(kazakh: str, russian: str, passport: str, latin: str) -> None:
    assert russian_from_kazakh(kazakh) == russian
    assert passport_latin(kazakh) == passport
    assert latin_2021(kazakh) == latin


def test_capitals_stay_capitals() -> None:
    assert passport_latin("ЖАЙ") == "ZHAI"
    assert passport_latin("Жай, Щука") == "Zhai, Shchuka"
    assert latin_2021("ІНІ Иман") == "INI İman"


def test_a_russian_reader_writes_one_letter_for_yy() -> None:
    assert russian_from_kazakh("Байыр") == "Баир"


@pytest.mark.parametrize(
    ("text", "script"),
    [("Қыз Жібек", "Cyrl"), ("Jıbek", "Latn"), ("قازاق", "Arab"), ("1941 — ?", "Zyyy"), ("", "Zyyy"),
     ("影", "Zyyy"),
     ("Фильм DVD-ROM по-казахски", "Cyrl")],
)  # fmt: skip
def test_the_script_of_a_text_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script


def test_spellings_are_generated_from_cyrillic_only() -> None:
    assert "Qyz Zhibek" in generated_spellings("Қыз Жібек", "kk")
    assert "Кыз Жибек" in generated_spellings("Қыз Жібек", "kk")
    assert generated_spellings("Kelin", "en") == ()


@given(st.text(), st.sampled_from(["kk", "ru", "en"]))
def test_no_generated_spelling_is_the_text_itself_or_comes_twice(text: str, lang: str) -> None:
    forms = generated_spellings(text, lang)
    assert text not in forms
    assert len(forms) == len(set(forms))


@given(st.text(alphabet="аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘҒҚҢӨҰҮІҺ "))
def test_passport_letters_are_plain_ascii(text: str) -> None:
    assert passport_latin(text).isascii()
