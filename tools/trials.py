"""./kino test: the same tests on each database that is here; what is not here is said, not passed over."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass

from tools.environment import prepare
from tools.postgres import database
from tools.serving import household
from tools.steps import PYTHON, ROOT, Refusal, Steps, call

DATABASES = {"sqlite": ["SQLite"], "postgresql": ["PostgreSQL"], "both": ["SQLite", "PostgreSQL"]}
# Each worker takes whole files; in which order they are taken is said in tests/conftest.py.
SHARED = ("--dist", "loadscope", "--no-loadscope-reorder")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Outcome:
    where: str
    code: int | None  # of pytest; None where it did not run
    words: str


def chosen(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Splits the databases to test on from what belongs to pytest."""
    names, rest = DATABASES["both"], []
    for argument in arguments:
        if argument.startswith("--database="):
            value = argument.partition("=")[2]
            if value not in DATABASES:
                raise Refusal(f"--database takes {', '.join(DATABASES)}; “{value}” is none of them.")
            names = DATABASES[value]
        else:
            rest.append(argument)
    return names, rest


def test(arguments: Sequence[str]) -> int:
    """Sets up, runs pytest on each chosen database, closes with a line for each; 0 when all passed."""
    names, rest = chosen(arguments)
    os.environ["KINOQOR_DATA"] = os.environ.get("KINOQOR_DATA") or str(ROOT / "var" / "test")
    os.environ.pop("DATABASE_URL", None)
    steps = Steps()
    prepare(steps, "test")
    household(steps, only=["build_font", "compile_catalogues"])
    outcomes = [on_sqlite(rest) if name == "SQLite" else on_postgresql(rest) for name in names]
    print("\nWhat was tested:")
    for outcome in outcomes:
        print(f"  {outcome.where:<12} {outcome.words}")
    print(f"  {'Browser':<12} {browser(names)}", flush=True)
    return 1 if any(outcome.code for outcome in outcomes) else 0


def pytest(where: str, rest: Sequence[str], env: dict[str, str]) -> Outcome:
    """Runs pytest once; its own words are the caller's to read."""
    print(f"\n=== {where}", flush=True)
    code = call([PYTHON, "-m", "pytest", "-n", "2", *SHARED, *rest], env=env)
    return Outcome(where, code, "passed" if code == 0 else f"failed (pytest's code {code})")


def on_sqlite(rest: Sequence[str]) -> Outcome:
    return pytest("SQLite", rest, {})


def on_postgresql(rest: Sequence[str]) -> Outcome:
    """On the server that KINOQOR_TEST_POSTGRES names, on a cluster of our own, or shown as skipped."""
    with database() as found:
        if found.url:
            return pytest("PostgreSQL", rest, {"DATABASE_URL": found.url})
        return Outcome("PostgreSQL", None, f"skipped: {found.why_not}")


def browser(databases: Sequence[str]) -> str:
    """What became of the browser's tests; their house stands on SQLite, so they are asked there alone."""
    if "SQLite" not in databases:
        return "skipped: a browser is sent to a house on SQLite; ask with --database=sqlite"
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path:
        return f"tested with {path}"
    return "skipped: there is no Chromium here (Debian: sudo apt-get install chromium)"
