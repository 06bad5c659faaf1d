"""How fast letters go, and what ten SIGKILLs of workers lose or double: ./kino bench jobs [--json] [--postgres]."""

import argparse
import sys

from benchmarks.place import work
from benchmarks.table import Measure, machine, show


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench jobs", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--letters", type=int, default=1000, help="how many letters a case has (1000)")
    reader.add_argument("--kills", type=int, default=10, help="how many workers are killed in a case (10)")
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
        found += work("jobs", database, [str(options.letters), str(options.kills), "timed"], hear)
    return int(any(each.holds is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
