"""The hour: applicants who save, send papers and file, a bounded number of them at the same moment."""

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field

from benchmarks.crowd.line import BROKEN, Answer, Line
from benchmarks.crowd.stage import Applicant
from tools.steps import HOST

LONGEST = 3600.0  # seconds that all of it may take
TRIES = 40  # of one question whose line broke


class Hopeless(Exception):
    """A question to which no answer can be had any more, or one that nobody understands."""


@dataclass(slots=True)
class Hour:
    """All that is asked: how long each kind of question took, how many answers were errors, how many lines broke."""

    port: int
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)
    broken: int = 0
    asked: int = 0
    open: asyncio.Event = field(default_factory=asyncio.Event)
    begun: float = field(default_factory=time.perf_counter)
    ended: float = 0.0

    async def ask(
        self, line: Line, kind: str, method: str, path: str, heads: Mapping[str, str], body: bytes = b""
    ) -> Answer:
        """One question, asked again as long as the line breaks or the server fails: as a person would."""
        for attempt in range(TRIES):
            await self.open.wait()
            begun = time.perf_counter()
            try:
                answer = await line.ask(method, path, heads, body)
            except BROKEN:
                self.broken += 1
                await asyncio.sleep(0.05 * min(attempt + 1, 10))
                continue
            if answer.status < 500:
                self.seconds[kind].append(time.perf_counter() - begun)
                self.asked += 1
                return answer
            self.errors[f"{kind}: {answer.status}"] += 1
            await asyncio.sleep(0.05)
        raise Hopeless(f"{method} {path} got no answer in {TRIES} tries")

    async def pass_by(
        self, applicants: Iterable[Applicant], hands: int, act: "Callable[[Person], Awaitable[None]]"
    ) -> None:
        """Let every applicant act, `hands` of them at the same moment."""
        waiting = iter(applicants)

        async def hand() -> None:
            line = Line(HOST, self.port)
            for one in waiting:
                try:
                    await act(Person(self, line, one))
                except Hopeless as reason:
                    self.errors[str(reason)] += 1
            line.drop()

        async with asyncio.timeout(LONGEST), asyncio.TaskGroup() as group:
            for _each in range(hands):
                group.create_task(hand())


@dataclass(slots=True)
class Person:
    """An applicant at their browser: their cookies, and the token that the last page gave them."""

    hour: Hour
    line: Line
    who: Applicant
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def __post_init__(self) -> None:
        self.cookies["sessionid"] = self.who.session

    async def get(self, kind: str, path: str) -> Answer:
        """Open a page."""
        return self._keep(await self.hour.ask(self.line, kind, "GET", path, self._heads()))

    async def post(self, kind: str, path: str, sent: tuple[bytes, str], **heads: str) -> Answer:
        """Send a form; `heads` are further heads of it."""
        told = self._heads() | {"Content-Type": sent[1], "Referer": f"http://{HOST}:{self.hour.port}{path}"}
        more = {name.replace("_", "-"): value for name, value in heads.items()}
        return self._keep(await self.hour.ask(self.line, kind, "POST", path, told | more, sent[0]))

    def _heads(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}

    def _keep(self, answer: Answer) -> Answer:
        for name, value in answer.cookies.items():
            if value in ("", '""'):
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value
        return answer
