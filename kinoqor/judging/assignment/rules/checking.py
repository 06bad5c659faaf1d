"""A draw checked from its two published documents alone: each step a sentence, no solver, no database.

The frozen document says what was fixed beforehand, the result what came of it. Whoever has both, and the public round,
finds the same seed, the same limits, the same proof and the same plan; where anything was altered, the step says so.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kinoqor.judging.assignment.rules.choice import share
from kinoqor.judging.assignment.rules.frozen import (
    FORMATS,
    case_of,
    digest,
    moment_of,
    plan_of,
    randomness,
    seed,
)
from kinoqor.judging.assignment.rules.pricing import prices as prices_of
from kinoqor.judging.assignment.rules.proof import check_proof
from kinoqor.judging.assignment.rules.rings import whole
from kinoqor.judging.assignment.rules.table import Found, Numbers, Table, crosses, narrow, table
from kinoqor.judging.assignment.words import Case, Pair, Plan, Settings
from kinoqor.kit.canonical import canonical
from kinoqor.kit.chain import QUICKNET, time_of
from kinoqor.kit.draw import Numbers as Counted
from kinoqor.kit.verdict import Verdict

FROZEN, RESULT = "frozen.json", "result.json"
BROKEN = (KeyError, TypeError, ValueError, IndexError, AttributeError, ZeroDivisionError, RecursionError)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was looked at: whether it is right, and a sentence about it."""

    right: bool
    words: str


def first_other(one: str, other: str) -> int | None:
    """The place of the first byte that differs, counted from 1; None where both are the same."""
    mine, theirs = one.encode(), other.encode()
    if mine == theirs:
        return None
    pairs = enumerate(zip(mine, theirs, strict=False), 1)
    return next((at for at, (a, b) in pairs if a != b), min(len(mine), len(theirs)) + 1)


def same(name: str, given: str, kept: str) -> Step:
    """Whether a document is byte for byte the one that the house keeps."""
    at = first_other(given, kept)
    if at is None:
        return Step(True, _("%(file)s is byte for byte the one that this house keeps.") % {"file": name})
    told = {"file": name, "byte": at}
    return Step(False, _("%(file)s was altered: its byte %(byte)s is another one than in this house.") % told)


def steps(frozen: str, result: str, verify: Callable[[int, str], Verdict]) -> Iterator[Step]:
    """Every step in its order, until one makes those after it idle. `verify` says whether a signature is a round's."""
    for name, text in ((FROZEN, frozen), (RESULT, result)):
        step = _readable(name, text)
        yield step
        if not step.right:
            return
    before, after = json.loads(frozen), json.loads(result)
    try:
        case, settings = case_of(before)
        plan, prices = plan_of(after)
        source = before["chance"]
        chance = str(after["chance"])
        right = digest(frozen) == after["frozen"]
        yield Step(right, _belongs(digest(frozen), str(after["frozen"]), right))
        yield from _moment(moment_of(before), source)
        yield _chance(source, chance, verify)
        sown = seed(frozen, randomness(str(source["source"]), chance))
        yield _sown(plan.seed == sown)
        yield from _reckoned(case, settings, plan, prices)
        yield _priced(case, settings, plan, FORMATS[0] == before["format"] == after["format"])
    except BROKEN as error:
        words = _("The documents contradict themselves here: %(error)s. One of them was altered.")
        yield Step(False, words % {"error": f"{type(error).__name__} {error}".strip()})


def _readable(name: str, text: str) -> Step:
    try:
        said = json.loads(text)
        whole_ = isinstance(said, dict) and canonical(said) == text
    except (ValueError, TypeError, RecursionError):
        whole_ = False
    told = {"file": name, "digest": digest(text)}
    if whole_:
        return Step(True, _("%(file)s is canonical JSON; its SHA-256 is %(digest)s.") % told)
    return Step(False, _("%(file)s is no canonical JSON: it was altered, or saved by a program.") % told)


def _belongs(found: str, said: str, right: bool) -> str:
    if right:
        return _("The result names this frozen document by its SHA-256.")
    told = {"said": said, "found": found}
    words = _(
        "frozen.json was altered, or is of another draw: the result names SHA-256 %(said)s, it has %(found)s."
    )
    return words % told


def _chance(source: Mapping[str, Any], chance: str, verify: Callable[[int, str], Verdict]) -> Step:
    if source["source"] != "drand":
        named = "; ".join(f"{_name(each['name'])} {each['day']}".strip() for each in source["announced"])
        words = _("The numbers are %(numbers)s. Compare them with what was announced: %(sources)s.")
        right = chance.count("/") == len(source["announced"]) > 0
        return Step(right, words % {"numbers": chance, "sources": named})
    told = {"round": source["round"]}
    held = verify(int(source["round"]), chance)
    if held:
        words = _("The signature is that of round %(round)s of drand quicknet, which was named beforehand.")
        return Step(True, words % told)
    return Step(False, _("The public number is not the named one: %(reason)s") % {"reason": held.reason})


