"""The rules of the pack, the shared tests by points, and what the register knows of a director."""

import pytest

from kinoqor.kit.points import Met, reckon
from kinoqor.register.certificate.queries import debut_rule, films_of, national_rule, points_tests
from kinoqor.register.certificate.rules import length_of
from kinoqor.register.certificate.words import Standing
from tests.make import credit, film, person, settled


def test_the_country_has_its_rules_and_says_what_nobody_read() -> None:
    national, debut = national_rule(), debut_rule()
    assert national
    assert debut
    assert set(national.clause) == set(debut.clause) == {"kk", "ru", "en"}
    assert national.unverified
    assert debut.unverified


@pytest.mark.parametrize(
    ("code", "most", "needed"),
    [
        ("convention-2017-fiction", 21, 16),
        ("convention-2017-animation", 23, 15),
        ("convention-2017-documentary", 16, 8),
        ("convention-1992", 19, 15),
    ],
)
def test_the_tables_of_the_convention_sum_as_published(code: str, most: int, needed: int) -> None:
    test = points_tests()[code]
    assert test.most == most
    assert reckon(test, {}).needed == needed
    assert reckon(test, {element.code: Met.YES for element in test.elements}).met is Met.YES
    for texts in (test.name, test.clause, *(element.name for element in test.elements)):
        assert set(texts) == {"kk", "ru", "en"}


@pytest.mark.django_db
def test_the_register_tells_what_a_person_directed_with_year_kind_and_minutes() -> None:
    who = person("p901")
    short = film("f901", "The Short Test", year="1999", kind="short")
    long = film("f902", "The Long Test", year="2003", runtime="88")
    other = film("f903", "Acted Only", year="1990")
    credit(short, who), credit(long, who), credit(other, who, "actor")
    settled()
    first, second = films_of("p901")
    assert (first.ref, first.year, first.minutes) == ("f901", 1999, None)
    assert (second.title, second.minutes) == ("The Long Test", 88)
    rule = debut_rule()
    assert rule
    assert [length_of(each, rule) for each in (first, second)] == [Standing.NOT, Standing.HELD]
    assert films_of("p999") == ()
