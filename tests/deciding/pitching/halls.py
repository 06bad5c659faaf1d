"""Halls and films for the law of the pitching, all invented."""

from datetime import date, timedelta
from random import Random

from kinoqor.deciding.pitching.words import Case, Day, Film, Half, Member, Section

FIRST = date(2026, 6, 1)
TEN, ONE, TWO, SIX = 10 * 60, 13 * 60, 14 * 60, 18 * 60


def days(count: int = 1, begins: int = TEN, ends: int = SIX, lunch: bool = True) -> list[Day]:
    """Days that follow one another, with an hour at noon."""
    breaks = ((ONE, TWO),) if lunch else ()
    return [Day(FIRST + timedelta(days=number), begins, ends, breaks) for number in range(count)]


def films(count: int, section: str = "s", start: int = 1) -> list[Film]:
    """Films of a section, each of a company of its own."""
    return [
        Film(f"{section}{number:03}", section, f"company {section}{number}")
        for number in range(start, start + count)
    ]


def members(count: int = 5, prefix: str = "m") -> list[Member]:
    """Members who are always there."""
    return [Member(f"{prefix}{number}") for number in range(1, count + 1)]


def section(code: str = "s", quorum: int = 3, who: int = 5) -> Section:
    """A section of the first members."""
    return Section(code, quorum, tuple(f"m{number}" for number in range(1, who + 1)))


def case(count: int = 5, on: int = 1, **more: object) -> Case:
    """One section that hears so many films."""
    plain: dict[str, object] = {
        "days": days(on), "films": films(count), "sections": [section()], "members": members(),
    }  # fmt: skip
    return Case(**(plain | more))  # type: ignore[arg-type]


def any_case(seed: int, most: int = 6) -> Case:
    """A small case with absences and conflicts, by a number."""
    lots = Random(seed)
    hall = [
        Day(FIRST + timedelta(days=number), TEN, TEN + 20 * lots.randint(3, 7), ((TEN + 40, TEN + 60),))
        if lots.random() < 0.5
        else Day(FIRST + timedelta(days=number), ONE - 20 * lots.randint(0, 3), ONE + 20 * lots.randint(1, 4))
        for number in range(lots.randint(1, 3))
    ]
    sessions = [(day.day, half) for day in hall for half in Half]
    some = [
        Film(
            f"f{number}", lots.choice("ab"), lots.choice(["", "x", "y"]),
            frozenset(each for each in sessions if lots.random() < 0.25),
        )
        for number in range(lots.randint(1, most))
    ]  # fmt: skip
    who = [
        Member(f"m{number}", frozenset(each for each in sessions if lots.random() < 0.2))
        for number in range(4)
    ]
    sections = [Section("a", 2, ("m0", "m1", "m2")), Section("b", lots.randint(1, 2), ("m1", "m2", "m3"))]
    shut = frozenset((film.code, one.code) for film in some for one in who if lots.random() < 0.12)
    return Case(hall, some, sections, who, shut)
