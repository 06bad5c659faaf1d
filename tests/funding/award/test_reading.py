"""What a call says of its awards is read whole, or every fault of it is told."""

from typing import Any

import pytest

from kinoqor.funding.award import rules
from kinoqor.funding.award.words import Award, Lots, Measure, Quota
from kinoqor.kit.document import Part

NAME = {"kk": "Дебют", "ru": "Дебют", "en": "Debut"}


def award(**said: Any) -> tuple[Award, list[str]]:
    part = Part({"stage": "package", **said})
    return rules.award(part, {"package"}, {"director"}, "KZT"), part.faults


def quota(**said: Any) -> tuple[Quota, list[str]]:
    plain = {"code": "debut", "name": NAME, "only": {"answer": "stream", "one_of": ["debut"]}, "least": 2}
    part = Part(plain | said)
    return rules.quota(part, {"debut"}), part.faults


def test_what_is_left_out_takes_its_default() -> None:
    found, faults = award(purse={"company_films": 2}, pitching={"weight": 40})
    assert not faults
    assert found.purse and (found.purse.company_films, found.purse.lots, found.purse.rest) == (
        2,
        Lots.TIES,
        300,
    )
    assert found.pitching and (found.pitching.minutes, found.pitching.weight) == (15, 40)


def test_sums_are_read_in_whole_units_and_kept_in_minor_ones() -> None:
    found, _faults = award(purse={"least": 5, "most": 700})
    assert found.purse and (found.purse.least, found.purse.most) == (500, 70_000)


def test_parts_of_the_sum_stand_from_the_largest() -> None:
    found, faults = award(purse={"steps": ["70", "85"]})
    assert found.purse and found.purse.steps == (85, 70) and not faults


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"stage": "nowhere"}, "which there is not"),
        ({"pitching": {"criteria": ["luck"]}}, "which there is not"),
        ({"pitching": {"first": "18:00", "last": "10:00"}}, "do not follow"),
        ({"pitching": {"first": "ten"}}, "time of the day"),
        ({"purse": {"least": 9, "most": 1}}, "above the most"),
        ({"purse": {"steps": ["0"]}}, "from 1 to 99"),
        ({"voting": {"form": "secretly"}}, "must be one of"),
        ({"unheard": 1}, "not known here"),
    ],
)
def test_every_fault_is_told(said: dict[str, Any], told: str) -> None:
    _found, faults = award(**said)
    assert any(told in each for each in faults)


def test_a_quota_is_a_bound_on_films_of_some_kind() -> None:
    found, faults = quota()
    assert not faults and (found.answer, found.one_of, found.measure) == ("stream", ("debut",), Measure.FILMS)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"least": None}, "has a least or a most"),
        ({"least": 3, "most": 2}, "above the most"),
        ({"measure": "film_share", "least": 120}, "at most 100"),
        ({"stream": "unknown"}, "which there is not"),
        ({"only": {"answer": "stream"}}, "is missing"),
    ],
)
def test_a_quota_that_bounds_nothing_is_told(said: dict[str, Any], told: str) -> None:
    _found, faults = quota(**said)
    assert any(told in each for each in faults)
