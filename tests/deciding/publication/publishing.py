"""A computed list with its signed order, and its publication, played as far as it is asked. All invented."""

import json
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from kinoqor.deciding.allocation.rules.frozen import frozen, result
from kinoqor.deciding.allocation.words import (
    Award,
    Case,
    File,
    Line,
    Quota,
    Refusal,
    Result,
    Settings,
    Stream,
)
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.order.words import Standing
from kinoqor.deciding.publication.actions import lift, prepare
from kinoqor.funding.application.models import Application
from kinoqor.kit.canonical import canonical, digest_of
from kinoqor.ledger.paper.models import Paper
from tests.deciding import making
from tests.judging.making import REF, STAGE
from tests.make import BY

ASKED, POINTS, PAPER = 10_000_000_00, 8000, "cd" * 32


def code_of(of: Application) -> str:
    """The code of a film in the published list."""
    return f"c{of.pk}"


def listed(
    chosen: list[Application], others: list[Application], envelope: int | None = None, **more: Any
) -> Order:
    """The signed order of a list in which these are funded and the others below the line, each of which would have been
    in with so much more money.
    """
    both = [*chosen, *others]
    files = tuple(
        File(code_of(each), each.kind, each.stream, POINTS - 100 * at, ASKED, low=7000, high=8200)
        for at, each in enumerate(both)
    )
    quota = Quota("documentary", frozenset({"documentary"}), least=1, clause="Rule 7")
    case = Case(files, Settings((Stream("social", 100 * ASKED),), (quota,)))
    text = frozen(case)
    found = Result(
        tuple(code_of(each) for each in chosen), 1,
        tuple(Award(code_of(each), ASKED, 100, "list") for each in chosen),
        tuple(Refusal(code_of(each), "quota", ("documentary",)) for each in others),
        (Line("social", both[0].kind, (), POINTS - 100 * (len(chosen) - 1), len(both), len(chosen)),),
    )  # fmt: skip
    told = [
        {
            "code": code_of(each), "points": POINTS, "envelope": envelope,
            "passed": [[code_of(chosen[0]), ["documentary"]]],
        }
        for each in others if chosen
    ]  # fmt: skip
    written = canonical({"case": json.loads(text), "result": json.loads(result(found, text))})
    of = making.allocation(
        {code_of(each): each.pk for each in both}, written, frozen=text, digest=digest_of(text),
        result_digest=digest_of(written), told=json.dumps(told),
    )  # fmt: skip
    return _order(of, chosen, more)


def _order(of: Any, chosen: list[Application], more: dict[str, Any]) -> Order:
    rows = [
        {
            "code": code_of(each), "application": each.pk, "title": each.titles,
            "company": dict.fromkeys(("kk", "ru", "en"), "Order company"),
            "producer": "Сынақ Продюсер", "director": "Сынақ Режиссёр", "award": ASKED,
        }
        for each in chosen
    ]  # fmt: skip
    plain = {"standing": Standing.SIGNED, "rows": rows, "total": ASKED * len(rows), "signed": making.deed()}
    paper = Paper.objects.create(
        number=f"ORDER-T{of.pk}-KK", kind="order", holder="order:0", language="kk", facts={}, seal="ef" * 32,
        digest=PAPER, size=9, at=timezone.now(), deed=making.deed(),
    )  # fmt: skip
    return making.order(of, papers={"kk": paper.number}, **(plain | more))


def soon() -> datetime:
    """A moment that is still to come."""
    return timezone.now() + timedelta(hours=1)


def after() -> datetime:
    """A moment after that one."""
    return timezone.now() + timedelta(hours=2)


def prepared(
    chosen: int = 1, others: int = 1, hours: int = 1
) -> tuple[int, list[Application], list[Application]]:
    """A publication whose moment is so many hours from now, or was; its number, the films of its order, the others."""
    making.call()
    some = [making.admitted() for _number in range(chosen)]
    rest = [making.admitted() for _number in range(others)]
    listed(some, rest)
    return at(hours), some, rest


def at(hours: int) -> int:
    """The publication of the stage, prepared a day before its moment."""
    moment = timezone.now() + timedelta(hours=hours)
    made: int = prepare(REF, STAGE, moment, moment - timedelta(days=1), by=BY)
    return made


def out(chosen: int = 1, others: int = 1) -> tuple[list[Application], list[Application]]:
    """A result that came out an hour ago: the films of its order, the others."""
    number, some, rest = prepared(chosen, others, -1)
    lift(number, timezone.now(), by=BY)
    return some, rest
