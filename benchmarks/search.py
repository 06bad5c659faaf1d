"""How well and how fast the search answers: on the country pack, and on a million titles on both databases.

    ./kino bench search [--json] [--titles 1000000] [--only pack|sqlite|postgresql]

Each database is made anew in a folder or cluster of its own and thrown away.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import Pool
from pathlib import Path

from tools import postgres

QUERIES = Path(__file__).parent / "data" / "search_queries.csv"
PACK_GOAL, MILLION_GOAL = 50.0, 150.0


def share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1)


def line(case: str, value: float, unit: str, goal: str = "", holds: bool | None = None) -> None:
    """One measured value, for the parent process."""
    found = {"bench": "search", "case": case, "value": value, "unit": unit, "goal": goal, "holds": holds}
    print(json.dumps(found, ensure_ascii=False), flush=True)


def percentiles(case: str, seconds: list[float], goal: float) -> None:
    ordered = sorted(1000 * each for each in seconds)
    median, slow = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    line(f"{case}, p50", round(median, 2), "ms")
    line(f"{case}, p95", round(slow, 2), "ms", f"< {goal:g}", slow < goal)


def ready() -> None:
    """Django on an empty database of this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinoqor.settings")
    django = __import__("django")
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0)


def pack() -> None:
    """The query set over the pack: which place the right record has, and how long it takes with its cards."""
    ready()
    from django.core.management import call_command  # noqa: PLC0415

    from kinoqor.kit.table import read_csv  # noqa: PLC0415
    from kinoqor.portal.search.queries import find, with_cards  # noqa: PLC0415

    call_command("intake", stdout=sys.stderr)
    asked = list(read_csv(QUERIES, ["query", "expected", "kind"]))
    times, first, three = [], 0, 0
    for row in [*asked[:20], *asked]:
        begun = time.perf_counter()
        shown = [result.card.ref for result in with_cards(find(row["query"])[1][:20])]
        times.append(time.perf_counter() - begun)
        if len(times) > 20:
            first += shown[:1] == [row["expected"]]
            three += row["expected"] in shown[:3]
            if shown[:1] != [row["expected"]]:
                print(f"not first: {row['query']} -> {shown[:3]}, wanted {row['expected']}", file=sys.stderr)
    line("pack: real spellings asked", len(asked), "queries", ">= 200", len(asked) >= 200)
    line("pack: right record first", share(first, len(asked)), "%", ">= 95", first >= 0.95 * len(asked))
    line(
        "pack: right record in the first three",
        share(three, len(asked)),
        "%",
        ">= 99",
        three >= 0.99 * len(asked),
    )
    percentiles("pack", times[20:], PACK_GOAL)


def _spelled(piece: list[tuple[int, str, str]]) -> list[tuple[object, ...]]:
    from benchmarks.titles import rows  # noqa: PLC0415

    return [row for each in piece for row in rows(*each)]


def _all_rows(count: int) -> Iterator[tuple[object, ...]]:
    from benchmarks.titles import titles  # noqa: PLC0415
    from kinoqor.kit.batch import batched  # noqa: PLC0415

    numbered = ((number, *both) for number, both in enumerate(titles(count), 1))
    with Pool(2) as workers:
        for rows in workers.imap(_spelled, batched(numbered, 5000)):
            yield from rows


def fill(count: int) -> int:
    """Put the made-up titles into the index of this process's database; give how many spellings they have."""
    from django.db import connection, transaction  # noqa: PLC0415

    from kinoqor.kit import bulk  # noqa: PLC0415
    from kinoqor.kit.grams import counted_by  # noqa: PLC0415
    from kinoqor.portal.search.actions import COLUMNS  # noqa: PLC0415
    from kinoqor.portal.search.models import Gram, Spelling  # noqa: PLC0415
    from kinoqor.portal.search.queries import adapter  # noqa: PLC0415
    from kinoqor.register.subject.models import Subject  # noqa: PLC0415

    counted: Counter[str] = Counter()
    spellings = 0

    def rows() -> Iterator[tuple[object, ...]]:
        nonlocal spellings
        for row in _all_rows(count):
            counted.update(counted_by(str(row[4])))
            spellings += 1
            yield row

    with transaction.atomic():
        bulk.insert(
            Subject, ["ref", "kind", "pack"], ((f"f{n}", "work", "none") for n in range(1, count + 1))
        )
        bulk.insert(Spelling, COLUMNS, rows())
        bulk.insert(Gram, ["gram", "spellings"], counted.items())
        with connection.cursor() as cursor:
            adapter().tidy(cursor)
    return spellings


