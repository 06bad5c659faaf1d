"""Whether planted twins are found among invented applications, how fast: ./kino bench likeness [--json] [--database]."""

import argparse
import sys

from benchmarks.place import work
from benchmarks.table import Measure, machine, show


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench likeness", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    reader.add_argument("--many", type=int, default=2000, help="applications beside the twins")
    options = reader.parse_args()

    def hear(measure: Measure) -> None:
        if options.json:
            print(measure.line(), flush=True)

    found = work("likeness", options.database, [str(options.many)], hear=hear)
    if not options.json:
        print(f"{machine()}; {options.database}")
        show(found)
    return int(any(each.holds is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
