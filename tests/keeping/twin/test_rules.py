"""What makes two records look alike: offered with why, never where the years or the words speak against it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.keeping.twin.rules import Bearer, Named, compare, keys, to_compare, weight
from kinoqor.keeping.twin.words import AGAINST, CROWD, OFFERED_FROM, SAID, WEIGHT, Sign
from kinoqor.kit.fold import fold, skeleton
from kinoqor.register.subject.words import Kind

FILM, PERSON, HOUSE = Kind.WORK, Kind.PERSON, Kind.ORGANISATION


def bearer(
    number: int, kind: str, *names: str, year: int | None = None, shares: tuple[int, ...] = ()
) -> Bearer:
    told = tuple(Named(name, fold(name), skeleton(name)) for name in names)
    return Bearer(number, kind, told, year, frozenset(shares))


def signs(one: Bearer, other: Bearer) -> list[Sign]:
    return [seen.sign for seen in compare(one, other)]


@pytest.mark.parametrize(
    ("kind", "one", "other", "sign"),
    [
        (FILM, "Келін", "Келін", Sign.SAME_NAME),
        (FILM, "Қыз Жібек", "Kyz Zhibek", Sign.SCRIPTS),
        (FILM, "Қыз Жібек", "Qyz Jibek", Sign.SCRIPTS),
        (FILM, "The Steppe Horizon", "The Stepe Horyzan", Sign.NEAR),
        (PERSON, "Сынақ Үлгіұлы", "Synaq Ulgiuly", Sign.SCRIPTS),
        (PERSON, "Synaqov Aidar", "Айдар Сынақов", Sign.ORDER),
        (PERSON, "A. Synaqov", "Aidar Synaqov", Sign.INITIAL),
        (PERSON, "Synaqov A.", "Aidar Synaqov", Sign.INITIAL),
        (PERSON, "Aidar Synakbayev", "Aidar Synakpayev", Sign.NEAR),
        (HOUSE, "Sample Pictures", "Sampel Pictures", Sign.NEAR),
    ],
)
def test_names_are_seen_to_agree(kind: str, one: str, other: str, sign: Sign) -> None:
    assert signs(bearer(1, kind, one), bearer(2, kind, other))[0] == sign


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (FILM, "The Road", "The House"),
        (FILM, "The Steppe Road", "The Steppe Road 2"),
        (FILM, "Synaq in America", "Synaq in Africa"),
        (PERSON, "Marat Synaqov", "Murat Synaqov"),
        (PERSON, "B. Synaqov", "Aidar Synaqov"),
        (PERSON, "Synaqov", "Aidar Synaqov"),
        (HOUSE, "Alfa International Film Festival", "Beta International Film Festival"),
    ],
)
def test_names_that_only_sound_alike_are_not_offered(kind: str, one: str, other: str) -> None:
    assert signs(bearer(1, kind, one), bearer(2, kind, other)) == []


def test_films_of_one_title_many_years_apart_are_two_films() -> None:
    assert signs(bearer(1, FILM, "Жол", year=1956), bearer(2, FILM, "Жол", year=2025)) == []


def test_a_film_of_the_year_after_may_be_the_same_one() -> None:
    assert signs(bearer(1, FILM, "Жол", year=1956), bearer(2, FILM, "Жол", year=1957)) == [
        Sign.SAME_NAME,
        Sign.NEAR_YEAR,
    ]


def test_one_title_of_one_director_is_offered_however_far_the_years_with_what_speaks_against() -> None:
    found = signs(
        bearer(1, FILM, "Жол", year=1956, shares=(7,)), bearer(2, FILM, "Жол", year=1970, shares=(7,))
    )
    assert found == [Sign.SAME_NAME, Sign.YEARS_APART, Sign.SHARED]
    assert set(found) & AGAINST


def test_a_title_within_a_title_counts_for_one_director_and_year_alone() -> None:
    short, long = "Батыр", "Сұлтан Батыр"
    one = bearer(1, FILM, short, year=1989, shares=(7,))
    assert Sign.PART in signs(one, bearer(2, FILM, long, year=1989, shares=(7, 8)))
    assert signs(one, bearer(2, FILM, long, year=1990, shares=(7,))) == []
    assert signs(one, bearer(2, FILM, long, year=1989, shares=(8,))) == []


def test_people_who_stand_in_the_same_film_are_told_so() -> None:
    one, other = (
        bearer(1, PERSON, "A. Synaqov", shares=(3,)),
        bearer(2, PERSON, "Aidar Synaqov", shares=(3, 4)),
    )
    assert compare(one, other)[-1].shared == (3,)


NAMES = st.text("абвгжқңұі ABCDE.", min_size=1, max_size=14)
BEARERS = st.builds(
    bearer,
    st.integers(1, 9),
    st.sampled_from([FILM, PERSON, HOUSE]),
    NAMES,
    NAMES,
    year=st.none() | st.integers(1990, 1994),
    shares=st.tuples(st.integers(1, 3)),
)


@given(BEARERS, BEARERS)
def test_looking_alike_has_no_direction(one: Bearer, other: Bearer) -> None:
    assert weight(compare(one, other)) == weight(compare(other, one))


@given(BEARERS, BEARERS)
def test_what_is_offered_has_a_name_that_agrees_and_enough_weight(one: Bearer, other: Bearer) -> None:
    found = compare(one, other)
    assert not found or (weight(found) >= OFFERED_FROM and found[0].one and found[0].other)


@given(BEARERS)
def test_a_record_entered_twice_alike_is_always_compared(one: Bearer) -> None:
    again = Bearer(10, one.kind, one.names, one.year, one.shares)
    known = {each.subject: keys(each) for each in (one, again)}
    if any(name.bones for name in one.names):
        assert to_compare(known) == {(one.subject, 10)}


def test_a_key_of_a_crowd_brings_nobody_together() -> None:
    assert to_compare({number: {"fest"} for number in range(CROWD)})
    assert not to_compare({number: {"fest"} for number in range(CROWD + 1)})


def test_every_sign_has_its_weight_and_its_words() -> None:
    assert set(WEIGHT) == set(SAID) == set(Sign)
