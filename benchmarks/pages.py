"""How fast the pages are: ./kino bench pages [--json]. One worker, warm: those of the country pack, and those of a round.

The round has 2,000 invented files and 50 experts, five to a file, drawn, read and opened; --part takes one of the two.
"""

import argparse
import sys

from benchmarks.place import work
from benchmarks.table import Measure, machine, show_by_case

PARTS = {"pack": "pages", "round": "panel"}  # each with its worker


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench pages", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    reader.add_argument("--part", choices=PARTS, action="append", help="the pack, or the round")
    options = reader.parse_args()

    def hear(measure: Measure) -> None:
        if options.json:
            print(measure.line(), flush=True)

    found: list[Measure] = []
    for part in options.part or PARTS:
        found += work(PARTS[part], options.database, hear=hear)
    if not options.json:
        print(f"{machine()}; {options.database}")
        show_by_case(found)
    return int(any(each.holds is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
