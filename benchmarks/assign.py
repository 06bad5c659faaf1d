"""Readers to files, how fast and how well, each plan with its proof checked: ./kino bench assign [--json] [--small].

Beside the best plan of each case runs the field's open solver, openreview-matcher (its MinMaxSolver; MIT), on the same
fits, loads and shut pairs, for ten minutes a case at most. No registry of packages has it: let KINOQOR_BENCH_MATCHER name
a folder that holds its source (the one in which its own folder `matcher` lies). Without it the benchmark says that it
is left out. --only NAME, as often as wanted, takes some of the cases.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.place import work
from benchmarks.table import Measure, machine, show
from tools.steps import ROOT

SHARED = ROOT.parent / "shared" / "data" / "thirdparty" / "assignment"
SIZES = {"200x40x5": (200, 40, 5), "2000x200x5": (2000, 200, 5), "10000x1000x5": (10_000, 1000, 5)}
SETS = {  # the file, reads of a file, most and least files of a reader
    "MIDL 2018": ("midl-scores.npy", 3, 4, 0),
    "conference 1": ("preflib1.in", 3, 7, 0),
    "conference 2": ("preflib2.in", 3, 8, 0),
    "AAMAS 2015": ("aamas2015.in", 3, 11, 0),
}
PEER, FOLDER = "openreview-matcher", "KINOQOR_BENCH_MATCHER"
LIMIT = 600  # seconds that it has for a case
TIMES = 20  # as fast as it, at least


def has_peer() -> bool:
    """Whether it can be run; says why not."""
    folder = os.environ.get(FOLDER, "")
    if folder and (Path(folder) / "matcher" / "solvers" / "minmax_solver.py").exists():
        return True
    why = f"{folder} does not hold its source" if folder else f"{FOLDER} names no folder with its source"
    print(f"{PEER} is left out: {why}.", file=sys.stderr)
    return False


def beside(name: str, ours: Sequence[Measure], theirs: Sequence[Measure]) -> list[Measure]:
    """How our best plan stands to theirs: its fit, and the processor's time; ten minutes where they were not done."""
    own, other = ({each.unit: each.value for each in side} for side in (ours, theirs))
    found = []
    if "fit in all" in other:
        more = own["fit in all"] - other["fit in all"]
        found.append(Measure("assign", f"{name}, best beside {PEER}", more, "more fit", ">= 0", more >= 0))
    for told, unit in (("s of processor", "times as fast"), ("s, not done", "times as fast, or more")):
        if told in other:
            faster = round(other[told] / max(own["s of processor"], 0.001), 1)
            words = f"{name}, best beside {PEER}"
            found.append(Measure("assign", words, faster, unit, f">= {TIMES}", faster >= TIMES))
    return found


def main() -> int:
    names = [*SIZES, *SETS, "robust"]
    reader = argparse.ArgumentParser(prog="./kino bench assign", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--small", action="store_true", help="without the largest case")
    reader.add_argument("--only", action="append", choices=names, help="this case; may be said again")
    options = reader.parse_args()

    def hear(measure: Measure) -> None:
        if options.json:
            print(measure.line(), flush=True)
        else:
            show([measure])

    if not options.json:
        print(machine())
    peer, found = has_peer(), []
    for name in names:
        if name not in (options.only or names) or (options.small and name == "10000x1000x5"):
            continue
        if name in SETS and not (SHARED / SETS[name][0]).exists():
            print(f"{name} is left out: {SETS[name][0]} is not beside the house.", file=sys.stderr)
            continue
        if name == "robust":
            found += work("robust", "sqlite", [], hear)
            continue
        best = work("assign", "sqlite", [name, "best"], hear)
        found += best
        if peer:
            stands = beside(name, best, work("matcher", "sqlite", [name], hear))
            for each in stands:
                hear(each)
            found += stands
        found += work("assign", "sqlite", [name, "drawn"], hear)
    return int(any(each.holds is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
