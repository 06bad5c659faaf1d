"""The pages of a large round: 2,000 files, 50 experts, five readings each. Time, queries and bytes, warm, in one process.

What is measured: the desk's view of the readings before the opening and after it, the draw with its files and readers,
the scores, and an expert's own list. A page that does not stand yet is named and left out.
"""

import sys
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks.crowd import round as judged
from benchmarks.table import Measure, percentile
from benchmarks.work.access import browser, person, timed
from kinoqor.accounts.role.words import Role

FILES, EXPERTS, READERS, ROUNDS = 2000, 50, 5, 15


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its aims: milliseconds of its slowest twentieth, KiB; 0 for none."""

    name: str
    place: str
    slow: int = 0
    size: int = 0


def say(case: str, value: float, unit: str, aim: int) -> None:
    goal, holds = (f"< {aim}", value < aim) if aim else ("", None)
    print(Measure("pages", case, value, unit, goal, holds).line(), flush=True)


def measure(client: Client, page: Page) -> None:
    """Asks it warm, and prints its measures."""
    first = client.get(page.place, follow=True)
    if first.status_code != 200:
        print(f"{page.name}: {page.place} answers {first.status_code} and is left out.", file=sys.stderr)
        return
    place = first.redirect_chain[-1][0] if first.redirect_chain else page.place
    with CaptureQueriesContext(connection) as captured:
        size = len(client.get(place).getvalue()) / 1024
        queries = len(captured)
    began = time.process_time()
    seconds = timed(lambda: client.get(place).getvalue(), ROUNDS)
    own = 1000 * (time.process_time() - began) / ROUNDS
    say(page.name, percentile(seconds, 0.5), "p50 ms", 0)
    say(page.name, percentile(seconds, 0.95), "p95 ms", page.slow)
    say(
        page.name, round(own, 1), "own ms", 0
    )  # of the processor, on the average: what a loaded machine does not change
    say(page.name, queries, "queries", 0)
    say(page.name, round(size, 1), "KB", page.size)


def analyse() -> None:
    """Let PostgreSQL count what has just come in bulk, as it does by itself within minutes; SQLite never does."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def main() -> None:
    built = (["build_font"], ["compile_catalogues"], ["collectstatic", "--no-input"])
    for command in () if settings.DEBUG else built:
        call_command(*command, stdout=sys.stderr)
    now, officer = timezone.now().replace(microsecond=0), person(Role.OFFICER)
    stage = judged.made(FILES, EXPERTS, READERS, officer, now)
    judged.review(stage, 0.8)
    analyse()
    desk, expert = browser(officer), browser(stage.members[0].seat.user)
    where = f"/en/desk/rounds/{judged.CALL}/{judged.STAGE}"
    many = f"{FILES:,} files x {READERS} readers"
    draw = f"/en/desk/draws/{stage.draw.pk}/"
    measure(desk, Page(f"round, {many}", f"{where}/"))
    measure(desk, Page(f"reviews, {many}", f"{where}/reviews/", 250))
    measure(desk, Page(f"draw, {FILES:,} x {EXPERTS}", draw, 400, 300))
    measure(expert, Page(f"list of an expert of {EXPERTS}", "/en/reading/"))
    judged.review(stage, 1)
    judged.opened(stage)
    analyse()
    measure(desk, Page(f"reviews, opened, {many}", f"{where}/reviews/", 250))
    measure(desk, Page(f"scores, {many}", f"{where}/scores/"))


if __name__ == "__main__":
    main()
