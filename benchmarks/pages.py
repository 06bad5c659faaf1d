"""How fast the public pages are: ./kino bench pages [--json]. One worker, warm, over the country pack."""

import argparse
import sys

from benchmarks.place import work
from benchmarks.table import Measure, machine, show_by_case


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench pages", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    options = reader.parse_args()

    def hear(measure: Measure) -> None:
        if options.json:
            print(measure.line(), flush=True)

    found = work("pages", options.database, hear=hear)
    if not options.json:
        print(f"{machine()}; {options.database}")
        show_by_case(found)
    return int(any(each.holds is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
