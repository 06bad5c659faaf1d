"""How fast the public record grows, is laid down as tiles, proves its leaves and is checked whole.

./kino bench log [--json] [--leaves N] [--rows N] [--postgres]
"""

import argparse
import sys

from benchmarks.place import work
from benchmarks.table import Measure, machine, show


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench log", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--leaves", type=int, default=1_000_000, help="leaves of the log as files (1000000)")
    reader.add_argument("--rows", type=int, default=5_000, help="leaves written in the database (5000)")
    reader.add_argument("--postgres", action="store_true", help="on PostgreSQL too")
    options = reader.parse_args()

    def hear(measure: Measure) -> None:
        if options.json:
            print(measure.line(), flush=True)
        else:
            show([measure])

    if not options.json:
        print(machine())
    found: list[Measure] = []
    for database in ("sqlite", "postgresql") if options.postgres else ("sqlite",):
        leaves = options.leaves if database == "sqlite" else 0  # files know no database
        found += work("log", database, [str(leaves), str(options.rows)], hear)
    return int(any(each.holds is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
