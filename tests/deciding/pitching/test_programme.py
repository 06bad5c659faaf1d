"""The programme of a pitching: everybody heard by a quorum, sections and companies together, the same every time."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from kinoqor.deciding.pitching.rules.bench import bench
from kinoqor.deciding.pitching.rules.checking import faults, may_publish, pieces
from kinoqor.deciding.pitching.rules.fitting import fits
from kinoqor.deciding.pitching.rules.hall import half_of, may_be, places, stretches
from kinoqor.deciding.pitching.rules.planning import planned
from kinoqor.deciding.pitching.words import Case, Day, Half, Place, Programme, Settings, Short
from kinoqor.kit.verdict import Refused
from tests.deciding.pitching import halls

TWENTY = Settings()
numbers = st.integers(0, 100_000)


def fit_by_trying(case: Case, rule: Settings) -> bool:
    """Whether the films fit, by trying every order of the places."""
    seats = bench(case)
    order = [place for each in stretches(case.days, rule) for place in each.places]
    return any(
        all(
            seats.may(film, (place.day, half_of(place, rule)))
            for film, place in zip(case.films, chosen, strict=True)
        )
        for chosen in permutations(order, len(case.films))
    )


def test_a_day_with_a_break_has_its_places_before_and_after_it() -> None:
    found = places(Day(halls.FIRST, 600, 720, ((650, 670),)), TWENTY)
    assert [place.begins for place in found] == [600, 620, 670, 690]


def test_stretches_end_at_breaks_and_at_noon() -> None:
    day = Day(halls.FIRST, 12 * 60, 14 * 60, ((740, 750),))
    found = stretches([day], TWENTY)
    assert [(each.half, len(each.places)) for each in found] == [
        (Half.MORNING, 1),
        (Half.MORNING, 2),
        (Half.AFTERNOON, 2),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        [Day(halls.FIRST, 600, 600)],
        [Day(halls.FIRST, 600, 610)],
        [Day(halls.FIRST, 600, 700, ((590, 620),))],
        [Day(halls.FIRST, 600, 700, ((610, 650), (640, 660)))],
        [Day(halls.FIRST, 600, 700), Day(halls.FIRST, 800, 900)],
        [Day(halls.FIRST, 600, 700, ((650, 640),))],
    ],
)
def test_a_day_that_cannot_be_is_refused_with_a_sentence_and_a_way_out(wrong: list[Day]) -> None:
    verdict = may_be(wrong, TWENTY)
    assert not verdict and str(verdict.reason).endswith(".")
    with pytest.raises(Refused):
        planned(halls.case(days=wrong), TWENTY)


def test_sections_without_absences_stay_in_one_piece_each() -> None:
    names = ["animation", "documentary", "feature"]
    case = Case(
        halls.days(3),
        [film for name, count in zip(names, (11, 17, 26), strict=True) for film in halls.films(count, name)],
        [halls.section(name) for name in names],
        halls.members(),
    )
    found = planned(case, replace(TWENTY, most=20))
    assert found.proved
    assert pieces(found.slots) == dict.fromkeys(names, 1)
    assert faults(case, replace(TWENTY, most=20), found) == []


def test_films_of_a_company_come_on_one_day_and_beside_each_other() -> None:
    some = halls.films(28)
    some[0], some[27] = replace(some[0], company="two"), replace(some[27], company="two")
    found = planned(halls.case(films=some, days=halls.days(2)), replace(TWENTY, most=14))
    at = [slot.film for slot in found.slots]
    assert found.places["s001"].day == found.places["s028"].day
    assert abs(at.index("s001") - at.index("s028")) == 1


def test_the_hall_is_filled_from_its_beginning() -> None:
    found = planned(halls.case(5, 2), TWENTY)
    assert [slot.place.begins for slot in found.slots] == [600, 620, 640, 660, 680]
    assert {slot.place.day for slot in found.slots} == {halls.FIRST}


def test_each_slot_says_who_steps_out_and_who_is_away() -> None:
    away = [replace(one, away=frozenset({(halls.FIRST, Half.MORNING)})) for one in halls.members()[3:]]
    case = halls.case(2, members=[*halls.members(3), *away], conflicts=frozenset({("s001", "m4")}))
    first, second = planned(case, TWENTY).slots
    assert (first.hear, first.out, first.away) == (("m1", "m2", "m3"), ("m4",), ("m5",))
    assert (second.out, second.away) == ((), ("m4", "m5"))


def test_a_film_whose_quorum_conflicts_have_broken_is_refused_by_its_name_and_numbers() -> None:
    shut = frozenset({("s002", "m1"), ("s002", "m2"), ("s002", "m3")})
    with pytest.raises(Short) as refused:
        planned(halls.case(3, conflicts=shut), TWENTY)
    said = str(refused.value.verdict.reason)
    assert refused.value.shortage.films == ("s002",)
    assert "s002" in said and "3 have to step out" in said and "2 are left" in said and "quorum is 3" in said


def test_too_many_films_are_refused_with_the_smallest_changes_that_help() -> None:
    case = halls.case(24)
    with pytest.raises(Short) as refused:
        planned(case, TWENTY)
    changes = {each.what: each for each in refused.value.shortage.changes}
    assert "24 films" in str(refused.value.verdict.reason) and "21 places" in str(
        refused.value.verdict.reason
    )
    assert (changes["days"].to, changes["minutes"].to) == (1, 15)
    assert "1 more day" in str(refused.value.verdict.way) and "5 minutes less" in str(
        refused.value.verdict.way
    )


def test_a_day_that_may_take_more_is_said_where_the_rule_alone_stops_it() -> None:
    with pytest.raises(Short) as refused:
        planned(halls.case(12), replace(TWENTY, most=10))
    changes = {each.what: each.to for each in refused.value.shortage.changes}
    assert changes["most"] == 12


def test_an_applicant_who_never_comes_fits_nowhere_and_another_day_helps() -> None:
    never = frozenset({(halls.FIRST, half) for half in Half})
    case = halls.case(films=[replace(halls.films(1)[0], away=never)])
    with pytest.raises(Short) as refused:
        planned(case, TWENTY)
    assert "fits nowhere" in str(refused.value.verdict.reason)
    assert [each.what for each in refused.value.shortage.changes] == ["days"]


@given(numbers)
@effort(max_examples=60, deadline=None)
def test_a_programme_is_found_exactly_where_there_is_one_and_nothing_is_wrong_in_it(number: int) -> None:
    case = halls.any_case(number, most=4)
    rule = replace(TWENTY, most=5)
    if fits(case, rule):
        found = planned(case, rule)
        assert faults(case, rule, found) == []
        assert may_publish(case, rule, found, published=False) or not found.slots
    else:
        with pytest.raises(Short) as refused:
            planned(case, rule)
        assert str(refused.value.verdict.reason).strip() and refused.value.shortage.films
    assert fits(case, replace(rule, most=99)) == fit_by_trying(case, rule)


@given(numbers)
@effort(max_examples=40, deadline=None)
def test_every_change_that_is_named_helps(number: int) -> None:
    case, rule = halls.any_case(number, most=16), replace(TWENTY, most=4)
    if fits(case, rule):
        return
    with pytest.raises(Short) as refused:
        planned(case, rule)
    for change in refused.value.shortage.changes:
        if change.what == "minutes":
            planned(case, replace(rule, minutes=change.to))
        if change.what == "most":
            planned(case, replace(rule, most=change.to))
            assert not fits(case, replace(rule, most=change.to - 1))
        if change.what == "days" and len(refused.value.shortage.films) > 1:
            last = max(case.days, key=lambda day: day.day)
            new = [replace(last, day=last.day + timedelta(days=more + 1)) for more in range(change.to)]
            planned(replace(case, days=[*case.days, *new]), rule)
            assert not fits(replace(case, days=[*case.days, *new[:-1]]), rule)


@given(numbers)
@effort(max_examples=25, deadline=None)
def test_in_which_order_the_lists_come_changes_nothing(number: int) -> None:
    case, lots = halls.any_case(number), Random(number)
    if not fits(case, TWENTY):
        return
    other = replace(
        case,
        days=lots.sample([*case.days], len(case.days)),
        films=lots.sample([*case.films], len(case.films)),
        sections=lots.sample([*case.sections], len(case.sections)),
        members=lots.sample([*case.members], len(case.members)),
    )
    assert planned(case, TWENTY) == planned(other, TWENTY)


def best_pieces(case: Case, rule: Settings) -> int:
    """The fewest pieces of sections in any lawful order of the films, by trying them all."""
    seats = bench(case)
    order = [place for each in stretches(case.days, rule) for place in each.places]
    found = []
    for chosen in permutations(order, len(case.films)):
        pairs = list(zip(case.films, chosen, strict=True))
        if all(seats.may(film, (place.day, half_of(place, rule))) for film, place in pairs):
            slots = [seats.slot(film, place, half_of(place, rule)) for film, place in pairs]
            found.append(sum(pieces(slots).values()))
    return min(found)


@given(numbers)
@effort(max_examples=40, deadline=None)
def test_no_order_cuts_the_sections_into_fewer_pieces(number: int) -> None:
    case = halls.any_case(number, most=4)
    if fits(case, TWENTY):
        found = planned(case, TWENTY)
        assert found.proved
        assert sum(pieces(found.slots).values()) == best_pieces(case, TWENTY)


def test_a_programme_that_was_spoiled_is_not_published() -> None:
    case = halls.case(3)
    found = planned(case, TWENTY)
    first, second, third = found.slots
    spoiled = {
        "no time yet": Programme((first, second)),
        "Two films": Programme((first, second, replace(third, place=first.place))),
        "more than once": Programme((first, second, third, replace(first, place=Place(halls.FIRST, 660)))),
        "no pitching begins": Programme((first, second, replace(third, place=Place(halls.FIRST, 601)))),
        "has changed": Programme((first, second, replace(third, hear=("m1",)))),
        "not to be heard": Programme((first, second, third, replace(third, film="x", place=Place(halls.FIRST, 660)))),
    }  # fmt: skip
    for words, programme in spoiled.items():
        assert any(words in each for each in faults(case, TWENTY, programme)), words
        assert not may_publish(case, TWENTY, programme, published=False)
    assert may_publish(case, TWENTY, found, published=False)
    assert not may_publish(case, TWENTY, found, published=True)
    assert not may_publish(case, TWENTY, Programme(()), published=False)


@pytest.mark.parametrize("steps", [0.0, 1e-4])
def test_where_the_time_of_the_solver_is_over_there_is_a_lawful_programme_all_the_same(
    monkeypatch: pytest.MonkeyPatch, steps: float
) -> None:
    monkeypatch.setattr("kinoqor.deciding.pitching.rules.planning.STEPS", steps)
    names = ["animation", "documentary", "feature"]
    case = Case(
        halls.days(3),
        [film for name in names for film in halls.films(17, name)],
        [halls.section(name) for name in names],
        halls.members(),
    )
    found = planned(case, TWENTY)
    assert not found.proved
    assert faults(case, TWENTY, found) == []


def test_a_case_that_contradicts_itself_is_a_mistake_of_the_house() -> None:
    with pytest.raises(ValueError, match="twice"):
        planned(halls.case(films=halls.films(1) * 2), TWENTY)
    with pytest.raises(ValueError, match="no section"):
        planned(halls.case(films=halls.films(1, "other")), TWENTY)
    with pytest.raises(ValueError, match="nobody knows"):
        planned(halls.case(sections=[halls.section(who=9)]), TWENTY)
