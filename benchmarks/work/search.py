"""The search over the pack: what stands first and how fast; and over made-up titles: how fast, and what it misses."""

import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction

from benchmarks.table import Measure, percentile
from benchmarks.titles import MANY, questions, rows, titles
from kinoqor.kit import bulk
from kinoqor.kit.batch import batched
from kinoqor.kit.grams import counted_by
from kinoqor.kit.table import read_csv
from kinoqor.register.spelling.actions import COLUMNS
from kinoqor.register.spelling.models import Gram, Spelling
from kinoqor.register.spelling.queries import adapter, find, with_cards
from kinoqor.register.spelling.rules import Row
from kinoqor.register.subject.models import Subject

QUERIES = Path(__file__).parents[1] / "data" / "search_queries.csv"
PACK_GOAL, MILLION_GOAL = 50, 150
LEAST_QUERIES, FIRST, THREE = 200, 95, 99


def say(case: str, value: float, unit: str, goal: str = "", holds: bool | None = None) -> None:
    print(Measure("search", case, value, unit, goal, holds).line(), flush=True)


def share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1)


def say_times(case: str, seconds: Sequence[float], goal: int) -> None:
    slow = percentile(seconds, 0.95)
    say(f"{case}, p50", percentile(seconds, 0.5), "ms")
    say(f"{case}, p95", slow, "ms", f"< {goal}", slow < goal)


def pack() -> None:
    """The query set over the pack: which place the right record has, and how long it takes with its cards."""
    call_command("intake", stdout=sys.stderr)
    asked = list(read_csv(QUERIES, ["query", "expected", "kind"]))
    for row in asked[:20]:
        find(row["query"])
    times, first, three = [], 0, 0
    for row in asked:
        begun = time.perf_counter()
        shown = [result.card.ref for result in with_cards(find(row["query"])[1][:20])]
        times.append(time.perf_counter() - begun)
        first += shown[:1] == [row["expected"]]
        three += row["expected"] in shown[:3]
        if shown[:1] != [row["expected"]]:
            print(f"not first: {row['query']}: {shown[:3]}, not {row['expected']}", file=sys.stderr)
    led, near = share(first, len(asked)), share(three, len(asked))
    say(
        "pack, real spellings asked",
        len(asked),
        "queries",
        f">= {LEAST_QUERIES}",
        len(asked) >= LEAST_QUERIES,
    )
    say("pack, right record first", led, "%", f">= {FIRST}", led >= FIRST)
    say("pack, right record among the first three", near, "%", f">= {THREE}", near >= THREE)
    say_times("pack", times, PACK_GOAL)


def spelled(piece: list[tuple[int, str, str]]) -> list[Row]:
    """The rows of a piece of the made-up films; done in a process beside this one."""
    return [row for each in piece for row in rows(*each)]


def all_rows(count: int, counted: Counter[str]) -> Iterator[Row]:
    numbered = ((number, *both) for number, both in enumerate(titles(count), 1))
    with Pool(2) as beside:
        for piece in beside.imap(spelled, batched(numbered, 5000)):
            for row in piece:
                counted.update(counted_by(row[4]))
                yield row


def fill(count: int) -> int:
    """Put `count` made-up films into the index; give how many spellings they have."""
    counted: Counter[str] = Counter()
    with transaction.atomic():
        bulk.insert(
            Subject, ["ref", "kind", "pack"], ((f"f{n}", "work", "none") for n in range(1, count + 1))
        )
        bulk.insert(Spelling, COLUMNS, all_rows(count, counted))
        bulk.insert(Gram, ["gram", "spellings"], counted.items())
        with connection.cursor() as cursor:
            adapter().tidy(cursor)
    return counted[""]


def made_up(database: str, count: int) -> None:
    """The same engine over `count` made-up titles, asked in eight manners."""
    begun = time.perf_counter()
    case = f"{database}, {count:,} titles"
    say(f"{case}, spellings", fill(count), "rows")
    say(f"{case}, made and indexed", round(time.perf_counter() - begun), "s")
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
        say(f"{case}, {manner}, p95", percentile(seconds, 0.95), "ms")
        if manner not in MANY:
            say(f"{case}, {manner}, found", share(right[manner], len(seconds)), "%")
    say_times(case, [each for seconds in times.values() for each in seconds], MILLION_GOAL)


if __name__ == "__main__":
    part, number = sys.argv[1], int(sys.argv[2])
    pack() if part == "pack" else made_up(part, number)
