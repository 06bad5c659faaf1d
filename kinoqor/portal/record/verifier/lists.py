"""The frozen lists of a draw: who may read what, what each pair is worth, and whether a choice keeps the limits."""

import math
import struct
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256, shake_256
from typing import Any

NOISE = 16  # bits below a fit, by which the seed decides among equals


@dataclass(frozen=True)
class Lists:
    """What was frozen: files with how many readers each needs, readers with their loads and houses, fits, rules."""

    files: list[str]
    needed: list[int]
    readers: list[str]
    least: list[int]
    most: list[int]
    house: list[str]
    fit: list[list[int]]
    shut: frozenset[tuple[str, str]]
    warned: frozenset[tuple[str, str]]
    floor: int
    strong: int
    strong_from: int
    houses: bool
    cap: Fraction
    low: Fraction

    def units(self) -> tuple[int, int]:
        """(cap, of): into how many units a read is divided, and how many of them the cap is."""
        of = math.lcm(self.cap.denominator, self.low.denominator) if self.warned else self.cap.denominator
        return int(self.cap * of), of

    def caps(self, of: int) -> tuple[int, int]:
        """How many units any pair may have, and one under a warning."""
        return (int(self.cap * of), int(self.low * of)) if of > 1 else (1, 1)

    def weak(self, needed: int) -> int:
        """How many of the readers of a file may be weak."""
        return needed - min(self.strong, needed)


def lists_of(said: Any) -> Lists:
    """The lists of frozen.json. Raises what BROKEN names where it is no such document."""
    if said["format"] not in ("kinoqor draw 1", "kinoqor draw 2"):
        raise ValueError(said["format"])
    rules, files, readers = said["rules"], said["files"], said["readers"]
    cap, low = Fraction(*rules["cap"]), Fraction(*rules["warned"])
    strong = int(rules["strong"])
    found = Lists(
        [code for code, _reads in files],
        [int(rules["reads"]) if reads is None else int(reads) for _code, reads in files],
        [each[0] for each in readers], [each[1] for each in readers], [each[2] for each in readers],
        [each[3] for each in readers], said["fit"],
        frozenset((file, reader) for file, reader in said["conflicts"]),
        frozenset((file, reader) for file, reader in said["warned"]),
        int(rules["floor"]), strong, int(rules["strong_from"]) if strong else 0, bool(rules["houses"]), cap,
        min(cap, low),
    )  # fmt: skip
    if len(set(found.files)) < len(found.files) or len(set(found.readers)) < len(found.readers):
        raise ValueError("a code stands twice")
    if len(found.fit) != len(files) or any(len(row) != len(readers) for row in found.fit):
        raise ValueError("the table of fits has another size")
    return found


def seed_order(codes: list[str], seed: bytes) -> list[int]:
    """The places of codes in the order that the seed gives them."""
    return sorted(range(len(codes)), key=lambda at: sha256(seed + b"|" + codes[at].encode()).digest())


def open_to(of: Lists, seed: bytes, at: int, order: list[int], narrowed: bool) -> dict[int, int]:
    """What a file may choose from: readers by their places, each with its fit times 2^16 and the noise of the seed."""
    row, code = of.fit[at], of.files[at]
    raw = shake_256(seed + b"|" + code.encode()).digest(2 * len(order))
    grains = struct.unpack(f">{len(order)}H", raw)
    found = {
        place: (row[place] << NOISE) + grain
        for place, grain in zip(order, grains, strict=True)
        if row[place] >= max(of.floor, 0) and (code, of.readers[place]) not in of.shut
    }
    if not narrowed:
        return found
    strong = {of.house[each] for each in found if of.house[each] and row[each] >= of.strong_from}
    return {
        place: value
        for place, value in found.items()
        if row[place] >= of.strong_from or of.house[place] not in strong
    }


def crossing_houses(of: Lists, seed: bytes) -> bool:
    """Whether a house has strong and weak readers of one file where both matter."""
    order = seed_order(of.readers, seed)
    for at, needed in enumerate(of.needed):
        if not of.houses or of.weak(needed) >= needed:
            continue
        kinds: dict[str, set[bool]] = {}
        for place in open_to(of, seed, at, order, False):
            if of.house[place]:
                kinds.setdefault(of.house[place], set()).add(of.fit[at][place] >= of.strong_from)
        if any(len(each) > 1 for each in kinds.values()):
            return True
    return False


def by_file(of: Lists, rows: list[Any]) -> dict[str, dict[int, tuple[int, int]]]:
    """Rows of file, reader, fit, units by their file and the reader's place. ValueError for one that stands twice."""
    places = {code: at for at, code in enumerate(of.readers)}
    known, found = set(of.files), dict[str, dict[int, tuple[int, int]]]()
    for file, reader, fit, units in rows:
        mine = found.setdefault(file, {})
        if file not in known or reader not in places or places[reader] in mine:
            raise ValueError(f"{file}, {reader}")
        mine[places[reader]] = (int(fit), int(units))
    return found


def choice_fault(of: Lists, at: int, mine: dict[int, tuple[int, int]], may: dict[int, int], each: int) -> str:
    """What is wrong with the readers of one file, in units of a read (`each` of them); empty where all is right."""
    cap, low = of.caps(each)
    houses: dict[str, int] = {}
    weak = total = 0
    for place, (fit, units) in mine.items():
        most = low if (of.files[at], of.readers[place]) in of.warned else cap
        if place not in may or of.fit[at][place] != fit or not 0 < units <= most:
            return "File {file}: reader {reader} may not read it, or not with this fit or chance."
        houses[of.house[place]] = houses.get(of.house[place], 0) + units
        weak += 0 if fit >= of.strong_from else units
        total += units
    if total != of.needed[at] * each:
        return "File {file} has too many or too few readers."
    if of.houses and any(units > each for name, units in houses.items() if name):
        return "File {file} has two readers of one house."
    if weak > of.weak(of.needed[at]) * each:
        return "File {file} has too few strong readers."
    return ""


def loads_fault(of: Lists, rows: list[Any], each: int) -> str:
    """The first reader who has more or fewer files than agreed; empty where there is none."""
    counts: dict[str, int] = {}
    for _file, reader, _fit, units in rows:
        counts[reader] = counts.get(reader, 0) + units
    for reader, least, most in zip(of.readers, of.least, of.most, strict=True):
        if not least * each <= counts.get(reader, 0) <= most * each:
            return reader
    return ""
