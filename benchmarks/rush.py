"""The last hour before a deadline, over real HTTP, and again with the server killed: ./kino bench rush [--json].

Each applicant saves ten times, sends five papers and files; some try first what is refused. The server is the one of
`./kino start` with its worker for jobs beside it, and the crowd stands on this machine too. A first part measures, with
one worker of the server; a second one kills the server with SIGKILL while two of them work. After each part the database
and the kept bytes are counted against what each applicant was told.
SQLite keeps its log with synchronous=NORMAL: what was acknowledged outlives a killed process, and a power cut may take
the last moments from it. PostgreSQL is a cluster that lives as long as the benchmark and does not wait for its disk.
"""

import argparse
import sys

from benchmarks.place import work
from benchmarks.table import Measure, machine, show


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench rush", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="sqlite")
    reader.add_argument(
        "--applicants", type=int, default=2000, help="how many file in the measured part (2000)"
    )
    reader.add_argument(
        "--killed", type=int, default=None, help="how many file while it is killed (a quarter)"
    )
    reader.add_argument("--kills", type=int, default=10, help="how often the server is killed (10)")
    reader.add_argument("--hands", type=int, default=2, help="how many of them ask at the same moment (2)")
    options = reader.parse_args()
    killed = -(-options.applicants // 4) if options.killed is None else options.killed
    crowd = [str(each) for each in (options.applicants, killed, options.kills, options.hands)]

    def hear(measure: Measure) -> None:
        if options.json:
            print(measure.line(), flush=True)
        else:
            show([measure])

    if not options.json:
        print(machine())
    found: list[Measure] = []
    for database in ("sqlite", "postgresql") if options.database == "both" else (options.database,):
        found += work("rush", database, crowd, hear)
    return int(any(each.holds is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
