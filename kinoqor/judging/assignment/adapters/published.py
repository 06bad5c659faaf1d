"""What of a draw is published: the documents in numbers and sentences, by codes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from babel.numbers import format_decimal
from django.conf import settings

from kinoqor.funding.call.queries import terms_of
from kinoqor.judging.assignment.adapters.page import at, stage_name
from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.assignment.rules.frozen import case_of, plan_of
from kinoqor.judging.assignment.words import SIGNS
from kinoqor.kit.chain import QUICKNET
from kinoqor.kit.question import said
from kinoqor.ui.pack import language

MOST = 200  # readers whose loads are listed on the page; all stand in the document


@dataclass(frozen=True, slots=True)
class Shown:
    """A draw among all of them, for anybody."""

    of: Draw
    call: str
    stage: str
    again: bool
    invented: bool
    frozen: str
    drawn: str
    sign: str


def rows_of(found: Iterable[Draw]) -> list[Shown]:
    """Draws as everybody may see them."""
    rows = []
    for each in found:
        terms = terms_of(each.version)
        frozen, drawn = (at(deed.at, terms) if deed else "" for deed in (each.frozen_by, each.drawn_by))
        name = stage_name(terms, each.stage)
        rows.append(
            Shown(
                each,
                said(terms.name),
                name,
                each.phase > 1,
                terms.invented,
                frozen,
                drawn,
                SIGNS[each.standing],
            )
        )
    return rows


def percent(share: Fraction) -> str:
    """A share in per cent with one decimal, in the writing of the page."""
    return f"{format_decimal(round(float(share) * 100, 1), format='0.0', locale=language())} %"


def mirror(of: Draw) -> str:
    """The address at which the named round can be read by anyone."""
    base = settings.BEACON[0] if settings.BEACON else "https://api.drand.sh"
    return f"{base.rstrip('/')}/{QUICKNET.hash}/public/{of.beacon}" if of.beacon else ""


def told(of: Draw) -> dict[str, Any]:
    """What the public page says: how much was frozen; after the draw the fit, its price, the loads and the proof."""
    case, rules = case_of(json.loads(of.frozen or ""))
    shut = sum(fit < 0 for row in case.fit for fit in row)
    found: dict[str, Any] = {
        "files": sum(each.reads != 0 for each in case.files), "readers": len(case.readers), "rules": rules, "shut": shut,
        "conflicts": len(case.conflicts), "warned": len(case.warned), "mirror": mirror(of), "result": None,
    }  # fmt: skip
    if of.result:
        plan, prices = plan_of(json.loads(of.result))
        loads = plan.loads
        found |= {
            "result": True, "total": plan.total, "best": plan.best, "readings": len(plan.pairs),
            "proved": plan.top is not None, "price": percent(plan.price),
            "mean": round(plan.total / max(1, len(plan.pairs))),
            "scarce": sum(price > 0 for price in prices.values()),
            "loads": [(each.code, loads.get(each.code, 0), each.least, each.most) for each in case.readers[:MOST]],
        }  # fmt: skip
    return found
