"""Who reads in the place of somebody who fell out: drawn by counter from the seed of the draw.

The candidates come in an order of chance, and each is taken with the chance (Q - p) / (1 - p), where p was their chance
in the draw and Q is the cap of the pair. So nobody is likelier than Q to read a file, be it at first or as a stand-in
(notes on fair review, 1.4). Whoever is asked again gets the same answer: a draw is not repeated until it pleases.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinoqor.judging.assignment.words import SHUT, Case, Settings
from kinoqor.kit.draw import Numbers, seed_of, shuffled

PURPOSE = "kinoqor stand-in 1"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reader who may stand in: their chance in the draw, and the cap of this pair."""

    code: str
    chance: Fraction
    cap: Fraction


def stand_in(seed: bytes, file: str, turn: int, candidates: Sequence[Candidate]) -> str | None:
    """The code of the stand-in; `turn` counts the replacements of this file from 0. None where the draw takes nobody."""
    counted = Numbers(seed_of(PURPOSE, seed, file.encode(), str(turn).encode()))
    for each in shuffled(sorted(candidates, key=lambda one: one.code), counted.below):
        if each.chance >= each.cap or each.chance == 1:
            continue
        chance = (each.cap - each.chance) / (1 - each.chance)
        if counted.below(chance.denominator) < chance.numerator:
            return each.code
    return None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that lacks a reader: who reads it still (`mine`), who did and may not again (`gone`), how many files each
    reader has, and the chances of the draw by file and reader.
    """

    file: str
    mine: frozenset[str]
    gone: frozenset[str]
    loads: Mapping[str, int]
    chances: Mapping[tuple[str, str], Fraction]


def candidates(case: Case, settings: Settings, wanted: Wanted) -> list[Candidate]:
    """Who may read a file beside those who do: by conflict, fit, load and house; strong ones only while too few are."""
    places = {each.code: at for at, each in enumerate(case.files)}
    if wanted.file not in places:
        return []
    row = case.fit[places[wanted.file]]
    fits = {each.code: int(fit) for each, fit in zip(case.readers, row, strict=True)}
    shut = {reader for file, reader in case.conflicts if file == wanted.file}
    low = {reader for file, reader in case.warned if file == wanted.file}
    taken = {each.house for each in case.readers if each.code in wanted.mine and each.house}
    found = []
    for each in case.readers:
        full = wanted.loads.get(each.code, 0) >= each.most
        crowded = settings.houses and each.house in taken
        unfit = fits[each.code] < max(settings.floor, SHUT + 1)
        if each.code in wanted.mine | wanted.gone | shut or full or crowded or unfit:
            continue
        cap = min(settings.cap, settings.warned) if each.code in low else settings.cap
        found.append(Candidate(each.code, wanted.chances.get((wanted.file, each.code), Fraction(0)), cap))
    strong = sum(fits.get(each, SHUT) >= settings.strong_from for each in wanted.mine)
    if strong < settings.strong:
        found = [each for each in found if fits[each.code] >= settings.strong_from]
    return found
