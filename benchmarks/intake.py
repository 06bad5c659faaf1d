"""How fast claims come in: ./kino bench intake [--json] [--films N] [--postgres]. The way of every pack, in bulk."""

import argparse
import sys

from benchmarks.place import work
from benchmarks.table import Measure, machine, show

SIZES = (10_000, 1_000_000)


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench intake", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument(
        "--films", type=int, action="append", help="how many made-up films (10,000 and 1,000,000)"
    )
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
        for films in options.films or SIZES:
            found += work("intake", database, [str(films), database], hear)
    return int(any(each.holds is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
