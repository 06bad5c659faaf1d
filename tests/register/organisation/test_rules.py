"""How names, beginnings and films of an organisation are laid out on time."""

import pytest

from kinoqor.register.organisation.rules import (
    Name,
    Weighed,
    beginnings,
    doubts,
    end_not_known,
    in_order,
    is_present,
    one_a_decade,
)


def name(text: str, start: str = "", end: str = "") -> Name:
    return Name({"en": text}, start, end)


def test_names_stand_in_the_order_of_their_beginnings_and_undated_ones_last() -> None:
    names = [name("third", "1944-01-25"), name("undated"), name("first", "1934"), name("second", "1941-11")]
    assert [each.names["en"] for each in in_order(names)] == ["first", "second", "third", "undated"]


def test_a_name_without_an_end_has_an_unknown_end_only_if_another_follows() -> None:
    first, second = name("first", "1929"), name("second", "1934")
    assert end_not_known(first, [first, second])
    assert not end_not_known(second, [first, second])
    assert not end_not_known(name("ended", "1934", "1941"), [first, name("later", "1950")])


@pytest.mark.parametrize(
    ("old", "present"),
    [("Test Steppe studio", True), ("TEST steppe", True), ("Newsreel studio", False), ("", False)],
)
def test_a_name_that_holds_the_present_title_is_the_present_one(old: str, present: bool) -> None:
    assert is_present(name(old), ["Test Steppe", ""]) is present


def test_beginnings_are_years_once_the_leader_first_words_left_out() -> None:
    assert beginnings(["1934", "1941", "2005", "some time in the war"], ["1960", "1941-05"]) == [
        1934,
        1941,
        2005,
        1960,
    ]


def test_a_founding_year_that_opens_no_name_is_a_doubt() -> None:
    names = [name("first", "1934", "1941"), name("second", "1941")]
    assert doubts(["1934", "1941", "2005"], names) == [2005]


def test_the_leading_founding_year_is_never_a_doubt() -> None:
    assert doubts(["2005"], [name("first", "1934")]) == []


def test_one_film_a_decade_is_kept_in_the_order_of_years() -> None:
    films = [
        Weighed("f1", 1961, 1), Weighed("f2", 1968, 5), Weighed("f3", 1973, 0), Weighed("f4", 1988, 2),
        Weighed("f5", 1999, 9), Weighed("f6", 2012, 1, chosen=True),
    ]  # fmt: skip
    assert one_a_decade(films, 4) == ["f2", "f4", "f5", "f6"]


def test_a_chosen_film_stands_before_a_weightier_one_of_its_decade() -> None:
    assert one_a_decade([Weighed("f1", 1961, 9), Weighed("f2", 1963, 0, chosen=True)]) == ["f2"]
