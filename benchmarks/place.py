"""Where a benchmark is run: a process of its own on an empty database of its own, thrown away afterwards."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import psycopg

from benchmarks.table import Measure
from tools import postgres

DATABASES = ("sqlite", "postgresql")


@contextmanager
def place(database: str) -> Iterator[dict[str, str] | None]:
    """The environment of a worker whose data folder and database are its own; None where there is no PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="kinoqor-bench-") as folder:
        own = os.environ | {"KINOQOR_DATA": folder, "PYTHONUNBUFFERED": "1"}
        own.pop("DATABASE_URL", None)
        if database == "sqlite":
            yield own
            return
        with postgres.database() as found:
            if not found.url:
                print(f"PostgreSQL is left out: {found.why_not}", file=sys.stderr)
                yield None
                return
            name = f"kinoqor_bench_{os.getpid()}"
            tell(found.url, f"CREATE DATABASE {name}")
            try:
                yield own | {"DATABASE_URL": f"{found.url.rpartition('/')[0]}/{name}"}
            finally:
                tell(found.url, f"DROP DATABASE {name} WITH (FORCE)")


def tell(url: str, statement: str) -> None:
    """One statement to the server, outside a transaction."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.encode())


def work(
    bench: str, database: str, arguments: Sequence[str] = (), hear: Callable[[Measure], None] = lambda _: None
) -> list[Measure]:
    """Runs benchmarks.work.BENCH on an empty database and gives the measures that it prints, one object a line."""
    found: list[Measure] = []
    with place(database) as own:
        if own is None:
            return []
        command = [sys.executable, "-m", f"benchmarks.work.{bench}", *arguments]
        with subprocess.Popen(command, env=own, stdout=subprocess.PIPE, text=True) as worker:
            for line in worker.stdout or ():
                found.append(Measure(**json.loads(line)))
                hear(found[-1])
        if worker.returncode:
            raise SystemExit(f"The benchmark “{bench}” broke off on {database} (code {worker.returncode}).")
    return found
