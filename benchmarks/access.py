"""What the door costs a request, by role, alone and beside the whole page: ./kino bench access [--json] [--database]."""

import argparse
import sys

from benchmarks.place import work
from benchmarks.table import Measure, machine, show, show_by_case

LISTS = "more queries"  # the unit of lists, which have no time of their own


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench access", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    options = reader.parse_args()

    def hear(measure: Measure) -> None:
        if options.json:
            print(measure.line(), flush=True)

    found = work("access", options.database, hear=hear)
    if not options.json:
        print(f"{machine()}; {options.database}")
        show_by_case([each for each in found if each.unit != LISTS])
        show([each for each in found if each.unit == LISTS])
    return int(any(each.holds is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
