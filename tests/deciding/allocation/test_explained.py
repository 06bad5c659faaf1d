"""The example of `docs/explanation/allocation.md`, as the law works it out."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from kinoqor.deciding.allocation.rules.checking import check
from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.rules.would import would
from kinoqor.deciding.allocation.words import Case, File, Quota, Reason, Settings, Stream

PAGE = Path(__file__).parents[3] / "docs/explanation/allocation.md"
MILLION = 100 * 10**6
ROW = re.compile(r"^\| ([A-Z][^|]+) \| ([\d.]+) \| (\d+) \| (yes)? ?\| ([^|]+) \|$", re.MULTILINE)


def told() -> list[tuple[str, int, int, bool, str]]:
    """The rows of the example: film, points in hundredths, what it asks, whether it is a debut, what became of it."""
    found = ROW.findall(PAGE.read_text())
    return [
        (name, int(Decimal(points) * 100), int(asks) * MILLION, bool(debut), so)
        for name, points, asks, debut, so in found
    ]


def explained(debuts: int) -> Case:
    """The example, with so many debuts promised."""
    files = tuple(
        File(name, "feature", "art", points, asks, place=at, attributes=frozenset({"debut"} if debut else ()))
        for at, (name, points, asks, debut, _so) in enumerate(told())
    )
    quotas = (Quota("debuts", frozenset({"debut"}), least=debuts),) if debuts else ()
    return Case(files, Settings((Stream("art", 900 * MILLION),), quotas, passing=7000))


def test_each_film_of_the_example_is_in_or_out_for_the_reason_that_is_told() -> None:
    case = explained(2)
    found = allocate(case)
    so = dict.fromkeys(found.funded, "in") | {
        each.code: str(Reason(each.reason).label) for each in found.refusals
    }
    assert len(so) == 8
    assert so == {name: what for name, *_rest, what in told()}
    assert [(each.quotas, each.points, each.files, each.funded) for each in found.lines] == [
        ((), 8510, 5, 2),
        (("debuts",), 7480, 3, 2),
    ]
    assert check(case, found) == []


@pytest.mark.parametrize(
    ("debuts", "film", "points"),
    [(2, "Blue Felt", 8511), (2, "Apples", 8511), (2, "The Lamp", 7481), (0, "Apples", 7960)],
)
def test_the_points_that_the_example_names_are_the_fewest(debuts: int, film: str, points: int) -> None:
    case = explained(debuts)
    assert would(case, allocate(case), film).points == points


def test_without_the_quota_three_films_get_750_million() -> None:
    found = allocate(explained(0))
    assert found.funded == {"Ninth Well", "The Salt Road", "Long Distance"}
    assert found.money == 750 * MILLION
    assert [each.points for each in found.lines] == [8260]
