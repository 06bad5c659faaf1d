"""Invented rounds with a known truth, for `benchmarks.calibrate`: what films are worth, who is strict, who is corrupt."""

from collections import defaultdict
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from kinoqor.judging.score.rules import standing
from kinoqor.judging.score.words import Read, Standing, Terms

FILMS, READERS, SHARE = 400, 40, 0.2
TERMS = Terms((), places=int(FILMS * SHARE), level=Fraction(9, 10))


@dataclass(frozen=True, slots=True)
class World:
    """How films, strictness and the rest vary (as variances of marks of 1 to 10), and in how many closed sections."""

    name: str
    film: float
    strict: float
    rest: float
    sections: int = 1
    crossing: float = 0.0  # share of the reads that are drawn from all readers
    apart: float = 0.0  # variance between sections in what their films are worth


WORLDS = (
    World("as NeurIPS 2014", 1.278, 0.24, 1.268),
    World("stricter readers", 1.278, 0.6, 1.268),
    World("nobody stricter", 1.278, 0.0, 1.268),
    World("8 closed sections", 1.278, 0.6, 1.268, 8, 0.0, 0.3),
    World("8 sections, 1 in 4 across", 1.278, 0.6, 1.268, 8, 0.25, 0.3),
)


@dataclass(frozen=True, slots=True)
class Round:
    """One invented round: the reads, what each film is worth, and its section."""

    reads: list[Read]
    worth: dict[str, float]
    section: dict[str, str]


def played(world: World, each: int, rng: Random) -> Round:
    """A round in which every film has `each` readers and every reader about as many films."""
    better = [rng.gauss(0, world.apart**0.5) for _number in range(world.sections)]
    strict = [rng.gauss(0, world.strict**0.5) for _number in range(READERS)]
    load, reads, worth, section = [0] * READERS, [], {}, {}
    for number in range(FILMS):
        film, own = f"f{number:03}", number % world.sections
        section[film] = f"s{own}"
        worth[film] = rng.gauss(5.5 + better[own], world.film**0.5)
        for reader in _chosen(world, own, each, load, rng):
            given = round(worth[film] + strict[reader] + rng.gauss(0, world.rest**0.5))
            reads.append(Read(f"r{reader:02}", film, Fraction(min(10, max(1, given)))))
    middle = sum(strict) / READERS
    return Round(reads, {film: value + middle for film, value in worth.items()}, section)


def _chosen(world: World, own: int, each: int, load: list[int], rng: Random) -> list[int]:
    chosen: list[int] = []
    while len(chosen) < each:
        anyone = world.sections == 1 or rng.random() < world.crossing
        pool = [
            who for who in range(READERS) if who not in chosen and (anyone or who % world.sections == own)
        ]
        reader = min(pool, key=lambda who: (load[who], rng.random()))
        load[reader] += 1
        chosen.append(reader)
    return chosen


def best(values: dict[str, float], rng: Random) -> set[str]:
    """The best films by a value, ties by chance."""
    return set(sorted(values, key=lambda film: (-values[film], rng.random()))[: TERMS.places])


def ranks(values: dict[str, float], rng: Random) -> dict[str, int]:
    """The place of each film by a value, ties by chance."""
    order = sorted(values, key=lambda film: (-values[film], rng.random()))
    return {film: place for place, film in enumerate(order)}


def errors(world: World, each: int, rounds: int, seed: int) -> dict[str, float]:
    """Over so many rounds: the share of the true best found and the mean error of a place, raw and corrected; how often
    the interval of 90 % held the truth; in which share of rounds the rule corrected at all.
    """
    rng = Random(seed)
    found: dict[str, float] = defaultdict(float)
    for _round in range(rounds):
        game = played(world, each, rng)
        told = standing(game.reads, TERMS, game.section)
        true, truth = best(game.worth, rng), ranks(game.worth, rng)
        views = {
            "raw": {film: float(score.raw) for film, score in told.scores.items()},
            "corrected": {film: float(score.score) for film, score in told.scores.items()},
        }
        for name, values in views.items():
            found[f"found {name}"] += len(true & best(values, rng)) / len(true) / rounds
            places = ranks(values, rng)
            found[f"error {name}"] += sum(abs(places[film] - truth[film]) for film in truth) / FILMS / rounds
        held = sum(score.low <= game.worth[film] <= score.high for film, score in told.scores.items())
        found["covered"] += held / FILMS / rounds
        found["rounds corrected"] += bool(told.correction.verdict) / rounds
    return dict(found)


def attacked(world: World, each: int, trials: int, seed: int) -> dict[str, float]:
    """How often a friend's film (by its worth 5 to 30 per cent of the list below the line) is funded: honestly,
    and when one of its readers gives it a 10 and every rival near the line that he reads a 1.
    """
    rng = Random(seed)
    found: dict[str, float] = defaultdict(float)
    for _trial in range(trials):
        game = played(world, each, rng)
        order = sorted(game.worth, key=lambda film: -game.worth[film])
        line = TERMS.places or 0
        friend = order[rng.randrange(line + FILMS // 20, line + FILMS * 3 // 10)]
        rivals = set(order[line - FILMS // 10 : line + FILMS // 10]) - {friend}
        corrupt = rng.choice([read.reader for read in game.reads if read.film == friend])
        bent = [_bent(read, corrupt, friend, rivals) for read in game.reads]
        for name, reads in (("honest", game.reads), ("attacked", bent)):
            told = standing(reads, TERMS, game.section)
            for view, value in _funded(told, friend, rng).items():
                found[f"{name} {view}"] += value / trials
    return dict(found)


def _bent(read: Read, corrupt: str, friend: str, rivals: set[str]) -> Read:
    if read.reader != corrupt or read.film not in rivals | {friend}:
        return read
    return replace(read, mark=Fraction(10 if read.film == friend else 1))


def _funded(told: Standing, film: str, rng: Random) -> dict[str, bool]:
    raw = {name: float(score.raw) for name, score in told.scores.items()}
    right = {name: float(score.score) for name, score in told.scores.items()}
    return {"raw": film in best(raw, rng), "corrected": film in best(right, rng)}
