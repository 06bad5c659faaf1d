"""What makes two applications look alike, by invented titles, texts and people."""

import pytest

from kinoqor.funding.likeness.rules import (
    compare,
    kept,
    marks,
    person_key,
    read,
    strong,
    titled,
    titles_alike,
    weight,
)
from kinoqor.funding.likeness.words import TITLE_FROM, Compared, Sign
from kinoqor.kit.shingles import sketch

TEXT = (
    "Жас шопан далада адасқан тайды іздеп, өз ауылының ескі құпиясын ашады. Қарт әжесі оған "
    "атасының хатын береді, ал хатта көрші ауылдан қашқан қыз туралы айтылған."
)


def alike(one: str, other: str) -> float:
    return titles_alike(titled(one), titled(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Жайлаудағы жаңбыр", "Jaılaýdaǵy jańbyr"),
        ("Сынақ даласы", "Synaq dalasy"),
        ("Үлгі көл", "Улги кол"),
    ],
)
def test_one_title_in_two_scripts_or_spellings_is_one_title(one: str, other: str) -> None:
    assert alike(one, other) >= TITLE_FROM


@pytest.mark.parametrize(
    ("one", "other"),
    [("Сынақ даласы", "Сынақ даласы 2"), ("Сынақ даласы", "Бөлек фильм"), ("Үлгі", ""), ("...", "...")],
)
def test_a_sequel_another_title_and_no_title_are_not(one: str, other: str) -> None:
    assert alike(one, other) < TITLE_FROM


def test_a_title_whose_words_all_stand_in_a_longer_one_is_alike() -> None:
    assert alike("Сынақ даласы", "Сынақ даласы туралы аңыз") >= TITLE_FROM


def test_signs_stand_by_weight_and_text_and_title_may_be_one_script() -> None:
    one = Compared(
        1, (titled("Сынақ даласы"),), {"synopsis": sketch(TEXT)}, "f1", {}, {"111": "Үлгі"}, {"p1": "Бірінші"}
    )
    other = Compared(
        2,
        (titled("Synaq dalasy"),),
        {"synopsis_long": sketch(TEXT)},
        "f2",
        {},
        {"111": "Ulgi"},
        {"p1": "One"},
    )
    signs = compare(one, other)
    assert [why.sign for why in signs] == [Sign.TEXT, Sign.TITLE, Sign.COMPANY, Sign.PERSON]
    assert (signs[0].mine, signs[0].theirs, signs[0].share) == ("synopsis", "synopsis_long", 1.0)
    assert strong(signs)
    assert weight(signs) > weight(signs[1:])


def test_one_company_and_some_of_the_same_people_alone_are_not_one_script() -> None:
    people = {f"p{n}": "Үлгі" for n in range(9)}
    one, other = (Compared(n, companies={"111": "Үлгі"}, people=people) for n in (1, 2))
    signs = compare(one, other)
    assert not strong(signs)
    assert weight(signs) < 2


def test_a_short_text_tells_nothing_apart() -> None:
    short = {"logline": sketch("Бір жігіт бір қызды жақсы көреді")}
    assert compare(Compared(1, texts=short), Compared(2, texts=short)) == []


def test_the_same_film_and_the_very_same_file_are_signs() -> None:
    one, other = (Compared(n, film="f1", files={"ab": f"script{n}.pdf"}) for n in (1, 2))
    assert [why.sign for why in compare(one, other)] == [Sign.FILM, Sign.FILE]
    assert compare(Compared(1), Compared(2)) == []


def test_a_person_is_known_by_number_else_by_name_in_any_script_and_order() -> None:
    assert person_key("Сынақ Үлгіұлы", "p7") == "p7"
    assert person_key("Сынақ Үлгіұлы") == person_key("Ulgiuly Synaq")
    assert person_key(" ") == ""


def test_what_is_kept_is_read_again_and_shares_its_marks() -> None:
    one = Compared(
        1,
        (titled("Сынақ даласы"),),
        {"synopsis": sketch(TEXT)},
        "f1",
        {"ab": "a.pdf"},
        {"1": "Үлгі"},
        {"p": "Ү"},
    )
    assert read(1, kept(one)) == one
    latin = Compared(2, (titled("Synaq dalasy"),), {"synopsis": sketch(TEXT)})
    kinds = {kind for kind, _key in marks(one) & marks(latin)}
    assert {"text", "bones", "gram"} <= kinds
