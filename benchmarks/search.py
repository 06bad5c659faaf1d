"""How well and how fast the search answers: ./kino bench search [--json] [--titles 1000000] [--only pack].

On the country pack with a set of real spellings, and on a million made-up titles on both databases.
"""

import argparse
import sys

from benchmarks.place import DATABASES, work
from benchmarks.table import Measure, machine, show


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench search", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--titles", type=int, default=1_000_000, help="how many made-up titles")
    reader.add_argument("--only", choices=["pack", *DATABASES], help="one part of the three")
    options = reader.parse_args()
    missed = False

    def hear(measure: Measure) -> None:
        nonlocal missed
        missed = missed or measure.holds is False
        if options.json:
            print(measure.line(), flush=True)
        else:
            show([measure])

    if not options.json:
        print(machine())
    parts = [options.only] if options.only else ["pack", *DATABASES]
    for part in parts:
        database = "sqlite" if part == "pack" else part
        work("search", database, [part, str(options.titles)], hear)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
