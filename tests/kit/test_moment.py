from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.moment import Moment, parse, say


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1934", Moment(1934)),
        ("1960-01", Moment(1960, 1)),
        ("1961-01-06", Moment(1961, 1, 6)),
        ("November 1941", Moment(1941, 11)),
        ("6 January 1961", Moment(1961, 1, 6)),
        ("6 января 1961 г.", Moment(1961, 1, 6)),
        ("1961 жылғы 6 қаңтар", Moment(1961, 1, 6)),
        ("2008–2009", Moment(2008, year_to=2009)),
        ("2008-2009", Moment(2008, year_to=2009)),
        ("1941/1944", Moment(1941, year_to=1944)),
        ("c. 1934", Moment(1934, circa=True)),
        ("1934~", Moment(1934, circa=True)),
        (" 1934 ", Moment(1934)),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_given(text: str, moment: Moment) -> None:
    assert parse(text) == moment


@pytest.mark.parametrize(
    "text",
    ["1938-13", "0", "0000", "3000", "12345", "1961-02-29", "1961-00", "1961-01-00", "31 April 1961",
     "Foober 1961", "", "soon", "1944–1941", "1941-1941", "6 1961", "1961-1-6-2", "19٣4x"],
)  # fmt: skip
def test_an_impossible_date_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        parse(text)


def test_a_leap_day_is_a_day() -> None:
    assert parse("1960-02-29").iso == "1960-02-29"


@pytest.mark.parametrize(
    ("moment", "kk", "ru", "en"),
    [
        (Moment(1961, 1, 6), "1961 жылғы 6 қаңтар", "6 января 1961", "6 January 1961"),
        (Moment(1960, 1), "1960 жылғы қаңтар", "январь 1960", "January 1960"),
        (Moment(1934), "1934", "1934", "1934"),
        (Moment(2008, year_to=2009), "2008–2009", "2008–2009", "2008–2009"),
        (Moment(1934, circa=True), "шамамен 1934", "около 1934", "about 1934"),
    ],
)
def test_a_moment_is_said_in_three_languages(moment: Moment, kk: str, ru: str, en: str) -> None:
    assert (say(moment, "kk"), say(moment, "ru"), say(moment, "en")) == (kk, ru, en)


def test_the_decade_is_its_first_year() -> None:
    assert Moment(1967).decade == 1960


def test_moments_sort_as_text() -> None:
    moments = [
        Moment(1934),
        Moment(1934, 2),
        Moment(1934, 2, 3),
        Moment(1934, 11),
        Moment(1934, year_to=1936),
        Moment(1935),
    ]
    assert sorted(moment.iso for moment in moments) == [moment.iso for moment in moments]


dates = st.dates().filter(lambda day: 1000 <= day.year <= 2999)


@given(dates, st.sampled_from([1, 2, 3]), st.booleans(), st.sampled_from(["kk", "ru", "en"]))
def test_what_is_written_or_said_is_read_back(day: date, parts: int, circa: bool, lang: str) -> None:
    month, number = (day.month if parts > 1 else None), (day.day if parts > 2 else None)
    moment = Moment(day.year, month, number, circa=circa)
    assert parse(moment.iso) == moment
    assert parse(say(moment, lang)) == moment


@given(st.text(max_size=30))
def test_any_text_is_a_moment_or_a_clear_refusal(text: str) -> None:
    try:
        parse(text)
    except ValueError as error:
        assert str(error).endswith(".")
