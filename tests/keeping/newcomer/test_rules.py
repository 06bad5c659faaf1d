"""How newcomers may be named, how many come, and that nobody comes twice; without a database."""

import pytest

from kinoqor.keeping.newcomer import rules
from kinoqor.keeping.newcomer.rules import Name, Person
from kinoqor.keeping.newcomer.words import MOST_WAITING, OF_ONE_DAY


def called(text: str, lang: str = "kk", born: int | None = None) -> Person:
    return Person((Name(text, lang),), born)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Сынақ Үлгіұлы", "kk"), ("Synaq Ülgıūly", "kk"), ("Сынак Ульгиулы", "ru"), ("Synak Ulgiuly", "en")],
)
def test_one_name_in_any_line_is_enough(text: str, lang: str) -> None:
    assert rules.may_be_called((Name(text, lang),))


@pytest.mark.parametrize(
    ("names", "says"),
    [
        ((), "one spelling at least"),
        ((Name("Synak Ulgiuly", "ru"),), "not written in the letters of the line"),
        ((Name("Сынақ Үлгіұлы", "en"),), "not written in the letters of the line"),
        (
            (Name("Сынақ Үлгіұлы", "kk"), Name("Сынақ Үлгіұлы", "en")),
            "not written in the letters of the line",
        ),
        ((Name("Synak Ulgiuly", "xx"),), "not written in the letters of the line"),
        ((Name("12", "kk"),), "is not a name"),
        ((Name("…", "kk"),), "is not a name"),
        ((Name("Сынақ\u202eҮлгіұлы", "kk"),), "right-to-left mark"),
    ],
)
def test_what_is_no_name_is_refused_with_the_reason(names: tuple[Name, ...], says: str) -> None:
    assert says in str(rules.may_be_called(names).reason)


@pytest.mark.parametrize(
    ("year", "may"), [(None, True), (1850, True), (2030, True), (1849, False), (2031, False)]
)
def test_nobody_is_born_tomorrow_or_before_there_was_film(year: int | None, may: bool) -> None:
    verdict = rules.may_be_born(year, 2030)
    assert bool(verdict) is may and (may or verdict.way)


def test_a_company_proposes_no_more_than_can_be_judged() -> None:
    assert rules.may_come(MOST_WAITING - 1, OF_ONE_DAY - 1)
    for verdict in (rules.may_come(MOST_WAITING, 0), rules.may_come(0, OF_ONE_DAY)):
        assert not verdict and "without proposing" in str(verdict.way)


def test_somebody_is_new_once_every_look_alike_was_seen() -> None:
    assert rules.may_be_new((), ())
    assert rules.may_be_new(("p1",), ("p1", "p2"))
    assert not rules.may_be_new(("p1", "p3"), ("p1",))


def test_nobody_is_taken_without_a_source() -> None:
    assert rules.may_be_taken("https://archive.example/")
    assert "without a source" in str(rules.may_be_taken("").reason)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (called("Сынақ Үлгіұлы"), called("Сынақ Үлгіұлы"), True),
        (called("Сынақ Үлгіұлы"), called("Үлгіұлы Сынақ"), True),
        (called("Сынақ Жаңаев"), called("Synaq Zhanaev", "en"), True),
        (called("Сынақ Жаңаев", born=1990), called("Сынақ Жаңаев"), True),
        (called("Сынақ Жаңаев", born=1990), called("Сынақ Жаңаев", born=1962), False),
        (called("Сынақ Жаңаев"), called("Сынақ Ескіев"), False),
    ],
)
def test_one_person_is_known_in_any_script_unless_the_years_differ(
    one: Person, other: Person, same: bool
) -> None:
    assert rules.same_person(one, other) is same


@pytest.mark.parametrize(
    ("asked", "found"), [("Synaq", True), ("жаңаев", True), ("Zhana Syn", True), ("Ескі", False), ("", False)]
)
def test_a_newcomer_answers_the_beginnings_of_their_names(asked: str, found: bool) -> None:
    assert rules.answers(asked, called("Сынақ Жаңаев")) is found
