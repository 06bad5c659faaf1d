"""A house without a server: the pages and files of a small record, held in memory and given to a browser as they are."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Page, Route

from kinoqor.deciding.allocation.rules import frozen
from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.words import Case
from kinoqor.kit.canonical import canonical, digest
from kinoqor.ledger.log.actions import write
from kinoqor.ledger.log.clock import published
from tests.deciding.allocation import invented
from tests.ledger.log.writing import CALL, record
from tests.make import BY

HOST, STAGE = "http://localhost:1", "award"
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


def case() -> Case:
    """Four films, two of one company, one quota: three get money."""
    films = [
        invented.file("a", 900, 10, company="X"), invented.file("b", 800, 10, company="X"),
        invented.file("c", 700, 10, attributes=frozenset({"debut"})), invented.file("d", 600, 10),
    ]  # fmt: skip
    return invented.case(films, 30, [invented.quota("debut", least=1)], company_films=2)


def round_of(of: Case) -> dict[str, Any]:
    """The documents of a round: list, rulings, order, a vote."""
    text = frozen.frozen(of)
    before = {"format": "kinoqor allocation frozen 1", "case": json.loads(text)}
    result = {
        "frozen": digest(before),
        "case": before["case"],
        "result": json.loads(frozen.result(allocate(of), text)),
    }
    about = {"format": "kinoqor round 1", "call": CALL, "stage": STAGE}
    rows = [[code, money] for code, money, *_more in result["result"]["awards"]]
    return {
        "allocation": {**about, "frozen": before, "result": result, "after": None, "told": None},
        "departures": {**about, "departures": []},
        "rulings": {**about, "currency": "KZT", "rulings": [[code, "approved", money] for code, money in rows]},
        "order": {
            **about, "number": "DEMO-1", "day": "2026-11-27", "currency": "KZT", "rows": rows, "total": 30,
            "paper": "ab" * 32, "signature": None,
        },
        "votes": {**about, "votes": [{
            "item": "7", "form": "open", "for": 8, "against": 1, "abstained": 0, "present": 9, "shut_out": 1,
            "outcome": "carried",
        }]},
        "result": {
            **about, "files": 4, "awarded": len(rows), "chosen": 0, "not_chosen": 4 - len(rows),
            "list": sorted([code, "awarded", money] for code, money in rows),
        },
    }  # fmt: skip


def recorded(said: dict[str, Any]) -> None:
    """What the record is told of these documents."""
    listed, order, vote = said["allocation"], said["order"], said["votes"]["votes"][0]
    write("vote.taken", CALL, vote | {"composition": "cd" * 32}, by=BY)
    envelopes = {"main": {"envelope": 30, "given": 30}}
    inputs, result = digest(listed["frozen"]), digest(listed["result"])
    write(
        "allocation.computed",
        CALL,
        {"inputs": inputs, "result": result, "currency": "KZT", "envelopes": envelopes},
        by=BY,
    )
    for code, outcome, money in said["rulings"]["rulings"]:
        write(
            "commission.decided",
            CALL,
            {"item": code, "outcome": outcome, "sum": money, "currency": "KZT"},
            by=BY,
        )
    told = {name: order[name] for name in ("number", "day", "paper", "total", "currency")}
    write("order.signed", CALL, told | {"films": len(order["rows"])}, by=BY)
    counts = {name: said["result"][name] for name in ("files", "awarded", "chosen", "not_chosen")}
    write("result.published", CALL, {"stage": STAGE, **counts, "list": digest(said["result"]["list"])}, by=BY)
    assert published() is not None


@dataclass
class House:
    """What it answers, by path; `alter` changes a file on its way."""

    answers: dict[str, tuple[bytes, dict[str, str]]] = field(default_factory=dict)
    altered: dict[str, Callable[[bytes], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def opened(self, page: Page) -> Page:
        """A page that asks this house and nobody else."""
        page.route("**/*", self._answer)
        return page

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOST).partition("?")[0]
        self.asked.append(route.request.url)
        if path not in self.answers:
            route.fulfill(status=404, body="")
            return
        raw, headers = self.answers[path]
        route.fulfill(body=self.altered.get(path, bytes)(raw), headers=headers)


def house(languages: tuple[str, ...] = ("en", "kk", "ru")) -> House:
    """A record of 300 leaves and more, with a round; everything that the page may ask for."""
    found = House()
    documents = round_of(case())
    record(300)
    found.answers["/old"] = ((settings.RECORD / "checkpoint").read_bytes(), {})
    recorded(documents)
    client = Client()
    for lang in languages:
        for name in ("record/", "record/check/", "record/entry/3/"):
            answer = client.get(f"/{lang}/{name}")
            assert answer.status_code == 200
            headers = {name: answer[name] for name in ("Content-Type", "Content-Security-Policy")}
            found.answers[f"/{lang}/{name}"] = (answer.content, headers)
    for index in (0, 3, 299, 303):
        for kind in ("json", "tlog-proof"):
            found.answers[f"/record/leaf/{index}.{kind}"] = (
                client.get(f"/record/leaf/{index}.{kind}").content,
                {},
            )
    for each in Path(settings.RECORD).rglob("*"):
        if each.is_file():
            found.answers[f"/record/{each.relative_to(settings.RECORD)}"] = (each.read_bytes(), {})
    for name, said in documents.items():
        found.answers[f"/record/calls/{CALL}/{STAGE}/{name}.json"] = (canonical(said).encode(), {})
    files = [path.removeprefix("/record/") for path in found.answers if path.startswith("/record/calls/")]
    found.answers["/record/calls/files.json"] = (canonical({"files": sorted(files)}).encode(), {})
    for finder in finders.get_finders():
        for path, storage in finder.list([]):
            if path.startswith("ui/") and Path(path).suffix in KINDS:
                with storage.open(path) as held:
                    found.answers[f"/static/{path}"] = (
                        held.read(),
                        {"Content-Type": KINDS[Path(path).suffix]},
                    )
    return found
