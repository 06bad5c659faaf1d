"""Readers to files, how fast and how well, each plan with its proof checked: ./kino bench assign [--json] [--small]."""

import argparse
import sys

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


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench assign", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--small", action="store_true", help="without the largest case")
    options = reader.parse_args()

    def hear(measure: Measure) -> None:
        if options.json:
            print(measure.line(), flush=True)
        else:
            show([measure])

    if not options.json:
        print(machine())
    names = [*SIZES, *SETS, "robust"]
    if options.small:
        names.remove("10000x1000x5")
    found: list[Measure] = []
    for name in names:
        if name in SETS and not (SHARED / SETS[name][0]).exists():
            print(f"{name} is left out: {SETS[name][0]} is not beside the house.", file=sys.stderr)
            continue
        for way in ("best", "drawn") if name != "robust" else ("best",):
            found += work("assign", "sqlite", [name, way], hear=hear)
    return int(any(each.holds is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
