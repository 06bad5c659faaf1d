"""How a row is read without the register, and how its columns are guessed."""

from collections.abc import Sequence

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.keeping.load.adapters.cells import Book, plain, read_row
from kinoqor.keeping.load.adapters.files import EXAMPLES
from kinoqor.keeping.load.adapters.headings import guess, shown
from kinoqor.keeping.load.adapters.reasons import Wording
from kinoqor.keeping.load.words import KINDS, LANGUAGES, Reason, Said, Why, meanings
from kinoqor.register.subject.words import Kind
from tests.keeping.load.tables import HEAD

LISTS = {
    "kind": {"feature": "feature film", "short": "short film"},
    "genre": {"drama": "drama", "comedy": "comedy"},
}
BOOK = Book(
    {
        prop: {plain(word): code for code, label in codes.items() for word in (code, label)}
        for prop, codes in LISTS.items()
    },
    LISTS,
    "XTS",
)
SOURCE = "https://archive.example/1"


def said(columns: str, *cells: str, kind: str = Kind.WORK, source: str = "") -> Said:
    """A row under columns whose meanings are named by their codes."""
    offered = meanings(kind)
    return read_row(2, cells, [offered.get(code) for code in columns.split()], BOOK, kind, source)


def values(row: Said) -> list[tuple[str, str]]:
    return [(piece.prop, piece.value) for piece in row.pieces]


def why(row: Said) -> list[str]:
    return [reason.why for reason in row.against]


def test_a_row_says_what_its_columns_mean() -> None:
    row = said(
        "title.kk year genre source note - ref",
        "Сынақ",
        "8 October 1970",
        "Drama; comedy",
        SOURCE,
        "n",
        "x",
        "F901",
    )
    assert values(row) == [
        ("title", "Сынақ"),
        ("year", "1970-10-08"),
        ("genre", "drama"),
        ("genre", "comedy"),
    ]
    assert (row.sources, row.note, row.ref, row.against) == ((SOURCE,), "n", "f901", [])
    assert (row.pieces[0].lang, row.pieces[0].script) == ("kk", "Cyrl")


def test_a_code_is_known_by_its_label_and_a_role_is_kept_with_the_name() -> None:
    row = said(
        "title.en kind credit.director", "Test", " Feature  Film", "p901; Сынақ Үлгіұлы", source=SOURCE
    )
    assert values(row)[1:] == [("kind", "feature"), ("credit", "p901"), ("credit", "Сынақ Үлгіұлы")]
    assert row.pieces[2].qualifiers == {"role": "director"}


def test_several_sources_of_a_row_each_say_it() -> None:
    row = said("title.en source", "Test", f"{SOURCE} ; Author, Title, 1979")
    assert row.sources == (SOURCE, "book: Author, Title, 1979")


def test_a_sum_has_the_currency_of_its_row_or_of_the_country() -> None:
    assert said("title.en budget currency", "Test", "1 000", "EUR", source=SOURCE).pieces[1].qualifiers == {
        "currency": "EUR"
    }
    assert said("title.en budget", "Test", "1 000", source=SOURCE).pieces[1].qualifiers == {"currency": "XTS"}


@pytest.mark.parametrize(
    ("columns", "cells", "reason"),
    [
        ("title.en year", ("Test", "soon"), Why.VALUE),
        ("title.en runtime", ("Test", "ninety"), Why.VALUE),
        ("title.en imdb", ("Test", "tt1"), Why.VALUE),
        ("title.en currency", ("Test", "euro"), Why.VALUE),
        ("title.en kind", ("Test", "flying carpet"), Why.CODE),
        ("title.en genre", ("Test", "drama, carpet"), Why.CODE),
        ("title.en source", ("Test", "x"), Why.SOURCE),
        ("title.en note", ("Te\u200bst", ""), Why.HIDDEN),
        ("title.en note", ("Test", "a\ufffd"), Why.HIDDEN),
        ("title.en year", ("", "1970"), Why.NO_NAME),
        ("ref note", ("f901", "a"), Why.NOTHING),
        ("title.en year", ("Test", "1970", "more"), Why.RAGGED),
    ],
)
def test_what_cannot_be_kept_stands_against_the_row(
    columns: str, cells: tuple[str, ...], reason: Why
) -> None:
    assert why(said(columns, *cells, source=SOURCE)) == [reason]


