"""Small invented cases of every shape, and the best list found by trying all."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from kinoqor.deciding.allocation.rules.justice import passed_over
from kinoqor.deciding.allocation.rules.limits import sums
from kinoqor.deciding.allocation.rules.table import Row, Table
from kinoqor.deciding.allocation.words import Case, File, Quota, Settings, Stream

MARKS = ("debut", "woman", "region")


def file(code: str, points: int, asked: int = 10, kind: str = "feature", **more: object) -> File:
    """A film of the one stream of `case`."""
    told: dict[str, object] = {"stream": "main", "low": points, "high": points} | more
    return File(code, kind, points=points, asked=asked, **told)  # type: ignore[arg-type]


def case(files: Sequence[File], envelope: int = 30, quotas: Sequence[Quota] = (), **more: object) -> Case:
    """A case of one stream, without pass mark and rest where nothing else is said."""
    told: dict[str, object] = {"rest": None} | more
    return Case(tuple(files), Settings((Stream("main", envelope),), tuple(quotas), **told))  # type: ignore[arg-type]


def quota(code: str, least: int | None = None, most: int | None = None, counted: str = "films") -> Quota:
    """A quota of the films that have the attribute of its name."""
    return Quota(code, frozenset({code}), counted, least, most, f"clause {code}")


@st.composite
def cases(draw: st.DrawFn, most: int = 8) -> Case:
    """A case of a few files: two streams and kinds, three attributes, companies, quotas of every manner, ties."""
    chance = Random(draw(st.integers(0, 10**9)))
    files = tuple(
        File(
            f"f{at}", chance.choice(("feature", "short")), chance.choice(("main", "main", "own")),
            100 * chance.randint(50, 60), chance.randint(2, 12), 5000,
            5600 + 50 * chance.randint(0, 8), chance.randint(0, 3),
            chance.choice(("", "A", "A", "B")), frozenset(mark for mark in MARKS if chance.random() < 0.3),
            chance.choice(((100,), (70, 100), (85, 100))),
        )
        for at in range(draw(st.integers(1, most)))
    )  # fmt: skip
    quotas = tuple(_quota(chance, mark) for mark in MARKS if chance.random() < 0.5)
    streams = tuple(
        Stream(code, chance.randint(8, 40), chance.choice((100, 100, 85)), (100, 85))
        for code in ("main", "own")
    )
    settings = Settings(
        streams, quotas, chance.choice((0, 3)), chance.choice((None, 11)), chance.choice((0, 5100)),
        chance.choice((None, 1, 2)), chance.choice((None, None, 20)), chance.choice((None, 300)),
        chance.choice(("none", "ties", "band")), chance.choice(("", "0123abcd")),
        chance.choice((None, 1, 3, 20)),
    )  # fmt: skip
    return Case(files, settings)


def _quota(chance: Random, mark: str) -> Quota:
    counted = chance.choice(("films", "share", "money"))
    top = 3 if counted == "films" else 60
    least, most = chance.choice(((1, None), (None, top), (1, top), (2, None)))
    if counted != "films" and least is not None:
        least *= 25
    return Quota(
        mark, frozenset({mark}), counted, least, most, f"clause {mark}", chance.choice(("", "", "main"))
    )


def lists(held: Table) -> Iterator[tuple[Row, ...]]:
    """Every list that keeps all limits and the justice rule."""
    open_ = [row for row in held.rows if not row.out and row.file.code not in held.case.outside]
    for count in range(len(open_) + 1):
        for rows in combinations(open_, count):
            codes = {row.file.code for row in rows}
            if held.case.inside <= codes and keeps(held, rows) and not any(passed_over(held, tuple(codes))):
                yield rows


def keeps(held: Table, rows: Sequence[Row]) -> bool:
    """Whether a list keeps every limit, counted here once more by itself."""
    settings = held.settings
    counted = sums(held, rows)
    if any(counted.left(stream.code) < 0 for stream in settings.streams) or counted.broken():
        return False
    for company in {row.file.company for row in rows} - {""}:
        own = [row for row in rows if row.file.company == company]
        if settings.company_films is not None and len(own) > settings.company_films:
            return False
        if settings.company_money is not None and sum(row.money for row in own) > settings.company_money:
            return False
    return True


def best_by_trying(held: Table) -> tuple[int, ...] | None:
    """The places of the best list, of its value the one with the better-placed film where two first differ; None where
    there is none. What a film is worth is counted here once more by itself.
    """
    unit = held.case.unit
    found = [
        (
            sum(int(Fraction(row.file.points * row.money, 100 * unit) + Fraction(1, 2)) for row in rows),
            [row in rows for row in held.rows],
            [row.at for row in rows],
        )
        for rows in lists(held)
    ]
    return tuple(max(found)[2]) if found else None
