"""What a draw is made of and what came of it, as documents that are published and can be read back.

Files and readers stand under codes, in the order of the codes: nobody gains by a name or by the hour of a filing. What a
language, a section or a house of one's own shuts stands as a fit of -1, so that no code says who somebody is.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from kinoqor.judging.assignment.rules.choice import may_read, numbers
from kinoqor.judging.assignment.words import SHUT, Case, File, Pair, Plan, Reader, Settings, Top
from kinoqor.kit.canonical import canonical
from kinoqor.kit.draw import seed_of

FORMAT = "kinoqor draw 2"
FORMATS = (
    "kinoqor draw 1",
    FORMAT,
)  # the older ones can still be read; 1 has no moment and no proof of the price
SEED = "kinoqor draw 1"  # for what the hash of a seed is made, in every format
DIGITS = 16  # of a code
MOMENT = "%Y-%m-%dT%H:%M:%SZ"
RULES = ("reads", "floor", "strong", "strong_from")


def code(salt: str, name: str) -> str:
    """The code of a file or a reader in what is published; without the salt nobody can tell whose it is."""
    return hashlib.sha256(f"{salt}|{name}".encode()).hexdigest()[:DIGITS]


def digest(text: str) -> str:
    """SHA-256 of a document as it is published."""
    return hashlib.sha256(text.encode()).hexdigest()


def ordered(case: Case) -> Case:
    """The same case in the order of its codes, with everything that shuts a pair said by its fit or a conflict."""
    files = sorted(range(len(case.files)), key=lambda at: case.files[at].code)
    readers = sorted(range(len(case.readers)), key=lambda at: case.readers[at].code)
    fit = []
    for at in files:
        row, file = numbers(case.fit[at]), case.files[at]
        fit.append([row[one] if may_read(case.readers[one], file) else SHUT for one in readers])
    return replace(
        case,
        files=[File(case.files[at].code, reads=case.files[at].reads) for at in files],
        readers=[replace(case.readers[at], languages=frozenset(), sections=frozenset()) for at in readers],
        fit=fit,
    )


def frozen(case: Case, settings: Settings, about: Mapping[str, Any], now: datetime) -> str:
    """The document of a case that was put in order (see `ordered`); `about`: which call, and where chance comes from.
    `now` is the moment of freezing; it stands in whole seconds of UTC, rounded down.
    """
    rules: dict[str, Any] = {name: getattr(settings, name) for name in RULES}
    rules |= {
        "houses": settings.houses,
        "cap": [settings.cap.numerator, settings.cap.denominator],
        "warned": [settings.warned.numerator, settings.warned.denominator],
    }
    said = {
        **about,
        "format": FORMAT,
        "frozen_at": now.astimezone(UTC).strftime(MOMENT),
        "rules": rules,
        "files": [[each.code, each.reads] for each in case.files],
        "readers": [[each.code, each.least, each.most, each.house] for each in case.readers],
        "fit": [list(row) for row in case.fit],
        "conflicts": sorted(list(pair) for pair in case.conflicts),
        "warned": sorted(list(pair) for pair in case.warned),
    }
    return canonical(said)


def moment_of(said: Mapping[str, Any]) -> datetime | None:
    """When the lists were frozen; None in a document of the first format. Raises like `case_of`."""
    if said["format"] == FORMATS[0]:
        return None
    return datetime.strptime(said["frozen_at"], MOMENT).replace(tzinfo=UTC)


def case_of(said: Mapping[str, Any]) -> tuple[Case, Settings]:
    """The case and the rules of a document. Raises KeyError, TypeError or ValueError for one that is no such document."""
    if said["format"] not in FORMATS:
        raise ValueError(str(said["format"]))
    rules = said["rules"]
    settings = Settings(
        **{name: int(rules[name]) for name in RULES},
        houses=bool(rules["houses"]),
        cap=Fraction(*rules["cap"]),
        warned=Fraction(*rules["warned"]),
    )
    case = Case(
        [File(name, reads=reads) for name, reads in said["files"]],
        [Reader(name, most, least, house) for name, least, most, house in said["readers"]],
        said["fit"],
        frozenset((file, reader) for file, reader in said["conflicts"]),
        frozenset((file, reader) for file, reader in said["warned"]),
    )
    return case, settings


def randomness(source: str, chance: str) -> bytes:
    """The 32 bytes that chance gave: of a round's signature in hex, or of announced numbers as RFC 3797 strings them."""
    told = bytes.fromhex(chance) if source == "drand" else chance.encode()
    return hashlib.sha256(told).digest()


def seed(text: str, chance: bytes) -> bytes:
    """The seed of a draw: of the frozen document as it is published, and of the 32 bytes that came after."""
    return seed_of(SEED, text.encode(), chance)


def result(plan: Plan, prices: Mapping[str, int], text: str, chance: str) -> str:
    """The document of what came of a draw of the frozen document `text`."""
    fits = {(pair.file, pair.reader) for pair in plan.pairs}
    said = {
        "format": FORMAT,
        "frozen": digest(text),
        "chance": chance,
        "seed": plan.seed.hex(),
        "of": plan.of,
        "chances": [[pair.file, pair.reader, pair.fit, pair.units] for pair in plan.chances],
        "pairs": sorted(list(pair) for pair in fits),
        "prices": dict(prices),
        "narrowed": plan.narrowed,
        "best": plan.best or 0,
        "counted": plan.drawn_until,
        "top": plan.top
        and {"pairs": [_triple(pair) for pair in plan.top.pairs], "prices": dict(plan.top.prices)},
    }
    return canonical(said)


def _triple(pair: Pair) -> list[Any]:
    return [pair.file, pair.reader, pair.fit]


def _top(said: Mapping[str, Any] | None) -> Top | None:
    if said is None:
        return None
    pairs = tuple(Pair(file, reader, int(fit)) for file, reader, fit in said["pairs"])
    return Top(pairs, {name: int(price) for name, price in said["prices"].items()})


def plan_of(said: Mapping[str, Any]) -> tuple[Plan, dict[str, int]]:
    """The plan of a result and the prices that prove it. Raises like `case_of`."""
    if said["format"] not in FORMATS:
        raise ValueError(str(said["format"]))
    chances = tuple(Pair(file, reader, int(fit), int(units)) for file, reader, fit, units in said["chances"])
    fits = {(pair.file, pair.reader): pair.fit for pair in chances}
    pairs = tuple(Pair(file, reader, fits[file, reader]) for file, reader in said["pairs"])
    seed_ = bytes.fromhex(said["seed"])
    plan = Plan(
        pairs, chances, int(said["of"]), seed_, bool(said["narrowed"]), int(said["best"]), said["counted"],
        _top(said.get("top")),
    )  # fmt: skip
    return plan, {name: int(price) for name, price in said["prices"].items()}
