"""After the programme is known as little as possible moves."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from kinoqor.deciding.pitching.rules.bench import bench
from kinoqor.deciding.pitching.rules.checking import faults
from kinoqor.deciding.pitching.rules.fitting import fits
from kinoqor.deciding.pitching.rules.hall import half_of, stretches
from kinoqor.deciding.pitching.rules.moving import again, moved
from kinoqor.deciding.pitching.rules.planning import planned
from kinoqor.deciding.pitching.words import Case, Half, Place, Settings, Short
from kinoqor.kit.verdict import Refused
from tests.deciding.pitching import halls

TWENTY = Settings()


def fewest(case: Case, before: dict[str, Place], pins: dict[str, Place]) -> int | None:
    """How many films have to leave their place at least, by trying every order; None where nothing fits."""
    seats = bench(case)
    order = [place for each in stretches(case.days, TWENTY) for place in each.places]
    found = [
        sum(before.get(film.code, place) != place for film, place in zip(case.films, chosen, strict=True))
        for chosen in permutations(order, len(case.films))
        if all(
            pins.get(film.code, place) == place and seats.may(film, (place.day, half_of(place, TWENTY)))
            for film, place in zip(case.films, chosen, strict=True)
        )
    ]
    return min(found, default=None)


def test_nothing_moves_where_nothing_has_changed() -> None:
    case = halls.case(9, 2)
    before = planned(case, TWENTY)
    assert again(case, TWENTY, before.places).slots == before.slots


def test_two_films_change_their_places_where_one_is_moved_to_the_other() -> None:
    case = halls.case(9, 2)
    before = planned(case, TWENTY).places
    after = again(case, TWENTY, before, {"s001": before["s005"]})
    assert after.places["s001"] == before["s005"]
    assert len(moved(before, after)) == 2


def test_a_film_goes_to_a_free_time_and_nobody_else_moves() -> None:
    case = halls.case(9, 2)
    before = planned(case, TWENTY).places
    free = Place(halls.FIRST + timedelta(days=1), 600)
    assert moved(before, again(case, TWENTY, before, {"s004": free})) == ("s004",)


def test_a_film_that_came_late_takes_a_free_place_beside_its_section() -> None:
    before = planned(halls.case(4, 2), TWENTY).places
    after = again(halls.case(5, 2), TWENTY, before)
    assert moved(before, after) == ()
    assert after.places["s005"] == Place(halls.FIRST, 680)


def test_a_film_that_went_leaves_its_place_free_and_nobody_moves() -> None:
    case = halls.case(5)
    before = planned(case, TWENTY).places
    after = again(replace(case, films=case.films[1:]), TWENTY, before)
    assert moved(before, after) == () and "s001" not in after.places


def test_a_day_keeps_its_limit_when_a_film_is_moved_into_it() -> None:
    case, rule = halls.case(6, 2), replace(TWENTY, most=3)
    before = planned(case, rule).places
    on_second = next(code for code, place in before.items() if place.day != halls.FIRST)
    after = again(case, rule, before, {on_second: Place(halls.FIRST, 15 * 60)})
    assert faults(case, rule, after) == []
    assert len(moved(before, after)) == 2


def test_a_pin_where_no_quorum_is_or_no_pitching_begins_is_refused() -> None:
    away = [replace(one, away=frozenset({(halls.FIRST, Half.AFTERNOON)})) for one in halls.members()[:3]]
    case = halls.case(3, members=[*away, *halls.members()[3:]])
    before = planned(case, TWENTY).places
    with pytest.raises(Refused, match="quorum"):
        again(case, TWENTY, before, {"s001": Place(halls.FIRST, 14 * 60)})
    with pytest.raises(Refused, match="no pitching begins"):
        again(case, TWENTY, before, {"s001": Place(halls.FIRST, 605)})
    with pytest.raises(Refused, match="taken"):
        again(case, TWENTY, before, {"s001": before["s002"], "s002": before["s002"]})


def test_pins_that_leave_no_room_for_another_film_are_refused_with_a_sentence() -> None:
    mornings = frozenset({(halls.FIRST, Half.AFTERNOON)})
    some = [replace(film, away=mornings) if film.code == "s001" else film for film in halls.films(2)]
    case = halls.case(films=some, days=halls.days(begins=12 * 60 + 40, ends=14 * 60, lunch=False))
    before = planned(case, TWENTY).places
    with pytest.raises(Refused, match="other films do not fit"):
        again(case, TWENTY, before, {"s002": before["s001"]})
    with pytest.raises(Short):
        again(replace(case, films=[*some, replace(some[0], code="s003")]), TWENTY, before)


@given(st.integers(0, 100_000), st.integers(0, 5))
@effort(max_examples=60, deadline=None)
def test_as_few_films_as_possible_leave_their_place(number: int, at: int) -> None:
    case = halls.any_case(number, most=4)
    if not fits(case, TWENTY):
        return
    before = dict(planned(case, TWENTY).places)
    order = [place for each in stretches(case.days, TWENTY) for place in each.places]
    pins = {case.films[0].code: order[at % len(order)]}
    least = fewest(case, before, pins)
    if least is None:
        with pytest.raises(Refused):
            again(case, TWENTY, before, pins)
        return
    after = again(case, TWENTY, before, pins)
    assert faults(case, TWENTY, after) == []
    assert after.places[case.films[0].code] == pins[case.films[0].code]
    assert len(moved(before, after)) == least


def test_a_film_that_was_heard_is_not_judged_again_when_another_one_moves() -> None:
    case = halls.case(3)
    before = dict(planned(case, TWENTY).places)
    broken = replace(case, conflicts=frozenset({("s001", "m1"), ("s001", "m2"), ("s001", "m3")}))
    pins = {"s001": before["s001"], "s002": Place(halls.FIRST, 900)}
    with pytest.raises(Refused):
        again(broken, TWENTY, before, pins)
    found = again(broken, TWENTY, before, pins, settled={"s001"})
    assert found.places["s001"] == before["s001"]
    assert moved(before, found) == ("s002",)


def test_no_film_is_moved_to_a_time_that_is_over() -> None:
    case = halls.case(3)
    order = [place for each in stretches(case.days, TWENTY) for place in each.places]
    before = {"s001": order[2], "s002": order[3], "s003": order[4]}
    pins = {"s001": order[3]}
    found = again(case, TWENTY, before, pins, after=order[2])
    assert found.places["s001"] == order[3] and all(at > order[2] for at in found.places.values())
    with pytest.raises(Refused):
        again(case, TWENTY, before, {}, after=order[-2])
