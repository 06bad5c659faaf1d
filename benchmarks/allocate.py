"""The list of a round, how fast it is proved, and what it would have taken: ./kino bench allocate [--json] [--small].

Invented rounds of 200, 2,000 and 10,000 files with six kinds, two streams and eight quotas, money in whole millions. Each
has a time limit (--seconds N, 600 where nothing is said); a list that is not proved in it is no list, and that is said.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from random import Random

import django
from django.conf import settings

from benchmarks.table import Measure, machine, show
from kinoqor.deciding.allocation.rules.checking import check
from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.rules.would import would
from kinoqor.deciding.allocation.words import Case, File, Quota, Result, Settings, Stream
from kinoqor.kit.verdict import Refused

SIZES, AIM, ASKED = (200, 2000, 10_000), 60, 1  # files; seconds for all answers; films that are asked about
MILLION = 100_000_000  # in minor units
KINDS = ("feature", "documentary", "short", "animation", "series", "essay")
SHARES = (
    ("debut", 0.2, 25),
    ("woman", 0.3, 35),
    ("language", 0.12, 20),
    ("region", 0.2, 20),
)  # how many are, least


def invented(count: int) -> Case:
    """A round whose money is 15 % of what is asked for."""
    chance = Random(1)
    files = tuple(_file(chance, at, count) for at in range(count))
    asked = {code: sum(file.asked for file in files if file.stream == code) for code in ("main", "own")}
    streams = tuple(Stream(code, whole * 15 // 100) for code, whole in asked.items())
    quotas = [Quota(code, frozenset({code}), "share", least) for code, _often, least in SHARES]
    quotas += [
        Quota("documentary", frozenset({"documentary"}), "share", 15, 30),
        Quota("animation", frozenset({"animation"}), "share", None, 20),
        Quota("children", frozenset({"children"}), "films", count // 50),
        Quota("feature", frozenset({"feature"}), "money", None, 40),
    ]
    return Case(files, Settings(streams, tuple(quotas), passing=4000, company_films=2))


def _file(chance: Random, at: int, count: int) -> File:
    kind = chance.choice(KINDS)
    asked = max(20, int(chance.lognormvariate(6 if kind == "feature" else 5.5, 0.6))) * MILLION
    marks = {kind} | {code for code, often, _least in SHARES if chance.random() < often}
    if chance.random() < 0.15:
        marks.add("children")
    points = min(10_000, max(0, int(chance.gauss(6500, 1100))))
    stream, company = ("main" if chance.random() < 0.7 else "own"), f"c{chance.randrange(count // 2)}"
    return File(
        f"f{at:05d}", kind, stream, points, asked, points - 150, points + 150, 0, company, frozenset(marks)
    )


def measured(count: int, seconds: int) -> Iterator[Measure]:
    """Time to the proved list, to its check, and to what it would have taken for a few films."""
    case = invented(count)
    case = Case(
        case.files,
        Settings(case.settings.streams, case.settings.quotas, passing=4000, company_films=2, seconds=seconds),
    )
    name = f"{count:,} files, 8 quotas"
    began, cpu = time.perf_counter(), time.process_time()
    try:
        found = allocate(case)
    except Refused:
        yield Measure(
            "allocate", name, round(time.perf_counter() - began, 1), "s, not proved", "proved", False
        )
        return
    yield Measure("allocate", name, round(time.perf_counter() - began, 1), "s to the proved list")
    yield Measure("allocate", name, round(time.process_time() - cpu, 1), "s of processor")
    yield Measure("allocate", name, len(found.awards), "films")
    began = time.perf_counter()
    faults = len(check(case, found))
    yield Measure("allocate", name, round(time.perf_counter() - began, 2), "s to check")
    yield Measure("allocate", name, faults, "faults", "0", faults == 0)
    yield from answers(name, case, found)


def answers(name: str, case: Case, found: Result) -> Iterator[Measure]:
    """What it would have taken, for a few films spread over the refused; and for all, reckoned from them."""
    refused = [each.code for each in found.refusals if each.reason not in ("pass", "sum")]
    some = refused[:: max(1, len(refused) // ASKED)][:ASKED]
    began = time.perf_counter()
    try:
        for code in some:
            would(case, found, code)
    except Refused:
        yield Measure("allocate", name, len(some), "answers not proved", "proved", False)
        return
    each = (time.perf_counter() - began) / max(1, len(some))
    every = round(each * len(refused))
    yield Measure("allocate", name, round(each, 1), "s an answer")
    goal, holds = (f"< {AIM}", every < AIM) if len(case.files) == 2000 else ("", None)
    yield Measure("allocate", name, every, "s for all, reckoned", goal, holds)


def main() -> int:
    reader = argparse.ArgumentParser(prog="./kino bench allocate", description=__doc__)
    reader.add_argument("--json", action="store_true", help="one object a line")
    reader.add_argument("--small", action="store_true", help="the smallest case only")
    reader.add_argument("--seconds", type=int, default=600, help="for each list")
    options = reader.parse_args()
    settings.configure(USE_I18N=False)
    django.setup()
    if not options.json:
        print(machine())
    found = []
    for count in SIZES[:1] if options.small else SIZES:
        for each in measured(count, options.seconds):
            found.append(each)
            print(each.line(), flush=True) if options.json else show([each])
    return int(any(each.holds is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
