from collections.abc import Iterable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.fold import fold
from kinoqor.register.spelling.rules import (
    FIRM,
    Found,
    Named,
    rank,
    read,
    score,
    spelled,
    variants,
    without_shared,
)
from kinoqor.register.spelling.words import LONGEST_QUERY, Standing

numbers = count(1)


def spelling(text: str, standing: int = Standing.SHOWN, weight: int = 0, year: int | None = None) -> Found:
    return Found(next(numbers), "work", text, "kk", fold(text), standing, weight, year)


def order(query: str, candidates: Iterable[Found]) -> list[str]:
    return [hit.found.text for hit in rank(read(query), candidates, 10)]


def test_better_kinds_of_agreement_stand_before_worse_ones() -> None:
    candidates = [
        spelling("Тампирис"),
        spelling("Жас Томирис туралы"),
        spelling("Томирис пен Кир"),
        spelling("То-мирис", Standing.ATTESTED),
        spelling("Томирис", Standing.GENERATED),
        spelling("Томирис", Standing.ATTESTED),
        spelling("Томирис"),
    ]
    found = rank(read("Томирис"), candidates, 10)
    assert [hit.found.subject for hit in found] == [each.subject for each in reversed(candidates)]


def test_an_attested_spelling_leads_a_generated_one_of_a_weightier_subject() -> None:
    generated = spelling("Шал", Standing.GENERATED, weight=900)
    attested = spelling("Шал", Standing.ATTESTED)
    assert rank(read("Shal"), [generated, attested], 2)[0].found == attested


def test_of_two_people_of_one_name_the_better_known_leads() -> None:
    little, much = spelling("Сынақ Үлгіұлов", weight=2), spelling("Мысал Үлгіұлов", weight=30)
    assert order("Үлгіұлов", [little, much]) == ["Мысал Үлгіұлов", "Сынақ Үлгіұлов"]


def test_a_year_beside_the_title_chooses_between_namesakes() -> None:
    old, new = spelling("Жол", weight=9, year=1966), spelling("Жол", year=2016)
    assert rank(read("Жол 2016"), [old, new], 2)[0].found == new
    assert rank(read("Жол"), [old, new], 2)[0].found == old


def test_a_number_that_is_the_title_is_no_year() -> None:
    assert read("1997").year is None
    assert read("1997").words == ("1997",)
    assert read("Жол 1997").year == 1997


def test_words_that_only_say_what_is_sought_are_passed_over() -> None:
    assert read("фильм Томирис онлайн смотреть").words == ("tomiris",)
    assert read("film").words == ("film",)
    assert read("Of the").words == ("of", "the")


def test_an_inflected_title_is_found_firmly() -> None:
    assert score(read("Қыз Жібектің"), spelling("Қыз Жібек")) >= FIRM


def test_a_mistyped_title_is_found_but_not_firmly() -> None:
    assert 0 < score(read("Томирос пен Кыр"), spelling("Томирис пен Кир")) < FIRM


def test_what_is_not_alike_is_not_found() -> None:
    assert score(read("Келін"), spelling("Томирис")) == 0


def test_a_query_of_any_length_is_read_up_to_its_limit() -> None:
    asked = read("ж" * 10_000)
    assert asked.cut
    assert len(asked.text) == LONGEST_QUERY


def test_signs_that_cannot_be_seen_are_not_searched_for() -> None:
    assert read("Қыз\u202e\x00 Жі\u200fбек").folded == read("Қыз Жібек").folded


def test_a_digraph_half_typed_finds_what_it_will_become() -> None:
    assert order("zhauz", [spelling("Жаужүрек"), spelling("Жай сөз")]) == ["Жаужүрек"]


def test_a_gloss_is_a_spelling_of_its_own_and_not_attested() -> None:
    assert dict(variants("Кадр (Бірінші сурет)")) == {
        "Кадр (Бірінші сурет)": True,
        "Кадр": True,
        "Бірінші сурет": False,
    }
    assert [text for text, _ in variants("Бір / Екі")] == ["Бір / Екі", "Бір", "Екі"]


def test_an_organisation_is_found_without_the_words_it_shares_with_others() -> None:
    assert without_shared("Festival de Үлгі") == "Үлгі"
    named = Named(1, "organisation", None, 1, (("Үлгі International Film Festival", "en", Standing.SHOWN),))
    assert "ulgi" in {row[4] for row in spelled(named)}


def test_each_folding_is_kept_once_under_its_best_standing() -> None:
    names = (("Qyz Jibek", "en", Standing.ATTESTED), ("Қыз Жібек", "kk", Standing.SHOWN))
    rows = list(spelled(Named(1, "work", 1970, 1, names)))
    assert [row[2] for row in rows if row[4] == "kiz jibek"] == ["Қыз Жібек"]
    assert len({row[4] for row in rows}) == len(rows)


@pytest.mark.parametrize("text", ["", " ", "!!!", "\u202e", "«»"])
def test_nothing_that_can_be_searched_is_no_question(text: str) -> None:
    assert read(text).folded == ""


@given(st.text(max_size=300), st.text(min_size=1, max_size=40))
def test_any_query_can_be_weighed_against_any_name(query: str, name: str) -> None:
    asked, found = read(query), spelling(name)
    if asked.folded and found.folded:
        assert 0 <= score(asked, found) < 1100
