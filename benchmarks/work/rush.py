"""The last hour before a deadline: a crowd over real HTTP, once to measure, once while the server is killed.

Arguments: how many applicants are measured, how many file while it is killed, how often it is killed, how many ask at
the same moment. Both parts are counted afterwards.
"""

import asyncio
import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.http import urlencode

from benchmarks.crowd import stage
from benchmarks.crowd.count import Counted, counted
from benchmarks.crowd.deeds import PAPERS, SAVES, apply
from benchmarks.crowd.hour import Hour
from benchmarks.crowd.stage import Applicant
from benchmarks.table import Measure, percentile
from benchmarks.work.access import browser, person, timed
from kinoqor.accounts.role.words import Role
from tools import serving
from tools.steps import Refusal, free_port

FILING, LIST, QUERIES, PAGE = 120, 60, 15, 180  # the aims: ms, ms, queries, KiB
KINDS = (
    "save",
    "upload, plain form",
    "upload, a piece",
    "upload ended",
    "page of the filing",
    "file",
    "refused filing",
)
ASKED = SAVES + len(PAPERS) + 6  # questions of one applicant, about
ROUNDS = 30
PATIENCE = 30.0  # seconds until the port of a killed server is free


def say(case: str, value: float, unit: str, goal: str = "", holds: bool | None = None) -> None:
    print(Measure("rush", f"{connection.vendor}, {case}", value, unit, goal, holds).line(), flush=True)


def serve(port: int, workers: int) -> "subprocess.Popen[bytes]":
    """The server of ./kino start; after a SIGKILL its port is free only a moment later."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return serving.serve(port, workers)
        except Refusal as refusal:
            if "taken" not in str(refusal) or time.monotonic() > until:
                raise SystemExit(str(refusal)) from None
            time.sleep(0.05)


@contextlib.contextmanager
def jobs() -> Iterator[None]:
    """The worker that ./kino start has beside the server."""
    hand = serving.work()
    try:
        yield
    finally:
        serving.end(hand)


async def rush(port: int, crowd: list[Applicant], hands: int, workers: int, kills: int) -> tuple[Hour, int]:
    """Let the hour pass; gives it and how often the server was killed. The server is ended in any case."""
    server = await asyncio.to_thread(serve, port, workers)
    hour, done = Hour(port), 0
    hour.open.set()
    try:
        going = asyncio.create_task(hour.pass_by(crowd, hands, apply))
        for number in range(kills):
            moment = len(crowd) * ASKED * (number + 1) // (kills + 1)
            while hour.asked < moment and not going.done():
                await asyncio.sleep(0.005)
            if going.done():
                break
            await asyncio.sleep(random.uniform(0, 0.05))
            hour.open.clear()
            os.killpg(server.pid, signal.SIGKILL)
            await asyncio.to_thread(server.wait)
            done += 1
            server = await asyncio.to_thread(serve, port, workers)
            hour.open.set()
        await going
        hour.ended = time.perf_counter()
    finally:
        serving.end(server)
    return hour, done


def pass_an_hour(case: str, crowd: list[Applicant], hands: int, workers: int, kills: int) -> None:
    """One part with its measures and its count."""
    with jobs():
        hour, done = asyncio.run(rush(free_port(), crowd, hands, workers, kills))
    lasted = hour.ended - hour.begun
    close_old_connections()
    say(f"{case}, {len(crowd)} applicants", round(lasted, 1), "s")
    if kills:
        say(f"{case}, SIGKILLs", done, "kills", f"= {kills}", done == kills)
        say(f"{case}, questions that got no answer and were asked again", hour.broken, "questions")
    else:
        say(f"{case}, answers", round(hour.asked / lasted, 1), "a second")
        say(f"{case}, beside the same in a real hour", round(3600 / lasted, 1), "times")
        told(case, hour)
    errors = sum(hour.errors.values())
    say(f"{case}, errors", errors, "errors", "= 0", errors == 0)
    for each, times in hour.errors.most_common(5):
        print(f"{times} × {each}", file=sys.stderr)
    found = counted(crowd)
    confirm(case, found)
    for words in found.why[:5]:
        print(words, file=sys.stderr)


def told(case: str, hour: Hour) -> None:
    """How long each kind of question took."""
    for kind in KINDS:
        seconds = hour.seconds.get(kind)
        if not seconds:
            continue
        for share in (0.5, 0.95, 0.99):
            value, aimed = percentile(seconds, share), kind == "file" and share == 0.95
            goal = f"< {FILING}" if aimed else ""
            say(f"{case}, {kind}, p{share * 100:.0f}", value, "ms", goal, value < FILING if aimed else None)


def confirm(case: str, found: Counted) -> None:
    """What the count has found."""
    say(f"{case}, filings acknowledged", found.acknowledged, "filings")
    say(f"{case}, filings refused", found.refused, "filings")
    say(f"{case}, papers kept", found.papers, "papers")
    for words, value in (
        ("acknowledged and lost", found.lost),
        ("filed twice", found.doubled),
        ("acknowledged and not whole", found.not_whole),
        ("not acknowledged and filed", found.not_filed),
        ("papers whose bytes are not those of their digest", found.papers_spoilt),
        ("papers kept twice", found.papers_doubled),
    ):
        say(f"{case}, {words}", value, "found", "= 0", value == 0)


def lists() -> None:
    """The officer's list over all that was filed: time, queries and size, warm, in one process."""
    client = browser(person(Role.OFFICER))
    for words, asked in (
        ("list of the officer", {"stands": "waiting"}),
        ("list of the officer, one call", {"stands": "waiting", "call": stage.OPEN}),
        ("list of the officer, its last page", {"stands": "waiting", "page": "9999"}),
        ("list of the officer, a title looked for", {"q": "фильм 1"}),
    ):
        to = f"{reverse('checks')}?{urlencode(asked)}"
        client.get(to)
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(to)
        queries = len(captured)
        size = len(answer.getvalue()) / 1024
        slow = percentile(timed(lambda to=to: client.get(to).getvalue(), ROUNDS), 0.95)  # type: ignore[misc]
        say(f"{words}, p95", slow, "ms", f"< {LIST}", slow < LIST)
        say(words, queries, "queries", f"<= {QUERIES}", queries <= QUERIES)
        say(words, round(size, 1), "KiB", f"<= {PAGE}", size <= PAGE)


def main(applicants: int, killed: int, kills: int, hands: int) -> None:
    built = (["build_font"], ["compile_catalogues"], ["collectstatic", "--no-input"])
    for command in () if settings.DEBUG else built:  # a house for developers shows its pages without them
        call_command(*command, stdout=sys.stderr)
    now, begun = stage.begun(), time.perf_counter()
    stage.calls(now)
    measured, others = stage.crowd(0, applicants, now), stage.crowd(applicants, killed, now)
    print(f"set up in {time.perf_counter() - begun:.1f} s", file=sys.stderr)
    if measured:
        pass_an_hour("the hour, 1 worker", measured, hands, 1, 0)
        lists()
    if others:
        pass_an_hour("the hour with kills, 2 workers", others, hands, 2, kills)


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:5]))
