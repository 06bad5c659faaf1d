import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.collation import sort_key

# The orders that ICU gives for these locales (its punctuation set aside).
KAZAKH = (
    "Алма Әже Бала Ват Гүл Ғалым Дос Еңбек Ёлка Жол Зат Иман Йод Кен Қыз Лай Мен Нан Ңа Ой Өмір "
    "Пай Рас Сан Там Уақыт Ұлы Үй Фин Хат Һарт Цех Чек Шал Щит Ъ Ыс Із Ь Эра Юла Яма"
)


def in_order(words: list[str], lang: str) -> list[str]:
    mixed = list(words)
    random.Random(7).shuffle(mixed)
    return sorted(mixed, key=lambda word: sort_key(word, lang))


def test_kazakh_follows_its_alphabet_of_42_letters() -> None:
    words = KAZAKH.split()
    assert len(words) == 42
    assert in_order(words, "kk") == words


def test_kazakh_letters_are_letters_of_their_own() -> None:
    words = ["Азат", "Аян", "Әже", "Кит", "Күн", "Қала", "Сұр", "Сүт", "Сыр", "Сілем"]
    assert in_order(words, "kk") == words


def test_russian_takes_yo_for_a_kind_of_ye() -> None:
    words = ["ад", "ежи", "елка", "ёлка", "ёлки", "ель", "жар", "йод", "юг"]
    assert in_order(words, "ru") == words


def test_numbers_stand_first_and_by_value() -> None:
    words = ["2 фильма", "007", "10 фильмов", "1941", "Абай 2", "Абай 10"]
    assert in_order(words, "ru") == ["2 фильма", "007", "10 фильмов", "1941", "Абай 2", "Абай 10"]


def test_quotes_and_punctuation_do_not_count() -> None:
    words = ["«Абай»", "Айка", "…Байқоңыр", "'Гүл'"]
    assert in_order(words, "kk") == words


def test_a_space_stands_before_every_letter() -> None:
    assert in_order(["Алба", "Ал-Баян", "Ал", "Ал Баян 2"], "ru") == ["Ал", "Ал-Баян", "Ал Баян 2", "Алба"]


@pytest.mark.parametrize(("lang", "first"), [("kk", "Яма"), ("ru", "Яма"), ("en", "Abai")])
def test_the_script_of_the_list_comes_first(lang: str, first: str) -> None:
    assert in_order(["Abai", "Яма"], lang)[0] == first


def test_accents_and_case_count_last() -> None:
    assert in_order(["resume", "résumé", "Resumes"], "en") == ["resume", "résumé", "Resumes"]
    assert sort_key("ABAI", "en") == sort_key("abai", "en")


def test_another_language_is_an_error() -> None:
    with pytest.raises(KeyError):
        sort_key("Abai", "de")


@given(st.text(), st.sampled_from(["kk", "ru", "en"]))
def test_a_key_holds_only_letters_that_every_database_orders_alike(text: str, lang: str) -> None:
    key = sort_key(text, lang)
    assert re.fullmatch("[a-z]*", key)
    assert len(key) <= 255


@given(st.text(alphabet="абвғқ ABc019-", max_size=20), st.text(alphabet="абвғқ ABc019-", max_size=20))
def test_what_begins_alike_stands_before_what_goes_on(text: str, more: str) -> None:
    assert sort_key(text, "kk") <= sort_key(f"{text} {more}", "kk")
