import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.identifiers import KINDS, address, check


@pytest.mark.parametrize(
    ("kind", "value", "one"),
    [
        ("eidr", "10.5240/7791-8534-2C23-9030-8610-5", "10.5240/7791-8534-2C23-9030-8610-5"),
        ("eidr", "https://doi.org/10.5240/7791-8534-2c23-9030-8610-5", "10.5240/7791-8534-2C23-9030-8610-5"),
        ("eidr", "10.5240/7791853 42C2390308610-5".replace(" ", ""), "10.5240/7791-8534-2C23-9030-8610-5"),
        ("isan", "000000018947000000000000", "0000-0001-8947-0000-8-0000-0000-D"),
        ("isan", "ISAN 0000-0001-8947-0000-8-0000-0000-D", "0000-0001-8947-0000-8-0000-0000-D"),
        ("imdb", "https://www.imdb.com/title/tt1726592/", "tt1726592"),
        ("imdb", "NM0840702", "nm0840702"),
        ("wikidata", "https://www.wikidata.org/wiki/Q42", "Q42"),
        ("wikidata", "q42", "Q42"),
        ("kinopoisk", "https://www.kinopoisk.ru/film/435/", "435"),
        ("kinopoisk", "435", "435"),
    ],
)
def test_a_good_identifier_takes_its_one_form(kind: str, value: str, one: str) -> None:
    assert check(kind, value) == one
    assert check(kind, one) == one


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("eidr", "10.5240/7791-8534-2C23-9030-8610-6"),
        ("eidr", "10.5240/7791-8534-2C23-9030-8601-5"),
        ("eidr", "7791"),
        ("isan", "0000-0001-8947-0000-9-0000-0000-D"),
        ("isan", "12"),
        ("imdb", "tt12"),
        ("imdb", "co1234567"),
        ("wikidata", "Q0"),
        ("wikidata", "P345"),
        ("kinopoisk", "0"),
        ("kinopoisk", "javascript:1"),
    ],
)
def test_a_wrong_identifier_is_refused_with_a_sentence(kind: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        check(kind, value)


def test_open_registers_have_addresses() -> None:
    assert address("imdb", "nm0840702") == "https://www.imdb.com/name/nm0840702/"
    assert address("wikidata", "Q42").endswith("/Q42")
    assert address("isan", "0000-0001-8947-0000-8-0000-0000-D") == ""


@given(st.sampled_from(KINDS), st.text())
def test_any_text_is_an_identifier_or_a_clear_refusal(kind: str, text: str) -> None:
    try:
        value = check(kind, text)
    except ValueError as error:
        assert str(error).endswith(".")
    else:
        assert check(kind, value) == value
