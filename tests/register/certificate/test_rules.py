"""The national film and the debut, by invented crews."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.points import Element, Met, PointsTest
from kinoqor.register.certificate.rules import (
    Debut,
    Director,
    National,
    Past,
    Treaty,
    authors,
    by_crew,
    debut,
    further,
    national,
    read_debut,
    read_national,
)
from kinoqor.register.certificate.words import Length, Member, Standing

CLAUSE = {"kk": "бап", "ru": "статья", "en": "article"}
AUTHORS = ("screenwriter", "director", "cinematographer", "production_designer", "composer")
RULE = National(
    frozenset({"AA"}), ("producer",), AUTHORS, Fraction(1, 2), True, CLAUSE, CLAUSE,
    (Treaty(frozenset({"BB"}), {"en": "The Treaty of Tests"}),),
)  # fmt: skip
FIRST = Debut({"full": "first_full", "short": "first"}, 52, CLAUSE)


def crew(*countries: str, producer: str = "AA") -> list[Member]:
    made = [Member(role, f"{role} Үлгі", country) for role, country in zip(AUTHORS, countries, strict=False)]
    return [Member("producer", "Test Studio", producer, company=True), *made]


def test_half_of_the_authors_may_be_foreign_and_one_more_may_not() -> None:
    assert national(crew("AA", "AA", "BB", "BB"), RULE).standing == Standing.HELD
    over = national(crew("AA", "AA", "BB", "BB", "BB"), RULE)
    assert over.standing == Standing.NOT
    assert over.lines[1].reason == "3 of 5 authors are not citizens; at most half may be."
    assert over.verdict("ru").clause == "статья"
    assert over.verdict("ru").way


def test_who_holds_two_places_is_counted_once() -> None:
    two = [Member("director", "Сынақ Үлгіұлы", "BB"), Member("screenwriter", "сынақ үлгіұлы ", "BB")]
    counted = authors([*two, Member("composer", "Another", "AA")], RULE)
    assert (counted.home, counted.foreign) == (1, 1)


def test_an_unknown_citizenship_keeps_the_test_open_only_where_it_could_spoil_it() -> None:
    assert national(crew("AA", "AA", "", "BB"), RULE).standing == Standing.HELD
    assert national(crew("AA", "", "BB"), RULE).standing == Standing.OPEN


def test_a_producer_from_abroad_is_refused_by_name_and_a_silent_one_keeps_it_open() -> None:
    abroad = national(crew("AA", producer="CC"), RULE)
    assert abroad.standing == Standing.NOT
    assert "Test Studio" in abroad.lines[0].reason
    assert national(crew("AA", producer=""), RULE).standing == Standing.OPEN
    assert national([], RULE).standing == Standing.OPEN


def test_a_ratified_treaty_with_a_partner_leaves_the_decision_to_a_person() -> None:
    told = national(crew("BB", "BB", "BB"), RULE, ["BB"])
    assert told.standing == Standing.OPEN
    assert "The Treaty of Tests" in told.lines[0].reason
    assert national(crew("BB", "BB", "BB"), RULE, ["CC"]).standing == Standing.NOT


@given(st.lists(st.sampled_from(["AA", "BB", ""]), max_size=5))
def test_the_limit_is_never_passed_by_naming_as_many_more_foreigners_as_it_says(countries: list[str]) -> None:
    counted = authors(crew(*countries), RULE)
    left = further(counted, RULE)
    assert 0 <= left <= counted.empty
    named = [*countries, *["BB"] * left]
    if counted.named and counted.foreign + counted.silent <= counted.named / 2:
        worst = authors(crew(*named), RULE)
        assert worst.foreign + worst.silent <= worst.named / 2


@given(st.lists(st.sampled_from(["AA", "BB", ""]), min_size=1, max_size=5), st.data())
def test_what_becomes_known_never_turns_a_test_over(countries: list[str], data: st.DataObject) -> None:
    told = [each or data.draw(st.sampled_from(["AA", "BB"])) for each in countries]
    before, after = (national(crew(*each), RULE).lines[1].standing for each in (countries, told))
    assert before in (Standing.OPEN, after)


def film(ref: str, year: int | None = 2001, minutes: int | None = None, kind: str = "feature") -> Past:
    return Past(ref, f"Film {ref}", year, frozenset({kind}), minutes)


def standing(films: list[Past], length: str = Length.FULL, year: int | None = 2026, but: str = "") -> str:
    return debut([Director("Сынақ Үлгіұлы", "p1", tuple(films))], length, FIRST, year, but).standing


def test_a_debut_at_full_length_is_not_spoilt_by_a_short() -> None:
    assert standing([]) == Standing.HELD
    assert standing([film("f1", kind="short")]) == Standing.HELD
    assert standing([film("f1", minutes=51)]) == Standing.HELD
    assert standing([film("f1", minutes=52)]) == Standing.NOT


def test_a_short_debut_is_spoilt_by_any_earlier_film() -> None:
    assert standing([film("f1", kind="short")], Length.SHORT) == Standing.NOT


def test_an_earlier_film_of_unknown_length_leaves_it_open() -> None:
    assert standing([film("f1")]) == Standing.OPEN


def test_the_film_itself_and_later_films_do_not_count() -> None:
    assert standing([film("f1", minutes=90)], but="f1") == Standing.HELD
    assert standing([film("f1", 2027, 90)]) == Standing.HELD


def test_nobody_picked_in_the_register_leaves_it_open_and_says_the_way() -> None:
    told = debut([Director("Сынақ Үлгіұлы", "")], Length.FULL, FIRST)
    assert told.standing == Standing.OPEN
    assert told.verdict("en").way
    assert debut([], Length.FULL, FIRST).standing == Standing.OPEN


def test_every_director_must_be_at_a_debut_and_at_most_three_films_are_told() -> None:
    old = Director("Екінші", "p2", tuple(film(f"f{n}", minutes=90) for n in range(5)))
    told = debut([Director("Бірінші", "p1"), old], Length.FULL, FIRST)
    assert [line.standing for line in told.lines] == [Standing.HELD, Standing.NOT]
    assert "and 2 more" in told.lines[1].reason


def test_a_test_by_points_is_answered_from_the_crew_and_a_person_goes_before_it() -> None:
    test = PointsTest(
        "t", CLAUSE, CLAUSE, "",
        (Element("director", CLAUSE, 4, ("director",)), Element("place", CLAUSE, 1)), points=4,
    )  # fmt: skip
    assert by_crew(test, crew("AA", "AA"), ["AA"], {}).met is Met.YES
    assert by_crew(test, crew("AA", "CC"), ["AA"], {}).met is Met.NO
    assert by_crew(test, crew("AA", ""), ["AA"], {}).met is Met.OPEN
    assert by_crew(test, crew("AA", "CC"), ["AA"], {"director": Met.YES}).met is Met.YES


@pytest.mark.parametrize("wrong", [{"foreign_most": [3, 2]}, {"count": "heads"}])
def test_a_rule_that_is_none_is_refused(wrong: dict[str, object]) -> None:
    right = {"home": ["AA"], "producers": [], "authors": [], "foreign_most": [1, 2], "count": "people"}
    right |= {"clause": CLAUSE, "authors_clause": CLAUSE}
    assert read_national(right).by_person
    with pytest.raises(ValueError, match=r"\.$"):
        read_national(right | wrong)
    with pytest.raises(ValueError, match=r"\.$"):
        read_debut({"full": "second", "short": "first", "full_minutes": 52, "clause": CLAUSE})
