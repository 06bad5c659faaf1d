"""With OR-Tools: that no better list exists, and that what a film was told it lacked is so. Else passed over."""

import copy
import importlib
from math import gcd
from typing import Any

from kinoqor.portal.record.verifier.lots import follows
from kinoqor.portal.record.verifier.sharing import Film, Shares, shares

CHUNK = 20  # films that are put in their order at once


def solver() -> Any:
    """The solver, None where it is not installed."""
    try:
        return importlib.import_module("ortools.sat.python.cp_model")
    except ImportError:
        return None


def best_list(cp: Any, of: Shares, seconds: float = 600.0) -> list[str] | None:
    """The best list of a case; None where no list keeps the limits. Raises TimeoutError where none is proved in time."""
    model = cp.CpModel()
    taken = [model.new_bool_var("") for _film in of.films]
    unit = gcd(*(film.money for film in of.films if not film.out)) or 1
    for film, one in zip(of.films, taken, strict=True):
        if film.out or film.code in of.outside:
            model.add(one == 0)
        if film.code in of.inside:
            model.add(one == 1)
    for stream, envelope in of.envelopes.items():
        model.add(_total(of, taken, unit, lambda film, name=stream: film.stream == name) <= envelope // unit)
    _quotas(of, model, taken, unit)
    _companies(of, model, taken, unit)
    _justice(of, model, taken, unit)
    worths = [0 if film.out else film.worth for film in of.films]
    value = sum(each * one for each, one in zip(worths, taken, strict=True))
    found = _most(cp, model, value, taken, seconds)
    if found is None:
        return None
    model.add(value == sum(each * one for each, one in zip(worths, found, strict=True)))
    # Of equal lists the one with the better-placed film where two first differ.
    for at in range(0, len(taken), CHUNK):
        part = taken[at : at + CHUNK]
        first = sum((1 << (len(part) - place)) * one for place, one in enumerate(part))
        found = _most(cp, model, first, taken, seconds) or found
        for one, here in zip(part, found[at : at + CHUNK], strict=True):
            model.add(one == here)
    return [film.code for film, one in zip(of.films, found, strict=True) if one]


def _most(cp: Any, model: Any, goal: Any, taken: list[Any], seconds: float) -> list[int] | None:
    """Which films are in the list that has the most of something; None where there is no list."""
    model.maximize(goal)
    search = cp.CpSolver()
    search.parameters.max_time_in_seconds = seconds
    search.parameters.num_workers = 1
    state = search.solve(model)
    if state == cp.INFEASIBLE:
        return None
    if state != cp.OPTIMAL:
        raise TimeoutError
    return [int(search.value(one)) for one in taken]


def _total(of: Shares, taken: list[Any], unit: int, which: Any) -> Any:
    return sum(
        film.money // unit * one
        for film, one in zip(of.films, taken, strict=True)
        if which(film) and not film.out
    )


def _quotas(of: Shares, model: Any, taken: list[Any], unit: int) -> None:
    for bit, (_code, _attributes, counted, least, most, _clause, stream) in enumerate(of.quotas):
        rows = [
            (film, one, film.money // unit if counted == "money" else 1)
            for film, one in zip(of.films, taken, strict=True)
            if not film.out and stream in ("", film.stream)
        ]
        scale = 1 if counted == "films" else 100
        part = scale * sum(weight * one for film, one, weight in rows if film.signs >> bit & 1)
        whole = 1 if counted == "films" else sum(weight * one for _film, one, weight in rows)
        if least is not None:
            model.add(part >= least * whole)
        if most is not None:
            model.add(part <= most * whole)


def _companies(of: Shares, model: Any, taken: list[Any], unit: int) -> None:
    films, money = of.rules["company_films"], of.rules["company_money"]
    for company in sorted({film.company for film in of.films if film.company}):
        if films is not None:
            own = [one for film, one in zip(of.films, taken, strict=True) if film.company == company]
            model.add(sum(own) <= films)
        if money is not None:
            model.add(
                _total(of, taken, unit, lambda film, name=company: film.company == name) <= money // unit
            )


def _justice(of: Shares, model: Any, taken: list[Any], unit: int) -> None:
    """Who is placed before is in where the later one is, unless its company could not have it."""
    free = [film for film in of.films if not film.out and not film.free]
    for upper in free:
        for lower in free:
            if (
                lower.at > upper.at
                and lower.group[:2] == upper.group[:2]
                and of.over(upper.signs, lower.signs)
            ):
                excuses = _excuses(of, model, taken, unit, upper, lower)
                model.add_bool_or([~taken[lower.at], taken[upper.at], *excuses])


def _excuses(of: Shares, model: Any, taken: list[Any], unit: int, upper: Film, lower: Film) -> list[Any]:
    films, money = of.rules["company_films"], of.rules["company_money"]
    if not upper.company or (films is None and money is None):
        return []
    others = [
        film for film in of.films
        if film.company == upper.company and film.at not in (upper.at, lower.at) and not film.out
    ]  # fmt: skip
    found = []
    if films is not None and len(others) >= films:
        found.append(model.new_bool_var(""))
        model.add(sum(taken[film.at] for film in others) >= films).only_enforce_if(found[-1])
    if money is not None and sum(film.money for film in others) + upper.money > money:
        found.append(model.new_bool_var(""))
        given = sum(film.money // unit * taken[film.at] for film in others)
        model.add(given >= (money - upper.money) // unit + 1).only_enforce_if(found[-1])
    return found


def would_be_in(cp: Any, case: Any, seed: str, code: str, points: int | None, more: int) -> bool:
    """Whether a film were in with other points or a larger envelope of its stream: solved again, the lot's band aside."""
    other = copy.deepcopy(case)
    other["lots"] = "none" if case["lots"] == "band" else case["lots"]
    for row in other["files"]:
        if row[0] == code:
            row[3] = row[3] if points is None else points
            stream = row[2]
    for row in other["streams"]:
        row[1] += more if row[0] == stream else 0
    of = shares(other, seed)
    computed = best_list(cp, of)
    return computed is not None and code in {each[0] for each in follows(of, computed)["awards"]}