def test_a_row_that_nobody_says_is_refused() -> None:
    assert why(said("title.en", "Test")) == [Why.NO_SOURCE]


def test_all_that_is_wrong_comes_back_at_once() -> None:
    assert why(said("title.en year runtime kind", "Test", "soon", "ninety", "carpet")) == [
        Why.VALUE, Why.VALUE, Why.CODE, Why.NO_SOURCE,
    ]  # fmt: skip


def words(columns: str, *cells: str) -> list[str]:
    offered, heads = meanings(Kind.WORK), columns.split()
    wording = Wording(heads, [offered.get(code) for code in heads], BOOK)
    return [wording.say(reason, cells) for reason in said(columns, *cells, source=SOURCE).against]


def test_a_reason_names_its_column_and_what_is_wrong_there() -> None:
    assert words("title.en year", "Test", "soon")[0].startswith("year: ")
    [reason] = words("title.en kind", "Test", "carpet")
    assert reason == "kind: “carpet” is not in the list (feature film, short film)."


@pytest.mark.parametrize("each", list(Why))
def test_every_reason_is_a_full_sentence(each: Why) -> None:
    heads = ["year", "source"]
    wording = Wording(heads, [meanings(Kind.WORK)["year"], meanings(Kind.WORK)["source"]], BOOK)
    at = 1 if each == Why.SOURCE else 0
    found = wording.say(Reason(each, at, ("a", "b")), ["soon", "x"])
    assert found.endswith(".") and len(found) > 20


@given(
    st.lists(st.text(), min_size=3, max_size=5),
    st.lists(st.sampled_from(sorted(meanings(Kind.WORK))), min_size=4, max_size=4),
)
def test_no_cell_breaks_the_reading_of_a_row(cells: list[str], columns: list[str]) -> None:
    row = said(" ".join(columns), *cells)
    assert row.against or (row.pieces and row.sources)


def guessed(kind: str, headings: Sequence[str]) -> list[str]:
    return guess(kind, headings, {})


def test_columns_are_guessed_in_three_languages() -> None:
    assert guessed(Kind.WORK, HEAD) == ["title.kk", "title.en", "year", "kind", "runtime", "source", "note"]
    assert guessed(Kind.WORK, ["№", "Название", "Год выпуска", "Реж.", "В ролях", "Источник", "Инв. номер"]) == [
        "ref", "title.ru", "year", "credit.director", "credit.actor", "source", "",
    ]  # fmt: skip
    assert guessed(Kind.PERSON, ["Аты-жөні", "Туған күні", "Мамандығы", "Дереккөз"]) == [
        "name.kk", "birth", "occupation", "source",
    ]  # fmt: skip


def test_what_the_same_sender_meant_before_goes_before_the_usual() -> None:
    assert guess(Kind.WORK, ["Название", "Год"], {"nazvanie": "working_title", "god": ""}) == [
        "working_title",
        "",
    ]


def test_two_columns_are_not_guessed_to_mean_what_only_one_can() -> None:
    assert guessed(Kind.WORK, ["Year", "Год", "Genre", "Жанр"]) == ["year", "", "genre", "genre"]


@pytest.mark.parametrize("kind", KINDS.values())
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headings_of_an_example_need_no_explaining(kind: str, language: str) -> None:
    with override(language):
        headings = [shown(meanings(kind)[code]) for code in EXAMPLES[kind]]
    assert guessed(kind, headings) == list(EXAMPLES[kind])
