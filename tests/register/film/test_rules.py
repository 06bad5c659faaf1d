"""What an address asks for, read without a database."""

import pytest

from kinoqor.register.film.rules import Wanted, first_choices, pairs, read

CODES = {
    "kind": ["feature", "short"],
    "genre": ["drama", "comedy"],
    "language": ["kk", "ru"],
    "country": ["AA"],
}


def test_several_codes_of_one_axis_are_all_wanted() -> None:
    wanted = read({"genre": ["drama", "comedy", "drama"], "kind": ["short"]}, CODES)
    assert wanted.chosen == {"kind": ("short",), "genre": ("drama", "comedy")}
    assert wanted.narrowed


@pytest.mark.parametrize(
    "asked",
    [
        {"genre": ["no such genre"]},
        {"genre": ["x" * 10_000]},
        {"from": ["abc"], "to": ["99999"]},
        {"from": ["٢٠٢٠"]},
        {"studio": ["' OR 1=1"]},
        {"decade": ["1985"]},
        {"kind": ["unknown"]},
        {"support": ["perhaps"], "sureness": ["quite"], "doubt": ["all"], "order": ["random"]},
        {"no such parameter": ["1"]},
    ],
)
def test_what_cannot_be_understood_is_passed_over(asked: dict[str, list[str]]) -> None:
    assert read(asked, CODES) == Wanted()
    assert not read(asked, CODES).narrowed


def test_years_given_the_wrong_way_round_are_turned() -> None:
    wanted = read({"from": ["1999"], "to": [" 1988 "]}, CODES)
    assert (wanted.first, wanted.last) == (1988, 1999)


def test_one_may_look_for_films_of_which_something_is_not_known() -> None:
    assert read({"language": ["unknown"]}, CODES).chosen == {"language": ("unknown",)}


def test_what_is_wanted_makes_an_address_that_is_read_alike() -> None:
    wanted = read(
        {"kind": ["short"], "director": ["p901"], "from": ["1988"], "doubt": ["memory"], "order": ["title"]},
        CODES,
    )
    asked: dict[str, list[str]] = {}
    for name, value in pairs(wanted):
        asked.setdefault(name, []).append(value)
    assert read(asked, CODES) == wanted


def test_the_chosen_stand_first_among_the_offered_and_the_rest_by_number() -> None:
    counts = {"drama": 9, "comedy": 20, "war": 0, "spy": 1}
    assert first_choices(counts, ("spy",), [], 2) == ["spy", "comedy"]
    assert first_choices(counts, (), [], 9) == ["comedy", "drama", "spy"]
    assert first_choices(counts, (), ["drama", "comedy"], 9) == ["drama", "comedy", "spy"]
