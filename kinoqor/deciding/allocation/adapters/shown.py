"""What every page of a list shows beside the list: whose it is, how far it is, what comes next."""

import json
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kinoqor.deciding.allocation import queries
from kinoqor.deciding.allocation.adapters.page import named
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.allocation.queries import Listed
from kinoqor.deciding.allocation.rules import steps as law
from kinoqor.deciding.allocation.words import Standing
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.call.adapters import award, spoken
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.judging.assignment.words import NUMBERS
from kinoqor.judging.score.queries import Round
from kinoqor.kit.chain import QUICKNET
from kinoqor.kit.progress import how_far
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Verdict

SIGNS = {
    Standing.FROZEN: "waiting", Standing.COMPUTED: "open", Standing.ADOPTED: "good", Standing.CANCELLED: "refused",
}  # fmt: skip


def about(terms: Terms, ref: str, stage: str) -> dict[str, Any]:
    """The call and the stage in words."""
    step = terms.stage(stage)
    return {
        "ref": ref, "stage": stage, "call": said(terms.name), "stage_name": said(step.name) if step else stage,
        "invented": terms.invented,
    }  # fmt: skip


def of_list(of: Allocation) -> dict[str, Any]:
    """The same of a list."""
    return about(terms_of(of.version), of.version.call.ref, of.stage) | {"of": of}


def promised(terms: Terms) -> list[dict[str, Any]]:
    """The quotas of a call in words, as its public page says them."""
    return award.quotas(terms)


def may_begin(ref: str, stage: str, of: Round) -> Verdict:
    """Whether a list may be begun, for the page that would begin it."""
    return law.may_begin(True, of.opening is not None, queries.current(ref, stage) is not None)


def may_depart(of: Allocation) -> Verdict:
    """Whether a list may be left at all, for the page that would do it."""
    rule = terms_of(of.version).award(of.stage)
    allowed = bool(rule and rule.purse and rule.purse.departures)
    return law.may_depart(allowed, queries.stands(of), False, False, True, "x" * law.LEAST_WORDS)


def working(of: Allocation) -> bool:
    """Whether the machine works on a list at this moment."""
    if of.cancelled_id is not None or of.trouble:
        return False
    return of.computed_id is None and not (of.progress and of.seed is None)


def work(of: Allocation) -> str:
    """What the progress of a list is kept under."""
    return f"allocation:{of.pk}"


def steps(of: Allocation) -> dict[str, Any]:
    """How far a list is, and what comes next."""
    now, terms = timezone.now(), terms_of(of.version)
    band = of.progress.get("band", {}) if of.computed_id is None and of.seed is None else {}
    films = named(of) if band else {}
    rule = terms.award(of.stage)
    return {
        "sign": SIGNS[Standing(of.standing)], "working": working(of), "trouble": trouble(of),
        "far": how_far(work(of)) if working(of) else None, "numbers": of.source == NUMBERS, "waits": bool(band),
        "band": [(title(films[str(of.codes[code])]), chance) for code, chance in band.items()],
        "due": of.due is None or now >= of.due, "due_at": _wall(of, terms), "can_depart": bool(may_depart(of)),
        "vote": address("round-sittings", of.version.call.ref, of.stage), "clause": rule.clause if rule else "",
    }  # fmt: skip


def _wall(of: Allocation, terms: Terms) -> str:
    return spoken.wall(timezone.localtime(of.due, ZoneInfo(terms.zone))) if of.due else ""


def trouble(of: Allocation) -> str:
    """Why there is no list, in the language of the page."""
    if not of.trouble:
        return ""
    told: dict[str, str] = json.loads(of.trouble)
    return told.get((get_language() or "en")[:2]) or told.get("en") or of.trouble


def sources(of: Allocation) -> list[str]:
    """The sources of the numbers that decide lots, each with its day."""
    found = []
    for each in of.announced:
        name = each["name"] if isinstance(each["name"], str) else said(each["name"])
        found.append(f"{name}, {each['day']}".strip(", "))
    return found


def mirror(of: Allocation) -> str:
    """The address at which the named round can be read by anyone."""
    base = settings.BEACON[0] if settings.BEACON else "https://api.drand.sh"
    return f"{base.rstrip('/')}/{QUICKNET.hash}/public/{of.beacon}" if of.beacon else ""


def choices(of: Allocation, rows: Sequence[Listed]) -> list[tuple[str, list[tuple[int, str]]]]:
    """The films of a list to choose from: those that would go out, those that would come in."""
    films = named(of)
    called = [(row, (row.application, str(title(films[str(row.application)])))) for row in rows]
    return [
        (_("in the list: it would go out"), [each for row, each in called if row.funded]),
        (_("not in the list: it would come in"), [each for row, each in called if not row.funded]),
    ]


def address(name: str, *args: Any) -> str:
    """The address of a page of a room above; empty where the house has none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
