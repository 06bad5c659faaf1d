"""Whether corrected scores rank better than raw ones, and whether their interval holds: ./kino bench calibrate [--json].

On invented rounds whose truth is known, with honest readers and with a corrupt one, and on the public marks that lie
beside the repository, where they are there.
"""

import argparse
import csv
import os
import sys
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from random import Random

import django
from django.conf import settings

from benchmarks.rounds import TERMS, WORLDS, World, attacked, errors, played
from benchmarks.table import Measure, machine, show
from kinoqor.judging.score.rules import influences, standing
from kinoqor.judging.score.rules.scores import pooled
from kinoqor.judging.score.rules.strictness import by_film, variance
from kinoqor.judging.score.words import Criterion, Mark, Read, Terms

BESIDE = Path("shared") / "data" / "thirdparty" / "scores" / "iclr2021-ratings.tsv"
DRAWN = 0.5  # the most that a pair may be likely under the drawn assignment


def simulated(rounds: int) -> Iterator[Measure]:
    """Errors of the raw and the corrected order, and the coverage, world by world."""
    cases = [(world, 5) for world in WORLDS] + [(WORLDS[0], 3), (WORLDS[0], 7)]
    for world, each in cases:
        found = errors(world, each, rounds, seed=1)
        case = f"{world.name}, {each} readers"
        gained = found["found corrected"] - found["found raw"]
        yield _share(f"{case}: best fifth found, raw", found["found raw"])
        yield _share(
            f"{case}: best fifth found, corrected", found["found corrected"], "not worse", gained > -0.01
        )
        yield Measure("calibrate", f"{case}: error of a place, raw", round(found["error raw"], 1), "places")
        yield Measure(
            "calibrate", f"{case}: error of a place, corrected", round(found["error corrected"], 1), "places"
        )
        close = 0.87 <= found["covered"] <= 0.93 if world.sections == 1 else None
        yield _share(f"{case}: truth within the 90 % interval", found["covered"], "87 to 93 %", close)
        yield _share(f"{case}: rounds that are corrected", found["rounds corrected"])


def corrupt(trials: int) -> Iterator[Measure]:
    """How often a friend's film is funded. Under the drawn assignment the corrupt reader gets it at most half of the
    time, under one that maximises fit every time that he declares himself fit for it.
    """
    for world in (WORLDS[0], WORLDS[3]):
        found = attacked(world, 5, trials, seed=2)
        for view in ("raw", "corrected"):
            honest, bent = found[f"honest {view}"], found[f"attacked {view}"]
            case = f"{world.name}, friend’s film funded, {view}"
            yield _share(f"{case}: honest", honest)
            yield _share(f"{case}: corrupt, sure to read it", bent)
            yield _share(f"{case}: corrupt, drawn", DRAWN * bent + (1 - DRAWN) * honest)


def public(root: Path) -> Iterator[Measure]:
    """Public marks without their readers: how far they are apart, and that nothing is corrected without knowing whose."""
    path = root.parent / BESIDE
    if not path.exists():
        print(f"Not measured: {BESIDE} does not lie beside the repository.", file=sys.stderr)
        return
    reads = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            given = [row[str(number)] for number in range(6) if row[str(number)]]
            reads += [
                Read(f"{row['paper_id']}-{n}", row["paper_id"], Fraction(each))
                for n, each in enumerate(given)
            ]
    films = [[each.mark for each in own] for own in by_film(reads).values()]
    inside = pooled([own for own in films if len(own) > 1])
    total = float(variance([each.mark for each in reads]))
    yield Measure("calibrate", "ICLR 2021: papers", len(films), "")
    yield Measure("calibrate", "ICLR 2021: variance within papers", round(inside, 2), "points²")
    yield _share("ICLR 2021: of all variance, between papers", 1 - inside / total)
    told = standing(reads, TERMS)
    yield Measure(
        "calibrate",
        "ICLR 2021: readers unknown, so nothing is corrected",
        1,
        "",
        "refused",
        not told.correction.verdict,
    )


def speed() -> Iterator[Measure]:
    """How long the law takes: a round of 400 films, and the list of 150 films without each of 30 readers."""
    game = played(World("speed", 1.278, 0.24, 1.268), 5, Random(3))
    yield _timed("400 films x 5 readers, scored", lambda: standing(game.reads, TERMS, game.section))
    few = [each for each in game.reads if int(each.film[1:]) < 150 and int(each.reader[1:]) < 30]
    terms = Terms((Criterion("script", Fraction(1), Fraction(10)),), places=30)
    marks = [Mark(each.reader, each.film, "script", each.mark) for each in few]
    yield _timed("150 films, the list without each of 30 readers", lambda: influences(marks, terms))


def _timed(case: str, work: Callable[[], object]) -> Measure:
    began = time.perf_counter()
    work()
    return Measure("calibrate", case, round(time.perf_counter() - began, 2), "s")


def _share(case: str, value: float, goal: str = "", holds: bool | None = None) -> Measure:
    return Measure("calibrate", case, round(100 * value, 1), "%", goal, holds)


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench calibrate", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--rounds", type=int, default=40, help="invented rounds of each kind")
    reader.add_argument("--trials", type=int, default=200, help="attacks of each kind")
    options = reader.parse_args()
    missed = False
    if not options.json:
        print(machine())
    parts = (simulated(options.rounds), corrupt(options.trials), public(settings.REPOSITORY), speed())
    for part in parts:
        for measure in part:
            missed = missed or measure.holds is False
            if options.json:
                print(measure.line(), flush=True)
            else:
                show([measure])
    return int(missed)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinoqor.settings")
    django.setup()
    sys.exit(main())