def _moment(frozen: datetime | None, source: Mapping[str, Any]) -> Iterator[Step]:
    """Whether the lists were frozen before the number could be known; the first format does not say when."""
    if frozen is None:
        return
    told = {"moment": f"{frozen:%Y-%m-%d %H:%M:%S}"}
    if source["source"] != "drand":
        words = _(
            "The lists were frozen on %(moment)s UTC. Compare that with when the numbers were announced."
        )
        yield Step(True, words % told)
        return
    ahead = time_of(QUICKNET, int(source["round"])) - int(frozen.timestamp())
    if ahead > 0:
        words = _("The lists were frozen on %(moment)s UTC, %(minutes)s minutes before the named round.")
        yield Step(True, words % (told | {"minutes": ahead // 60}))
    else:
        words = _("The lists were frozen on %(moment)s UTC, when the named round could be known already.")
        yield Step(False, words % told)


def _priced(case: Case, settings: Settings, plan: Plan, first: bool) -> Step:
    """Whether the price of the draw is proved: nobody can do better without the cap than the plan that says so."""
    told = {
        "price": f"{float(plan.price) * 100:.2f}",
        "best": plan.best,
        "mean": f"{float(plan.expected):.1f}",
    }
    if plan.top is None:
        words = _(
            "The price of the draw, %(price)s per cent, is stated and not proved, as in the first format."
        )
        return Step(first, (words if first else _("The proof of the price of the draw is missing.")) % told)
    best = Plan(plan.top.pairs, plan.top.pairs, 1, plan.seed)
    if best.total != plan.best:
        words = _("The best plan without the cap has a fit of %(sum)s and not of %(best)s, as is stated.")
        return Step(False, words % (told | {"sum": best.total}))
    proof = check_proof(case, settings, best, plan.top.prices)
    if proof:
        words = _(
            "Without the cap no plan has more fit than %(best)s, as its own prices prove. "
            "The chances have %(mean)s on the average: the price of the draw is %(price)s per cent."
        )
        return Step(True, words % told)
    if proof.reached and not plan.top.prices and _no_prices(case, settings, best):
        words = _(
            "The price of the draw is %(price)s per cent or more: no prices prove the best plan without the cap, "
            "since a house has strong and weak readers of one file."
        )
        return Step(True, words % told)
    return Step(
        False, _("The price of the draw is not proved: %(reason)s") % {"reason": proof.verdict.reason}
    )


def _name(given: Any) -> str:
    """The name of a source: one text, or one in each language."""
    return (
        given
        if isinstance(given, str)
        else str(given.get(get_language() or "") or next(iter(given.values())))
    )


def _sown(right: bool) -> Step:
    if right:
        return Step(True, _("The seed is made of the frozen document and of the public number."))
    return Step(
        False,
        _("The seed is not made of these two: the frozen document, the number or the seed was altered."),
    )


def _reckoned(case: Case, settings: Settings, plan: Plan, prices: Mapping[str, int]) -> Iterator[Step]:
    proof = check_proof(case, settings, plan, prices)
    if proof:
        yield Step(
            True, _("Every limit is kept: readers of each file, loads, conflicts, houses, caps of chance.")
        )
        sums = {"sum": proof.reached}
        yield Step(
            True, _("The prices prove the chances the best under these rules: both sums are %(sum)s.") % sums
        )
    else:
        yield Step(False, _("Limits or proof do not hold: %(reason)s") % {"reason": proof.verdict.reason})
    pairs, counted = drawn_again(case, settings, plan)
    drawn = {(pair.file, pair.reader) for pair in plan.pairs}
    other = sorted(pairs ^ drawn)
    if other:
        file, reader = other[0]
        words = _("The draw gives other readings: file %(file)s and reader %(reader)s differ first.")
        yield Step(False, words % {"file": file, "reader": reader})
    else:
        told = {"readings": len(drawn), "counted": counted}
        words = _(
            "The draw repeated from the seed gives the same %(readings)s readings after %(counted)s numbers."
        )
        yield Step(counted == plan.drawn_until, words % told)


def _units(held: Table, case: Case, pairs: tuple[Pair, ...]) -> Numbers:
    """The units of a read of each row and column."""
    rows = {case.files[at].code: row for row, at in enumerate(held.files)}
    columns = {case.readers[at].code: column for column, at in enumerate(held.readers)}
    units = np.zeros(held.shape, dtype=np.int16)
    for pair in pairs:
        units[rows[pair.file], columns[pair.reader]] = pair.units
    return units


def _no_prices(case: Case, settings: Settings, plan: Plan) -> bool:
    """Whether a plan without the cap has no prices: only where a house has strong and weak readers of one file."""
    held = table(case, settings, plan.seed)
    if not crosses(held):
        return False
    return prices_of(held, held.open, _units(held, case, plan.pairs), held.value, 1, 1) is None


def drawn_again(case: Case, settings: Settings, plan: Plan) -> tuple[set[tuple[str, str]], int]:
    """The pairs that the draw takes from a plan's chances and seed, and how many numbers it has counted for it."""
    held = table(case, settings, plan.seed)
    if plan.narrowed:
        narrow(held)
    units = _units(held, case, plan.chances)
    cap, of = share(case, settings)
    if of != plan.of:
        raise ValueError(f"of {plan.of}")
    numbers = Counted(plan.seed)
    taken = whole(Found(held, units, of, None), cap, numbers.below)
    return {(pair.file, pair.reader) for pair in Found(held, taken, 1, None).pairs(case)}, numbers.at