def million(name: str, count: int) -> None:
    """The same engine over `count` made-up titles."""
    ready()
    from benchmarks.titles import MANY, questions  # noqa: PLC0415
    from kinoqor.portal.search.queries import find  # noqa: PLC0415

    begun = time.perf_counter()
    spellings = fill(count)
    case = f"{count:,} titles on {name}"
    line(f"{case}: spellings", spellings, "rows")
    line(f"{case}: made and indexed", round(time.perf_counter() - begun), "s")
    asked = questions(800, count)
    random.Random(5).shuffle(asked)
    for _, query, _ in asked[:100]:
        find(query)
    times: dict[str, list[float]] = defaultdict(list)
    right: Counter[str] = Counter()
    for manner, query, meant in asked:
        begun = time.perf_counter()
        hits = find(query)[1]
        times[manner].append(time.perf_counter() - begun)
        right[manner] += any(hit.found.folded in meant for hit in hits[:20])
    for manner, seconds in sorted(times.items()):
        ordered = sorted(seconds)
        line(f"{case}, {manner}: p95", round(1000 * ordered[int(len(ordered) * 0.95)], 1), "ms")
        if manner not in MANY:
            line(f"{case}, {manner}: among the first twenty", share(right[manner], len(seconds)), "%")
    percentiles(case, [each for seconds in times.values() for each in seconds], MILLION_GOAL)


@contextmanager
def place(which: str) -> Iterator[dict[str, str] | None]:
    """The environment of a worker whose database is empty and its own; None where there is no PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="kinoqor-bench-") as folder:
        own = {**os.environ, "KINOQOR_DATA": folder}
        own.pop("DATABASE_URL", None)
        if which != "postgresql":
            yield own
            return
        with postgres.database() as found:
            if not found.url:
                print(f"PostgreSQL is left out: {found.why_not}", file=sys.stderr)
                yield None
                return
            name = f"kinoqor_bench_{os.getpid()}"
            _command(found.url, f"CREATE DATABASE {name}")
            try:
                yield {**own, "DATABASE_URL": found.url.rpartition("/")[0] + f"/{name}"}
            finally:
                _command(found.url, f"DROP DATABASE {name} WITH (FORCE)")


def _command(url: str, statement: str) -> None:
    psycopg = __import__("psycopg")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


def show(found: dict[str, object], as_json: bool) -> None:
    if as_json:
        print(json.dumps(found, ensure_ascii=False), flush=True)
        return
    held = {True: "holds", False: "MISSED", None: ""}[found["holds"]]  # type: ignore[index]
    print(
        f"{found['case']!s:<66} {found['value']!s:>10} {found['unit']!s:<8}{found['goal']!s:<8} {held}",
        flush=True,
    )


def measure(which: str, titles: int, show_one: Callable[[dict[str, object]], None]) -> bool:
    """Run one worker and show each of its lines; whether every goal was held."""
    good = True
    with place(which) as own:
        if own is None:
            return True
        command = [sys.executable, "-m", "benchmarks.search", "--worker", which, "--titles", str(titles)]
        with subprocess.Popen(command, env=own, stdout=subprocess.PIPE, text=True) as worker:
            for each in worker.stdout or ():
                found = json.loads(each)
                good = good and found["holds"] is not False
                show_one(found)
        return good and worker.returncode == 0


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench search", description=(__doc__ or "").split("\n")[0])
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--titles", type=int, default=1_000_000, help="how many made-up titles")
    reader.add_argument("--only", choices=["pack", "sqlite", "postgresql"], action="append")
    reader.add_argument("--worker", choices=["pack", "sqlite", "postgresql"], help=argparse.SUPPRESS)
    options = reader.parse_args()
    if options.worker:
        names = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
        pack() if options.worker == "pack" else million(names[options.worker], options.titles)
        return 0
    wanted = options.only or ["pack", "sqlite", "postgresql"]
    held = [measure(which, options.titles, lambda found: show(found, options.json)) for which in wanted]
    return int(not all(held))


if __name__ == "__main__":
    sys.exit(main())
