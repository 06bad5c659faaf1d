"""What of a draw is published: the documents in numbers and sentences, by codes."""

import json
from typing import Any

from django.conf import settings

from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.assignment.rules.frozen import case_of, plan_of
from kinoqor.kit.chain import QUICKNET

MOST = 200  # readers whose loads are listed on the page; all stand in the document


def mirror(of: Draw) -> str:
    """The address at which the named round can be read by anyone."""
    base = settings.BEACON[0] if settings.BEACON else "https://api.drand.sh"
    return f"{base.rstrip('/')}/{QUICKNET.hash}/public/{of.beacon}" if of.beacon else ""


def told(of: Draw) -> dict[str, Any]:
    """What the public page says: how much was frozen; after the draw the fit, its price, the loads and the proof."""
    case, rules = case_of(json.loads(of.frozen or ""))
    shut = sum(fit < 0 for row in case.fit for fit in row)
    found: dict[str, Any] = {
        "files": len(case.files), "readers": len(case.readers), "rules": rules, "shut": shut,
        "conflicts": len(case.conflicts), "warned": len(case.warned), "mirror": mirror(of), "result": None,
    }  # fmt: skip
    if of.result:
        plan, prices = plan_of(json.loads(of.result))
        loads = plan.loads
        found |= {
            "result": True, "total": plan.total, "best": plan.best, "readings": len(plan.pairs),
            "price": f"{float(plan.price) * 100:.1f} %", "mean": round(plan.total / max(1, len(plan.pairs))),
            "scarce": sum(price > 0 for price in prices.values()),
            "loads": [(each.code, loads.get(each.code, 0), each.least, each.most) for each in case.readers[:MOST]],
        }  # fmt: skip
    return found
